// SPDX-License-Identifier: MIT
import Diagnostics

/// The bytes of a CSV file with the places of its rows; kept while a package is checked.
package struct CSVFile: Sendable {
  /// Relative to the site's folder.
  package let path: String
  /// UTF-8, a byte order mark included.
  package let bytes: [UInt8]
  /// How it is written.
  package let dialect: CSVDialect
  /// The offset of each data row's first byte.
  package var rowStarts: [Int] = []
  /// In which column of the file each field of the schema stands, nil for one that has none; nil where both are in the
  /// same order.
  var columnOrder: [Int?]?

  /// - Parameter bytes: UTF-8, with or without a byte order mark.
  package init(path: String, bytes: [UInt8], dialect: CSVDialect) {
    self.path = path
    self.bytes = bytes
    self.dialect = dialect
  }

  /// Where the text begins behind a byte order mark.
  package var start: Int { bytes.starts(with: byteOrderMark) ? 3 : 0 }

  /// The line and character column of a byte.
  package func place(_ offset: Int) -> Place {
    var (line, lineStart, index) = (1, start, start)
    while index < offset {
      let byte = bytes[index]
      index += 1
      if byte == newline || byte == carriageReturn && !(index < bytes.count && bytes[index] == newline) {
        line += 1
        lineStart = index
      }
    }
    return Place(path, line: line, column: scalarCount(bytes[min(lineStart, offset)..<offset]) + 1)
  }

  /// Where a field of a data row begins.
  package func place(row: Int, column: Int) -> Place {
    let column = columnOrder.map { $0[column] ?? 0 } ?? column
    let start = bytes.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer, dialect: dialect, from: rowStarts[row])
      var spans: [CSVScanner.Span] = []
      _ = scanner.next(into: &spans)
      return column < spans.count ? spans[column].start : rowStarts[row]
    }
    return place(start)
  }
}

/// U+FEFF in UTF-8.
package let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// How many characters (Unicode scalars) UTF-8 bytes hold.
func scalarCount(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

/// The offset of the first byte that is not UTF-8.
package func firstInvalidByte(in bytes: some Collection<UInt8>) -> Int? {
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar): offset += scalar.count
    case .error: return offset
    case .emptyInput: return nil
    }
  }
}

/// A byte as a message shows it: `0xB9`.
package func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true)
}

/// A value as a message quotes it: on one line and not too long.
package func quoted(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
  var shown = String.UnicodeScalarView()
  shown.append(contentsOf: scalars.prefix(60))
  return "'\(String(shown))\(scalars.count > 60 ? "…" : "")'"
}

// SPDX-License-Identifier: MIT
import Diagnostics

/// The columns of a CSV file (RFC 4180, UTF-8) with the narrowest type that all of a column's values have: for a first
/// draft of a schema, which an editor then reads.
///
/// Codes such as `01` stay text, since a number would lose their zeros.
///
/// - Throws: `csv-encoding`, `csv-form`, `csv-ragged` or `csv-empty` at the fault.
public func inferFields(
  _ bytes: [UInt8], path: String
) throws(Diagnostic) -> [(name: String, kind: Field.Kind)] {
  let file = CSVFile(path: path, bytes: bytes, dialect: CSVDialect())
  if let byte = firstInvalidByte(in: bytes) {
    throw .error("csv-encoding", "the file is not UTF-8", at: file.place(byte), hint: "save it as UTF-8")
  }
  var columns: [Column] = []
  let fault = bytes.withUnsafeBufferPointer { buffer -> Diagnostic? in
    var scanner = CSVScanner(buffer, dialect: file.dialect, from: file.start)
    var spans: [CSVScanner.Span] = []
    while !scanner.isAtEnd {
      let start = scanner.position
      if scanner.next(into: &spans) != nil {
        return .error("csv-form", "this row is not well-formed CSV", at: file.place(start))
      }
      let cells = spans.map { UnsafeBufferPointer(rebasing: buffer[$0.content]) }
      if columns.isEmpty {
        columns = cells.map { Column(name: String(decoding: $0, as: UTF8.self)) }
      } else if cells.count != columns.count {
        return .error(
          "csv-ragged", "this row has \(cells.count) fields, the header has \(columns.count)", at: file.place(start))
      } else {
        for (index, cell) in cells.enumerated() { columns[index].take(cell) }
      }
    }
    return nil
  }
  if let fault { throw fault }
  if columns.isEmpty { throw .error("csv-empty", "the file has no header", at: Place(path)) }
  return columns.map { ($0.name, $0.kind) }
}

/// A column and the types that its values so far allow.
private struct Column {
  let name: String
  private var candidates: [Field.Kind]
  private var hasValue = false

  init(name: String) {
    self.name = name
    let isYear = name.lowercased() == "year"
    candidates = (isYear ? [.year] : []) + [.yearmonth, .date, .integer, .number, .boolean]
  }

  /// The narrowest type; a column without a value is text.
  var kind: Field.Kind { hasValue ? candidates.first ?? .string : .string }

  mutating func take(_ cell: UnsafeBufferPointer<UInt8>) {
    if cell.isEmpty { return }
    hasValue = true
    let isCode = cell.count > 1 && cell[0] == UInt8(ascii: "0") && cell[1] != UInt8(ascii: ".")
    candidates.removeAll { $0.isNumeric && isCode || parseCell(cell, as: $0) == nil }
  }
}

// SPDX-License-Identifier: MIT

/// Writes CSV (RFC 4180): quotes around a field that needs them, and around no other.
public struct CSVWriter: Sendable {
  /// What ends a line.
  public enum LineEnd: Sendable {
    /// As shells and version control want it: the data of a site.
    case lf
    /// As the standard and spreadsheets want it: what readers download from a chart.
    case crlf
  }

  /// What was written, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let lineEnd: LineEnd
  private var isInRow = false

  public init(lineEnd: LineEnd) { self.lineEnd = lineEnd }

  /// Writes one line.
  public mutating func row(_ fields: [String]) {
    for field in fields { append(field) }
    endRow()
  }

  /// Writes one line of values as machines read them.
  public mutating func row(_ cells: [Cell]) {
    for cell in cells { append(cell.plain) }
    endRow()
  }

  /// Writes one field of a line.
  public mutating func append(_ field: String) {
    if isInRow { bytes.append(UInt8(ascii: ",")) }
    isInRow = true
    var field = field
    field.withUTF8 { text in
      guard text.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
        return bytes.append(contentsOf: text)
      }
      bytes.append(0x22)
      for byte in text {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
  }

  /// Ends a line.
  public mutating func endRow() {
    if lineEnd == .crlf { bytes.append(0x0D) }
    bytes.append(0x0A)
    isInRow = false
  }
}

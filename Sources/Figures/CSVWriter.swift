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
    for cell in cells { append(cell) }
    endRow()
  }

  /// Writes one value of a line as machines read it.
  public mutating func append(_ cell: Cell) {
    if let whole = cell.whole { append(whole) } else { append(cell.plain) }
  }

  /// Digits, as they are: most values are whole numbers, of which a table can have millions.
  private mutating func append(_ value: Int) {
    separate()
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { room in
      var (start, rest) = (room.count, value.magnitude)
      repeat {
        start -= 1
        room[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      if value < 0 {
        start -= 1
        room[start] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[start...]))
    }
  }

  private mutating func separate() {
    if isInRow { bytes.append(UInt8(ascii: ",")) }
    isInRow = true
  }

  /// Writes one field of a line.
  public mutating func append(_ field: String) {
    separate()
    var field = field
    field.withUTF8 { text in
      var needsQuotes = false
      for byte in text where byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D { needsQuotes = true }
      guard needsQuotes else { return bytes.append(contentsOf: text) }
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

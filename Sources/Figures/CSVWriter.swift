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

  public init(lineEnd: LineEnd) { self.lineEnd = lineEnd }

  /// Writes one line.
  public mutating func row(_ fields: some Sequence<String>) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let needsQuotes = field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      if needsQuotes {
        bytes.append(0x22)
        for byte in field.utf8 {
          if byte == 0x22 { bytes.append(0x22) }
          bytes.append(byte)
        }
        bytes.append(0x22)
      } else {
        bytes.append(contentsOf: field.utf8)
      }
    }
    if lineEnd == .crlf { bytes.append(0x0D) }
    bytes.append(0x0A)
  }
}

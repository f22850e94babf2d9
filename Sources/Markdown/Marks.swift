// SPDX-License-Identifier: MIT

/// Noncharacters that stand for something while the parser holds the text.
///
/// The parser takes them for letters, so they never begin or end an emphasis by themselves; no author's text has them
/// (`SourceText` refuses U+FDD0 to U+FDEF), and no output does.
enum Mark {
  /// The first two bytes of all of them.
  static let lead: (UInt8, UInt8) = (0xEF, 0xB7)
  /// U+FDD0 begins a value's mark; five digits follow, U+FDD1 for 0 to U+FDE0 for 15.
  static let value: UInt8 = 0x90
  static let valueLength = 18
  /// U+FDE8 stands beside a run of `*` or `~`.
  static let emphasis: UInt8 = 0xA8

  static func appendValue(_ index: Int, to out: inout [UInt8]) {
    out += [lead.0, lead.1, value]
    for shift in [16, 12, 8, 4, 0] { out += [lead.0, lead.1, value + 1 + UInt8(index >> shift & 15)] }
  }

  static func appendEmphasis(to out: inout [UInt8]) { out += [lead.0, lead.1, emphasis] }

  /// What the parser gave back, cut at the marks.
  enum Piece {
    case text(UnsafeBufferPointer<UInt8>)
    /// The index of a braced expression.
    case value(Int)
  }

  /// Calls `body` for what lies between marks and for each value's mark; emphasis marks are left out.
  static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Piece) -> Void) {
    var start = 0
    var index = 0
    func flush() {
      if start < index { body(.text(UnsafeBufferPointer(rebasing: bytes[start..<index]))) }
    }
    while index + 2 < bytes.count {
      guard bytes[index] == lead.0, bytes[index + 1] == lead.1 else {
        index += 1
        continue
      }
      if bytes[index + 2] == emphasis {
        flush()
        index += 3
        start = index
      } else if bytes[index + 2] == value, index + valueLength <= bytes.count {
        flush()
        var number = 0
        for digit in 1...5 { number = number << 4 | Int(bytes[index + 3 * digit + 2] &- value &- 1) & 15 }
        body(.value(number))
        index += valueLength
        start = index
      } else {
        index += 3
      }
    }
    index = bytes.count
    flush()
  }
}

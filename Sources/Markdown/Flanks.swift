// SPDX-License-Identifier: MIT

/// What stands beside a run of `*` or `~`, as far as the rules of emphasis ask.
struct Neighbour {
  let isSpace: Bool
  let isPunctuation: Bool
  /// Han, kana, Hangul, fullwidth forms, and the punctuation of these scripts.
  let isEastAsian: Bool

  static let letter = Neighbour(isSpace: false, isPunctuation: false, isEastAsian: false)
  static let punctuation = Neighbour(isSpace: false, isPunctuation: true, isEastAsian: false)
  private static let lineEnd = Neighbour(isSpace: true, isPunctuation: false, isEastAsian: false)

  private init(isSpace: Bool, isPunctuation: Bool, isEastAsian: Bool) {
    self.isSpace = isSpace
    self.isPunctuation = isPunctuation
    self.isEastAsian = isEastAsian
  }

  init(before index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(scalar: start < 0 ? nil : UnsafeBufferPointer(rebasing: bytes[start...]).firstScalar)
  }

  init(after index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.init(scalar: UnsafeBufferPointer(rebasing: bytes[index...]).firstScalar)
  }

  private init(scalar: Unicode.Scalar?) {
    guard let scalar else {
      self = .lineEnd
      return
    }
    isSpace = scalar.isMarkdownSpace
    isPunctuation = !isSpace && scalar.isMarkdownPunctuation
    isEastAsian = !isSpace && scalar.isEastAsian
  }
}

/// Whether a run of `*` or `~` can open and close emphasis beside East Asian text.
///
/// CommonMark wants a space or punctuation outside a run that has punctuation inside. Chinese, Japanese and Korean set
/// no spaces, so `**関税率は3%。**次` stays open. Here the punctuation of these scripts counts as a letter, and any
/// character of theirs outside a run does what a space does.
struct Flanks {
  let canOpen: Bool
  let canClose: Bool
  /// Whether the parser's own rule comes to another result. It never allows more than ours.
  let needsMark: Bool

  init(before: Neighbour, after: Neighbour) {
    func opens(_ outside: Neighbour, _ inside: Neighbour) -> Bool {
      !inside.isSpace
        && (!inside.isPunctuation || inside.isEastAsian || outside.isSpace || outside.isPunctuation
          || outside.isEastAsian)
    }
    func opensByParser(_ outside: Neighbour, _ inside: Neighbour) -> Bool {
      !inside.isSpace && (!inside.isPunctuation || outside.isSpace || outside.isPunctuation)
    }
    canOpen = opens(before, after)
    canClose = opens(after, before)
    needsMark = canOpen != opensByParser(before, after) || canClose != opensByParser(after, before)
  }
}

extension Unicode.Scalar {
  /// Chinese, Japanese and Korean characters and their punctuation.
  var isEastAsian: Bool {
    switch value {
    case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x2FF0...0x2FFF, 0x3001...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F,
      0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x1AFF0...0x1B16F, 0x1F200...0x1F2FF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Those written without spaces between words: East Asian, but not Hangul.
  var isUnspaced: Bool {
    switch value {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xFFA0...0xFFDC: false
    default: isEastAsian
    }
  }

  /// Brackets, stops and signs of the East Asian blocks.
  var isEastAsianPunctuation: Bool {
    switch value {
    case 0x3001...0x3004, 0x3008...0x3020, 0x3030, 0x303D...0x303F, 0x30A0, 0x30FB, 0xFE30...0xFE4F, 0xFF01...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFEF:
      true
    default: false
    }
  }

  fileprivate var isMarkdownSpace: Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  fileprivate var isMarkdownPunctuation: Bool {
    switch value {
    case 0..<0x80:
      return value > 0x20 && value != 0x7F && !(0x30...0x39 ~= value) && !(0x41...0x5A ~= value)
        && !(0x61...0x7A ~= value)
    // Kana, Han and Hangul, which are most of what is asked for.
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x3400...0x9FFF, 0xAC00...0xD7A3: return false
    default: break
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that well-formed bytes begin with.
  var firstScalar: Unicode.Scalar? {
    guard let first else { return nil }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard count >= length else { return nil }
    var value = UInt32(length == 1 ? first : first & (0x7F >> UInt8(length)))
    for index in stride(from: 1, to: length, by: 1) { value = value << 6 | UInt32(self[index] & 0x3F) }
    return Unicode.Scalar(value)
  }
}

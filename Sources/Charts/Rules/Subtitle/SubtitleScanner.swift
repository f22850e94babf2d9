// SPDX-License-Identifier: MIT

/// Cuts a part of a subtitle into runs of one script.
enum Scanner {
  enum Script {
    case latin, hangul, number, symbol
    /// Han and kana.
    case wide
  }

  struct Token {
    var text: String
    let script: Script
    var isPossessive = false
  }

  /// `China's GDP, 2024` is `China`, `GDP`, `2024`.
  static func tokens(of part: String) -> [Token] {
    var tokens: [Token] = []
    var isOpen = false
    for character in part {
      guard let script = script(of: character) else {
        // China's, US$: both belong to the word before them.
        if isOpen, let last = tokens.last, last.script == .latin, "'$".contains(character) {
          tokens[tokens.count - 1].text.append(character)
          isOpen = character != "$"
        } else {
          isOpen = false
          if "%‰$€¥£₩=".contains(character) { tokens.append(Token(text: String(character), script: .symbol)) }
        }
        continue
      }
      let isLetterNumber = script == .number && tokens.last?.script == .latin
      if isOpen, let last = tokens.last, last.script == script || isLetterNumber {
        tokens[tokens.count - 1].text.append(character)
      } else {
        tokens.append(Token(text: String(character), script: script))
      }
      isOpen = true
    }
    return tokens.map(\.plain)
  }

  private static func script(of character: Character) -> Script? {
    if character.isASCII, character.isNumber { return .number }
    if character.isHangul { return .hangul }
    if character.isHanOrKana || character == "・" { return .wide }
    return character.isLetter ? .latin : nil
  }
}

extension Scanner.Token {
  /// Without the possessive's ending.
  fileprivate var plain: Self {
    guard script == .latin, text.contains("'") else { return self }
    let word = text.hasSuffix("'s") ? text.dropLast(2) : text.hasSuffix("'") ? text.dropLast() : text[...]
    return Self(text: String(word), script: script, isPossessive: word.count < text.count)
  }
}

extension Character {
  private var scalar: UInt32 { unicodeScalars.first?.value ?? 0 }

  var isHangul: Bool { 0xAC00...0xD7A3 ~= scalar || 0x1100...0x11FF ~= scalar || 0x3130...0x318F ~= scalar }
  var isKatakana: Bool { 0x30A1...0x30FA ~= scalar || scalar == 0x30FC }
  var isHiragana: Bool { 0x3041...0x3096 ~= scalar }
  var isHanOrKana: Bool {
    isHiragana || isKatakana || 0x3400...0x9FFF ~= scalar || 0xF900...0xFAFF ~= scalar
      || 0x20000...0x3FFFF ~= scalar || scalar == 0x3005
  }

  /// Whether it is a letter of a script that is written without capitals and counted by characters.
  var isEastAsian: Bool { isHangul || isHanOrKana }
}

extension String {
  /// With Latin letters, figures and signs in their usual width, one kind of apostrophe, and `U.S.` as `US`.
  var plainWidth: String {
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      if 0xFF01...0xFF5E ~= scalar.value { return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar }
      return scalar == "\u{2019}" ? "'" : scalar
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    for (dotted, plain) in [
      ("U.S.", "US"), ("U.K.", "UK"), ("E.U.", "EU"), ("한·중·일", "한중일"), ("한·중", "한중"), ("한·일", "한일"), ("한·미", "한미"),
      ("미·중", "미중"), ("중·일", "중일"),
    ] { text = text.replacing(dotted, with: plain) }
    return text
  }

  /// What stands between commas, colons and brackets; a comma between figures is none.
  var parts: [String] {
    var parts = [""]
    let all = Array(self)
    for (index, character) in all.enumerated() {
      let isInNumber =
        character == "," && index > 0 && index + 1 < all.count && all[index - 1].isNumber && all[index + 1].isNumber
      if ",;:、，；：()[]（）「」".contains(character), !isInNumber {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { $0.contains { $0.isLetter || $0.isNumber || "%$€¥£₩".contains($0) } }
  }
}

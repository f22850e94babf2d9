// SPDX-License-Identifier: MIT

/// Cuts a subtitle into runs of one script, part by part.
enum Scanner {
  enum Script {
    case latin, hangul, number, symbol
    /// Han and kana.
    case wide
  }

  struct Token {
    /// As it is written, without a possessive's ending.
    let text: String
    /// The same in small letters.
    let key: String
    let script: Script
    let isPossessive: Bool

    init(_ scalars: ArraySlice<Unicode.Scalar>, _ script: Script, isPossessive: Bool = false) {
      (self.script, self.isPossessive) = (script, isPossessive)
      if scalars.allSatisfy(\.isASCII) {
        text = ascii(scalars) { $0 }
        key = ascii(scalars) { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
      } else {
        text = String(String.UnicodeScalarView(scalars))
        key = script == .latin ? text.lowercased() : text
      }
    }
  }

  /// `China's GDP, 2024` is `China`, `GDP` and, behind a comma, `2024`. A comma between figures parts nothing.
  static func parts(of text: [Unicode.Scalar]) -> [[Token]] {
    var parts: [[Token]] = []
    var part: [Token] = []
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if isSeparator(scalar), !(scalar == "," && isInNumber(text, index)) {
        if !part.isEmpty { parts.append(part) }
        part = []
        index += 1
      } else if let script = script(of: scalar) {
        let end = endOfRun(text, from: index, script)
        part.append(token(text[index..<end], script))
        index = end
      } else {
        if symbols.contains(scalar) { part.append(Token(text[index...index], .symbol)) }
        index += 1
      }
    }
    return part.isEmpty ? parts : parts + [part]
  }

  /// Behind the last scalar of a run. US$, China's, G20: what follows the letters belongs to their word.
  private static func endOfRun(_ text: [Unicode.Scalar], from start: Int, _ script: Script) -> Int {
    var end = start + 1
    while end < text.count {
      if script == .latin, text[end] == "$" { return end + 1 }
      let next = Scanner.script(of: text[end])
      guard next == script || script == .latin && (next == .number || text[end] == "'") || text[end].isCombining else {
        break
      }
      end += 1
    }
    return end
  }

  private static func token(_ run: ArraySlice<Unicode.Scalar>, _ script: Script) -> Token {
    guard script == .latin, run.contains("'") else { return Token(run, script) }
    let word = run.suffix(2) == ["'", "s"] ? run.dropLast(2) : run.last == "'" ? run.dropLast() : run
    return Token(word, script, isPossessive: word.count < run.count)
  }

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    if scalar.isASCII { return 0x30...0x39 ~= scalar.value ? .number : scalar.isLetter ? .latin : nil }
    if scalar.isHangul { return .hangul }
    if scalar.isHanOrKana || scalar == "・" { return .wide }
    return scalar.isLetter ? .latin : nil
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", ":", "(", ")", "[", "]", "、", "「", "」": true
    default: false
    }
  }

  private static func isInNumber(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index > 0 && index + 1 < text.count && script(of: text[index - 1]) == .number
      && script(of: text[index + 1]) == .number
  }

  private static let symbols: [Unicode.Scalar] = ["%", "‰", "$", "€", "¥", "£", "₩", "="]
}

/// A text that is known to be ASCII, byte by byte.
private func ascii(_ scalars: ArraySlice<Unicode.Scalar>, _ byte: (UInt8) -> UInt8) -> String {
  String(unsafeUninitializedCapacity: scalars.count) { room in
    for (index, scalar) in scalars.enumerated() { room[index] = byte(UInt8(truncatingIfNeeded: scalar.value)) }
    return scalars.count
  }
}

extension Unicode.Scalar {
  var isHangul: Bool { 0xAC00...0xD7A3 ~= value || 0x1100...0x11FF ~= value || 0x3130...0x318F ~= value }
  var isKatakana: Bool { 0x30A1...0x30FA ~= value || value == 0x30FC }
  var isHiragana: Bool { 0x3041...0x3096 ~= value }
  var isHanOrKana: Bool {
    isHiragana || isKatakana || 0x3400...0x9FFF ~= value || 0xF900...0xFAFF ~= value || 0x20000...0x3FFFF ~= value
      || value == 0x3005
  }

  /// Whether it is a letter of a script that is written without capitals and counted by characters.
  var isEastAsian: Bool { isHangul || isHanOrKana }

  var isLetter: Bool { isASCII ? 0x61...0x7A ~= value | 0x20 : properties.isAlphabetic }

  /// An accent that stands behind its letter.
  fileprivate var isCombining: Bool { 0x300...0x36F ~= value }

  fileprivate var isASCIICapital: Bool { 0x41...0x5A ~= value }
}

extension String {
  /// With Latin letters, figures and signs in their usual width, one kind of apostrophe, `U.S.` as `US` and `한·중·일` as
  /// `한중일`.
  var plainWidth: String {
    if utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: ".") }) { return self }
    var text = ""
    text.unicodeScalars.append(contentsOf: plainScalars)
    return text
  }

  /// The same as scalars.
  var plainScalars: [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    plain.reserveCapacity(utf8.count)
    /// Whether the last is a capital alone: the first of a word, or behind another's full stop.
    var isInitial = false
    var isInWord = false
    for written in unicodeScalars {
      var scalar = written
      if 0xFF01...0xFF5E ~= scalar.value { scalar = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar }
      if scalar == "\u{2019}" { scalar = "'" }
      if scalar == ".", isInitial {
        (isInitial, isInWord) = (false, false)
        continue
      }
      isInitial = scalar.isASCIICapital && !isInWord
      isInWord = scalar.isLetter
      if koreanInitials.contains(scalar), plain.last == "·", plain.count > 1,
        koreanInitials.contains(plain[plain.count - 2])
      {
        plain.removeLast()
      }
      plain.append(scalar)
    }
    return plain
  }
}

/// What Korea, China, Japan and the United States are called in a row: 한·중·일.
private let koreanInitials: [Unicode.Scalar] = ["한", "중", "일", "미"]

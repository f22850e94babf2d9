// SPDX-License-Identifier: MIT

/// A subtitle, or a title, read word by word.
///
///     SubtitleReading("US exports, US dollars, 2024")      // a place and what is measured · a currency · a year
struct SubtitleReading {
  struct Word {
    let text: String
    /// nil for what is left when unit, place and period are taken away.
    let sense: SubtitleSense?
    /// Whether it may be a name that no list has: it begins with a capital where no sentence does.
    var isName = false
  }

  /// What stands between commas and brackets.
  let parts: [[Word]]
  private let words: [Word]

  init(_ text: String) {
    parts = Scanner.parts(of: text.plainScalars).enumerated().map { read($1, isFirst: $0 == 0) }
    words = parts.flatMap(\.self)
  }

  func says(_ senses: SubtitleSense...) -> Bool { words.contains { $0.sense.map(senses.contains) == true } }

  var namesPlace: Bool { says(.place) || words.contains(where: \.isName) }

  var namesUnit: Bool { says(.unit, .currency, .kind) }

  /// Whether anything is left for what is measured.
  var namesMeasure: Bool {
    let left = words.filter { $0.sense == nil }.map(\.text).joined()
    let isOf = words.indices.dropLast().contains { words[$0].sense == .kind && words[$0 + 1].sense == .filler }
    return left.count > 1 || isOf || isRate
  }

  /// Whether it is about a rate of exchange, which has no other place and measure.
  var isRate: Bool {
    let senses = words.map(\.sense)
    let isPer = senses.indices.dropLast().contains { index in
      senses[index] == .per && senses[index + 1] == .currency
        || senses[index] == .currency && senses[index + 1] == .each
    }
    return isPer || words.filter { $0.sense == .currency }.map(\.text).uniqued().count > 1
  }

  /// The parts that say a unit and nothing else: `US dollars a month`.
  var unitParts: [[Word]] {
    let units: Set<SubtitleSense> = [.unit, .currency]
    return parts.filter { part in
      let senses = part.map(\.sense)
      return senses.contains { $0.map(units.contains) == true }
        && senses.allSatisfy { $0.map { units.contains($0) || $0 == .filler || $0 == .per } == true }
    }
  }
}

/// Gives tokens their senses, the longest phrase first.
private func read(_ tokens: [Scanner.Token], isFirst: Bool) -> [SubtitleReading.Word] {
  var words: [SubtitleReading.Word] = []
  var index = 0
  while index < tokens.count {
    let token = tokens[index]
    if token.script == .wide {
      words += readWide(Array(token.text.unicodeScalars))
      index += 1
      continue
    }
    var found: (sense: SubtitleSense, count: Int)?
    let longest = min(SubtitleVocabulary.longest[token.key] ?? 1, tokens.count - index)
    for count in (1...longest).reversed() where found == nil {
      let phrase = tokens[index..<index + count]
      guard phrase.allSatisfy({ $0.script == token.script }) else { continue }
      found = sense(of: phrase).map { ($0, count) }
    }
    if let found {
      let text = written(tokens[index..<index + found.count])
      words.append(.init(text: text, sense: found.sense))
      if token.script == .hangul, tokens[index + found.count - 1].text.hasSuffix("당") {
        words.append(.init(text: "당", sense: .each))
      }
      // 대미수출액 says what is measured too.
      if found.sense == .place, found.count == 1, isKoreanCompound(token.text) {
        words.append(.init(text: token.text, sense: nil))
      }
      index += found.count
      continue
    }
    let isCapital = token.text.first?.isUppercase == true && token.text.dropFirst().first?.isLowercase == true
    let isBegun = index > 0 || !isFirst || token.isPossessive
    words.append(.init(text: token.text, sense: nil, isName: isCapital && isBegun && token.text.count > 3))
    index += 1
  }
  return words
}

/// A phrase in small letters.
private func written(_ phrase: ArraySlice<Scanner.Token>) -> String {
  phrase.dropFirst().reduce(phrase.first?.key ?? "") { $0 + " " + $1.key }
}

private func sense(of phrase: ArraySlice<Scanner.Token>) -> SubtitleSense? {
  guard let last = phrase.last else { return nil }
  if last.script == .number { return phrase.count == 1 ? .filler : nil }
  if last.script == .symbol { return phrase.count == 1 ? .unit : nil }
  let key = written(phrase)
  let senses = SubtitleVocabulary.senses
  if last.script == .latin {
    if let sense = senses[key], last.text != last.key || !SubtitleVocabulary.capitals.contains(key) { return sense }
    return phrase.count == 1 && isDemonym(key) ? .place : nil
  }
  if let sense = senses[key] { return sense }
  for stem in stems(of: key) {
    if let sense = senses[stem] { return sense }
    let scaled = String(stem.drop { "십백천만억조".contains($0) })
    if let sense = senses[scaled], sense == .unit || sense == .currency { return sense }
  }
  if phrase.count == 1, isKoreanPlace(key) { return .place }
  return nil
}

/// `Japanese`, `Koreans`: a country's name with an ending.
private func isDemonym(_ word: String) -> Bool {
  guard let last = word.utf8.last, [UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "e")].contains(last) else {
    return false
  }
  return demonymEndings.contains { ending in
    word.utf8.count > ending.utf8.count + 3 && word.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      && SubtitleVocabulary.senses[String(word.dropLast(ending.count))] == .place
  }
}

private let demonymEndings = ["n", "ns", "an", "ian", "ians", "ese", "ean", "s"]

/// A Korean word without what stands behind it, once and twice.
private func stems(of word: String) -> [String] {
  func shorter(_ word: String) -> [String] {
    SubtitleVocabulary.particles.filter { word.hasSuffix($0) && word.count > $0.count }
      .map { String(word.dropLast($0.count)) }
  }
  let once = shorter(word)
  return [word] + once + once.flatMap(shorter)
}

private func isKoreanCompound(_ word: String) -> Bool {
  isKoreanPlace(word) && stems(of: word).allSatisfy { SubtitleVocabulary.senses[$0] == nil }
}

/// A country's name at the beginning of a compound, or 대미 before what flows.
private func isKoreanPlace(_ word: String) -> Bool {
  let isFlow = ["대미", "대일", "대중", "대한"].contains { name in
    word.hasPrefix(name) && SubtitleVocabulary.koreanFlows.contains { word.dropFirst(2).hasPrefix($0) }
  }
  return isFlow
    || (2..<max(2, word.count)).contains { length in
      let name = String(word.prefix(length))
      return SubtitleVocabulary.senses[name] == .place && !SubtitleVocabulary.wholeKorean.contains(name)
    }
}

/// Han and kana have no spaces: the longest word of the list at each place, and what is between them is left.
private func readWide(_ text: [Unicode.Scalar]) -> [SubtitleReading.Word] {
  func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }
  var words: [SubtitleReading.Word] = []
  var (start, index) = (0, 0)
  func flush() {
    if start < index { words.append(.init(text: string(start..<index), sense: nil)) }
  }
  while index < text.count {
    let match = listed(text, at: index) ?? single(text, at: index, isAlone: start == index)
    if let match {
      flush()
      words.append(.init(text: string(index..<index + match.length), sense: match.sense))
      index += match.length
      start = index
    } else {
      index += 1
    }
  }
  flush()
  return words
}

/// The longest word of the list that begins at a place.
private func listed(_ text: [Unicode.Scalar], at index: Int) -> (sense: SubtitleSense, length: Int)? {
  // A katakana word ends where the katakana end: タイ is none in タイヤ.
  if index > 0, text[index - 1].isKatakana, text[index].isKatakana { return nil }
  for length in SubtitleVocabulary.wideLengths[text[index]] ?? [] where index + length <= text.count {
    let end = index + length
    if end < text.count, text[end - 1].isKatakana, text[end].isKatakana { continue }
    if let sense = SubtitleVocabulary.senses[String(String.UnicodeScalarView(text[index..<end]))] {
      return (sense, length)
    }
  }
  return nil
}

/// One character that counts only where it stands: at the end, or before kana.
private func single(
  _ text: [Unicode.Scalar], at index: Int, isAlone: Bool
) -> (sense: SubtitleSense, length: Int)? {
  let isLast = index + 1 == text.count
  if isLast, isAlone, let sense = SubtitleVocabulary.counters[text[index]] { return (sense, 1) }
  guard index > 0, isLast || text[index + 1].isHiragana, let sense = SubtitleVocabulary.endings[text[index]] else {
    return nil
  }
  return (sense, 1)
}

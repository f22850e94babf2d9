// SPDX-License-Identifier: MIT

extension WrittenFigure {
  /// Stands in a text for what is not to be read as part of it, such as a value or code.
  public static let hole: UInt8 = 0x1F

  /// Finds the figures of a text, in any of the four languages.
  ///
  /// Years, dates, ordinals, times, numbers of sections and parts of names are none, nor is what stands in quotation
  /// marks: those are somebody else's words.
  ///
  /// - Parameters:
  ///   - text: One paragraph in UTF-8.
  ///   - values: Numbers of which one has to be like a figure, for the figure to be read; nil for all figures.
  public static func read(_ text: [UInt8], like values: Mantissas? = nil) -> [WrittenFigure] {
    text.withUnsafeBufferPointer { bytes in
      var scanner = FigureScanner(bytes: bytes, values: values)
      var figures: [WrittenFigure] = []
      while let figure = scanner.next() {
        if let figure { figures.append(figure) }
      }
      return figures
    }
  }
}

/// Goes through a text from number to number.
private struct FigureScanner {
  /// Digits with their separators.
  struct Number {
    var range: Range<Int>
    /// The digits as one number; beyond 15 digits it is none to compare.
    var significand: UInt64 = 0
    var digitCount = 0
    var places = 0
    var isGrouped = false
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  /// The mark that ends the quotation in which the scanner is.
  var closing: [UInt8]?

  let values: WrittenFigure.Mantissas?

  init(bytes: UnsafeBufferPointer<UInt8>, values: WrittenFigure.Mantissas?) {
    self.bytes = bytes
    self.values = values
  }

  /// - Returns: nil at the end; nothing within for a number that is no figure.
  mutating func next() -> WrittenFigure?? {
    while index < bytes.count {
      let byte = bytes[index]
      if isDigit(byte) { return .some(figure()) }
      skipQuotes(byte)
      index += 1
    }
    return nil
  }

  private mutating func skipQuotes(_ byte: UInt8) {
    if byte != 0x22, byte != 0xE2, byte != 0xE3 { return }
    if let closing {
      if starts(with: closing, at: index) { self.closing = nil }
    } else if let pair = quotationMarks.first(where: { starts(with: $0.open, at: index) }) {
      closing = pair.close
    }
  }

  private mutating func figure() -> WrittenFigure? {
    let first = index
    guard let number = number(), closing == nil, number.digitCount <= 15, isWanted(number) else { return nil }
    let prefix = currencyPrefix(before: first)
    let start = first - (prefix?.length ?? 0)
    guard isFree(before: start) else { return nil }
    var (significand, digitCount, places, power) = (number.significand, number.digitCount, number.places, 0)
    if isPartOfName(after: number.range.upperBound) { return nil }
    let scale = scale(after: number.range.upperBound, allowsLetter: prefix != nil)
    if let scale { (power, index) = (scale.power, scale.end) }
    // 3兆2,810億: each scale word takes a number of its own.
    while power > 4, let next = compound(below: power) {
      let wholes = power - next.power
      let added = wholes + next.number.places
      guard next.number.digitCount - next.number.places <= wholes, places == 0, digitCount + added <= 15 else { break }
      for _ in 0..<added { significand *= 10 }
      significand += next.number.significand
      digitCount += added
      (power, places, index) = (next.power, next.number.places, next.end)
    }
    let unit = unit(at: index)
    if let unit { index = unit.end }
    let measure = prefix.map { .amount($0.kind) } ?? unit?.measure ?? .plain
    let isBare = prefix == nil && unit == nil && scale == nil
    if isBare, isCounting(number, start) { return nil }
    guard let decimals = Decimals(Double(significand))?.scaled(byPowerOfTen: -places) else { return nil }
    return WrittenFigure(
      text: text(start..<index), number: text(number.range), offset: start, measure: measure, decimals: decimals,
      places: places, power: power, isGrouped: number.isGrouped,
      isApproximate: isApproximate(before: start, after: index))
  }

  /// `1,234.5`; nil for what digits and signs make otherwise, such as `2024-03`, `12:30` or `1.2.3`.
  private mutating func number() -> Number? {
    let start = index
    var number = Number(range: start..<start)
    takeDigits(into: &number)
    while byte(index) == UInt8(ascii: ","), (1...3).allSatisfy({ isDigit(byte(index + $0)) }),
      !isDigit(byte(index + 4)), number.isGrouped || number.digitCount <= 3
    {
      index += 1
      number.isGrouped = true
      takeDigits(into: &number)
    }
    if byte(index) == UInt8(ascii: "."), isDigit(byte(index + 1)) {
      index += 1
      let before = number.digitCount
      takeDigits(into: &number)
      number.places = number.digitCount - before
    }
    number.range = start..<index
    let joiners = ".,:/-–".utf8
    if joiners.contains(byte(index)), isDigit(byte(index + 1)) {
      while isDigit(byte(index)) || joiners.contains(byte(index)) && isDigit(byte(index + 1)) { index += 1 }
      return nil
    }
    return number
  }

  /// Whether a value may be like the number; a number before a scale word and another number is part of a whole.
  private func isWanted(_ number: Number) -> Bool {
    guard let values else { return true }
    return values.mayBeLike(number.significand) || byte(number.range.upperBound) >= 0xE3
  }

  private mutating func takeDigits(into number: inout Number) {
    while isDigit(byte(index)) {
      if number.digitCount < 15 { number.significand = number.significand * 10 + UInt64(bytes[index] - 48) }
      number.digitCount += 1
      index += 1
    }
  }

  /// Whether nothing stands before that makes the digits part of a word, a date or a number of something.
  private func isFree(before start: Int) -> Bool {
    let last = byte(start - 1)
    if isLetter(last) || isDigit(last) || last == WrittenFigure.hole { return false }
    if "_/#&=.,:'".utf8.contains(last), isDigit(byte(start - 2)) || isLetter(byte(start - 2)) { return false }
    if last == UInt8(ascii: "-"), isDigit(byte(start - 2)) || isLetter(byte(start - 2)) { return false }
    return !["第", "제", "§", "§ ", "号", "№"].contains { ends(with: $0, at: start) }
  }

  /// `5G`, `1st`, `3nm`: letters that are neither a scale nor a unit.
  private func isPartOfName(after end: Int) -> Bool {
    if byte(end) == UInt8(ascii: "/"), isLetter(byte(end + 1)) { return true }
    guard isLetter(byte(end)) || byte(end) == UInt8(ascii: "_") || byte(end) == WrittenFigure.hole else { return false }
    return scale(after: end, allowsLetter: true) == nil && unit(at: end) == nil
  }

  /// Bare numbers that count the calendar or the paragraphs of a law.
  private func isCounting(_ number: Number, _ start: Int) -> Bool {
    let isWhole = number.places == 0 && !number.isGrouped
    if isWhole, number.digitCount == 4, 1000..<3000 ~= number.significand { return true }
    if calendarSigns.contains(where: { starts(with: $0, at: number.range.upperBound) }) { return true }
    let (before, after) = (word(before: start), word(after: number.range.upperBound))
    return numbered.contains(before) || isWhole && isMonth(before) || isMonth(after)
  }

  /// `May`, `Sept`, `december`: the whole word, since a mayor is no month.
  private func isMonth(_ word: String) -> Bool {
    months.contains { word.hasPrefix($0.prefix(3)) && $0.hasPrefix(word) } || word == "sept"
  }

  private func isApproximate(before start: Int, after end: Int) -> Bool {
    if approximateMarks.contains(where: { ends(with: $0, at: start) }) { return true }
    if approximateSigns.contains(where: { starts(with: $0, at: end) }) { return true }
    return approximating.contains(word(before: start))
  }

  // MARK: Words around a number

  private func currencyPrefix(before end: Int) -> (kind: FigureFormat.Kind, length: Int)? {
    currencyPrefixes.first { ends(with: $0.sign, at: end) }.map { ($0.kind, $0.sign.utf8.count) }
  }

  private func scale(after end: Int, allowsLetter: Bool) -> (power: Int, end: Int)? {
    let start = skipSpace(end)
    for scale in scales where starts(with: scale.word, at: start) {
      let next = start + scale.word.utf8.count
      if scale.isLatin, isLetter(byte(next)) { continue }
      if scale.word.utf8.count == 1, !allowsLetter || start != end { continue }
      return (scale.power, next)
    }
    return nil
  }

  /// A further number with a smaller scale word.
  private mutating func compound(below power: Int) -> (number: Number, power: Int, end: Int)? {
    let before = index
    defer { index = before }
    index = skipSpace(index)
    guard isDigit(byte(index)), let number = number(),
      let scale = scale(after: number.range.upperBound, allowsLetter: false), scale.power < power, scale.power >= 4
    else { return nil }
    return (number, scale.power, scale.end)
  }

  private func unit(at end: Int) -> (measure: WrittenFigure.Measure, end: Int)? {
    let start = skipSpace(end)
    for unit in units where starts(with: unit.word, at: start) {
      let next = start + unit.word.utf8.count
      if unit.isLatin, isLetter(byte(next)), !starts(with: "s", at: next) || isLetter(byte(next + 1)) { continue }
      return (unit.measure, unit.isLatin && starts(with: "s", at: next) ? next + 1 : next)
    }
    return nil
  }

  private func skipSpace(_ start: Int) -> Int {
    if [0x20, 0x0A, UInt8(ascii: "-")].contains(byte(start)) { return start + 1 }
    return starts(with: "\u{A0}", at: start) ? start + 2 : starts(with: "\u{202F}", at: start) ? start + 3 : start
  }

  /// The Latin word before an offset, in small letters.
  private func word(before end: Int) -> String {
    var last = end
    while [0x20, 0x0A, UInt8(ascii: "."), 0xA0, 0xC2].contains(byte(last - 1)) { last -= 1 }
    var first = last
    while isLetter(byte(first - 1)) { first -= 1 }
    return text(max(first, 0)..<max(last, 0)).lowercased()
  }

  private func word(after start: Int) -> String {
    let first = skipSpace(start)
    var last = first
    while isLetter(byte(last)) { last += 1 }
    return text(first..<last).lowercased()
  }

  // MARK: Bytes

  private func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func starts(with word: [UInt8], at start: Int) -> Bool {
    start >= 0 && start + word.count <= bytes.count && bytes[start...].starts(with: word)
  }

  private func starts(with word: String, at start: Int) -> Bool {
    let count = word.utf8.count
    guard start >= 0, start + count <= bytes.count, word.utf8.first == byte(start) else { return false }
    return zip(bytes[start..<start + count], word.utf8).allSatisfy { $0 == $1 }
  }

  private func ends(with word: String, at end: Int) -> Bool { starts(with: word, at: end - word.utf8.count) }
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

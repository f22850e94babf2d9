// SPDX-License-Identifier: MIT

extension Period {
  /// Reads a period in any of the forms that statistical offices write: `2024`, `2024-H1`, `2024S1`, `2024Q1`, `Q1 2024`,
  /// `2024-03`, `2024M03`, `2024.03`, `2024/03`, `202403`, `Jan-2024`, `January 2024`, `2024-03-15`, `20240315`,
  /// `02-Jan-2001`, `15 March 2024`, `2024 [YR2024]`, `2024년 3월`, `2024年3月15日`, `2024년 1분기`, `2024년 상반기`, `2024年上半年`.
  ///
  /// - Returns: nil for anything else, such as `Jan-24`, which may be a day or a month.
  public init?(written text: some StringProtocol) {
    if let period = Period(text) {
      self = period
    } else {
      let tokens = Period.tokens(text)
      guard !tokens.isEmpty, let period = Period.read(tokens) else { return nil }
      self = period
    }
  }

  private static func read(_ tokens: [String]) -> Period? {
    let numbers = tokens.compactMap { Int($0) }
    let isYear = tokens.first.map { $0.utf8.count == 4 && Int($0) != nil } ?? false
    let words = tokens.filter { Int($0) == nil }.joined(separator: " ")
    switch (numbers.count, words) {
    case (1, "") where tokens[0].utf8.count == 6: return month(Int(tokens[0].prefix(4)), Int(tokens[0].suffix(2)))
    case (1, "") where tokens[0].utf8.count == 8:
      return day(Int(tokens[0].prefix(4)), Int(tokens[0].dropFirst(4).prefix(2)), Int(tokens[0].suffix(2)))
    case (1, "yr"), (1, "년"), (1, "年"): return tokens.first { $0.utf8.count == 4 }.flatMap { Period($0) }
    case (1, "년 상반기"), (1, "年上半年"), (1, "年 上半年"): return isYear ? half(numbers[0], 1) : nil
    case (1, "년 하반기"), (1, "年下半年"), (1, "年 下半年"): return isYear ? half(numbers[0], 2) : nil
    case (1, let word):
      guard tokens.count == 2, tokens[1].utf8.count == 4, Int(tokens[1]) != nil else { return nil }
      return monthNumber(word).flatMap { month(numbers[0], $0) }
    case (2, ""), (2, "m"), (2, "월"), (2, "년 월"), (2, "年 月"):
      return isYear && tokens.dropFirst().allSatisfy { $0.utf8.count <= 3 } ? month(numbers[0], numbers[1]) : nil
    case (2, "q"), (2, "h"), (2, "s"):
      let (year, part) = isYear ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      return words == "q" ? quarter(year, part) : half(year, part)
    case (2, "년 분기"), (2, "年第 季度"), (2, "年 四半期"), (2, "年第 四半期"): return isYear ? quarter(numbers[0], numbers[1]) : nil
    case (2, let word):
      guard let named = monthNumber(word) else { return nil }
      return tokens.last?.utf8.count == 4
        ? day(numbers[1], named, numbers[0]) : isYear ? day(numbers[0], named, numbers[1]) : nil
    case (3, ""), (3, "年 月 日"), (3, "년 월 일"):
      return isYear && numbers[1] <= 12 && numbers[2] <= 31 ? day(numbers[0], numbers[1], numbers[2]) : nil
    default: return nil
    }
  }

  /// Runs of digits and runs of letters, in small letters; spaces and `-./,` part them, and no other sign may.
  private static func tokens(_ text: some StringProtocol) -> [String] {
    var tokens: [String] = []
    var previous = 0
    for scalar in text.lowercased().unicodeScalars.prefix(40) {
      let kind = 48...57 ~= scalar.value ? 1 : scalar.properties.isAlphabetic ? 2 : 0
      if kind != 0, kind == previous {
        tokens[tokens.count - 1].unicodeScalars.append(scalar)
      } else if kind != 0 {
        tokens.append(String(scalar))
      } else if !" -./,".unicodeScalars.contains(scalar) {
        return []
      }
      previous = kind
    }
    return tokens
  }

  private static func half(_ year: Int, _ half: Int) -> Period? {
    guard 1800...2200 ~= year, 1...2 ~= half else { return nil }
    return Period(unit: .half, year: year, month: half * 6 - 5)
  }

  private static func quarter(_ year: Int, _ quarter: Int) -> Period? {
    guard 1800...2200 ~= year, 1...4 ~= quarter else { return nil }
    return Period(unit: .quarter, year: year, month: quarter * 3 - 2)
  }

  private static func month(_ year: Int?, _ month: Int?) -> Period? {
    guard let year, let month, 1800...2200 ~= year, 1...12 ~= month else { return nil }
    return Period(unit: .month, year: year, month: month)
  }

  /// A day that the calendar has.
  private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> Period? {
    guard let first = Period.month(year, month), let day, 1...31 ~= day else { return nil }
    return Period(first.iso + (day < 10 ? "-0\(day)" : "-\(day)"))
  }

  /// The month of an English name, or of its first letters; nil for another word in small letters.
  package static func monthNumber(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return englishMonths.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }
}

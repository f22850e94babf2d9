// SPDX-License-Identifier: MIT
import Figures

/// A period as portals write it, with the mark that may stand behind it: `2019.12 p)`.
struct PeriodText {
  /// The period.
  let period: Period
  /// What the portal says of its figures.
  let mark: Mark?

  /// Reads `2024`, `2024-03`, `2024M03`, `2024.03`, `2024/03`, `202403`, `2024-Q1`, `2024Q1`, `2024-03-15`,
  /// `January 2024`, `Jan-2024`, `2024 [YR2024]`, `2024년 3월`.
  ///
  /// - Returns: nil for anything else.
  init?(_ text: String) {
    let (bare, mark) = Mark.split(text.trimmed)
    guard let period = Self.read(bare.components(before: "[").trimmed) else { return nil }
    (self.period, self.mark) = (period, mark)
  }

  private static func read(_ text: String) -> Period? {
    if let period = Period(text) { return period }
    let tokens = tokens(text)
    let numbers = tokens.compactMap { Int($0) }
    switch (tokens.count, numbers.count) {
    case (1, 1) where tokens[0].count == 6: return month(Int(tokens[0].prefix(4)), Int(tokens[0].suffix(2)))
    case (2, 2) where tokens[0].count == 4 && tokens[1].count <= 2: return month(numbers[0], numbers[1])
    case (3, 3) where tokens[0].count == 4 && tokens[1].count <= 2 && tokens[2].count <= 2:
      return Period("\(tokens[0])-\(two(tokens[1]))-\(two(tokens[2]))")
    case (2, 1):
      if tokens[1].count == 4, let named = monthNumber(tokens[0]) { return month(numbers[0], named) }
      if tokens[0] == "yr" { return Period(tokens[1]) }
      if tokens[1] == "년" { return Period(tokens[0]) }
    case (3, 2) where tokens[0].count == 4 && tokens[1] == "q": return Period("\(tokens[0])-Q\(tokens[2])")
    case (3, 2) where tokens[0].count == 4 && tokens[1] == "m": return month(numbers[0], numbers[1])
    case (3, 2) where tokens[0].count == 4 && tokens[2] == "월": return month(numbers[0], numbers[1])
    case (4, 2) where tokens[1] == "년" && tokens[3] == "월", (4, 2) where tokens[1] == "年" && tokens[3] == "月":
      return month(numbers[0], numbers[1])
    default: break
    }
    return nil
  }

  /// Runs of digits and runs of letters, in small letters; everything else parts them.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var previous = 0
    for scalar in text.lowercased().unicodeScalars.prefix(40) {
      let kind = 48...57 ~= scalar.value ? 1 : scalar.properties.isAlphabetic ? 2 : 0
      if kind != 0, kind == previous {
        tokens[tokens.count - 1].unicodeScalars.append(scalar)
      } else if kind != 0 {
        tokens.append(String(scalar))
      } else if !" -./".unicodeScalars.contains(scalar) {
        return []
      }
      previous = kind
    }
    return tokens
  }

  private static func month(_ year: Int?, _ month: Int?) -> Period? {
    guard let year, let month, 1800...2200 ~= year, 1...12 ~= month else { return nil }
    return Period(unit: .month, year: year, month: month)
  }

  private static func monthNumber(_ word: String) -> Int? {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return names.firstIndex(of: String(word.prefix(3))).map { $0 + 1 }
  }

  private static func two(_ digits: String) -> String { digits.count == 1 ? "0" + digits : digits }
}

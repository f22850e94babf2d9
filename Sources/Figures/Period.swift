// SPDX-License-Identifier: MIT

/// A span of the calendar as trade statistics name it: a year, half, quarter, month or day.
public struct Period: Hashable, Sendable, Comparable {
  public enum Unit: Int, Sendable, Comparable {
    case year, half, quarter, month, day

    public static func < (a: Unit, b: Unit) -> Bool { a.rawValue < b.rawValue }
  }

  public let unit: Unit
  public let year: Int
  /// The first month of the period, 1 to 12.
  public let month: Int
  /// The first day of the period, 1 to 31.
  public let day: Int

  /// Reads `2024`, `2024-H1`, `2024-Q1`, `2024-03` or `2024-03-15`.
  /// - Returns: nil for anything else, and for a day or month that is none.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].utf8.count == 4, let year = Int(parts[0]), year > 0 else { return nil }
    var (unit, month, day) = (Unit.year, 1, 1)
    if parts.count > 1 {
      guard parts[1].utf8.count == 2 else { return nil }
      if parts.count == 2, parts[1].uppercased().hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()) {
        guard 1...4 ~= quarter else { return nil }
        (unit, month) = (.quarter, quarter * 3 - 2)
      } else if parts.count == 2, parts[1].uppercased().hasPrefix("H"), let half = Int(parts[1].dropFirst()) {
        guard 1...2 ~= half else { return nil }
        (unit, month) = (.half, half * 6 - 5)
      } else {
        guard let number = Int(parts[1]), 1...12 ~= number else { return nil }
        (unit, month) = (.month, number)
      }
    }
    if parts.count > 2 {
      guard parts[2].utf8.count == 2, let number = Int(parts[2]), number >= 1, number <= daysIn(month: month, of: year)
      else { return nil }
      (unit, day) = (.day, number)
    }
    self.init(unit: unit, year: year, month: month, day: day)
  }

  public init(unit: Unit, year: Int, month: Int = 1, day: Int = 1) {
    self.unit = unit
    self.year = year
    self.month = month
    self.day = day
  }

  /// A year given as a number, or any of the written forms.
  public init?(_ cell: Cell) {
    switch cell {
    case .integer(let year) where 1...9999 ~= year: self.init(unit: .year, year: year)
    case .text(let text): self.init(text)
    default: return nil
    }
  }

  /// Days from 1 January 1970 to the period's first day. (H. Hinnant, days_from_civil)
  public var firstDay: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public static func < (a: Period, b: Period) -> Bool { (a.firstDay, a.unit) < (b.firstDay, b.unit) }

  public var quarter: Int { (month + 2) / 3 }

  /// 1 or 2.
  public var half: Int { (month + 5) / 6 }

  /// The number of the period in the calendar, so that two of one length can be subtracted: 1 apart are neighbours.
  public var number: Int {
    switch unit {
    case .year: year
    case .half: year * 2 + half - 1
    case .quarter: year * 4 + quarter - 1
    case .month: year * 12 + month - 1
    case .day: firstDay
    }
  }

  /// As it is written in data: `2024-03`.
  public var iso: String {
    switch unit {
    case .year: padded(year, 4)
    case .half: "\(padded(year, 4))-H\(half)"
    case .quarter: "\(padded(year, 4))-Q\(quarter)"
    case .month: "\(padded(year, 4))-\(padded(month, 2))"
    case .day: "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
  }

  /// As a sentence has it: `28 April 2025`, `2025年4月28日`, `2025년 4월 28일`.
  public func text(in language: Language) -> String {
    switch (language, unit) {
    case (.english, .year): String(year)
    case (.english, .half): "H\(half) \(year)"
    case (.english, .quarter): "Q\(quarter) \(year)"
    case (.english, .month): "\(englishMonths[month - 1]) \(year)"
    case (.english, .day): "\(day) \(englishMonths[month - 1]) \(year)"
    case (.korean, .year): "\(year)년"
    case (.korean, .half): "\(year)년 \(half == 1 ? "상" : "하")반기"
    case (.korean, .quarter): "\(year)년 \(quarter)분기"
    case (.korean, .month): "\(year)년 \(month)월"
    case (.korean, .day): "\(year)년 \(month)월 \(day)일"
    case (.japanese, .year), (.chinese, .year): "\(year)年"
    case (.japanese, .half): "\(year)年\(month)～\(month + 5)月期"
    case (.chinese, .half): "\(year)年\(half == 1 ? "上" : "下")半年"
    case (.japanese, .quarter): "\(year)年\(month)～\(month + 2)月期"
    case (.chinese, .quarter): "\(year)年第\(["一", "二", "三", "四"][quarter - 1])季度"
    case (.japanese, .month), (.chinese, .month): "\(year)年\(month)月"
    case (.japanese, .day), (.chinese, .day): "\(year)年\(month)月\(day)日"
    }
  }

  /// Without the year: `April`, `28 Apr`, `4月28日`.
  public func shortText(in language: Language) -> String {
    switch (language, unit) {
    case (_, .year): String(year)
    case (.english, .half): "H\(half)"
    case (.japanese, .half): "\(month)～\(month + 5)月"
    case (.korean, .half): "\(half == 1 ? "상" : "하")반기"
    case (.chinese, .half): "\(half == 1 ? "上" : "下")半年"
    case (.english, .quarter): "Q\(quarter)"
    case (.japanese, .quarter): "\(month)～\(month + 2)月"
    case (.korean, .quarter): "\(quarter)분기"
    case (.chinese, .quarter): "\(["一", "二", "三", "四"][quarter - 1])季度"
    case (.english, .month): String(englishMonths[month - 1].prefix(3))
    case (.english, .day): "\(day) \(englishMonths[month - 1].prefix(3))"
    case (.korean, .month): "\(month)월"
    case (.korean, .day): "\(month)월 \(day)일"
    case (_, .month): "\(month)月"
    case (_, .day): "\(month)月\(day)日"
    }
  }
}

let englishMonths = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
]

private func daysIn(month: Int, of year: Int) -> Int {
  switch month {
  case 4, 6, 9, 11: 30
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  default: 31
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

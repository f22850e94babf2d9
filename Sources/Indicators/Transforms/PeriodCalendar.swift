// SPDX-License-Identifier: MIT
import Figures

/// Which position is the period before another, or the same one a year before: by the calendar, so that a gap in the
/// data is a gap. Days follow one another as they come, since markets close.
struct PeriodCalendar {
  /// The positions in time.
  let order: [Int]
  private let periods: [Period]
  private let unit: Period.Unit
  private let byNumber: [Int: Int]
  private let byPeriod: [Period: Int]
  private let numbers: [Int]

  /// - Returns: nil where the periods are not of one length.
  init?(_ periods: [Period]) {
    guard let unit = periods.first?.unit, periods.allSatisfy({ $0.unit == unit }) else { return nil }
    self.periods = periods
    self.unit = unit
    order = periods.indices.sorted { (periods[$0].firstDay, $0) < (periods[$1].firstDay, $1) }
    var numbers = [Int](repeating: 0, count: periods.count)
    for (rank, position) in order.enumerated() { numbers[position] = unit == .day ? rank : periods[position].number }
    self.numbers = numbers
    byNumber = Dictionary(zip(numbers, periods.indices), uniquingKeysWith: { first, _ in first })
    byPeriod = Dictionary(zip(periods, periods.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The position so many periods before another; nil where the data has none.
  func position(_ position: Int, back steps: Int) -> Int? { byNumber[numbers[position] - steps] }

  /// The position of the same period a year before; nil where the data has none.
  func yearBefore(_ position: Int) -> Int? {
    let period = periods[position]
    return byPeriod[Period(unit: unit, year: period.year - 1, month: period.month, day: period.day)]
  }

  /// The positions inside a period that is as long as theirs, or longer.
  func positions(in whole: Period) -> [Int] {
    periods.indices.filter { position in
      let period = periods[position]
      return period.unit >= whole.unit && period.year == whole.year
        && (whole.unit == .year || period.half == whole.half && whole.unit == .half
          || period.quarter == whole.quarter && whole.unit == .quarter
          || period.month == whole.month && (whole.unit == .month || period.day == whole.day))
    }
  }

  /// Whether positions inside a period fill it; days always do, since markets close.
  func isWhole(_ positions: [Int], in whole: Period) -> Bool {
    switch (unit, whole.unit) {
    case (.half, .year), (.quarter, .half): positions.count == 2
    case (.quarter, .year): positions.count == 4
    case (.month, .half): positions.count == 6
    case (.month, .year): positions.count == 12
    case (.month, .quarter): positions.count == 3
    default: !positions.isEmpty
    }
  }
}

// SPDX-License-Identifier: MIT
import Figures

/// A tick of an axis of time: its label, and the year below it where a new one begins.
struct TimeTick: Hashable, Sendable {
  let day: Double
  let label: String
  let year: String?
}

/// Ticks at round places of the calendar, at most `count` of them.
///
/// Years end at the last one where a step allows it; months begin in January; days at the first of a month where the
/// span is longer than that.
func timeTicks(from first: Period, to last: Period, unit: Period.Unit, count: Int, language: Language) -> [TimeTick] {
  let days = last.firstDay - first.firstDay
  if unit == .year || days > 366 * 3 { return yearTicks(first, last, unit: unit, count: count) }
  if unit == .day, days <= 45 { return dayTicks(first, last, count: count, language: language) }
  let tickUnit = unit == .day ? .month : unit
  let start = first.year * 12 + first.month - 1 + (first.day > 1 ? 1 : 0)
  let end = last.year * 12 + last.month - 1
  let steps = [1, 2, 3, 6, 12].filter { $0 % (unit == .half ? 6 : unit == .quarter ? 3 : 1) == 0 }
  let step = steps.first { (end / $0) - (start + $0 - 1) / $0 + 1 <= count } ?? 12
  var ticks: [TimeTick] = []
  var shownYear = 0
  for month in start...max(start, end) where month % step == 0 || start >= end {
    let period = Period(unit: tickUnit, year: month / 12, month: month % 12 + 1)
    let isNewYear = period.year != shownYear
    shownYear = period.year
    ticks.append(
      TimeTick(
        day: Double(period.firstDay), label: period.shortText(in: language),
        year: isNewYear ? Period(unit: .year, year: period.year).axisText(in: language) : nil))
  }
  return ticks
}

private func yearTicks(_ first: Period, _ last: Period, unit: Period.Unit, count: Int) -> [TimeTick] {
  let start = unit == .year || first.month == 1 && first.day == 1 ? first.year : first.year + 1
  let span = max(0, last.year - start)
  func tick(_ year: Int) -> TimeTick {
    TimeTick(day: Double(Period(unit: .year, year: year).firstDay), label: String(year), year: nil)
  }
  let least = max(1, (span + max(count - 2, 0)) / max(count - 1, 1))
  let exact = (least...max(least, span)).first { step in
    span % step == 0 && span / step >= 2 && isPlain(step, span: span) && (step < 10 || start % step == 0)
  }
  if let exact {
    return stride(from: start, through: last.year, by: exact).map(tick)
  }
  let step =
    [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 500].first { step in
      span / step + 1 <= count && (step != 4 || span <= 12)
    } ?? 1000
  return (start...max(start, last.year)).filter { $0 % step == 0 || span == 0 }.map(tick)
}

/// Steps that a reader counts along with: by threes and fours only over a few years.
private func isPlain(_ step: Int, span: Int) -> Bool {
  span <= 12 && [3, 4].contains(step) || [1, 2, 5, 10, 20, 25, 50, 100].contains(step)
}

private func dayTicks(_ first: Period, _ last: Period, count: Int, language: Language) -> [TimeTick] {
  let (start, end) = (first.firstDay, last.firstDay)
  let step = [1, 2, 3, 7, 14].first { (end - start) / $0 + 1 <= count } ?? 28
  var shownYear = 0
  return stride(from: start, through: end, by: step).map { day in
    let period = Period(day: day)
    let isNewYear = period.year != shownYear
    shownYear = period.year
    return TimeTick(
      day: Double(day), label: period.shortText(in: language),
      year: isNewYear ? Period(unit: .year, year: period.year).axisText(in: language) : nil)
  }
}

extension Period {
  /// The day so many days after 1 January 1970. (H. Hinnant, civil_from_days)
  init(day number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      unit: .day, year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// As an axis has it below months: `2025`, `2025年`.
  func axisText(in language: Language) -> String { language == .english ? String(year) : text(in: language) }
}

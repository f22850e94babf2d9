// SPDX-License-Identifier: MIT
import Figures

/// Something that happened at a time, or went on for some.
struct TimelineEntry: Hashable, Sendable {
  enum End: Hashable, Sendable {
    /// It has none: an event.
    case none
    case at(Period)
    /// It goes on beyond the data.
    case open
  }

  let start: Period
  let end: End
  let text: String
  /// The index of its lane.
  let lane: Int

  var isSpan: Bool { end != .none }

  /// Days since 1970 at which it begins.
  var from: Double { Double(start.firstDay) }

  /// Days since 1970 at which it ends: the last day of the period that its end names. nil where it is open.
  var to: Double? {
    switch end {
    case .none: from
    case .at(let period): Double(period.lastDay)
    case .open: nil
    }
  }
}

/// Entries in lanes: what a timeline is drawn from.
struct TimelineEntries: Hashable, Sendable {
  struct Lane: Hashable, Sendable {
    let name: String
    let role: ColorRole
  }

  /// In the order of the data; one without a name where the block names no column for them.
  let lanes: [Lane]
  /// In the order of time, and for the same time in that of the data.
  let entries: [TimelineEntry]
  /// For each entry its row in the data: the lower, the earlier it has a right to a label.
  let ranks: [Int]
  /// The days that all panels reach, and the names of lanes that only others have; nil for a chart of its own.
  var reach: ClosedRange<Double>?
  var otherLanes: [String] = []

  var isPanel: Bool { reach != nil }
  var hasLanes: Bool { lanes.count > 1 || lanes.first.map { !$0.name.isEmpty } ?? false }
  /// Days since 1970 that the axis reaches from and to.
  var from: Double { reach?.lowerBound ?? entries.map(\.from).min() ?? 0 }
  var to: Double { reach?.upperBound ?? entries.map { $0.to ?? $0.from }.max() ?? 0 }

  /// The first start, and the last end or start.
  var extent: (from: Period, to: Period)? {
    let ends = entries.map { entry in if case .at(let end) = entry.end { end } else { entry.start } }
    guard let first = entries.first?.start, let last = ends.max(by: { $0.lastDay < $1.lastDay }) else { return nil }
    return (first, last)
  }

  /// The labels' entries where only so many have one: those of the first rows of the data.
  func labelled(most: Int) -> [Bool] {
    let sorted = ranks.sorted()
    let limit = sorted.count > most ? sorted[most] : .max
    return ranks.map { $0 < limit }
  }
}

extension Period {
  /// Days from 1 January 1970 to the period's last day.
  var lastDay: Int {
    let months =
      switch unit {
      case .day: 0
      case .month: 1
      case .quarter: 3
      case .half: 6
      case .year: 12
      }
    if months == 0 { return firstDay }
    let next = year * 12 + month - 1 + months
    return Period(unit: .month, year: next / 12, month: next % 12 + 1).firstDay - 1
  }
}

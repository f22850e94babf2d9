// SPDX-License-Identifier: MIT
import Figures

/// The values of several series at common positions; nil is missing, and never zero.
public struct SeriesGrid: Hashable, Sendable {
  /// By series, then by position.
  public let values: [[Double?]]
  /// One for each position, in any order; nil where the positions are categories or numbers.
  public let periods: [Period]?

  /// - Parameter periods: As many as each series has values.
  public init(_ values: [[Double?]], periods: [Period]?) {
    self.values = values
    self.periods = periods
  }

  /// The same series, transformed.
  ///
  /// - Throws: `TransformFault`: `.needsPeriods`, `.needsParts`, `.baseOutside`, `.baseMissing`.
  public func applying(_ transform: SeriesTransform) throws(TransformFault) -> SeriesGrid {
    switch transform {
    case .yearOnYear:
      let calendar = try calendar(for: transform)
      return overTime { series, position in
        guard let before = calendar.yearBefore(position), let base = series[before], let value = series[position],
          value >= 0
        else { return nil }
        return ratio(value, over: base).map { $0 - 1 }
      }
    case .index(let base): return try indexed(base, calendar(for: transform))
    case .share: return try acrossParts(transform, shares)
    case .rank: return try acrossParts(transform, ranks)
    case .contribution:
      guard values.count > 1 else { throw .needsParts(transform.indicator.name) }
      return contributions(try calendar(for: transform))
    case .movingAverage(let count):
      let calendar = try calendar(for: transform)
      return overTime { series, position in
        var sum = 0.0
        for step in 0..<count {
          guard let index = calendar.position(position, back: step), let value = series[index] else { return nil }
          sum += value
        }
        return sum / Double(count)
      }
    case .difference:
      let calendar = try calendar(for: transform)
      return overTime { series, position in
        guard let before = calendar.position(position, back: 1), let base = series[before] else { return nil }
        return series[position].map { $0 - base }
      }
    case .cumulative: return cumulated(try calendar(for: transform))
    }
  }

  private func calendar(for transform: SeriesTransform) throws(TransformFault) -> PeriodCalendar {
    guard let periods, let calendar = PeriodCalendar(periods) else { throw .needsPeriods(transform.indicator.name) }
    return calendar
  }

  private func overTime(_ value: ([Double?], Int) -> Double?) -> SeriesGrid {
    SeriesGrid(values.map { series in series.indices.map { value(series, $0) } }, periods: periods)
  }

  private func indexed(_ base: Period, _ calendar: PeriodCalendar) throws(TransformFault) -> SeriesGrid {
    let within = calendar.positions(in: base)
    if within.isEmpty { throw .baseOutside(base.iso) }
    var result: [[Double?]] = []
    for (number, series) in values.enumerated() {
      let found = within.compactMap { series[$0] }
      let mean = found.reduce(0, +) / Double(max(found.count, 1))
      guard found.count == within.count, calendar.isWhole(within, in: base), mean > 0 else {
        throw .baseMissing(number, base.iso)
      }
      result.append(series.map { $0.map { 100 * $0 / mean } })
    }
    return SeriesGrid(result, periods: periods)
  }

  private func contributions(_ calendar: PeriodCalendar) -> SeriesGrid {
    let totals = (values.first ?? []).indices.map { position in
      let parts = values.compactMap { $0[position] }
      return parts.count == values.count ? parts.reduce(0, +) : nil
    }
    return overTime { series, position in
      guard let year = calendar.yearBefore(position), let total = totals[year], let before = series[year],
        let now = series[position]
      else { return nil }
      return contribution(now: now, before: before, totalBefore: total)
    }
  }

  private func cumulated(_ calendar: PeriodCalendar) -> SeriesGrid {
    let result = values.map { series in
      var sums = [Double?](repeating: nil, count: series.count)
      var sum: Double?
      for (step, position) in calendar.order.enumerated() {
        let isNext = step == 0 || calendar.position(position, back: 1) == calendar.order[step - 1]
        if let value = series[position], isNext || sum == nil {
          sum = (sum ?? 0) + value
          sums[position] = sum
        } else if sum != nil {
          break
        }
      }
      return sums
    }
    return SeriesGrid(result, periods: periods)
  }

  /// Compares the series at each position; where there is one series, its categories.
  private func acrossParts(
    _ transform: SeriesTransform, _ compare: ([Double?]) -> [Double?]
  ) throws(TransformFault) -> SeriesGrid {
    if values.count == 1, periods == nil { return SeriesGrid([compare(values[0])], periods: nil) }
    guard values.count > 1 else { throw .needsParts(transform.indicator.name) }
    var result = values
    for position in values[0].indices {
      for (series, value) in compare(values.map { $0[position] }).enumerated() { result[series][position] = value }
    }
    return SeriesGrid(result, periods: periods)
  }

  private func shares(_ parts: [Double?]) -> [Double?] {
    let known = parts.compactMap(\.self)
    guard known.count == parts.count, let shares = Indicators.shares(known) else { return parts.map { _ in nil } }
    return shares
  }

  private func ranks(_ parts: [Double?]) -> [Double?] {
    let known = parts.compactMap(\.self)
    return parts.map { part in part.map { value in Double(1 + known.count { $0 > value }) } }
  }
}

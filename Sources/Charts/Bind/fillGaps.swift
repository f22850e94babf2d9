// SPDX-License-Identifier: MIT
import Figures

extension BoundChart {
  /// With a position for every year, quarter or month between the first and the last, so that bars keep their distance
  /// where the data has a gap. Days stay as they are.
  func fillingGaps(in language: Language) -> BoundChart {
    guard case .time(let unit) = kind, unit != .day, let first = positions.first?.period,
      let last = positions.last?.period,
      positions.allSatisfy({ $0.period?.unit == unit })
    else { return self }
    let step = unit == .year ? 12 : unit == .half ? 6 : unit == .quarter ? 3 : 1
    let months = stride(from: first.year * 12 + first.month - 1, through: last.year * 12 + last.month - 1, by: step)
    let periods = months.map { Period(unit: unit, year: $0 / 12, month: $0 % 12 + 1) }
    guard periods.count > positions.count, periods.count <= 1000 else { return self }
    let indexes = Dictionary(positions.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    let found = periods.map { indexes[Double($0.firstDay)] }
    return BoundChart(
      kind: kind,
      positions: zip(periods, found).map { period, index in
        index.map { positions[$0] }
          ?? Position(
            key: period.iso, label: period.text(in: language), number: Double(period.firstDay), period: period,
            role: nil)
      },
      series: series.map { series in
        Series(
          key: series.key, name: series.name, role: series.role, values: found.map { $0.flatMap { series.values[$0] } },
          projected: found.map { $0.map { series.isProjected($0) } ?? false })
      }, xTitle: xTitle, yTitle: yTitle)
  }
}

// SPDX-License-Identifier: MIT

/// Values of series at positions as rows and columns of cells.
struct Grid: Sendable {
  /// Series are rows, in the order in which they are drawn; positions are columns.
  let chart: BoundChart
  let scale: StepScale
  /// Whether it is a flow matrix: reporters, partners, and totals of both.
  let isMatrix: Bool
  /// For a matrix: the sums of what is known; nil where nothing is.
  let rowTotals: [Double?]
  let columnTotals: [Double?]

  /// - Parameter spec: Its `sort` orders the rows: by their mean, in a matrix by their sum, and there the columns too.
  init(_ bound: BoundChart, spec: ChartSpec) {
    let isMatrix = spec.type == .matrix
    let chart = isMatrix ? bound.aligned(sort: spec.sort) : bound
    let rows = chart.series.enumerated().sorted { a, b in
      switch spec.sort {
      case .value: return (b.element.size(isMatrix), a.offset) < (a.element.size(isMatrix), b.offset)
      case .valueAscending: return (a.element.size(isMatrix), a.offset) < (b.element.size(isMatrix), b.offset)
      case .x: return (a.element.name, a.offset) < (b.element.name, b.offset)
      case .data, nil: return a.offset < b.offset
      }
    }.map(\.element)
    self.chart = chart.replacing(series: rows)
    self.isMatrix = isMatrix
    scale = StepScale(of: spec.shared?.values ?? chart.values, breaks: spec.steps, isDiverging: spec.isDiverging)
    rowTotals = isMatrix ? rows.map { sum($0.values) } : []
    columnTotals = isMatrix ? chart.positions.indices.map { column in sum(rows.map { $0.values[column] }) } : []
  }

  var total: Double? { sum(rowTotals) }

  /// Whether a cell is one that cannot be: trade with oneself.
  func isDiagonal(_ row: Int, _ column: Int) -> Bool {
    isMatrix && chart.isSelf(chart.series[row], chart.positions[column])
  }

  var missing: Int {
    chart.series.indices.reduce(0) { count, row in
      count + chart.positions.indices.count { chart.series[row].values[$0] == nil && !isDiagonal(row, $0) }
    }
  }

  /// All cells that have a value, largest first.
  var ranked: [(row: Series, column: Position, value: Double)] {
    let cells = chart.series.flatMap { series in
      zip(chart.positions, series.values).compactMap { position, value in value.map { (series, position, $0) } }
    }
    return cells.enumerated().sorted { ($1.element.2, $0.offset) < ($0.element.2, $1.offset) }.map(\.element)
  }
}

extension BoundChart {
  func isSelf(_ series: Series, _ position: Position) -> Bool {
    series.key == position.key || series.name == position.label
  }

  /// With the partners that report themselves first, in the order of the rows, so that the diagonal is one; or by sum.
  fileprivate func aligned(sort: SortOrder?) -> BoundChart {
    let indices = Array(positions.indices)
    let order: [Int]
    switch sort {
    case .value, .valueAscending:
      let sums = indices.map { column in sum(series.map { $0.values[column] }) ?? -.infinity }
      order = indices.sorted { a, b in
        sort == .value ? (sums[b], a) < (sums[a], b) : (sums[a], a) < (sums[b], b)
      }
    case .x: order = indices.sorted { (positions[$0].label, $0) < (positions[$1].label, $1) }
    case .data, nil:
      let own = series.compactMap { row in indices.first { isSelf(row, positions[$0]) } }
      order = own + indices.filter { !own.contains($0) }
    }
    return BoundChart(
      kind: kind, positions: order.map { positions[$0] },
      series: series.map { row in row.replacing(values: order.map { row.values[$0] }) }, xTitle: xTitle, yTitle: yTitle)
  }
}

extension Series {
  /// What a row is sorted by; a row without values comes last of the largest first.
  fileprivate func size(_ isSum: Bool) -> Double {
    let known = values.compactMap(\.self)
    if known.isEmpty { return -.infinity }
    return known.reduce(0, +) / (isSum ? 1 : Double(known.count))
  }
}

/// The sum of what is known; nil where nothing is.
private func sum(_ values: [Double?]) -> Double? {
  values.reduce(nil) { sum, value in value.map { (sum ?? 0) + $0 } ?? sum }
}

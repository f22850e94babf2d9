// SPDX-License-Identifier: MIT

/// The edges of areas, each on the one before it where they are stacked.
struct Areas {
  /// By series, then by position. In a stack all are nil where one value is missing: its sum is not known.
  let tops: [[Double?]]
  let bottoms: [[Double?]]
  private let isStacked: Bool

  init(_ chart: BoundChart, isStacked: Bool) {
    self.isStacked = isStacked
    guard isStacked else {
      tops = chart.series.map(\.values)
      bottoms = chart.series.map { $0.values.map { $0.map { _ in 0 } } }
      return
    }
    let isWhole = chart.positions.indices.map { index in chart.series.allSatisfy { $0.values[index] != nil } }
    var sums = isWhole.map { $0 ? Double?(0) : nil }
    var edges: [[Double?]] = [sums]
    for series in chart.series {
      sums = zip(sums, series.values).map { sum, value in sum.flatMap { sum in value.map { sum + $0 } } }
      edges.append(sums)
    }
    tops = Array(edges.dropFirst())
    bottoms = Array(edges.dropLast())
  }

  /// Where a series' label points to: the middle of its area at the last position that it has.
  func target(of series: Int) -> (index: Int, value: Double)? {
    for index in tops[series].indices.reversed() {
      if let top = tops[series][index], let bottom = bottoms[series][index] {
        return (index, isStacked ? (top + bottom) / 2 : top)
      }
    }
    return nil
  }

  func draw(
    _ series: Series, _ rank: Int, chart: BoundChart, curve: Curve, _ frame: LineLayout.Frame, on canvas: inout Canvas
  ) {
    let place = { (values: [Double?]) in
      zip(chart.positions, values).map { position, value in
        value.map { Point(frame.place(position.number), frame.value($0)) }
      }
    }
    let (top, bottom) = (place(tops[rank]), place(bottoms[rank]))
    let upper = Strands(top, series: series, curve: curve)
    let lower = Strands(bottom, series: series, curve: curve)
    let outlines = zip(upper.observed, lower.observed).map { $0 + $1.reversed() }
    let projected = zip(upper.projected, lower.projected).map { $0 + $1.reversed() }
    canvas.area(series.role, isStacked ? .solid : .tint, outlines: outlines)
    canvas.area(series.role, isStacked ? .projected : .tint, outlines: projected)
    for (a, b) in zip(upper.lone, lower.lone) {
      canvas.bar(series.role, x: max(a.x - 2, 0), y: min(a.y, b.y), width: 4, height: abs(b.y - a.y))
    }
    if !isStacked {
      canvas.line(series.role, runs: upper.observed)
      canvas.line(series.role, kind: .projected, runs: upper.projected)
    }
  }
}

// SPDX-License-Identifier: MIT
import Figures

/// Lays out pairs of dots on rows of categories, with a rule between them and their figures outside.
struct DumbbellLayout {
  let chart: BoundChart
  let spec: ChartSpec
  private let figures: ValueLabels
  private var canvas: Canvas

  init(_ chart: BoundChart, spec: ChartSpec, size: LayoutSize, language: Language) {
    self.chart = chart
    self.spec = spec
    canvas = Canvas(size: size, language: language)
    let measure = Measure(
      format: spec.format, unit: spec.unit?.text,
      largest: (chart.values + (spec.shared?.values ?? [])).map { abs($0) }.max() ?? 0, language: language)
    figures = ValueLabels(chart.series.map(\.values), spec: spec, measure: measure, canvas: canvas)
  }

  func layout() -> ChartLayout {
    var canvas = canvas
    let hasLegend = chart.series.count > 1 && canvas.size.panel == nil
    let legend = hasLegend ? Legend.draw(chart.series, sample: .symbol, on: &canvas) : 0
    let top = canvas.unitLine(figures.unitLine, below: legend)
    let rows = Rows(chart, thickness: 17, top: top + 4, canvas: canvas)
    let reach = chart.values + (spec.shared?.values ?? [])
    let value = scale(from: reach.min() ?? 0, to: reach.max() ?? 1, left: rows.left, canvas)
    rows.drawNames(on: &canvas)
    for (index, row) in rows.rows.enumerated() {
      draw(index, y: row.marksTop + 8.5, left: rows.left, value, on: &canvas)
    }
    return ChartLayout(
      size: canvas.size, width: canvas.size.width, height: tenth(rows.bottom + 2), valueScale: value, valueTicks: [],
      marks: canvas.marks, texts: canvas.texts, hasLegend: hasLegend, plotLeft: rows.left)
  }

  /// A scale on which the figures outside each pair have room: the widest need not stand at the ends.
  private func scale(from low: Double, to high: Double, left: Double, _ canvas: Canvas) -> AxisScale {
    let right = canvas.size.width
    let span = high > low ? high - low : 1
    var (start, end) = (left + 24, right - 24)
    let pairs = chart.positions.indices.compactMap { index -> (low: (Double, Double), high: (Double, Double))? in
      let ends = chart.series.enumerated().compactMap { rank, series in
        series.values[index].map { (part: ($0 - low) / span, room: canvas.width(figures.labels[rank][index]) + 12) }
      }
      guard let first = ends.min(by: { $0.part < $1.part }), let last = ends.max(by: { $0.part <= $1.part }) else {
        return nil
      }
      return (first, last)
    }
    if spec.shared != nil {
      let room = max(canvas.widest(figures.labels.joined()), figures.room) + 12
      (start, end) = (left + room, right - room)
    } else {
      // Each end moves where the other's room asks for it: three rounds come near enough.
      for _ in 0..<3 {
        for pair in pairs where pair.low.0 < 0.999 {
          start = max(start, (left + pair.low.1 - pair.low.0 * end) / (1 - pair.low.0))
        }
        for pair in pairs where pair.high.0 > 0.001 {
          end = min(end, (right - pair.high.1 - (1 - pair.high.0) * start) / pair.high.0)
        }
      }
    }
    return AxisScale(low: low, high: high, start: tenth(start), end: tenth(max(start + 20, end)))
  }

  private func draw(_ index: Int, y: Double, left: Double, _ value: AxisScale, on canvas: inout Canvas) {
    let ends = chart.series.enumerated().compactMap { rank, series in
      series.values[index].map { (rank: rank, value: $0) }
    }
    guard let low = ends.min(by: { $0.value < $1.value }), let high = ends.max(by: { $0.value <= $1.value }) else {
      return canvas.text(noData(in: canvas.language), .value, x: left, y: y + 4.8)
    }
    let label = low.value < high.value ? canvas.width(figures.labels[low.rank][index]) + 14 : 10
    if value(low.value) - label > left + 4 { canvas.rule(.grid, left, y, value(low.value) - label, y) }
    if low.value < high.value { canvas.rule(.range, value(low.value), y, value(high.value), y) }
    for (end, move) in zip(ends, stagger(ends.map { value($0.value) })) {
      canvas.symbol(
        chart.role(end.rank, index), SymbolMark.shape(ofRank: end.rank), at: Point(value(end.value), y + move),
        radius: 6)
    }
    canvas.text(figures.labels[high.rank][index], .value, x: value(high.value) + 10, y: y + 4.8)
    if low.value < high.value {
      canvas.text(figures.labels[low.rank][index], .value, x: value(low.value) - 10, y: y + 4.8, anchor: .end)
    }
  }
}

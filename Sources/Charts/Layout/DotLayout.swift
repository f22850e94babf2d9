// SPDX-License-Identifier: MIT
import Figures

/// Lays out dots on rows of categories: one dot for each series, on a hairline.
struct DotLayout {
  let chart: BoundChart
  let spec: ChartSpec
  private let axis: ValueAxis
  private var canvas: Canvas

  init(_ chart: BoundChart, spec: ChartSpec, size: LayoutSize, language: Language) {
    self.chart = chart
    self.spec = spec
    canvas = Canvas(size: size, language: language)
    axis = ValueAxis(
      of: chart.values + spec.reach, includesZero: nil, spec: spec, size: size, language: language, isLying: true)
  }

  func layout() -> ChartLayout {
    var canvas = canvas
    let hasLegend = chart.series.count > 1 && canvas.size.panel == nil
    let legend = hasLegend ? Legend.draw(chart.series, sample: .symbol, on: &canvas) : 0
    let top = canvas.unitLine(axis.unitLine, below: legend)
    let rows = Rows(chart, thickness: 17, top: top + 4, canvas: canvas)
    let lying = LyingAxis(axis, from: rows.left + 6, to: canvas.size.width - 6, canvas: canvas)
    lying.draw(on: &canvas, top: top, bottom: rows.bottom, hasLabels: canvas.size.hasPositionLabels)
    rows.drawNames(on: &canvas, indent: 11)
    for (index, row) in rows.rows.enumerated() {
      let y = row.marksTop + 8.5
      canvas.rule(.grid, rows.left + 6, y, canvas.size.width - 6, y)
      let places = chart.series.map { $0.values[index].map { lying.scale($0) } }
      for (rank, (place, move)) in zip(places, stagger(places)).enumerated() {
        guard let place else { continue }
        canvas.symbol(
          chart.role(rank, index), SymbolMark.shape(ofRank: rank), at: Point(place, y + move), radius: 5.5,
          isProjected: chart.series[rank].isProjected(index))
      }
    }
    return ChartLayout(
      size: canvas.size, width: canvas.size.width, height: tenth(rows.bottom + LyingAxis.height),
      valueScale: lying.scale, valueTicks: axis.domain.ticks, marks: canvas.marks, texts: canvas.texts,
      hasLegend: hasLegend, plotLeft: rows.left)
  }
}

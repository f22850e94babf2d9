// SPDX-License-Identifier: MIT
import Figures

/// Lays out bars that lie: names at the left, values at the bars' ends and no grid.
///
/// Stacks that go both ways from zero end at no sum, and have an axis in the place of values.
struct LyingBarLayout {
  let chart: BoundChart
  let spec: ChartSpec
  private let axis: ValueAxis
  private var canvas: Canvas

  init(_ chart: BoundChart, spec: ChartSpec, size: LayoutSize, language: Language) {
    self.chart = chart
    self.spec = spec
    canvas = Canvas(size: size, language: language)
    axis = ValueAxis(
      of: (spec.isStacked ? chart.stackEnds : chart.values) + (spec.shared?.values ?? []), includesZero: true,
      spec: spec, size: size,
      language: language, isLying: true)
  }

  /// The height of one bar; with the gap, never less than a line of text.
  private var barHeight: Double { spec.isStacked || chart.series.count == 1 ? 19 : 16 }
  private let barGap = 1.5

  /// With the series' names at the first bars where they have room there, else with a legend.
  func layout() -> ChartLayout {
    if chart.series.count > 1, canvas.size.panel == nil {
      let named = drawn(hasNames: true)
      if named.isWhole { return named.layout }
    }
    return drawn(hasNames: false).layout
  }

  /// - Returns: The layout, and whether the names, if they are wanted, have room.
  private func drawn(hasNames: Bool) -> (layout: ChartLayout, isWhole: Bool) {
    var canvas = canvas
    let hasLegend = !hasNames && chart.series.count > 1 && canvas.size.panel == nil
    let legend = hasLegend ? Legend.draw(chart.series, sample: .bar, on: &canvas) : 0
    let top = canvas.unitLine(axis.unitLine, below: legend) + (hasNames && spec.isStacked ? BarNames.headHeight : 0)
    let bars = spec.isStacked ? 1 : chart.series.count
    let thickness = Double(bars) * (barHeight + barGap) - barGap
    let rows = Rows(chart, thickness: thickness, top: top + 4, canvas: canvas)
    rows.drawNames(on: &canvas)
    if spec.isStacked, chart.hasMixedStacks || spec.stack == .percent {
      return drawMixed(rows, top: top, hasNames: hasNames, on: canvas)
    }

    let sums = chart.positions.indices.map { chart.stackSum($0) }
    let labels = ValueLabels(
      spec.isStacked ? [sums] : chart.series.map(\.values), spec: spec, measure: axis.measure, canvas: canvas)
    let value = labels.scale(from: rows.left, to: canvas.size.width)
    var isWhole = !hasNames || !spec.isStacked || drawNames(rows, value, on: &canvas)
    for (index, row) in rows.rows.enumerated() {
      if spec.isStacked {
        drawStack(index, y: row.marksTop, value, on: &canvas)
        drawLabel(labels.labels[0][index], at: sums[index], y: row.marksTop, value, on: &canvas)
        continue
      }
      for (rank, series) in chart.series.enumerated() {
        let y = row.marksTop + Double(rank) * (barHeight + barGap)
        drawBar(
          series.values[index], chart.role(rank, index), y: y, value, isProjected: series.isProjected(index),
          on: &canvas)
        drawLabel(labels.labels[rank][index], at: series.values[index], y: y, value, on: &canvas)
        if hasNames, index == 0, !drawName(rank, label: labels.labels[rank][index], y: y, value, on: &canvas) {
          isWhole = false
        }
      }
    }
    rows.drawBase(at: value(0), top: top, on: &canvas)
    let layout = finished(
      canvas, value, ticks: [], left: rows.left, height: rows.bottom + 1, hasLegend: !hasNames && chart.series.count > 1
    )
    return (layout, isWhole)
  }

  private func drawMixed(
    _ rows: Rows, top: Double, hasNames: Bool, on original: Canvas
  ) -> (layout: ChartLayout, isWhole: Bool) {
    var canvas = original
    let lying = LyingAxis(axis, from: rows.left, to: canvas.size.width, canvas: canvas)
    let isWhole = !hasNames || drawNames(rows, lying.scale, on: &canvas)
    lying.draw(on: &canvas, top: top, bottom: rows.bottom, hasLabels: canvas.size.hasPositionLabels)
    for (index, row) in rows.rows.enumerated() { drawStack(index, y: row.marksTop, lying.scale, on: &canvas) }
    let layout = finished(
      canvas, lying.scale, ticks: axis.domain.ticks, left: rows.left, height: rows.bottom + LyingAxis.height,
      hasLegend: !hasNames && chart.series.count > 1)
    return (layout, isWhole)
  }

  /// Puts a series' name into its first bar, or behind that bar's figure.
  ///
  /// - Returns: Whether there is room at either place.
  private func drawName(
    _ rank: Int, label: String, y: Double, _ value: AxisScale, on canvas: inout Canvas
  ) -> Bool {
    let series = chart.series[rank]
    guard let number = series.values[0], !series.isProjected(0) else { return false }
    let (left, right) = (value(min(number, 0)), value(max(number, 0)))
    let baseline = y + barHeight / 2 + 4.8
    if canvas.width(series.name) + 12 <= right - left {
      let isLeft = number < 0
      canvas.text(
        series.name, .ground, x: isLeft ? right - 6 : left + 6, y: baseline, anchor: isLeft ? .end : .start,
        role: chart.role(rank, 0))
      return true
    }
    let behind = right + 5 + canvas.width(label) + 9
    guard number >= 0, behind + canvas.width(series.name, isBold: true) <= canvas.size.width else { return false }
    canvas.text(series.name, .series, x: behind, y: baseline, role: series.role, isBold: true)
    return true
  }

  /// - Returns: Whether they have room. In small rooms names stand above bars, and would be parted from them.
  private func drawNames(_ rows: Rows, _ value: AxisScale, on canvas: inout Canvas) -> Bool {
    guard let first = rows.rows.first, !rows.isAbove,
      let names = BarNames(above: 0, of: chart, value, canvas: canvas)
    else { return false }
    names.draw(above: first.marksTop, on: &canvas)
    return true
  }

  private func finished(
    _ canvas: Canvas, _ value: AxisScale, ticks: [Double], left: Double, height: Double, hasLegend: Bool
  )
    -> ChartLayout
  {
    ChartLayout(
      size: canvas.size, width: canvas.size.width, height: tenth(height), valueScale: value, valueTicks: ticks,
      marks: canvas.marks, texts: canvas.texts, hasLegend: hasLegend, plotLeft: left)
  }

  private func drawBar(
    _ number: Double?, _ role: ColorRole, y: Double, _ value: AxisScale, isProjected: Bool, on canvas: inout Canvas
  ) {
    guard let number else { return }
    let (a, b) = (value(min(number, 0)), value(max(number, 0)))
    canvas.bar(role, x: a, y: y, width: b - a, height: barHeight, isProjected: isProjected)
  }

  private func drawStack(_ index: Int, y: Double, _ value: AxisScale, on canvas: inout Canvas) {
    for piece in chart.stack(at: index) {
      let (a, b) = (value(piece.from), value(piece.to))
      let gap = b - a > 3 ? stackGap : 0
      canvas.bar(
        chart.series[piece.series].role, x: piece.isNegative ? a + gap : a, y: y, width: b - a - gap, height: barHeight,
        isProjected: chart.series[piece.series].isProjected(index))
      if spec.stack == .percent {
        canvas.share(piece, of: chart, at: index, axis.measure, in: Box(x: a, y: y, width: b - a, height: barHeight))
      }
    }
  }

  private func drawLabel(_ label: String, at number: Double?, y: Double, _ value: AxisScale, on canvas: inout Canvas) {
    let isLeft = (number ?? 0) < 0
    canvas.text(
      label, .value, x: value(number ?? 0) + (isLeft ? -5 : 5), y: y + barHeight / 2 + 4.8,
      anchor: isLeft ? .end : .start)
  }
}

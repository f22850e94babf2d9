// SPDX-License-Identifier: MIT
import Figures

/// Lays out bars that stand: over time, or over a few categories with short names.
///
/// A few bars carry their values and have no grid; more have an axis.
struct StandingBarLayout {
  let chart: BoundChart
  let spec: ChartSpec
  private let axis: ValueAxis
  private let values: ValueLabels
  private var canvas: Canvas

  init(_ chart: BoundChart, spec: ChartSpec, size: LayoutSize, language: Language) {
    self.chart = chart
    self.spec = spec
    canvas = Canvas(size: size, language: language)
    axis = ValueAxis(
      of: (spec.isStacked ? chart.stackEnds : chart.values) + spec.reach, includesZero: true, spec: spec,
      size: size,
      language: language)
    values = ValueLabels(chart.series.map(\.values), spec: spec, measure: axis.measure, canvas: canvas)
  }

  /// Whether every bar's figure has room above it.
  private var showsValues: Bool {
    guard chart.series.count == 1, spec.references.isEmpty, canvas.size.panel == nil else { return false }
    let step = canvas.size.width / Double(chart.positions.count)
    return canvas.widest(values.labels[0]) + 4 <= step
  }

  /// With the names of a stack's series at the last bar where they have room there, else with a legend.
  func layout() -> ChartLayout {
    if spec.isStacked, canvas.size.panel == nil {
      let named = drawn(hasNames: true)
      if named.isWhole { return named.layout }
    }
    return drawn(hasNames: false).layout
  }

  /// - Returns: The layout, and whether the names, if they are wanted, have room.
  private func drawn(hasNames: Bool) -> (layout: ChartLayout, isWhole: Bool) {
    var canvas = canvas
    var isWhole = true
    let showsValues = showsValues
    let hasLegend = !hasNames && chart.series.count > 1 && canvas.size.panel == nil
    var legend = hasLegend ? Legend.draw(chart.series, sample: .bar, on: &canvas) : 0
    if showsValues { legend = canvas.unitLine(values.unitLine, below: legend) }
    let width = canvas.size.width - (hasNames ? BarNames.sideRoom(chart, canvas: canvas) : 0)
    let plain = axis.labels.enumerated().filter { $0.offset != axis.headIndex || axis.overhangs }.map(\.element)
    let left = showsValues || !canvas.size.hasValueLabels ? 0 : tenth(min(canvas.widest(plain) + 10, width / 3))
    let step = (width - left) / Double(chart.positions.count)
    let bands = Bands(chart, left: left, step: step)
    let footer = PositionAxis(
      chart, canvas: canvas, room: width - left, all: canvas.widest(chart.positions.map(\.label)) + 12 <= step
    ) { bands.middle(ofNumber: $0) }
    let headLines = canvas.size.hasValueLabels ? canvas.wrap(axis.labels[axis.headIndex], width: width) : [""]
    let foot = canvas.size.hasPositionLabels ? footer.height : 5
    let headroom = showsValues ? 18 : Double(headLines.count) * TextBox.lineHeight + 1
    let top = tenth(legend + headroom)
    let height = tenth(
      canvas.size.panel == nil
        ? max(canvas.size.height, top + (canvas.size.isWide ? 190 : 150) + foot)
        : max(canvas.size.height, top + 40) + foot)
    let base = tenth(height - foot)
    let hasNegative = axis.domain.low < 0
    let value =
      showsValues
      ? values.scale(top: top, bottom: hasNegative ? base - 18 : base) : axis.scale(from: base, to: top)

    if !showsValues {
      for (index, tick) in axis.domain.ticks.enumerated() {
        let y = value(tick)
        if tick != 0 { canvas.rule(.grid, 0, y, width, y) }
        guard canvas.size.hasValueLabels else { continue }
        let lines = index == axis.headIndex ? headLines : [axis.labels[index]]
        canvas.lines(lines, .tick, x: 0, y: y - 4.4 - Double(lines.count - 1) * TextBox.lineHeight)
      }
    }
    if hasNames {
      let last = chart.positions.count - 1
      let names = BarNames(beside: last, of: chart, value, from: top - 8, to: base + 6, canvas: canvas)
      isWhole = names != nil && width > canvas.size.width * 0.6
      names?.draw(beside: max(bands.bar(last).x + bands.bar(last).width, width - 8), on: &canvas)
    }
    for index in chart.positions.indices {
      drawBars(index, bands, value, on: &canvas)
      guard showsValues else { continue }
      let number = chart.series[0].values[index]
      let y = value(number ?? 0) + ((number ?? 0) < 0 ? 4 + TextBox.ascent : -5)
      canvas.text(values.labels[0][index], .value, x: bands.middle(index), y: y, anchor: .middle)
    }
    canvas.rule(.baseline, 0, value(0), width, value(0))
    if canvas.size.hasPositionLabels { footer.draw(on: &canvas, base: base, hasTicks: false) }
    ReferenceMarks(spec, chart, place: nil).draw(on: &canvas, value: value, left: left, right: width, base: base)
    let layout = ChartLayout(
      size: canvas.size, width: canvas.size.width, height: height, valueScale: value,
      valueTicks: showsValues ? [] : axis.domain.ticks, marks: canvas.marks, texts: canvas.texts, hasLegend: hasLegend,
      plotLeft: left)
    return (layout, isWhole)
  }

  private func drawBars(_ index: Int, _ bands: Bands, _ value: AxisScale, on canvas: inout Canvas) {
    let (x, width) = bands.bar(index)
    if spec.isStacked {
      for piece in chart.stack(at: index) {
        let (top, bottom) = (value(piece.to), value(piece.from))
        let gap = bottom - top > 3 ? stackGap : 0
        canvas.bar(
          chart.series[piece.series].role, x: x, y: piece.isNegative ? top : top + gap, width: width,
          height: bottom - top - gap, isProjected: chart.series[piece.series].isProjected(index))
        if spec.stack == .percent {
          canvas.share(
            piece, of: chart, at: index, axis.measure, in: Box(x: x, y: top, width: width, height: bottom - top))
        }
      }
      return
    }
    let each = width / Double(chart.series.count)
    for (rank, series) in chart.series.enumerated() {
      guard let number = series.values[index] else { continue }
      let (top, bottom) = (value(max(number, 0)), value(min(number, 0)))
      let gap = chart.series.count > 1 && each > 4 ? 1.0 : 0
      canvas.bar(
        chart.role(rank, index), x: x + Double(rank) * each, y: top, width: max(each - gap, 0.5), height: bottom - top,
        isProjected: series.isProjected(index))
    }
  }
}

/// The room of each position from left to right.
struct Bands {
  private let indexes: [Double: Int]
  private let middles: [Double]
  private let barWidth: Double

  init(_ chart: BoundChart, left: Double, step: Double) {
    let count = chart.positions.count
    middles = (0..<count).map { tenth(left + (Double($0) + 0.5) * step) }
    indexes = Dictionary(chart.positions.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    barWidth = tenth(min(step * (chart.series.count > 1 ? 0.82 : 0.72), chart.series.count > 1 ? 120 : 64))
  }

  func middle(_ index: Int) -> Double { middles[index] }

  /// The middle of the position that has this number; nil where none has.
  func middle(ofNumber number: Double) -> Double? { indexes[number].map { middles[$0] } }

  /// The left edge and the width of a position's bars.
  func bar(_ index: Int) -> (x: Double, width: Double) { (tenth(middles[index] - barWidth / 2), barWidth) }
}

extension ValueLabels {
  /// A scale upwards that ends at the largest and the smallest value.
  func scale(top: Double, bottom: Double) -> AxisScale { AxisScale(low: low, high: high, start: bottom, end: top) }
}

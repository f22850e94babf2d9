// SPDX-License-Identifier: MIT
import Figures

/// Lays out a waterfall: bars that stand side by side, or lie under each other where names have no room or the picture
/// is narrow; lines lead from each end to the next bar, and every bar has its figure, changes with their sign.
struct WaterfallLayout {
  let waterfall: Waterfall
  private let figures: [String]
  /// The room of the widest figure, and the range of levels: of all panels, where there are several.
  private let figureWidth: Double
  private let low: Double
  private let high: Double
  private let unitLine: String?
  private var canvas: Canvas

  init(_ waterfall: Waterfall, spec: ChartSpec, size: LayoutSize, language: Language) {
    self.waterfall = waterfall
    canvas = Canvas(size: size, language: language)
    let steps = waterfall.steps
    let measure = Measure(
      format: spec.format, unit: spec.unit?.text, largest: spec.shared?.sizes.max() ?? waterfall.largestChange,
      language: language)
    let values = spec.shared?.numbers ?? steps.map(\.value)
    let places = measure.places(for: values, format: spec.format)
    let unit = measure.unitLine(subtitle: spec.subtitle?.text, size: size, language: language)
    let isStated = unit != nil || measure.isStated(in: spec.subtitle?.text)
    unitLine = unit
    func figure(_ value: Double, isFirst: Bool, isLevel: Bool) -> String {
      let text =
        isFirst ? measure.headText(value, places: places, isStated: isStated) : measure.text(value, places: places)
      return isLevel || value <= 0 || text.hasPrefix("+") ? text : "+" + text
    }
    figures = steps.enumerated().map { figure($1.value, isFirst: $0 == 0, isLevel: $1.isLevel) }
    let others = spec.shared?.numbers.map { figure($0, isFirst: true, isLevel: false) } ?? []
    figureWidth = canvas.widest(figures + others)
    let ends = waterfall.ends + (spec.shared?.values ?? [])
    (low, high) = (min(0, ends.min() ?? 0), max(0, ends.max() ?? 0))
  }

  /// Draws the unit that no figure carries, from the upper edge.
  /// - Returns: Its height, with the space below it.
  func drawUnit(on canvas: inout Canvas) -> Double { canvas.unitLine(unitLine, below: 0) }

  func layout() -> ChartLayout {
    var canvas = canvas
    let top = canvas.unitLine(unitLine, below: 0)
    let step = canvas.size.width / Double(max(waterfall.steps.count, 1))
    let names = waterfall.steps.map { canvas.wrap($0.position.label, width: step - 8) }
    let stands =
      canvas.size.isWide && figureWidth + 4 <= step
      && zip(waterfall.steps, names).allSatisfy { one, lines in
        lines.count <= 4 && canvas.widest(lines) <= step - 6 && canvas.breaksNoWord(one.position.label, into: lines)
      }
    return stands ? standing(names, step: step, top: top, &canvas) : lying(top: top, &canvas)
  }

  private func standing(_ names: [[String]], step: Double, top: Double, _ canvas: inout Canvas) -> ChartLayout {
    let width = canvas.size.width
    let height = canvas.size.height
    let footer = Double(names.map(\.count).max() ?? 1) * TextBox.lineHeight + 8
    let base = tenth(height - footer)
    // Figures of falls stand below their bars: room for the lowest.
    let hasLowFigure = waterfall.steps.contains { isBelow($0) && $0.low - low < (high - low) * 0.08 }
    let value = AxisScale(
      low: low, high: high == low ? low + 1 : high, start: hasLowFigure ? base - 20 : base, end: tenth(top + 20))
    let bar = tenth(min(step * 0.7, 76))
    for (index, one) in waterfall.steps.enumerated() {
      let middle = tenth((Double(index) + 0.5) * step)
      let (upper, lower) = (value(one.high), value(one.low))
      canvas.bar(one.role, x: middle - bar / 2, y: upper, width: bar, height: lower - upper)
      if index + 1 < waterfall.steps.count {
        canvas.rule(.connector, middle + bar / 2, value(one.to), middle + step - bar / 2, value(one.to))
      }
      let y = isBelow(one) ? lower + 4 + TextBox.ascent : upper - 5
      canvas.text(figures[index], .value, x: middle, y: y, anchor: .middle)
      canvas.lines(names[index], .category, x: middle, y: base + 8 + TextBox.ascent, anchor: .middle)
    }
    canvas.rule(.baseline, 0, value(0), width, value(0))
    return finished(canvas, value, height: base + 8 + footer)
  }

  private func isBelow(_ step: Waterfall.Step) -> Bool { step.value < 0 }

  private func lying(top: Double, _ canvas: inout Canvas) -> ChartLayout {
    let thickness = 19.0
    let rows = Rows(waterfall.chart, thickness: thickness, top: top + 4, canvas: canvas, prefersBeside: true)
    let start = tenth(rows.left)
    let value = AxisScale(
      low: low, high: high == low ? low + 1 : high, start: start,
      end: tenth(max(start + 20, canvas.size.width - figureWidth - 8)))
    rows.drawNames(on: &canvas)
    rows.drawBase(at: value(0), top: top, on: &canvas)
    for (index, one) in waterfall.steps.enumerated() {
      let y = rows.rows[index].marksTop
      canvas.bar(one.role, x: value(one.low), y: y, width: value(one.high) - value(one.low), height: thickness)
      canvas.text(figures[index], .value, x: value(one.high) + 5, y: y + thickness / 2 + 4.8)
      if index + 1 < waterfall.steps.count {
        connect(rows, index, at: value(one.to), from: y + thickness, on: &canvas)
      }
    }
    return finished(canvas, value, height: rows.bottom + 1, left: rows.left)
  }

  /// A line down to the next bar, broken where that bar's name stands in its way.
  private func connect(_ rows: Rows, _ index: Int, at x: Double, from y: Double, on canvas: inout Canvas) {
    let next = rows.rows[index + 1]
    guard rows.isAbove, x < canvas.widest(next.lines) + 4 else {
      return canvas.rule(.connector, x, y, x, next.marksTop)
    }
    canvas.rule(.connector, x, y, x, next.nameTop)
  }

  private func finished(_ canvas: Canvas, _ value: AxisScale, height: Double, left: Double = 0) -> ChartLayout {
    ChartLayout(
      size: canvas.size, width: canvas.size.width, height: tenth(height), valueScale: value, valueTicks: [],
      marks: canvas.marks, texts: canvas.texts, hasLegend: false, plotLeft: left)
  }
}

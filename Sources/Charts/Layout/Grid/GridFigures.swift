// SPDX-License-Identifier: MIT
import Figures

/// How the figures of a grid are written: with the same digits, the unit in the key only.
struct GridFigures {
  let measure: Measure
  let places: Int
  /// By row, then by column; empty where there is no value.
  let cells: [[String]]
  let rowTotals: [String]
  let columnTotals: [String]
  let total: String
  /// The width of the widest figure of a column, and of a row's totals: of all panels, where there are several.
  let widest: Double
  let widestTotal: Double
  /// The breaks of the key, the last with the unit where a figure can carry it.
  let breaks: [String]
  /// The unit, where it is too long for a label and has a line of its own.
  let unitLine: String?

  /// The shade of a value as it is written, so that equal figures have one shade.
  func role(_ value: Double, on scale: StepScale) -> ColorRole { scale.role(measure.asShown(value, places: places)) }

  /// - Parameter places: Digits after the point of the cells; nil lets the values decide.
  init(_ grid: Grid, spec: ChartSpec, canvas: Canvas, places: Int? = nil) {
    let values = spec.shared?.values ?? grid.chart.values
    let totals = (grid.rowTotals + grid.columnTotals).compactMap(\.self) + (spec.shared?.numbers ?? [])
    let largest = (values + totals).map { abs($0) }.max() ?? 0
    let measure = Measure(format: spec.format, unit: spec.unit?.text, largest: largest, language: canvas.language)
    let digits = places ?? min(1, measure.places(for: values, format: spec.format))
    func text(_ value: Double?) -> String { value.map { measure.text($0, places: digits) } ?? "" }
    self.measure = measure
    self.places = digits
    cells = grid.chart.series.map { $0.values.map(text) }
    rowTotals = grid.rowTotals.map(text)
    columnTotals = grid.columnTotals.map(text)
    total = text(grid.total)
    let others = spec.shared.map { ($0.values.map(text), $0.numbers.map(text)) } ?? ([], [])
    widest = canvas.widest(cells.joined() + columnTotals + others.0 + others.1)
    widestTotal = canvas.widest(rowTotals + [total] + others.1)
    let exact = measure.places(for: grid.scale.breaks, format: nil)
    let unit = measure.unitLine(subtitle: spec.subtitle?.text, size: canvas.size, language: canvas.language)
    unitLine = unit
    let last = grid.scale.breaks.count - 1
    breaks = grid.scale.breaks.enumerated().map { index, value in
      index == last
        ? measure.headText(value, places: exact, isStated: unit != nil || measure.isStated(in: spec.subtitle?.text))
        : measure.text(value, places: exact)
    }
  }
}

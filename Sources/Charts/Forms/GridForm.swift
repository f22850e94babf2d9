// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Cells whose shade is their value: heat maps, and flow matrices with their totals.
struct GridForm: PanelForm {
  let spec: ChartSpec
  private let grid: Grid
  let language: Language
  private let hasReporters: Bool

  /// - Returns: nil, with diagnostics, where the rows are no series over positions.
  init?(_ spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]) {
    guard spec.series != nil || spec.y.count > 1 && spec.type == .heatmap else {
      diagnostics.append(
        .error(
          "settings-missing", "a \(spec.type.rawValue) needs 'series'", at: spec.place,
          hint: spec.type == .matrix ? "it names the column of the reporters" : "it names the column of the rows"))
      return nil
    }
    var unsorted = spec
    unsorted.sort = .data
    guard let chart = bind(unsorted, to: table, in: language, diagnostics: &diagnostics) else { return nil }
    self.spec = spec
    self.language = language
    let kept = Set(spec.shared?.positions.map(\.plain) ?? [])
    grid = Grid(spec.transform == nil ? chart : chart.droppingEmptyPositions(but: kept), spec: spec)
    hasReporters = spec.type == .matrix && spec.series?.text == "reporter" && chart.series.count > 1
  }

  var rules: [Diagnostic] {
    spec.refusing(
      ["zero", "annotations", "references", "highlight", "colors"] + (spec.type == .matrix ? ["transform"] : []))
      + gridRules(spec, grid)
  }

  var description: String { sentences.joined(separator: Phrases(language).gap) }

  private var sentences: [String] { gridSentences(of: grid, spec: spec, language: language) }

  var notes: [String] {
    let phrases = Phrases(language)
    return (hasReporters ? [phrases.ownReporters] : [])
      + (grid.isMatrix && grid.missing > 0 ? [phrases.totalsOfKnown] : [])
  }

  var data: ChartData { ChartData(grid, spec: spec, language: language) }

  func layout(_ size: LayoutSize) -> ChartLayout {
    GridLayout(grid, spec: spec, size: size, language: language).layout()
  }

  var scales: SharedScales {
    SharedScales(
      values: grid.chart.values,
      numbers: (grid.rowTotals + grid.columnTotals + [grid.isMatrix ? grid.total : nil]).compactMap(\.self))
  }

  var panelColumns: PanelColumns { .rows }
  var order: [String]? { grid.chart.positions.map(\.key) }
  var seriesOrder: [String]? { grid.chart.series.map(\.key) }
  var hasGaps: Bool { grid.missing > 0 }

  func drawKey(on canvas: inout Canvas) -> Double {
    GridLayout(grid, spec: spec, size: canvas.size, language: language).drawKey(on: &canvas)
  }

  func sentences(named name: String) -> [String] { headed(name, sentences.dropFirst()) }
}

extension BoundChart {
  /// Without the columns that a transform has no value for, such as the first year of growth.
  fileprivate func droppingEmptyPositions(but keys: Set<String>) -> BoundChart {
    let kept = positions.indices.filter { index in
      keys.contains(positions[index].key) || series.contains { $0.values[index] != nil }
    }
    return BoundChart(
      kind: kind, positions: kept.map { positions[$0] },
      series: series.map { one in one.replacing(values: kept.map { one.values[$0] }) }, xTitle: xTitle, yTitle: yTitle)
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// A treemap: parts of a whole as tiles, each as large as its value.
struct TreemapForm: PanelForm {
  let spec: ChartSpec
  private let chart: BoundChart
  private let treemap: Treemap
  private let missing: Int
  let language: Language

  /// - Returns: nil, with diagnostics, where a value is negative or none is above zero.
  init?(_ spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]) {
    if let second = spec.y.dropFirst().first {
      diagnostics.append(
        .error(
          "chart-series", "a treemap has one column of values", at: second.place,
          hint: "name the column of the groups with 'series:'"))
      return nil
    }
    var inOrder = spec
    inOrder.sort = .data
    guard let chart = bind(inOrder, to: table, in: language, diagnostics: &diagnostics) else { return nil }
    for series in chart.series {
      guard let index = series.values.firstIndex(where: { ($0 ?? 0) < 0 }) else { continue }
      diagnostics.append(
        .error(
          "chart-treemap-negative", "'\(chart.positions[index].key)' is negative, and no tile can be", at: spec.yPlace,
          hint: "use 'type: bar', or leave it out with 'where:'"))
      return nil
    }
    let treemap = Treemap(chart, hasGroups: spec.series != nil, role: spec.shared?.role)
    if treemap.groups.isEmpty {
      diagnostics.append(
        .error("chart-treemap-empty", "no value is above zero", at: spec.yPlace, hint: DataHint.noneAboveZero))
      return nil
    }
    self.spec = spec
    self.chart = chart
    self.treemap = treemap
    self.language = language
    missing = table.rows.count - chart.values.count
  }

  var rules: [Diagnostic] { bindingRules(spec, chart) + spec.refusing(["sort", "zero", "transform"]) }

  var description: String { sentences.joined(separator: Phrases(language).gap) }

  private var sentences: [String] {
    treemapSentences(of: treemap, spec: spec, measure: chart.yTitle, language: language)
  }

  var notes: [String] {
    let phrases = Phrases(language)
    let panel = LayoutSize.Panel(hasValueLabels: true, hasPositionLabels: true)
    let sizes =
      spec.shared == nil ? LayoutSize.allCases : [LayoutSize.narrow.panel(width: 320, height: 0, panel)]
    let isUnnamed = sizes.contains { size in
      TreemapLayout(treemap, spec: spec, size: size, language: language).hasUnnamedTiles
    }
    return (treemap.zeros + missing > 0 ? [phrases.leftOut(zeros: treemap.zeros, missing: missing)] : [])
      + (isUnnamed ? [phrases.unnamedTiles] : [])
  }

  var data: ChartData { ChartData(treemap, chart, spec: spec, language: language) }

  func layout(_ size: LayoutSize) -> ChartLayout {
    TreemapLayout(treemap, spec: spec, size: size, language: language).layout()
  }

  var scales: SharedScales { SharedScales(values: treemap.ranked.map(\.value), sizes: [treemap.total]) }
  var panelColumns: PanelColumns { .sides }

  func drawKey(on canvas: inout Canvas) -> Double {
    TreemapLayout(treemap, spec: spec, size: canvas.size, language: language).drawKey(chart.series, on: &canvas)
  }

  func sentences(named name: String) -> [String] { headed(name, sentences.dropFirst()) }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Events and spans in lanes, over time.
struct TimelineForm: PanelForm {
  let spec: ChartSpec
  private let chart: TimelineEntries
  private let table: ChartTable
  let language: Language

  /// - Returns: nil, with diagnostics, where the rows are no events and spans.
  init?(_ spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]) {
    guard let chart = readTimeline(spec, table, language, &diagnostics) else { return nil }
    (self.spec, self.chart, self.table, self.language) = (spec, chart, table, language)
  }

  var rules: [Diagnostic] {
    spec.refusing(["y", "transform", "format", "unit", "sort", "zero", "annotations", "references"])
      + (chart.lanes.count > 12
        ? [
          .warning(
            "chart-timeline-lanes", "the timeline has \(chart.lanes.count) lanes; a reader loses the way after twelve",
            at: spec.series?.place ?? spec.place, hint: "show fewer, or leave 'series' out")
        ] : [])
  }

  var description: String { sentences.joined(separator: Phrases(language).gap) }

  private var sentences: [String] { timelineSentences(of: chart, spec: spec, language: language) }

  var data: ChartData { ChartData(chart, spec: spec, table: table, language: language) }

  func layout(_ size: LayoutSize) -> ChartLayout {
    size.picture == .wide
      ? TimelineLayout(chart, size: size, language: language).layout()
      : TimelineList(chart, size: size, language: language).layout()
  }

  var scales: SharedScales { SharedScales(numbers: [chart.from, chart.to]) }
  var panelColumns: PanelColumns { .stacked }

  func drawKey(on canvas: inout Canvas) -> Double { 0 }

  func sentences(named name: String) -> [String] { headed(name, sentences.dropFirst(2)) }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// A waterfall: how changes lead from one level to the next.
struct WaterfallForm: PanelForm {
  let spec: ChartSpec
  private let waterfall: Waterfall
  let language: Language

  /// - Returns: nil, with diagnostics, where a change is missing or levels are not what the changes add up to.
  init?(_ spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]) {
    if let second = spec.series ?? spec.y.dropFirst().first {
      diagnostics.append(
        .error("chart-series", "a waterfall has one series", at: second.place, hint: "pick one with 'where:'"))
      return nil
    }
    var inOrder = spec
    inOrder.sort = .data
    guard let chart = bind(inOrder, to: table, in: language, diagnostics: &diagnostics),
      let waterfall = Waterfall(chart.plain(spec), spec: spec, &diagnostics)
    else { return nil }
    self.spec = spec
    self.language = language
    self.waterfall = waterfall
  }

  var rules: [Diagnostic] {
    spec.refusing(["sort", "zero", "annotations", "references", "highlight", "transform"])
  }

  var description: String { sentences.joined(separator: Phrases(language).gap) }

  private var sentences: [String] { waterfallSentences(of: waterfall, spec: spec, language: language) }

  var data: ChartData { ChartData(waterfall, spec: spec, language: language) }

  func layout(_ size: LayoutSize) -> ChartLayout {
    WaterfallLayout(waterfall, spec: spec, size: size, language: language).layout()
  }

  var scales: SharedScales {
    SharedScales(
      values: waterfall.ends, numbers: waterfall.steps.map(\.value), sizes: [waterfall.largestChange])
  }

  var panelColumns: PanelColumns { .rows }

  func drawKey(on canvas: inout Canvas) -> Double {
    WaterfallLayout(waterfall, spec: spec, size: canvas.size, language: language).drawUnit(on: &canvas)
  }

  func sentences(named name: String) -> [String] { headed(name, sentences.dropFirst()) }
}

extension BoundChart {
  /// With no colours but the author's: a country among the steps is no country's bar.
  fileprivate func plain(_ spec: ChartSpec) -> BoundChart {
    BoundChart(
      kind: kind,
      positions: positions.map { position in
        Position(
          key: position.key, label: position.label, number: position.number, period: position.period,
          role: spec.colors[position.key])
      }, series: series, xTitle: xTitle, yTitle: yTitle)
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Series over common positions: lines, areas, bars, dots, slopes and dumbbells.
struct SeriesForm: ChartForm {
  let spec: ChartSpec
  private let rows: BoundChart
  let chart: BoundChart
  let language: Language

  init(_ rows: BoundChart, spec: ChartSpec, language: Language) {
    (self.rows, self.language) = (rows, language)
    let (chart, shown) = shown(rows, spec)
    (self.chart, self.spec) = (chart, shown.namingScale(in: language))
  }

  var rules: [Diagnostic] { bindingRules(spec, rows) }

  var description: String { Charts.description(of: chart, spec: spec, language: language) }

  var data: ChartData { ChartData(chart, raw: rows, spec: spec, language: language) }

  func layout(_ size: LayoutSize) -> ChartLayout {
    Charts.layout(chart, spec: spec, size: size, language: language)
  }
}

/// What is drawn: the values themselves, or in a stack of a hundred their shares.
private func shown(_ chart: BoundChart, _ spec: ChartSpec) -> (BoundChart, ChartSpec) {
  var spec = spec
  if spec.type == .area, chart.series.count > 1, spec.stack == nil { spec.stack = .sum }
  guard spec.stack == .percent else { return (chart, spec) }
  spec.format = FigureFormat(.percent)
  spec.unit = nil
  return (chart.asShares, spec)
}

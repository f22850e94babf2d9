// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Indicators
import Markup

/// Draws a chart whose texts have their values in: binds, lays out at both widths, checks the rules and writes.
///
/// - Parameters:
///   - idPrefix: Unique in the page; element ids begin with it and the chart's id.
///   - indicators: Those whose functions the rows were computed with; the note names them, and the transform's.
///   - hasSource: Whether the figure will have a source line from its data.
/// - Returns: nil where the data cannot be drawn; `diagnostics` says why. Broken rules do not keep it from being drawn.
public func drawChart(
  _ spec: ChartSpec, table: ChartTable, language: Language, idPrefix: String, hasSource: Bool,
  indicators: [Indicator] = [], diagnostics: inout [Diagnostic]
) -> DrawnChart? {
  if spec.type == .table {
    return drawTable(
      spec, table: table, language: language, hasSource: hasSource, variants: spec.variants(indicators, in: language),
      diagnostics: &diagnostics)
  }
  guard let bound = bind(spec, to: table, in: language, diagnostics: &diagnostics) else { return nil }
  let (chart, spec) = shown(bound, spec)
  let layouts = LayoutSize.allCases.map { layout(chart, spec: spec, size: $0, language: language) }
  diagnostics += textRules(spec, language: language, hasSource: hasSource)
  diagnostics += bindingRules(spec, bound)
  for layout in layouts { diagnostics += layoutRules(spec, layout) }
  let words = spec.alt?.text ?? description(of: chart, spec: spec, language: language)
  let drawings = layouts.map { drawing(of: $0) }
  let pictures = zip(layouts, drawings).map { layout, drawing in
    svg(
      layout, drawing: drawing,
      identity(spec, prefix: "\(idPrefix)\(spec.id.text)-\(layout.size.rawValue)", words, language))
  }
  let variants = spec.variants(indicators, in: language)
  return DrawnChart(
    wide: pictures[0], narrow: pictures[1],
    standalone: standaloneSVG(
      layouts[0], drawing: drawings[0], identity(spec, prefix: spec.id.text, words, language), spec: spec,
      variants: variants, language: language),
    description: words, data: ChartData(chart, raw: bound, spec: spec, language: language),
    title: spec.title?.text ?? "", subtitle: spec.subtitle?.text ?? "", note: spec.note?.text, variants: variants,
    layouts: layouts)
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

private func identity(_ spec: ChartSpec, prefix: String, _ words: String, _ language: Language) -> SVGIdentity {
  SVGIdentity(prefix: prefix, title: spec.title?.text ?? spec.id.text, description: words, language: language.tag)
}

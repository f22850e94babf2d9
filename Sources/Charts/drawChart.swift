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
///   - credits: Stand in the pictures that leave the site.
///   - hasCard: Whether a card for social networks is wanted.
/// - Returns: nil where the data cannot be drawn; `diagnostics` says why. Broken rules do not keep it from being drawn.
public func drawChart(
  _ spec: ChartSpec, table: ChartTable, language: Language, idPrefix: String, hasSource: Bool,
  indicators: [Indicator] = [], credits: Credits? = nil, hasCard: Bool = false, diagnostics: inout [Diagnostic]
) -> DrawnChart? {
  if spec.type == .table {
    let drawn = drawTable(
      spec, table: table, language: language, hasSource: hasSource, variants: spec.variants(indicators, in: language),
      credits: credits, hasCard: hasCard, diagnostics: &diagnostics)
    if drawn != nil { diagnostics += nameRules(spec, table) }
    return drawn
  }
  guard let form = form(of: spec, table: table, language: language, diagnostics: &diagnostics) else { return nil }
  diagnostics += textRules(spec, hasSource: hasSource)
  diagnostics += form.rules + unitRules(spec, table) + nameRules(spec, table)
  let spec = form.spec
  let layouts = LayoutSize.allCases.map { form.layout($0) }
  for layout in layouts { diagnostics += layoutRules(spec, layout) }
  let words = spec.alt?.text ?? form.description
  let drawings = layouts.map { drawing(of: $0) }
  let pictures = zip(layouts, drawings).map { layout, drawing in
    svg(
      layout, drawing: drawing,
      identity(spec, prefix: "\(idPrefix)\(spec.id.text)-\(layout.size.rawValue)", words, language))
  }
  let variants = spec.variants(indicators, in: language)
  var style = WrittenStyle()
  let alone = drawings.prefix(hasCard ? 2 : 1).map { style.written($0) }
  let notes = [spec.note?.text].compactMap(\.self) + form.notes
  let note = notes.isEmpty ? nil : notes.joined(separator: Phrases(language).gap)
  return DrawnChart(
    wide: pictures[0], narrow: pictures[1],
    standalone: standaloneSVG(
      ChartCard.Picture(width: layouts[0].width, height: layouts[0].height, drawing: alone[0]),
      identity(spec, prefix: spec.id.text, words, language), spec: spec,
      note: note, variants: variants, credits: credits, language: language),
    description: words, data: form.data,
    title: spec.title?.text ?? "", subtitle: spec.subtitle?.text ?? "", note: note, source: spec.source?.text,
    variants: variants,
    layouts: layouts,
    card: (hasCard ? credits : nil).map { credits in
      let wholes = zip(layouts, alone).map { ChartCard.Picture(width: $0.width, height: $0.height, drawing: $1) }
      return ChartCard(spec, credits, language: language).svg(wholes) { size in
        // A flow is read along its length.
        if spec.type == .sankey, size.width < 600 { return nil }
        // The rules look at the two pictures of the page; another that breaks them is not taken.
        let layout = form.layout(size)
        if !overlaps(layout).isEmpty { return nil }
        return ChartCard.Picture(
          width: layout.width, height: layout.height, drawing: style.written(drawing(of: layout)))
      }
    })
}

func identity(_ spec: ChartSpec, prefix: String, _ words: String, _ language: Language) -> SVGIdentity {
  SVGIdentity(prefix: prefix, title: spec.title?.text ?? spec.id.text, description: words, language: language.tag)
}

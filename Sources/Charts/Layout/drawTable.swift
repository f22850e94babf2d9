// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup

/// Draws a `table` block: the columns named by `x`, `series` and `y`, or all; with `y` named, a bar beside the first of
/// its columns; with `spark` named, a row for each category with its line in time; with `facet` named, groups of rows with
/// one range of bars.
///
/// The rows stay in the data's order unless `sort` says otherwise.
func drawTable(
  _ spec: ChartSpec, table: ChartTable, language: Language, hasSource: Bool, variants: [DrawnChart.Variant],
  credits: Credits?, hasCard: Bool, diagnostics: inout [Diagnostic]
) -> DrawnChart? {
  guard let plan = TablePlan(spec, table, language, &diagnostics) else { return nil }
  diagnostics += textRules(spec, hasSource: hasSource)
  var html = HTML(trusted: Array("<table class=\"chart-table\"><thead><tr>".utf8))
  for (offset, column) in plan.columns.enumerated() {
    html += headCell(plan.headers[offset], isNumber: plan.isNumeric[offset])
    if column == plan.barColumn { html += HTML(trusted: Array("<td class=\"chart-bar\"></td>".utf8)) }
  }
  if let lines = plan.lines { html += "<th scope=\"col\" class=\"chart-spark\">\(lines.head)</th>" }
  html += HTML(trusted: Array("</tr></thead>".utf8))
  let width = plan.columns.count + (plan.barColumn == nil ? 0 : 1) + (plan.lines == nil ? 0 : 1)
  for group in plan.groups {
    html += HTML(trusted: Array("<tbody>".utf8))
    if let title = group.title {
      html += "<tr class=\"chart-group\"><th scope=\"rowgroup\" colspan=\"\(width)\">\(title)</th></tr>"
    }
    for index in group.rows { html += bodyRow(plan, index, spec, language) }
    html += HTML(trusted: Array("</tbody>".utf8))
  }
  html += HTML(trusted: Array("</table>".utf8))
  let words = spec.alt?.text ?? plan.description
  return DrawnChart(
    wide: html, narrow: HTML(),
    standalone: standaloneSVG(
      ChartCard.Picture(plan.data, language: language), identity(spec, prefix: spec.id.text, words, language),
      spec: spec, note: spec.note?.text, variants: variants, credits: credits, language: language),
    description: words, data: plan.data, title: spec.title?.text ?? "", subtitle: spec.subtitle?.text ?? "",
    note: spec.note?.text, source: spec.source?.text, variants: variants, layouts: [],
    card: (hasCard ? credits : nil).map { credits in
      ChartCard(spec, credits, language: language).svg([]) {
        ChartCard.Picture(plan.data, language: language, in: $0)
      }
    })
}

private func bodyRow(_ plan: TablePlan, _ index: Int, _ spec: ChartSpec, _ language: Language) -> HTML {
  let row = plan.rows[index]
  var html = HTML(trusted: Array("<tr>".utf8))
  for (offset, entry) in plan.entries[index].enumerated() {
    html += bodyCell(entry.text, isRowHeader: offset == 0, isNumber: plan.isNumeric[offset])
    if plan.columns[offset] == plan.barColumn { html += barCell(plan.bar(of: row), plan.role(of: row)) }
  }
  if let line = plan.lines?.line(of: row) { html += sparkCell(line, plan.role(of: row), spec, language) }
  html += HTML(trusted: Array("</tr>".utf8))
  return html
}

private func headCell(_ text: String, isNumber: Bool) -> HTML {
  isNumber ? "<th scope=\"col\" class=\"number\">\(text)</th>" : "<th scope=\"col\">\(text)</th>"
}

private func bodyCell(_ text: String, isRowHeader: Bool, isNumber: Bool) -> HTML {
  if isRowHeader {
    // A date or a short name is not broken.
    return text.count <= 18 ? "<th scope=\"row\" class=\"whole\">\(text)</th>" : "<th scope=\"row\">\(text)</th>"
  }
  return isNumber ? "<td class=\"number\">\(text)</td>" : "<td>\(text)</td>"
}

/// A bar whose ends are parts of a hundred of the column's range.
private func barCell(_ bar: (start: Double, length: Double)?, _ role: ColorRole) -> HTML {
  var writer = SVGWriter(capacity: 200)
  writer.raw("<td class=\"chart-bar\" aria-hidden=\"true\">")
  if let bar {
    writer.raw("<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\"><rect class=\"")
    writer.word(role.cssClass)
    writer.raw("\"")
    writer.attribute("x", bar.start)
    writer.attribute("width", bar.length)
    writer.raw(" height=\"10\"/></svg>")
  }
  writer.raw("</td>")
  return HTML(trusted: writer.bytes)
}

/// A line of a word's size, with its words; nothing where there are fewer than two values.
private func sparkCell(_ line: TableLines.Line, _ role: ColorRole, _ spec: ChartSpec, _ language: Language) -> HTML {
  let format = spec.spark.flatMap { spec.columnFormats[$0.y.text] } ?? spec.format
  let picture = sparkline(values: line.values, positions: line.positions, format: format, language: language)
  return "<td class=\"chart-spark \(role.cssClass)\">\(picture ?? HTML())</td>"
}

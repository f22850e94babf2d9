// SPDX-License-Identifier: MIT
import Diagnostics

/// The rules for what a chart holds: how many series, whether what the block names is there.
func bindingRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  var found: [Diagnostic] = []
  let seriesPlace = spec.series?.place ?? spec.yPlace
  let colors = chart.series.count { !$0.role.isGrey }
  if colors > 7 {
    found.append(
      .error(
        "chart-series-many", "\(colors) series have colours of their own; nobody tells so many apart", at: seriesPlace,
        hint: "name those that matter with 'highlight:'; the others turn grey"))
  } else if chart.series.count > 4, spec.highlight.isEmpty {
    found.append(
      .warning(
        "chart-series-many", "the chart has \(chart.series.count) series", at: seriesPlace,
        hint: "name those that matter with 'highlight:'; the others turn grey"))
  }
  found += highlightRules(spec, chart)
  let takesAnnotations = spec.type == .line || spec.type == .dot && chart.kind != .category
  for annotation in spec.annotations {
    if !takesAnnotations {
      found.append(
        .warning(
          "chart-annotation-unused", "only lines and points over time carry annotations", at: annotation.x.place,
          hint: "say it in the title or the note"))
    } else if chart.number(at: annotation.x.text) == nil {
      found.append(
        .error(
          "chart-annotation-outside", "'\(annotation.x.text)' is not on the chart's x axis", at: annotation.x.place,
          hint: "it runs from \(chart.positions.first?.key ?? "") to \(chart.positions.last?.key ?? "")"))
    }
  }
  return found
}

private func highlightRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  if spec.highlight.isEmpty { return [] }
  let known = Set(chart.series.flatMap { [$0.key, $0.name] } + chart.positions.flatMap { [$0.key, $0.label] })
  return spec.highlight.filter { !known.contains($0.text) }.map { name in
    .error(
      "chart-highlight", "'\(name.text)' is neither a series nor a category of the chart", at: name.place,
      hint: suggestion(for: name.text, among: known.sorted()))
  }
}

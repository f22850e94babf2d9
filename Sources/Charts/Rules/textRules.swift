// SPDX-License-Identifier: MIT
import Diagnostics

/// The rules for the words around a chart.
func textRules(_ spec: ChartSpec, hasSource: Bool) -> [Diagnostic] {
  var found: [Diagnostic] = []
  if let title = spec.title {
    found += titleRules(title)
  } else {
    found.append(
      .error("chart-title-missing", "the chart has no title", at: spec.place, hint: "state the finding with 'title:'"))
  }
  if let subtitle = spec.subtitle {
    if let title = spec.title, isSameText(title.text, subtitle.text) {
      found.append(
        .error(
          "chart-title-repeated", "title and subtitle are the same", at: subtitle.place,
          hint: "the title states the finding, the subtitle measure, unit, place and period"))
    } else {
      found += subtitleRules(spec)
    }
  } else {
    found.append(
      .error(
        "chart-subtitle-missing", "the chart has no subtitle", at: spec.place,
        hint: "say measure, unit, place and period with 'subtitle:'"))
  }
  if !hasSource, spec.source == nil {
    found.append(
      .error("chart-source-missing", "the chart has no source", at: spec.place, hint: "name it with 'source:'"))
  }
  return found + unitTextRules(spec) + annotationRules(spec.annotations)
}

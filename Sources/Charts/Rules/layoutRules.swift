// SPDX-License-Identifier: MIT
import Diagnostics

/// The rules for a picture: bars that include zero, three to six ticks, texts that are whole and apart, and that
/// series are told by labels where there is room for them.
func layoutRules(_ spec: ChartSpec, _ layout: ChartLayout) -> [Diagnostic] {
  var found: [Diagnostic] = []
  if [.bar, .area, .waterfall].contains(spec.type), layout.valueScale.low > 0 || layout.valueScale.high < 0 {
    found.append(.error("chart-bar-zero", "the axis of the bars does not include zero", at: spec.yPlace))
  }
  if !layout.valueTicks.isEmpty, !(3...6 ~= layout.valueTicks.count) {
    found.append(
      .warning(
        "chart-ticks", "the value axis has \(layout.valueTicks.count) ticks; three to six are read at a glance",
        at: spec.yPlace))
  }
  if spec.type == .line || spec.type == .area, spec.facet == nil, layout.size == .wide, layout.hasLegend {
    found.append(
      .warning(
        "chart-legend",
        "the \(spec.type == .line ? "lines" : "areas") have no room for labels of their own, and a legend in their place",
        at: spec.series?.place ?? spec.yPlace, hint: "shorten the names with 'labels:', or show fewer series"))
  }
  for overlap in overlaps(layout) {
    let message =
      switch overlap {
      case .leaves(let text): "'\(text)' does not fit into the \(layout.size.rawValue) picture"
      case .meet(let a, let b): "'\(a)' and '\(b)' meet in the \(layout.size.rawValue) picture"
      }
    found.append(.error("chart-text-overlap", message, at: spec.place, hint: "shorten the texts, or show less"))
  }
  for text in covered(layout) {
    found.append(
      .warning(
        "chart-text-covered", "'\(text)' lies on a mark in the \(layout.size.rawValue) picture", at: spec.place,
        hint: "shorten the text, or give it another place"))
  }
  return found
}

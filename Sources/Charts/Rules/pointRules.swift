// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// The rules for points of a plane: how many series, and that what the block names is there.
func pointRules(_ spec: ChartSpec, _ points: BoundPoints) -> [Diagnostic] {
  var found: [Diagnostic] = []
  let colors = points.series.count { !$0.role.isGrey }
  if colors > 6 || points.series.count > 6 && spec.highlight.isEmpty {
    found.append(
      .error(
        "chart-series-many", "\(points.series.count) series have shapes and colours; nobody tells so many apart",
        at: spec.series?.place ?? spec.place, hint: "name those that matter with 'highlight:', or use 'facet:'"))
  } else if points.series.count > 4, spec.highlight.isEmpty {
    found.append(
      .warning(
        "chart-series-many", "the chart has \(points.series.count) series", at: spec.series?.place ?? spec.place,
        hint: "name those that matter with 'highlight:', or use 'facet:'"))
  }
  found += colorRules(spec, points.series.map { ($0.name, $0.role) })
  let known = Set(points.series.flatMap { [$0.key, $0.name] } + points.items.flatMap { [$0.key, $0.label] })
  for name in spec.highlight where !known.contains(name.text) {
    found.append(
      .error(
        "chart-highlight", "'\(name.text)' is neither a series nor a point of the chart", at: name.place,
        hint: suggestion(
          for: name.text, amongNames: points.series.count > 1 ? points.series.map(\.name) : points.items.map(\.label))))
  }
  let xs = points.items.map(\.x)
  guard let low = xs.min(), let high = xs.max() else { return found }
  let range = "it runs from \(Cell.real(low).plain) to \(Cell.real(high).plain)"
  func isOutside(_ x: PlacedText) -> Bool { Double(x.text).map { $0 < low || $0 > high } ?? true }
  for annotation in spec.annotations where isOutside(annotation.x) {
    found.append(
      .error(
        "chart-annotation-outside", "'\(annotation.x.text)' is not on the chart's x axis", at: annotation.x.place,
        hint: range))
  }
  for reference in spec.references {
    switch reference.extent {
    case .value(let y):
      if spec.log.contains(.y), let number = y.number, number <= 0 {
        found.append(
          .error(
            "chart-log", "a reference at \(Cell.real(number).plain) has no place on a logarithmic scale",
            at: reference.text.place))
      }
    case .point(let x, _), .span(let x, _):
      if isOutside(x) {
        found.append(
          .error(
            "chart-reference-outside", "'\(x.text)' is not on the chart's x axis", at: x.place, hint: range))
      }
    }
  }
  return found
}

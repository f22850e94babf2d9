// SPDX-License-Identifier: MIT
import Diagnostics

/// The rule for `labels:` and `colors:`: a name that the chart has nowhere would be passed over in silence.
func nameRules(_ spec: ChartSpec, _ table: ChartTable) -> [Diagnostic] {
  if spec.labels.isEmpty, spec.colors.isEmpty { return [] }
  let named = spec.namedColumns
  let cells = table.columns.enumerated().flatMap { index, column in
    named.map { $0.contains(column.name) } ?? true ? table.rows.map { $0[index].plain }.uniqued() : []
  }
  let names = cells + spec.bands.map(\.name) + table.columns.map(\.name)
  let known = Set(names)
  return [("labels", spec.labelPlaces), ("colors", spec.colorPlaces)].flatMap { key, places in
    places.filter { !known.contains($0.key) }.sorted { $0.value < $1.value }.map { name, place in
      .warning(
        "chart-name-unknown", "'\(name)' in '\(key)' is no series, category or column of the chart", at: place,
        hint: suggestion(for: name, amongNames: names))
    }
  }
}

extension ChartSpec {
  /// The columns whose cells name something; nil for a table, which shows all that it has.
  fileprivate var namedColumns: Set<String>? {
    type == .table ? nil : Set([x, series, label, from, to, facet].compactMap { $0?.text })
  }
}

/// The name that was meant, else the first of those that there are.
func suggestion(for name: String, amongNames names: [String]) -> String? {
  if let match = closest(to: name, among: names) { return "did you mean '\(match)'?" }
  let all = names.filter { !$0.isEmpty }.uniqued()
  let more = all.count > 8 ? " … (\(all.count) in all)" : ""
  return all.isEmpty ? "remove it" : "use one of \(all.prefix(8).joined(separator: ", "))\(more)"
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// The rules for what a chart holds: how many series, whether what the block names is there.
func bindingRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  var found: [Diagnostic] = []
  found += seriesRules(spec, chart)
  found += colorRules(spec, chart.series.map { ($0.name, $0.role) })
  found += periodRules(spec, chart)
  found += highlightRules(spec, chart)
  let takesAnnotations = spec.isDrawnOverPositions(chart)
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
  found += referenceRules(spec, chart)
  found += logRules(spec, chart)
  found += typeRules(spec, chart)
  found += forecastRules(spec, chart)
  if spec.stack == .percent, chart.values.contains(where: { $0 < 0 }) {
    found.append(
      .error(
        "chart-stack-negative", "a part of a hundred cannot be negative", at: spec.yPlace,
        hint: "use 'stack: true', or no stack"))
  }
  return found
}

/// Colours that an author gave and that readers take for each other: the same one twice, and beside a country any
/// category but the one that is made for it.
func colorRules(_ spec: ChartSpec, _ series: [(name: String, role: ColorRole)]) -> [Diagnostic] {
  if spec.colors.isEmpty { return [] }
  let colored = series.filter { !$0.role.isGrey }
  for (index, one) in colored.enumerated() {
    guard let other = colored[(index + 1)...].first(where: { isAlike(one.role, $0.role) }) else { continue }
    return [
      .warning(
        "chart-color-alike", "'\(one.name)' and '\(other.name)' have colours that are taken for each other",
        at: spec.place(of: "colors"), hint: "leave 'colors' out, or give one of them category-4 or grey")
    ]
  }
  return []
}

private func isAlike(_ one: ColorRole, _ other: ColorRole) -> Bool {
  switch (one, other) {
  case (.country, .category), (.category, .country):
    one != .besideCountries && other != .besideCountries
  default: one == other
  }
}

private func referenceRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  spec.references.compactMap { reference in
    if case .span(let from, let to) = reference.extent {
      if !spec.isDrawnOverPositions(chart) { return unused(reference, "bands") }
      let start = chart.number(at: from.text)
      guard let start, let end = chart.number(at: to.text), start <= end else {
        return .error(
          "chart-reference-outside", "'\(from.text)' to '\(to.text)' is no stretch of the chart's x axis",
          at: from.place,
          hint: "it runs from \(chart.positions.first?.key ?? "") to \(chart.positions.last?.key ?? "")")
      }
      return nil
    }
    if case .point(let x, _) = reference.extent {
      if !spec.isDrawnOverPositions(chart) { return unused(reference, "points") }
      if chart.number(at: x.text) == nil { return outside(x, chart) }
      return nil
    }
    let takesValues = spec.isDrawnOverPositions(chart) || spec.type == .bar && chart.kind != .category
    return takesValues ? nil : unused(reference, "values")
  }
}

/// A scale by logarithms has numbers along it, and what it shows is above zero.
private func logRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  var found: [Diagnostic] = []
  if spec.log.contains(.x) {
    if chart.kind != .number {
      found.append(
        .error(
          "chart-log", "an x axis of \(chart.kind == .category ? "categories" : "periods") has no logarithms",
          at: spec.place(of: "log"), hint: "write log: y"))
    } else if let first = chart.positions.first, first.number <= 0 {
      found.append(
        .error(
          "chart-log", "'\(first.key)' on the x axis has no logarithm", at: spec.x?.place ?? spec.place,
          hint: "leave the row out with 'where:', or write log: y"))
    }
  }
  if spec.log.contains(.y) {
    for reference in spec.references {
      guard case .value(let y) = reference.extent, let number = y.number, number <= 0 else { continue }
      found.append(
        .error(
          "chart-log", "a reference at \(Cell.real(number).plain) has no place on a logarithmic scale",
          at: reference.text.place))
    }
  }
  return found
}

private func outside(_ x: PlacedText, _ chart: BoundChart) -> Diagnostic {
  .error(
    "chart-reference-outside", "'\(x.text)' is not on the chart's x axis", at: x.place,
    hint: "it runs from \(chart.positions.first?.key ?? "") to \(chart.positions.last?.key ?? "")")
}

private func unused(_ reference: Reference, _ kind: String) -> Diagnostic {
  .warning(
    "chart-reference-unused", "this chart shows no \(kind) to compare with", at: reference.text.place,
    hint: "say it in the title or the note")
}

extension ChartSpec {
  /// Whether the chart has values upwards over an x axis of time or numbers.
  func isDrawnOverPositions(_ chart: BoundChart) -> Bool {
    type == .line || type == .area || type == .fan || type == .dot && chart.kind != .category
  }
}

private func highlightRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  if spec.highlight.isEmpty { return [] }
  let known = Set(chart.series.flatMap { [$0.key, $0.name] } + chart.positions.flatMap { [$0.key, $0.label] })
  let names =
    chart.series.count == 1 && chart.kind == .category ? chart.positions.map(\.label) : chart.series.map(\.name)
  return spec.highlight.filter { !known.contains($0.text) }.map { name in
    .error(
      "chart-highlight", "'\(name.text)' is neither a series nor a category of the chart", at: name.place,
      hint: suggestion(for: name.text, amongNames: names))
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics

/// A fan opens where history ends, and says what its bands are.
func fanRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  if chart.kind == .category {
    return [
      .error("chart-fan-time", "a fan runs over time", at: spec.x?.place ?? spec.place, hint: "use periods on 'x'")
    ]
  }
  guard let series = chart.series.first else { return [] }
  var found: [Diagnostic] = []
  let observed = chart.positions.indices.filter { series.values[$0] != nil && !series.isProjected($0) }
  let banded = chart.positions.indices.filter { index in chart.bands.contains { $0.low[index] != nil } }
  if observed.isEmpty {
    found.append(
      .error(
        "chart-fan-history", "the fan has no history: every value is a projection", at: spec.yPlace,
        hint: "add the rows before the forecast, with empty edges; or use 'type: line' with 'dashed:'"))
  } else if let last = observed.last, let first = banded.first, first <= last {
    found.append(
      .error(
        "chart-fan-history",
        "'\(chart.positions[first].key)' has a band, but observations go on to '\(chart.positions[last].key)'",
        at: spec.place(of: spec.dashed == nil ? "bands" : "dashed"), hint: "leave the edges empty in history"))
  }
  if banded.isEmpty {
    found.append(
      .error(
        "chart-band", "no row has a band", at: spec.place(of: "bands"), hint: "use 'type: line', or fill the columns"))
  }
  if !explainsBands(spec) {
    found.append(
      .error(
        "chart-band-unexplained", "neither note nor subtitle says how much the bands hold", at: spec.place(of: "bands"),
        hint: "for example 'note: The 80% band holds eight of ten past errors.'"))
  }
  return found
}

/// Whether a text names one of the bands, or says how much they hold: in per cent, or in deviations.
private func explainsBands(_ spec: ChartSpec) -> Bool {
  let text = [spec.subtitle?.text, spec.note?.text].compactMap(\.self).joined(separator: " ").plainWidth.lowercased()
  let names = spec.bands.flatMap { [$0.name, spec.labels[$0.name]?.text ?? $0.name] }.map { $0.lowercased() }
  let measures = [
    "standard deviation", "standard error", "quartile", "percentile", "標準偏差", "標準誤差", "표준편차", "표준오차", "标准差", "标准误",
    "百分之",
  ]
  return (names + measures).contains(where: text.contains) || saysPercentage(text)
}

/// Whether a number of per cent is in it: `80%`, `80 per cent`, `8割`.
private func saysPercentage(_ text: String) -> Bool {
  text.split { $0.isNumber }.dropFirst(text.first?.isNumber == true ? 0 : 1).contains { rest in
    let next = rest.drop { $0 == " " }
    return ["%", "per cent", "percent", "パーセント", "퍼센트", "割", "할", "成"].contains { next.hasPrefix($0) }
  }
}

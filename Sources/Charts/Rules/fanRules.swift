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
        "chart-band-unexplained", "neither note nor subtitle says what the bands are", at: spec.place(of: "bands"),
        hint: "for example 'note: The 80% band holds eight of ten past errors.'"))
  }
  return found
}

/// Whether a text names one of the bands, or speaks of an interval or a probability.
private func explainsBands(_ spec: ChartSpec) -> Bool {
  let text = [spec.subtitle?.text, spec.note?.text].compactMap(\.self).joined(separator: " ").lowercased()
  let words = [
    "band", "interval", "range", "confiden", "probab", "likel", "uncertain", "区間", "範囲", "確率", "不確実", "バンド", "구간", "범위",
    "확률",
    "신뢰", "불확실", "区间", "范围", "概率", "置信", "不确定",
  ]
  return (words + spec.bands.map { $0.name.lowercased() }).contains { text.contains($0) }
}

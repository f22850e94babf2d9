// SPDX-License-Identifier: MIT
import Diagnostics

/// How many series a chart may have: some four, and with no `highlight` seven at the most, beyond which nobody tells their
/// colours apart. What names every line at both of its ends, or stands in tiles of its own, needs no colours to be told.
func seriesRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  func many(_ message: String, isError: Bool) -> [Diagnostic] {
    let place = spec.series?.place ?? spec.yPlace
    let hint = "name those that matter with 'highlight:', and the others turn grey; or use 'facet:'"
    return [
      isError
        ? .error("chart-series-many", message, at: place, hint: hint)
        : .warning("chart-series-many", message, at: place, hint: hint)
    ]
  }
  let colors = chart.series.count { !$0.role.isGrey }
  if colors > 7 {
    return many("\(colors) series have colours of their own; nobody tells so many apart", isError: true)
  }
  if !spec.highlight.isEmpty { return [] }
  let told = chart.series.count { spec.colors[$0.key]?.isGrey != true }
  let needsColors = [.line, .area, .bar, .dot].contains(spec.type)
  if needsColors, told > 7 {
    return many("the chart has \(told) series to tell apart, and seven are the most", isError: true)
  }
  return told > 4 ? many("the chart has \(told) series", isError: false) : []
}

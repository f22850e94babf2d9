// SPDX-License-Identifier: MIT
import Diagnostics

/// The rules for heat maps and flow matrices.
func gridRules(_ spec: ChartSpec, _ grid: Grid) -> [Diagnostic] {
  var found: [Diagnostic] = []
  let chart = grid.chart
  if chart.kind == .category, chart.positions.count > 24 {
    found.append(
      .error(
        "chart-columns-many", "\(chart.positions.count) columns have no room for their names", at: spec.xPlace,
        hint: "swap 'x' and 'series', or show fewer with 'where:'"))
  }
  if let row = chart.series.indices.first(where: { row in
    chart.positions.indices.contains { grid.isDiagonal(row, $0) && (chart.series[row].values[$0] ?? 0) != 0 }
  }) {
    found.append(
      .error(
        "chart-matrix-diagonal", "'\(chart.series[row].key)' trades with itself in the data", at: spec.yPlace,
        hint: "leave these rows out with 'where:', or say them in the text"))
  }
  let isDiverging = spec.isDiverging ?? chart.values.contains { $0 < 0 }
  if isDiverging ? max(spec.steps.count { $0 < 0 }, spec.steps.count { $0 > 0 }) > 2 : spec.steps.count > 4 {
    found.append(
      .error(
        "chart-steps", "there are more steps than shades", at: spec.place(of: "steps"),
        hint: isDiverging
          ? "two below zero and two above, such as [-20, -10, 10, 20]" : "four, such as [10, 20, 50, 100]"))
  }
  return found
}

extension ChartSpec {
  var xPlace: Place { x?.place ?? place }
}

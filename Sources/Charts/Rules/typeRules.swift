// SPDX-License-Identifier: MIT
import Diagnostics

/// The rules that belong to one type of chart.
func typeRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  let seriesPlace = spec.series?.place ?? spec.yPlace
  switch spec.type {
  case .area where chart.series.count > 1 && !spec.isStacked:
    return [
      .error(
        "chart-area-overlap", "areas hide each other where they are not stacked", at: spec.place(of: "stack"),
        hint: "remove 'stack: false', or use 'type: line'")
    ]
  case .area where spec.isStacked && spec.stack != .percent && chart.values.contains { $0 < 0 }:
    return [
      .error(
        "chart-area-negative", "a stack of areas cannot hold negative values", at: spec.yPlace,
        hint: "use 'type: line', or bars with 'stack: true'")
    ]
  case .area where spec.isStacked && !Areas(chart, isStacked: true).tops[0].contains { $0 != nil }:
    return [
      .error(
        "chart-area-missing", "at every position some piece of the stack is missing", at: spec.yPlace,
        hint: "leave out the series with gaps, or use 'type: line'")
    ]
  case .bar where spec.direction == .horizontal && chart.longestRun > 6:
    return [
      .warning(
        "chart-time-lying", "time runs down the picture: the bars of \(chart.longestRun) periods in a row lie",
        at: spec.place(of: "direction"), hint: "use 'direction: vertical', or 'type: line'")
    ]
  case .slope where chart.positions.count != 2:
    return [
      .error(
        "chart-slope-points", "a slope runs between two points of x, and there are \(chart.positions.count)",
        at: spec.x?.place ?? spec.place, hint: "pick two with 'where:', or use 'type: line'")
    ]
  case .fan: return fanRules(spec, chart)
  case .dumbbell where chart.series.count != 2:
    return [
      .error(
        "chart-dumbbell-series", "a dumbbell has two ends, and there are \(chart.series.count) series",
        at: seriesPlace, hint: "name two columns with 'y: [before, after]', or use 'type: dot'")
    ]
  default: return []
  }
}

extension BoundChart {
  /// How many periods, one after another, are equally far apart; 0 where there are none.
  fileprivate var longestRun: Int {
    guard case .time(let unit) = kind else { return 0 }
    let places = positions.compactMap(\.period).map { unit == .day ? $0.firstDay : $0.year * 12 + $0.month }
    let steps = zip(places, places.dropFirst()).map { $1 - $0 }
    var (longest, run) = (0, 0)
    for (index, step) in steps.enumerated() {
      run = index > 0 && steps[index - 1] == step ? run + 1 : 1
      longest = max(longest, run)
    }
    return longest + 1
  }
}

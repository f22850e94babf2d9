// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Changes that follow each other from level to level.
struct Waterfall: Sendable {
  struct Step: Sendable {
    let position: Position
    /// The change; for a level, the level itself.
    let value: Double
    let isLevel: Bool
    /// Where the bar begins and ends; a level begins at zero.
    let from: Double
    let to: Double

    /// Rises and falls differ by the sign of their figure too.
    var role: ColorRole { position.role ?? (isLevel ? .grey(1) : .category(value < 0 ? 2 : 1)) }
    var low: Double { min(from, to) }
    var high: Double { max(from, to) }
  }

  let chart: BoundChart
  let steps: [Step]

  /// - Parameter totals: Which positions are levels. One without a value is the sum so far; one with a value has to be.
  init?(_ chart: BoundChart, spec: ChartSpec, _ diagnostics: inout [Diagnostic]) {
    let known = diagnostics.count
    for total in spec.totals where !chart.positions.contains(where: { $0.key == total.text || $0.label == total.text })
    {
      diagnostics.append(
        .error(
          "chart-totals", "'\(total.text)' is no step of the chart", at: total.place,
          hint: suggestion(for: total.text, among: chart.positions.map(\.key))))
    }
    var steps: [Step] = []
    var level = 0.0
    for (position, value) in zip(chart.positions, chart.series.first?.values ?? []) {
      let total = spec.totals.first { $0.text == position.key || $0.text == position.label }
      guard let total else {
        guard let value else {
          diagnostics.append(
            .error(
              "chart-waterfall-missing", "the change '\(position.key)' has no value, and what follows it no level",
              at: spec.yPlace, hint: "leave it out with 'where:', or name the next level in 'totals:'"))
          return nil
        }
        steps.append(Step(position: position, value: value, isLevel: false, from: level, to: level + value))
        level += value
        continue
      }
      let sum = value ?? level
      if !steps.isEmpty, abs(sum - level) > max(abs(sum), abs(level)) * 0.005 {
        diagnostics.append(
          .error(
            "chart-waterfall-sum",
            "the steps before '\(position.key)' add up to \(plain(level)), and its row says \(plain(sum))",
            at: total.place, hint: "a step is missing, or is there twice"))
      }
      steps.append(Step(position: position, value: sum, isLevel: true, from: 0, to: sum))
      level = sum
    }
    if diagnostics.count > known { return nil }
    self.chart = chart
    self.steps = steps
  }

  /// What the unit of the figures is chosen for; a level where there are no changes.
  var largestChange: Double {
    let changes = steps.filter { !$0.isLevel && $0.value != 0 }
    return (changes.isEmpty ? steps : changes).map { abs($0.value) }.max() ?? 0
  }

  var ends: [Double] { steps.flatMap { [$0.from, $0.to] } }
}

private func plain(_ value: Double) -> String { Cell.real(value).plain }

// SPDX-License-Identifier: MIT

/// What is left free at the far end of a piece, so that pieces are told apart without colour.
let stackGap = 1.0

extension BoundChart {
  /// One piece of a stack, from its nearer to its further end.
  struct StackPiece: Hashable {
    let series: Int
    let from: Double
    let to: Double
    var isNegative: Bool { from < 0 }
  }

  /// The pieces at a position, in the order of the data: what is positive goes one way from zero, what is negative the
  /// other.
  func stack(at position: Int) -> [StackPiece] {
    var (below, above) = (0.0, 0.0)
    return series.indices.compactMap { index in
      guard let value = series[index].values[position], value != 0 else { return nil }
      if value < 0 {
        below += value
        return StackPiece(series: index, from: below, to: below - value)
      }
      above += value
      return StackPiece(series: index, from: above - value, to: above)
    }
  }

  /// Each value as a part of its position's sum; nil where something is missing or the sum is zero.
  var asShares: BoundChart {
    let sums = positions.indices.map { index in
      series.reduce(Double?(0)) { sum, one in sum.flatMap { sum in one.values[index].map { sum + $0 } } }
    }
    return replacing(
      series: series.map { one in
        one.replacing(
          values: zip(one.values, sums).map { value, sum in
            guard let value, let sum, sum > 0 else { return nil }
            return value / sum
          })
      })
  }

  /// Where stacks end, on either side of zero.
  var stackEnds: [Double] {
    positions.indices.flatMap { index in stack(at: index).flatMap { [$0.from, $0.to] } } + [0]
  }

  /// The sum at a position; nil where all is missing.
  func stackSum(_ position: Int) -> Double? {
    let values = series.compactMap { $0.values[position] }
    return values.isEmpty ? nil : values.reduce(0, +)
  }

  /// Whether some stack has pieces on both sides of zero, so that no bar ends at its sum.
  var hasMixedStacks: Bool {
    positions.indices.contains { index in
      let values = series.compactMap { $0.values[index] }
      return values.contains { $0 < 0 } && values.contains { $0 > 0 }
    }
  }

  /// The colour of one series at one position.
  func role(_ series: Int, _ position: Int) -> ColorRole {
    positions[position].role ?? self.series[series].role
  }
}

extension Canvas {
  /// Writes a share into its piece where it has room; the axis has the unit.
  mutating func share(
    _ piece: BoundChart.StackPiece, of chart: BoundChart, at position: Int, _ measure: Measure, in box: Box
  ) {
    let series = chart.series[piece.series]
    let figure = measure.text(piece.to - piece.from, places: 0)
    guard !series.isProjected(position), width(figure) + 6 <= box.width, TextBox.lineHeight <= box.height else {
      return
    }
    text(
      figure, .cell, x: box.x + box.width / 2, y: box.y + box.height / 2 + 4.8, anchor: .middle, role: series.role)
  }
}

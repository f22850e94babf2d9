// SPDX-License-Identifier: MIT

/// Takes values to a few steps of a colour ramp that part at round numbers. A value at a break belongs above it.
///
/// Amounts part at even distances; where that leaves most of them in one step, as a few large ones do, at 1, 2 and 5
/// times a power of ten. Values around zero part alike on both sides.
struct StepScale: Hashable, Sendable {
  /// The steps from low to high.
  let steps: [ColorStep]
  /// Where one ends and the next begins: one fewer than steps.
  let breaks: [Double]

  var isDiverging: Bool { steps.contains { if case .amount = $0 { false } else { true } } }

  /// - Parameters:
  ///   - breaks: The author's; empty lets the values decide.
  ///   - isDiverging: nil lets the signs of the values decide.
  init(of values: [Double], breaks wanted: [Double], isDiverging: Bool?) {
    if isDiverging ?? values.contains(where: { $0 < 0 }) {
      let sides = wanted.isEmpty ? StepScale.evenSides(values) : wanted
      let below = Array(sides.filter { $0 < 0 }.suffix(2))
      let above = Array(sides.filter { $0 > 0 }.prefix(2))
      let all = below + [0] + above
      let falls = (1...below.count + 1).reversed().map { ColorStep.fall($0) }
      let steps = falls + (1...above.count + 1).map { ColorStep.rise($0) }
      // Steps at the ends that no value reaches are left out.
      let used = values.map { value in all.count { $0 <= value } }
      let (first, last) = (used.min() ?? 0, used.max() ?? 0)
      self.steps = Array(steps[first...last])
      self.breaks = Array(all[first..<last])
    } else {
      breaks = Array((wanted.isEmpty ? StepScale.amounts(values) : wanted).prefix(4))
      steps = StepScale.ranks[breaks.count].map { ColorStep.amount($0) }
    }
  }

  func role(_ value: Double) -> ColorRole { .step(steps[breaks.count { $0 <= value }]) }

  /// Which shades are taken where there are fewer than five, by the number of breaks.
  private static let ranks = [[3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]]

  /// Even distances, or powers where these tell clearly more values apart.
  private static func amounts(_ values: [Double]) -> [Double] {
    guard let low = values.min(), let high = values.max(), low < high else { return [] }
    let even =
      [5, 4, 3, 2, 1].lazy.map { count in
        ticks(from: low, to: high, count: count).filter { $0 > low && $0 < high }
      }.first { 1...4 ~= $0.count } ?? []
    guard low >= 0 else { return even }
    let powers = powers(values.filter { $0 > 0 }.sorted(), below: high)
    return crowd(values, powers) * 5 <= crowd(values, even) * 4 ? powers : even
  }

  /// How many values lie in the fullest step.
  private static func crowd(_ values: [Double], _ breaks: [Double]) -> Int {
    Dictionary(grouping: values) { value in breaks.count { $0 <= value } }.values.map(\.count).max() ?? 0
  }

  /// Four of the numbers 1, 2, 5 times a power of ten, farther apart where many values would lie below the lowest.
  private static func powers(_ sorted: [Double], below high: Double) -> [Double] {
    let magnitude = floorLog10(high)
    var breaks: [Double] = []
    for factors in [[1.0, 2, 5], [1, 5], [1]] {
      let all = (magnitude - 4...magnitude).flatMap { power in factors.map { $0 * powerOfTen(power) } }
      breaks = Array(all.filter { $0 < high }.suffix(4))
      if let first = breaks.first, sorted.count(where: { $0 < first }) * 5 <= sorted.count * 2 { break }
    }
    return breaks.filter { $0 > sorted[0] }
  }

  /// Two round numbers on both sides of zero, the outer one reached by about a fifth of the values.
  private static func evenSides(_ values: [Double]) -> [Double] {
    let sizes = values.map { abs($0) }.filter { $0 > 0 }.sorted()
    guard !sizes.isEmpty else { return [] }
    let wish = sizes[min(sizes.count - 1, sizes.count * 4 / 5)] / 2
    let power = powerOfTen(floorLog10(wish))
    let step = ([5.0, 2, 1].first { $0 * power <= wish } ?? 1) * power
    return [-2 * step, -step, step, 2 * step]
  }
}

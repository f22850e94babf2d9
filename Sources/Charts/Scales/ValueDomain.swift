// SPDX-License-Identifier: MIT

/// The range of values that an axis shows, and its ticks: three to six, at round numbers.
struct ValueDomain: Hashable, Sendable {
  let low: Double
  let high: Double
  let ticks: [Double]
  /// The power of ten of the step between ticks; of a logarithmic axis, of the lowest one.
  let magnitude: Int
  let isLogarithmic: Bool

  /// A range that begins and ends at ticks; where that would leave a fifth of the picture empty and `mayOverhang`, one
  /// that ends with the data, above the last tick.
  /// - Parameter includesZero: nil lets it be decided by the data: in, where the values come near it.
  init(of values: [Double], includesZero: Bool?, count: Int, mayOverhang: Bool = false) {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    let takesZero = includesZero ?? (low >= 0 && low <= high * 0.75 || high <= 0 && high >= low * 0.75)
    if takesZero { (low, high) = (min(low, 0), max(high, 0)) }
    if low == high {
      let margin = low == 0 ? 1 : abs(low) * 0.1
      (low, high) = low == 0 ? (0, 1) : (low - margin, high + margin)
    }
    var best: (ticks: [Double], magnitude: Int)?
    for wanted in [count, count - 1, count + 1, count - 2, count + 2] where wanted > 0 {
      let (ticks, magnitude) = ValueDomain.nice(low, high, count: wanted)
      if best == nil || 3...6 ~= ticks.count { best = (ticks, magnitude) }
      if 3...6 ~= ticks.count { break }
    }
    var ticks = best?.ticks ?? [low, high]
    if mayOverhang, let first = ticks.first, let last = ticks.last, last - high > (last - first) / 5 {
      let inner = [count, count + 1, count - 1].lazy.map { wanted in
        let (all, magnitude) = ValueDomain.nice(low, high, count: wanted)
        return (ticks: all.filter { $0 <= high }, magnitude: magnitude)
      }.first { 3...6 ~= $0.ticks.count }
      if let inner {
        best = inner
        ticks = inner.ticks
      }
    }
    self.ticks = ticks
    magnitude = best?.magnitude ?? 0
    isLogarithmic = false
    self.low = min(low, ticks.first ?? low)
    self.high = max(high, ticks.last ?? high)
  }

  /// Ticks that reach around the range.
  private static func nice(_ low: Double, _ high: Double, count: Int) -> ([Double], Int) {
    guard let round = Charts.nice(from: low, to: high, count: count) else { return ([low], 0) }
    return (round.step.ticks(from: round.start, to: round.stop), round.step.magnitude)
  }
}

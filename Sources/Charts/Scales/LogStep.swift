// SPDX-License-Identifier: MIT
import Foundation

/// Round numbers of a logarithmic axis: each power of ten, every few of them, or 1, 2 and 5 of each.
struct LogStep: Hashable, Sendable {
  /// How many powers of ten lie between two whose multiples are ticks.
  let decades: Int
  let factors: [Double]

  /// From the first choice to the last.
  static let all = [
    LogStep(decades: 1, factors: [1]), LogStep(decades: 1, factors: [1, 2, 5]), LogStep(decades: 2, factors: [1]),
    LogStep(decades: 3, factors: [1]), LogStep(decades: 4, factors: [1]), LogStep(decades: 6, factors: [1]),
    LogStep(decades: 12, factors: [1]),
  ]

  /// The ticks from the last one that is not above `low` to the first one that is not below `high`.
  func ticks(around low: Double, _ high: Double) -> [Double] {
    let first = Int((Double(floorLog10(low)) / Double(decades)).rounded(.down)) * decades
    let last = floorLog10(high) + decades
    let all = stride(from: first, through: last, by: decades).flatMap { power in
      factors.map { power < 0 ? $0 / powerOfTen(-power) : $0 * powerOfTen(power) }
    }
    guard let start = all.lastIndex(where: { $0 <= low }), let end = all.firstIndex(where: { $0 >= high }) else {
      return []
    }
    return Array(all[start...max(start, end)])
  }
}

extension ValueDomain {
  /// The range of a logarithmic axis: with whole powers of ten where three lie in it, and then from one multiple by 1, 2
  /// or 5 to another; else from tick to tick, of those with three to six the one that leaves least empty.
  /// - Parameter values: All above zero.
  init(logarithmicOf values: [Double], count: Int) {
    let least = values.min() ?? 1
    let most = values.max() ?? 10
    let (low, high) = least == most ? (least / 2, most * 2) : (least, most)
    isLogarithmic = true
    let ends = LogStep.all[1].ticks(around: low, high)
    if let first = ends.first, let last = ends.last,
      let inside = LogStep.all.lazy.filter({ $0.factors.count == 1 })
        .map({ $0.ticks(around: low, high).filter { first...last ~= $0 } }).first(where: { 3...6 ~= $0.count })
    {
      (self.low, self.high, ticks, magnitude) = (first, last, inside, floorLog10(inside[0]))
      return
    }
    var candidates = LogStep.all.map { $0.ticks(around: low, high) }
    let even = [count, count - 1, count - 2, count + 1, 1].lazy.compactMap { wanted in
      nice(from: low, to: high, count: wanted).map { $0.step.ticks(from: $0.start, to: $0.stop) }
    }.first { 3...6 ~= $0.count && $0[0] > 0 }
    candidates.append(even ?? [])
    func emptiness(_ ticks: [Double], _ rank: Int) -> Double {
      guard let first = ticks.first, let last = ticks.last, first < last else { return .infinity }
      let rarity = rank == 0 ? 0 : rank == LogStep.all.count ? 0.15 : 0.05
      return log10(low / first * (last / high)) / log10(last / first) + rarity
    }
    let ranked = candidates.enumerated().filter { 3...6 ~= $0.element.count }
      .min { emptiness($0.element, $0.offset) < emptiness($1.element, $1.offset) }
    ticks = ranked?.element ?? candidates[0]
    self.low = min(low, ticks.first ?? low)
    self.high = max(high, ticks.last ?? high)
    magnitude = floorLog10(ticks.first ?? 1)
  }
}

/// The ticks of a logarithmic axis that ends with its data: three to `most` of them where a step has so many.
func logTicks(from low: Double, to high: Double, most: Int) -> [Double] {
  let inside = LogStep.all.map { step in step.ticks(around: low, high).filter { low...high ~= $0 } }
  return inside.first { 3...max(most, 3) ~= $0.count } ?? ticks(from: low, to: high, count: most)
}

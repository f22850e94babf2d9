// SPDX-License-Identifier: MIT

/// The parts of a whole, which sum to one.
/// - Returns: nil where there is no whole: no value, a negative one, or a total of zero.
func shares(_ values: [Double]) -> [Double]? {
  let total = values.reduce(0, +)
  guard total > 0, values.allSatisfy({ $0 >= 0 }) else { return nil }
  return values.map { $0 / total }
}

extension [Double] {
  /// Whether amounts of trade can be compared by a ratio: none is negative.
  var areAmounts: Bool { allSatisfy { $0 >= 0 } }
}

/// A ratio that has a meaning only over a positive base.
func ratio(_ numerator: Double, over base: Double) -> Double? { base > 0 ? numerator / base : nil }

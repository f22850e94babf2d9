// SPDX-License-Identifier: MIT

extension WrittenFigure {
  /// The first digits of some values, by which most numbers of a text are told not to be one of them before anything
  /// else is read.
  public struct Mantissas: Sendable {
    /// From 1 to 10, in order.
    private let mantissas: [Double]

    /// - Parameter values: Zeros are left out.
    public init(_ values: some Sequence<Double>) {
      mantissas = values.map { Self.mantissa(abs($0)) }.filter { $0.isFinite && $0 > 0 }.sorted()
    }

    /// Whether a value may be what a number says, whatever its scale.
    ///
    /// - Parameter significand: The number's digits.
    func mayBeLike(_ significand: UInt64) -> Bool {
      // One digit, and zeros behind it, says too little.
      var digits = significand
      while digits >= 100, digits % 10 == 0 { digits /= 10 }
      guard digits >= 10 else { return false }
      // A number of two digits may be rounded by 5 % of itself, others are compared within 1 %.
      let (mantissa, tolerance) = (Self.mantissa(Double(digits)), digits < 100 ? 0.055 : 0.012)
      return mantissas.contains { value in
        let ratio = value / mantissa
        return abs(ratio - 1) <= tolerance || abs(ratio / 10 - 1) <= tolerance || abs(ratio * 10 - 1) <= tolerance
      }
    }

    private static func mantissa(_ value: Double) -> Double {
      guard value.isFinite, value > 0 else { return 0 }
      var mantissa = value
      while mantissa >= 1e8 { mantissa /= 1e8 }
      while mantissa >= 10 { mantissa /= 10 }
      while mantissa < 1e-8 { mantissa *= 1e8 }
      while mantissa < 1 { mantissa *= 10 }
      return mantissa
    }
  }
}

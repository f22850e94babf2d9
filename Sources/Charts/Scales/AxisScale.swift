// SPDX-License-Identifier: MIT
import Foundation

/// Takes values to places in the picture: in a straight line, or by their logarithms.
public struct AxisScale: Hashable, Sendable {
  /// Above zero where the scale is logarithmic.
  public let low: Double
  public let high: Double
  /// Where `low` and `high` lie, in the picture's units; an upward axis has its start below its end.
  public let start: Double
  public let end: Double
  public let isLogarithmic: Bool

  public init(low: Double, high: Double, start: Double, end: Double, isLogarithmic: Bool = false) {
    (self.low, self.high, self.start, self.end) = (low, high, start, end)
    self.isLogarithmic = isLogarithmic && low > 0
  }

  public func callAsFunction(_ value: Double) -> Double {
    if high == low { return tenth((start + end) / 2) }
    let part = isLogarithmic ? log10(value / low) / log10(high / low) : (value - low) / (high - low)
    return tenth(start + part * (end - start))
  }

  /// Where zero lies, or the end that is nearest to it.
  var base: Double { self(max(low, min(0, high))) }
}

/// Rounded to a tenth of a unit, as everything in a layout is.
func tenth(_ value: Double) -> Double {
  let tenths = value * 10
  // By way of an integer, which takes a fraction of the time; what is too large for one, or no number, is left to it.
  let rounded = abs(tenths) < 1e15 ? Double(Int(tenths < 0 ? tenths - 0.5 : tenths + 0.5)) : tenths.rounded()
  return rounded == 0 ? 0 : rounded / 10
}

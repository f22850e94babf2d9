// SPDX-License-Identifier: MIT

/// Takes values to places in the picture, in a straight line.
public struct LinearScale: Hashable, Sendable {
  public let low: Double
  public let high: Double
  /// Where `low` and `high` lie, in the picture's units; an upward axis has its start below its end.
  public let start: Double
  public let end: Double

  public func callAsFunction(_ value: Double) -> Double {
    if high == low { return tenth((start + end) / 2) }
    return tenth(start + (value - low) / (high - low) * (end - start))
  }
}

/// Rounded to a tenth of a unit, as everything in a layout is.
func tenth(_ value: Double) -> Double {
  let rounded = (value * 10).rounded() / 10
  return rounded == 0 ? 0 : rounded
}

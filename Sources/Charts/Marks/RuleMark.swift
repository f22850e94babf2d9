// SPDX-License-Identifier: MIT

/// A straight line that is no data, or that ties a mark to its base.
public struct RuleMark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case grid
    /// Zero, or the foot of the picture: darker than the grid.
    case baseline
    case tick
    /// From an annotation's text to what it speaks of.
    case annotation
    /// From a line's end to its label.
    case connector
    /// Between the dots of one category.
    case range
    /// From the base to a lone point.
    case stem
    /// A value to read the data against.
    case reference
  }

  public let kind: Kind
  public let from: Point
  public let to: Point
}

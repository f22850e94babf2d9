// SPDX-License-Identifier: MIT

/// Something with an outline of its own: the land of a country, or an arrow.
public struct ShapeMark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Land that says nothing.
    case land
    /// Land whose value is not known, where other land has one.
    case blank
    /// Land that has its value's colour.
    case region(ColorRole)
    case arrow(ColorRole)
    /// The edge of a map, over the borders that run along it.
    case edge
  }

  public let kind: Kind
  /// Closed outlines; what lies inside two of them is outside.
  public let outlines: [[Point]]
}

// SPDX-License-Identifier: MIT

/// Something to read the data against: a value all along, a stretch of the x axis, or a point.
public struct Reference: Hashable, Sendable {
  public enum Extent: Hashable, Sendable {
    case value(Quantity)
    /// At a period or number, as in the data.
    case point(x: PlacedText, y: Quantity)
    /// From and to a period or number, as in the data.
    case span(from: PlacedText, to: PlacedText)
  }

  public internal(set) var extent: Extent
  public internal(set) var text: PlacedText
}

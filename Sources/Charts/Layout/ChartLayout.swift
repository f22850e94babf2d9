// SPDX-License-Identifier: MIT

/// A picture decided to the tenth of a unit: what the SVG writer writes, and what tests look at.
public struct ChartLayout: Hashable, Sendable {
  public let size: LayoutSize
  public let width: Double
  public let height: Double
  /// Takes values to x or y, whichever they run along.
  public let valueScale: AxisScale
  /// The values at which the axis has ticks; empty where marks carry their values.
  public let valueTicks: [Double]
  /// In the order in which they are drawn.
  public let marks: [Mark]
  public let texts: [TextBox]
  /// Whether series are told by a legend and not by labels at their marks.
  public let hasLegend: Bool
  /// Where data begin, to the right of the figures or names of rows.
  var plotLeft = 0.0
  /// Whether the room is too narrow for the shape that this kind of picture has.
  var isCrowded = false
}

extension ChartLayout {
  /// A picture without an axis of values.
  init(_ canvas: Canvas, height: Double, hasLegend: Bool = false) {
    self.init(
      size: canvas.size, width: canvas.size.width, height: tenth(height),
      valueScale: AxisScale(low: 0, high: 1, start: 0, end: 1), valueTicks: [], marks: canvas.marks,
      texts: canvas.texts, hasLegend: hasLegend)
  }
}

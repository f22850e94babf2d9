// SPDX-License-Identifier: MIT
import Markup

/// A chart with everything that its figure shows.
public struct DrawnChart: Hashable, Sendable {
  /// The picture for figures of 640 px and more; for a table, the table.
  public let wide: HTML
  /// The picture for narrower ones; empty for a table, which has one form.
  public let narrow: HTML
  /// The picture as a file of its own, in SVG; nil for a table.
  public let standalone: [UInt8]?
  /// What the chart shows, in words.
  public let description: String
  public let data: ChartData
  public let title: String
  public let subtitle: String
  public let note: String?
  /// The layouts that the pictures were written from; empty for a table.
  public let layouts: [ChartLayout]
}

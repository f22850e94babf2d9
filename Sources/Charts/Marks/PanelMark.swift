// SPDX-License-Identifier: MIT

/// The marks of one panel of small multiples, placed by its own upper left corner.
public struct PanelMark: Hashable, Sendable {
  public let origin: Point
  public let marks: [Mark]
}

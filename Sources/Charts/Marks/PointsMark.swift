// SPDX-License-Identifier: MIT

/// Many points of one series, written as one path.
public struct PointsMark: Hashable, Sendable {
  public let role: ColorRole
  public let shape: SymbolMark.Shape
  public let centers: [Point]
  /// Half the width of each.
  public let radius: Double
}

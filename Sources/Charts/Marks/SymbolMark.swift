// SPDX-License-Identifier: MIT

/// A point of data, or a key of the legend.
public struct SymbolMark: Hashable, Sendable {
  /// By the series' rank, so that shape tells what colour tells.
  public enum Shape: Int, Hashable, Sendable, CaseIterable {
    case circle, square, diamond, triangle, ring, cross
  }

  public let role: ColorRole
  public let shape: Shape
  public let center: Point
  /// Half the width.
  public let radius: Double
  public var fill = Fill.solid

  public enum Fill: Hashable, Sendable {
    case solid
    /// No observation.
    case outline
    /// A step of a ramp, which can be as pale as the page, in a rim.
    case shade
    /// A bubble, through which others are seen.
    case tint
  }

  /// What a radius is multiplied with so that shapes have the area of the circle.
  static func areaFactor(of shape: Shape) -> Double {
    switch shape {
    case .circle, .ring, .cross: 1
    case .square: 1.007
    case .diamond: 1.044
    case .triangle: 1.195
    }
  }

  static func shape(ofRank rank: Int) -> Shape { Shape.allCases[rank % Shape.allCases.count] }
}

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

  static func shape(ofRank rank: Int) -> Shape { Shape.allCases[rank % Shape.allCases.count] }
}

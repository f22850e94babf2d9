// SPDX-License-Identifier: MIT

/// A step of a ramp of colours, from pale to strong.
public enum ColorStep: Hashable, Sendable {
  /// How much, 1 to 5.
  case amount(Int)
  /// How far above zero, 1 to 3.
  case rise(Int)
  /// How far below zero, 1 to 3.
  case fall(Int)

  /// `q1`, `p1`, `n1`.
  public var cssClass: String {
    switch self {
    case .amount(let rank): "q\(rank)"
    case .rise(let rank): "p\(rank)"
    case .fall(let rank): "n\(rank)"
    }
  }
}

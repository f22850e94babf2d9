// SPDX-License-Identifier: MIT

/// A filled stretch between two lines.
public struct AreaMark: Hashable, Sendable {
  public enum Fill: Hashable, Sendable {
    /// A piece of a stack.
    case solid
    /// Below a line of its own.
    case tint
    /// A piece of a stack that is no observation.
    case projected
  }

  public let role: ColorRole
  public let fill: Fill
  /// Closed outlines.
  public let outlines: [[Point]]
}

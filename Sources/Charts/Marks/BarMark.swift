// SPDX-License-Identifier: MIT

/// A bar, or one piece of a stack.
public struct BarMark: Hashable, Sendable {
  public let role: ColorRole
  public let box: Box
  /// Whether it is an outline only, because its value is no observation.
  public let isProjected: Bool
}

// SPDX-License-Identifier: MIT

/// One series as a line, broken where values are missing.
public struct LineMark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case observed
    /// No observations: dashed in every picture.
    case projected
    /// The edge of a band.
    case edge
    /// The strokes inside a bar that is no observation.
    case hatch
    /// The dash in a cell below zero, in the colour of its text.
    case sign
  }

  public let role: ColorRole
  public let kind: Kind
  /// Runs of at least two points.
  public let runs: [[Point]]
}

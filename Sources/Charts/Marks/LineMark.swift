// SPDX-License-Identifier: MIT

/// One series as a line, broken where values are missing.
public struct LineMark: Hashable, Sendable {
  public let role: ColorRole
  /// 0 for a solid line; 1 to 5 for dashes that tell lines apart where no label stands at them.
  public let dash: Int
  /// Runs of at least two points.
  public let runs: [[Point]]
}

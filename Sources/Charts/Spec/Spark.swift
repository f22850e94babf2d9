// SPDX-License-Identifier: MIT

/// What the line in a row of a table shows: `spark: {x: year, y: total}`.
public struct Spark: Hashable, Sendable {
  /// The column of periods.
  public let x: PlacedText
  /// The column of values.
  public let y: PlacedText
}

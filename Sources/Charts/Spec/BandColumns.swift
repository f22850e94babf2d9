// SPDX-License-Identifier: MIT
import Diagnostics

/// A band around the central values of a fan: its name, and the columns of its lower and upper edge.
public struct BandColumns: Hashable, Sendable {
  public let name: String
  public let low: PlacedText
  public let high: PlacedText
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Indicators

/// A transform of a chart block with the place where it was written.
public struct PlacedTransform: Hashable, Sendable {
  public let transform: SeriesTransform
  public let place: Place
}

/// A text of a chart block with the place where it was written.
public struct PlacedText: Hashable, Sendable {
  public let text: String
  public let place: Place

  public init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

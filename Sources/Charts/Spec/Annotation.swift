// SPDX-License-Identifier: MIT
import Diagnostics

/// A remark at one point of the x axis, or at one point of the plane.
public struct Annotation: Hashable, Sendable {
  /// A period or number, as in the data.
  public let x: PlacedText
  public internal(set) var y: Quantity?
  public let text: PlacedText
}

// SPDX-License-Identifier: MIT

/// A flow from left to right between two upright edges.
public struct RibbonMark: Hashable, Sendable {
  /// One end: where it lies, and from where to where it reaches.
  public struct End: Hashable, Sendable {
    public let x: Double
    public let top: Double
    public let bottom: Double

    init(x: Double, top: Double, bottom: Double) {
      (self.x, self.top, self.bottom) = (tenth(x), tenth(top), tenth(bottom))
    }
  }

  public let role: ColorRole
  public let from: End
  public let to: End
}

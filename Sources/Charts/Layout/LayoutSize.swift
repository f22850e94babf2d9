// SPDX-License-Identifier: MIT

/// The room that a picture is laid out in: one of the two widths that every chart is drawn at, or a panel in one of
/// them. The stylesheet shows one of the two.
public struct LayoutSize: Hashable, Sendable, CaseIterable {
  /// For figures of 732 px and more, on which its text is 13 px high.
  public static let wide = LayoutSize(.wide, width: 760, height: 394, tickCount: 5)
  /// For phones: other ticks, other places for labels, not the wide one made small.
  public static let narrow = LayoutSize(.narrow, width: 320, height: 300, tickCount: 4)
  public static let allCases = [wide, narrow]

  /// For a card in other people's windows, which is shown small: the wide picture in less room, so that its letters
  /// are larger.
  static func card(width: Double, height: Double) -> LayoutSize {
    LayoutSize(.wide, width: width, height: height, tickCount: 4)
  }

  /// Which of the two pictures it is or belongs to; the name in classes and messages.
  public enum Picture: String, Sendable {
    case wide, narrow
  }

  /// What a panel leaves to its neighbours.
  struct Panel: Hashable, Sendable {
    /// Whether figures, or the names of rows, stand at its left.
    var hasValueLabels: Bool
    /// Whether periods or numbers stand below it.
    var hasPositionLabels: Bool
    /// Whether panels take the shape that they have in narrow rooms, since some of them have no room for the usual one.
    var isCrowded = false
  }

  public let picture: Picture
  public let width: Double
  /// The height of charts that have no rows; of a panel, without what stands below it.
  let height: Double
  /// How many ticks a value axis wants.
  let tickCount: Int
  /// nil for a picture of its own.
  let panel: Panel?

  private init(_ picture: Picture, width: Double, height: Double, tickCount: Int, panel: Panel? = nil) {
    (self.picture, self.width, self.height) = (picture, width, height)
    (self.tickCount, self.panel) = (tickCount, panel)
  }

  public var rawValue: String { picture.rawValue }
  /// Whether it is a wide picture of its own, and no panel.
  var isWide: Bool { picture == .wide && panel == nil }
  var isCard: Bool { isWide && self != .wide }

  var hasValueLabels: Bool { panel?.hasValueLabels ?? true }
  var hasPositionLabels: Bool { panel?.hasPositionLabels ?? true }

  /// A panel of this picture.
  func panel(width: Double, height: Double, _ panel: Panel) -> LayoutSize {
    LayoutSize(picture, width: width, height: height, tickCount: 3, panel: panel)
  }
}

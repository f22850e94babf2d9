// SPDX-License-Identifier: MIT

/// One line of text in a picture, with the room it takes.
public struct TextBox: Hashable, Sendable {
  /// What the text is for; the class it has in the picture.
  public enum Kind: String, Hashable, Sendable {
    case tick, unit, series, value, category, annotation, legend, reference, point, panel
    /// A name or a figure upon a picture, with a rim of the page's colour.
    case place
    /// The same for a date.
    case date
    /// Upon a mark, in the colour that is read on it.
    case ground
    /// On a coloured ground: a figure, and the name of a tile.
    case cell, tile
    /// The name of a block of rows.
    case block
  }

  public enum Anchor: String, Hashable, Sendable {
    case start, middle, end
  }

  public let text: String
  public let kind: Kind
  public let anchor: Anchor
  /// The colour of a series' label; nil for ordinary ink.
  public let role: ColorRole?
  public let isBold: Bool
  /// The anchor's place on the baseline.
  public let x: Double
  public let y: Double
  /// The measured width, safety included.
  public let width: Double

  /// The size of all text, in the picture's units: at least 12 px at every width a picture is shown at.
  public static let size = 13.5
  /// From one baseline to the next.
  public static let lineHeight = 17.0
  static let ascent = 12.6
  static let descent = 3.0

  /// The room that the text takes.
  public var box: Box {
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return Box(x: tenth(left), y: tenth(y - Self.ascent), width: width, height: Self.ascent + Self.descent)
  }
}

/// A rectangle in a picture's units, from its upper left corner.
public struct Box: Hashable, Sendable {
  public let x: Double
  public let y: Double
  public let width: Double
  public let height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }

  /// In the order of a closed line.
  var corners: [Point] { [Point(x, y), Point(right, y), Point(right, bottom), Point(x, bottom)] }

  /// Whether the two share more than an edge.
  func intersects(_ other: Box) -> Bool {
    x < other.right - 0.05 && other.x < right - 0.05 && y < other.bottom - 0.05 && other.y < bottom - 0.05
  }
}

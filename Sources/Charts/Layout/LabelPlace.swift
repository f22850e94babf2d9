// SPDX-License-Identifier: MIT

/// A place for the name of a point: beside it, above, below or aslant, or further out at the end of a line.
struct LabelPlace {
  /// The room of all its lines.
  let box: Box
  let anchor: TextBox.Anchor
  /// From the point's edge to the text, where it stands further out.
  var tie: (from: Point, to: Point)?

  /// Where the lines are anchored.
  var x: Double {
    switch anchor {
    case .start: box.x
    case .middle: box.x + box.width / 2
    case .end: box.right
    }
  }
  /// The first line's baseline.
  var baseline: Double { box.y + TextBox.ascent }

  /// Whether its line runs over a box.
  func isTied(over box: Box) -> Bool { tie.map { box.isCrossed(from: $0.from, to: $0.to) } ?? false }

  private init(x: Double, top: Double, anchor: TextBox.Anchor, width: Double, height: Double) {
    let left = anchor == .start ? x : anchor == .end ? x - width : x - width / 2
    box = Box(x: tenth(left), y: tenth(top), width: width, height: height)
    self.anchor = anchor
  }

  /// At the point, the best first.
  static func near(_ center: Point, radius r: Double, width: Double, height: Double) -> [LabelPlace] {
    let (x, y, near) = (center.x, center.y, r * 0.7 + 2)
    let wishes: [(Double, Double, TextBox.Anchor)] = [
      (x + r + 3, y - height / 2, .start), (x - r - 3, y - height / 2, .end), (x, y - r - height, .middle),
      (x, y + r + 1, .middle), (x + near, y - near - height, .start), (x + near, y + near, .start),
      (x - near, y - near - height, .end), (x - near, y + near, .end),
    ]
    return wishes.map { LabelPlace(x: $0.0, top: $0.1, anchor: $0.2, width: width, height: height) }
  }

  /// Within the point; nil where it is too small.
  static func inside(_ center: Point, radius r: Double, width: Double, height: Double) -> LabelPlace? {
    let half = max(0, r * r - height * height / 4).squareRoot()
    guard width < 2 * half - 2 else { return nil }
    return LabelPlace(x: center.x, top: center.y - height / 2, anchor: .middle, width: width, height: height)
  }

  /// Further out, the nearest first, at the end of a line from the point's edge.
  static func tied(_ center: Point, radius r: Double, width: Double, height: Double) -> [LabelPlace] {
    stride(from: 12.0, through: 84, by: 12).flatMap { reach in
      ways.map { dx, dy in
        let end = Point(center.x + (r + reach) * dx, center.y + (r + reach) * dy)
        var place =
          abs(dx) < 0.1
          ? LabelPlace(
            x: end.x, top: dy > 0 ? end.y + 1 : end.y - height - 1, anchor: .middle, width: width, height: height)
          : LabelPlace(
            x: end.x + (dx > 0 ? 3 : -3), top: end.y - height / 2, anchor: dx > 0 ? .start : .end, width: width,
            height: height)
        place.tie = (Point(center.x + r * dx, center.y + r * dy), end)
        return place
      }
    }
  }

  /// Aslant first, then up and down, then to the sides, then steep.
  private static let ways = [
    (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7), (0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0),
    (0.3, -0.95), (-0.3, -0.95), (0.3, 0.95), (-0.3, 0.95),
  ]
}

extension Canvas {
  /// Writes the lines of a point's name at a place, and draws its tie.
  mutating func label(_ lines: [String], _ kind: TextBox.Kind, at place: LabelPlace, role: ColorRole? = nil) {
    if let tie = place.tie { rule(.connector, tie.from.x, tie.from.y, tie.to.x, tie.to.y) }
    self.lines(lines, kind, x: place.x, y: place.baseline, anchor: place.anchor, role: role)
  }
}

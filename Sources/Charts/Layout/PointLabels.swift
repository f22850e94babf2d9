// SPDX-License-Identifier: MIT

/// The names of points, beside them where they meet nothing: those that matter first, and what finds no room is left to
/// the table.
struct PointLabels {
  private let points: BoundPoints
  private let places: [Point]
  private let radii: [Double]
  private let frame: Box
  private let boxes: [Box]

  /// More points than this are named only where they are highlighted.
  private let most: Int

  init(_ points: BoundPoints, places: [Point], radii: [Double], frame: Box, isPanel: Bool) {
    most = isPanel ? 40 : 200
    (self.points, self.places, self.radii, self.frame) = (points, places, radii, frame)
    boxes = zip(places, radii).map { Box(x: $0.x - $1, y: $0.y - $1, width: 2 * $1, height: 2 * $1) }
  }

  func draw(on canvas: inout Canvas) {
    let limit = canvas.size.panel != nil ? 4 : canvas.size.isWide ? 28 : 12
    for index in ranked.prefix(limit * 2) where canvas.labelCount < limit || points.items[index].isHighlighted {
      draw(index, on: &canvas)
    }
  }

  /// Highlighted points, then those with a colour of their own, then the largest or those furthest out. Among too many
  /// only the highlighted ones have names.
  private var ranked: [Int] {
    let items = points.items
    let named = items.indices.filter { !items[$0].label.isEmpty }
    if items.count > most { return named.filter { items[$0].isHighlighted } }
    let middle = Point(
      places.reduce(0) { $0 + $1.x } / Double(places.count), places.reduce(0) { $0 + $1.y } / Double(places.count))
    let weights = items.indices.map { index -> Double in
      let (dx, dy) = ((places[index].x - middle.x) / frame.width, (places[index].y - middle.y) / frame.height)
      return (items[index].size ?? 0, points.hasSizes) == (0, false) ? dx * dx + dy * dy : items[index].size ?? 0
    }
    func rank(_ index: Int) -> Int { items[index].isHighlighted ? 0 : items[index].role.isGrey ? 2 : 1 }
    return named.sorted { (rank($0), -weights[$0], $0) < (rank($1), -weights[$1], $1) }
  }

  private func draw(_ index: Int, on canvas: inout Canvas) {
    let item = points.items[index]
    let lines = canvas.wrap(item.label, width: min(frame.width * 0.4, 170))
    guard lines.count <= 2 else { return }
    let (width, height) = (canvas.widest(lines), Double(lines.count) * TextBox.lineHeight - 1)
    let (x, y, r) = (places[index].x, places[index].y, radii[index])
    let near = r * 0.7 + 2
    var wishes = [
      Wish(x: x + r + 3, top: y - height / 2, anchor: .start), Wish(x: x - r - 3, top: y - height / 2, anchor: .end),
      Wish(x: x, top: y - r - height, anchor: .middle), Wish(x: x, top: y + r + 1, anchor: .middle),
      Wish(x: x + near, top: y - near - height, anchor: .start), Wish(x: x + near, top: y + near, anchor: .start),
      Wish(x: x - near, top: y - near - height, anchor: .end), Wish(x: x - near, top: y + near, anchor: .end),
    ]
    let half = max(0, r * r - height * height / 4).squareRoot()
    if width < 2 * half - 2 { wishes.insert(Wish(x: x, top: y - height / 2, anchor: .middle), at: 0) }
    func isFree(_ wish: Wish, ofMarks: Bool) -> Bool {
      let left = wish.anchor == .start ? wish.x : wish.anchor == .end ? wish.x - width : wish.x - width / 2
      let box = Box(x: tenth(left), y: wish.top, width: width, height: height)
      let isInside =
        box.x >= frame.x && box.right <= canvas.size.width && box.y >= frame.y - 4 && box.bottom <= frame.bottom
      return isInside && !canvas.texts.contains { $0.box.intersects(box) }
        && !(ofMarks && boxes.indices.contains { $0 != index && boxes[$0].intersects(box) })
    }
    let free = wishes.first { isFree($0, ofMarks: true) }
    let isWanted = item.isHighlighted || r >= Self.large
    let tied = free == nil && isWanted ? tied(index, height) { isFree($0, ofMarks: true) } : nil
    let last = item.isHighlighted ? wishes.first { isFree($0, ofMarks: false) } : nil
    guard let wish = free ?? tied?.wish ?? last else { return }
    if let tied { canvas.rule(.connector, tied.from.x, tied.from.y, tied.to.x, tied.to.y) }
    canvas.lines(
      lines, .point, x: wish.x, y: wish.top + TextBox.ascent, anchor: wish.anchor,
      role: item.role.isGrey ? nil : item.role)
  }

  /// A point that must not be left unnamed among others has its name further out, at the end of a line.
  private func tied(
    _ index: Int, _ height: Double, isFree: (Wish) -> Bool
  ) -> (wish: Wish, from: Point, to: Point)? {
    let (center, r) = (places[index], radii[index])
    for reach in stride(from: 12.0, through: 72, by: 12) {
      for (dx, dy) in Self.ways {
        let end = Point(tenth(center.x + (r + reach) * dx), tenth(center.y + (r + reach) * dy))
        let isDown = dy > 0.1
        let wish =
          abs(dx) < 0.1
          ? Wish(x: end.x, top: isDown ? end.y + 1 : end.y - height - 1, anchor: .middle)
          : Wish(x: end.x + (dx > 0 ? 3 : -3), top: end.y - height / 2, anchor: dx > 0 ? .start : .end)
        guard isFree(wish) else { continue }
        return (wish, Point(tenth(center.x + r * dx), tenth(center.y + r * dy)), end)
      }
    }
    return nil
  }

  /// Aslant first, then up and down, then to the sides.
  private static let ways = [
    (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7), (0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0),
  ]

  /// The least radius of a bubble that is named further out too.
  private static let large = 18.0

  private struct Wish {
    let x: Double
    let top: Double
    let anchor: TextBox.Anchor
  }
}

extension Canvas {
  /// The names of points put so far, by their first lines or more.
  fileprivate var labelCount: Int { texts.count { $0.kind == .point } }
}

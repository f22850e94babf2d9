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
    var wishes: [(x: Double, top: Double, anchor: TextBox.Anchor)] = [
      (x + r + 3, y - height / 2, .start), (x - r - 3, y - height / 2, .end), (x, y - r - height, .middle),
      (x, y + r + 1, .middle), (x + near, y - near - height, .start), (x + near, y + near, .start),
      (x - near, y - near - height, .end), (x - near, y + near, .end),
    ]
    if width < r * 1.7, height < r * 1.7 { wishes.insert((x, y - height / 2, .middle), at: 0) }
    func isFree(_ wish: (x: Double, top: Double, anchor: TextBox.Anchor), ofMarks: Bool) -> Bool {
      let left = wish.anchor == .start ? wish.x : wish.anchor == .end ? wish.x - width : wish.x - width / 2
      let box = Box(x: tenth(left), y: wish.top, width: width, height: height)
      let isInside =
        box.x >= frame.x && box.right <= canvas.size.width && box.y >= frame.y - 4 && box.bottom <= frame.bottom
      return isInside && !canvas.texts.contains { $0.box.intersects(box) }
        && !(ofMarks && boxes.indices.contains { $0 != index && boxes[$0].intersects(box) })
    }
    let free =
      wishes.first { isFree($0, ofMarks: true) }
      ?? (item.isHighlighted ? wishes.first { isFree($0, ofMarks: false) } : nil)
    guard let free else { return }
    canvas.lines(
      lines, .point, x: free.x, y: free.top + TextBox.ascent, anchor: free.anchor,
      role: item.role.isGrey ? nil : item.role)
  }
}

extension Canvas {
  /// The names of points put so far, by their first lines or more.
  fileprivate var labelCount: Int { texts.count { $0.kind == .point } }
}

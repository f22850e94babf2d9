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
    let candidates = ranked.prefix(limit * 2)
    func named(_ order: [Int], on canvas: inout Canvas) -> Set<Int> {
      var named: Set<Int> = []
      for index in order where canvas.labelCount < limit || points.items[index].isHighlighted {
        if draw(index, on: &canvas) { named.insert(index) }
      }
      return named
    }
    var first = canvas
    let found = named(Array(candidates), on: &first)
    // Those whose room another took are asked first once more, and stay so where nobody loses by it.
    let left = candidates.filter { !found.contains($0) }
    var second = canvas
    let again = left.isEmpty ? [] : named(left + candidates.filter(found.contains), on: &second)
    canvas = again.count > found.count && again.isSuperset(of: found) ? second : first
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

  /// - Returns: Whether it has found room.
  private func draw(_ index: Int, on canvas: inout Canvas) -> Bool {
    let item = points.items[index]
    let lines = canvas.wrap(item.label, width: min(frame.width * 0.4, 170))
    guard lines.count <= 2 else { return false }
    let (width, height) = (canvas.widest(lines), Double(lines.count) * TextBox.lineHeight - 1)
    let (center, r) = (places[index], radii[index])
    let rules = canvas.rules
    func isFree(_ place: LabelPlace, ofMarks: Bool) -> Bool {
      let box = place.box
      let isInside =
        box.x >= frame.x && box.right <= canvas.size.width && box.y >= frame.y - 4 && box.bottom <= frame.bottom
      return isInside && !canvas.texts.contains { $0.box.intersects(box) || place.isTied(over: $0.box) }
        && !rules.contains { box.isCrossed(from: $0.from, to: $0.to) }
        && !(ofMarks
          && boxes.indices.contains { $0 != index && (boxes[$0].intersects(box) || place.isTied(over: boxes[$0])) })
    }
    let inside = LabelPlace.inside(center, radius: r, width: width, height: height)
    let near = LabelPlace.near(center, radius: r, width: width, height: height)
    // A point that must not be left unnamed among others has its name further out.
    let isWanted = item.isHighlighted || points.hasSizes && r >= (radii.max() ?? 0) * Self.large
    let place =
      ([inside].compactMap(\.self) + near).first { isFree($0, ofMarks: true) }
      ?? (isWanted ? LabelPlace.tied(center, radius: r, width: width, height: height) : [])
      .first { isFree($0, ofMarks: true) }
      ?? (item.isHighlighted ? near : []).first { isFree($0, ofMarks: false) }
    guard let place else { return false }
    let isInside = place.box == inside?.box
    canvas.label(lines, .point, at: place, role: item.role.isGrey || isInside ? nil : item.role)
    return true
  }

  /// The least radius of a bubble that is named further out too, as a part of the largest one's.
  private static let large = 0.6
}

extension Canvas {
  /// The lines to names, and those to read points against.
  fileprivate var rules: [RuleMark] {
    marks.compactMap { mark in
      guard case .rule(let rule) = mark, [.connector, .reference, .annotation].contains(rule.kind) else { return nil }
      return rule
    }
  }

  /// The names of points put so far, by their first lines or more.
  fileprivate var labelCount: Int { texts.count { $0.kind == .point } }
}

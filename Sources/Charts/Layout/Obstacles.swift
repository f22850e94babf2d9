// SPDX-License-Identifier: MIT
import Foundation

/// The lines, arrows, points and bars of a picture, on which a text is hard to read.
struct Obstacles {
  private enum Obstacle {
    /// A straight piece of a line or of an outline.
    case piece(Point, Point)
    /// A point or a bar.
    case box(Box)
    /// A point through which a text is seen that lies within.
    case bubble(Bubble)
  }

  private var obstacles: [Obstacle] = []
  /// For each square of the picture, row by row, the last entry of those that come into it; −1 for none.
  private var last: [Int32] = []
  /// An obstacle in a square, and the entry before it there.
  private var entries: [(obstacle: Int32, previous: Int32)] = []

  private static let side = 24.0
  private static let columns = 40

  private struct Bubble {
    let center: Point
    let radius: Double

    /// Whether the box is neither within nor outside.
    func isCut(by box: Box) -> Bool {
      let nearest = (max(box.x, min(center.x, box.right)), max(box.y, min(center.y, box.bottom)))
      let furthest = (max(center.x - box.x, box.right - center.x), max(center.y - box.y, box.bottom - center.y))
      return hypot(nearest.0 - center.x, nearest.1 - center.y) < radius - 0.5
        && hypot(furthest.0, furthest.1) > radius
    }
  }

  init(_ marks: [Mark]) {
    for mark in marks { Self.each(of: mark, Point(0, 0)) { add($0, within: $1) } }
  }

  /// Which of the boxes have letters through which an obstacle runs.
  static func met(_ boxes: [Box], by marks: [Mark]) -> [Bool] {
    let sorted = boxes.enumerated().map { (index: $0, letters: letters($1)) }.sorted { $0.letters.y < $1.letters.y }
    let tallest = sorted.map(\.letters.height).max() ?? 0
    var met = boxes.map { _ in false }
    guard let first = sorted.first else { return met }
    // Labels often stand in a column beside all lines.
    let all = sorted.reduce(first.letters) { $0.union($1.letters) }
    for mark in marks {
      each(of: mark, Point(0, 0)) { obstacle, box in
        if !all.reaches(box) { return }
        // From the first that can reach down to the obstacle, to the last that begins above its end.
        var (place, end) = (0, sorted.count)
        while place < end {
          let middle = (place + end) / 2
          if sorted[middle].letters.y < box.y - tallest { place = middle + 1 } else { end = middle }
        }
        while place < sorted.count, sorted[place].letters.y <= box.bottom {
          let (index, letters) = sorted[place]
          if letters.reaches(box), !met[index], isMet(obstacle, by: letters) { met[index] = true }
          place += 1
        }
      }
    }
    return met
  }

  /// The room of a text's letters, without the room above and below them.
  private static func letters(_ box: Box) -> Box {
    Box(x: box.x + 1, y: box.y + 2.6, width: max(box.width - 2, 0), height: max(box.height - 5, 0))
  }

  /// How many run through a text's box: through its letters, not through the room above and below them. Ten are as bad
  /// as more.
  func count(in box: Box) -> Int {
    let letters = Self.letters(box)
    var met: [Int32] = []
    Self.eachSquare(of: letters) { square in
      var entry = square < last.count ? last[square] : -1
      while entry >= 0, met.count < 10 {
        let (index, previous) = entries[Int(entry)]
        entry = previous
        if Self.isMet(obstacles[Int(index)], by: letters), !met.contains(index) { met.append(index) }
      }
    }
    return met.count
  }

  /// How many outlines and lines a straight line crosses.
  func count(from a: Point, to b: Point) -> Int {
    obstacles.count { obstacle in
      guard case .piece(let c, let d) = obstacle else { return false }
      func side(_ a: Point, _ b: Point, _ c: Point) -> Bool { (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x) }
      return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
    }
  }

  private static func isMet(_ obstacle: Obstacle, by letters: Box) -> Bool {
    switch obstacle {
    case .piece(let a, let b): letters.isCrossed(from: a, to: b)
    case .box(let box): box.intersects(letters)
    case .bubble(let bubble): bubble.isCut(by: letters)
    }
  }

  /// Names the squares that a box comes into, of what lies beyond the picture those at its edge. None where a place is not
  /// finite, as of a mark whose values are not.
  private static func eachSquare(of box: Box, _ body: (Int) -> Void) {
    guard let left = square(box.x, most: columns - 1), let right = square(box.right, most: columns - 1),
      let upper = square(box.y, most: 10_000), let lower = square(box.bottom, most: 10_000), left <= right,
      upper <= lower
    else { return }
    for row in upper...lower {
      for column in left...right { body(row * columns + column) }
    }
  }

  private static func square(_ place: Double, most: Int) -> Int? {
    place.isFinite ? Int(max(0, min(place / side, Double(most)))) : nil
  }

  private mutating func add(_ obstacle: Obstacle, within box: Box) {
    Self.eachSquare(of: box) { square in
      if last.count <= square { last.append(contentsOf: repeatElement(-1, count: square + 400 - last.count)) }
      entries.append((Int32(obstacles.count), last[square]))
      last[square] = Int32(entries.count - 1)
    }
    obstacles.append(obstacle)
  }

  /// Names the obstacles that a mark is made of, each with the box in which it lies.
  private static func each(of mark: Mark, _ origin: Point, _ body: (Obstacle, Box) -> Void) {
    func placed(_ point: Point) -> Point { Point(point.x + origin.x, point.y + origin.y) }
    func placed(_ box: Box) -> Box {
      Box(x: box.x + origin.x, y: box.y + origin.y, width: box.width, height: box.height)
    }
    func around(_ center: Point, _ radius: Double) -> Box {
      let center = placed(center)
      return Box(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
    }
    func piece(from a: Point, to b: Point) {
      let (a, b) = (placed(a), placed(b))
      let box = Box(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
      body(.piece(a, b), box)
    }
    switch mark {
    case .line(let line) where line.kind != .hatch && line.kind != .sign:
      for run in line.runs { for index in run.indices.dropFirst() { piece(from: run[index - 1], to: run[index]) } }
    case .shape(let shape):
      guard case .arrow = shape.kind else { return }
      for outline in shape.outlines {
        for (a, b) in zip(outline, outline.dropFirst() + outline.prefix(1)) { piece(from: a, to: b) }
      }
    case .rule(let rule) where [.annotation, .connector, .reference, .stem].contains(rule.kind):
      piece(from: rule.from, to: rule.to)
    case .bar(let bar): body(.box(placed(bar.box)), placed(bar.box))
    case .symbol(let symbol) where symbol.fill == .tint:
      let bubble = Bubble(center: placed(symbol.center), radius: symbol.radius)
      body(.bubble(bubble), around(symbol.center, symbol.radius))
    case .symbol(let symbol):
      let box = around(symbol.center, symbol.radius * 0.8)
      body(.box(box), box)
    case .points(let points):
      for center in points.centers {
        let box = around(center, points.radius)
        body(.box(box), box)
      }
    case .panel(let panel):
      for inner in panel.marks { each(of: inner, placed(panel.origin), body) }
    default: return
    }
  }
}

extension Box {
  /// The smallest box that holds both.
  func union(_ other: Box) -> Box {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Box(x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
  }

  /// Whether the two have a point in common, be it at an edge.
  func reaches(_ other: Box) -> Bool {
    x <= other.right && other.x <= right && y <= other.bottom && other.y <= bottom
  }

  /// Whether a straight line runs through the box. (Liang and Barsky 1984)
  func isCrossed(from a: Point, to b: Point) -> Bool {
    var (first, last) = (0.0, 1.0)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (step, room) in [(-dx, a.x - x), (dx, right - a.x), (-dy, a.y - y), (dy, bottom - a.y)] {
      if step == 0 {
        if room < 0 { return false }
      } else if step < 0 {
        first = max(first, room / step)
      } else {
        last = min(last, room / step)
      }
    }
    return first < last
  }
}

/// The texts of a layout that lie on a line, an arrow, a point or a bar. Empty for a good layout.
///
/// A text that is made to stand on a mark, in the colour that is read on it, is none of them.
public func covered(_ layout: ChartLayout) -> [String] {
  let texts = layout.texts.filter { text in
    switch text.kind {
    case .ground, .cell, .tile, .block, .legend, .panel, .tick: false
    case .unit, .series, .value, .category, .annotation, .reference, .point, .place, .date: true
    }
  }
  return zip(texts, Obstacles.met(texts.map(\.box), by: layout.marks)).filter(\.1).map(\.0.text)
}

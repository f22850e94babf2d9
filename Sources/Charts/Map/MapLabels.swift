// SPDX-License-Identifier: MIT
import Foundation

/// Finds room for names and figures on a map: inside their country, else near it, on the sea before land and on land
/// without a value before other land; never on another text, nor across the edge of a shade. What finds none is listed
/// below the map.
struct MapLabels {
  struct Label {
    let lines: [String]
    /// What it names.
    let anchor: Point
    /// The radius of what stands at the anchor.
    let radius: Double
    /// The index of its country in the grid; nil for none.
    let country: Int?
    /// The colour of a mark that is large enough to be written on, and of the land of its country.
    let ground: ColorRole?
  }

  private let grid: LandGrid
  private let frame: MapFrame
  /// Which countries a label of another should not cover.
  private let isTaken: [Bool]
  private var placed: [Box] = []
  /// The labels that name a mark.
  private var marked: [Label] = []
  /// The lines from labels to what they name.
  private var ties: [(a: Point, b: Point)] = []

  init(_ grid: LandGrid, frame: MapFrame, taken: Set<Int>) {
    (self.grid, self.frame) = (grid, frame)
    isTaken = Outline.region.indices.map { taken.contains($0) }
  }

  private struct Place {
    let box: Box
    let x: Double
    let anchor: TextBox.Anchor
    let distance: Double
  }

  /// Draws what finds room, in the order given.
  /// - Returns: Those that found none.
  mutating func draw(_ labels: [Label], on canvas: inout Canvas) -> [Label] {
    var dropped: [Label] = []
    let obstacles = Obstacles(canvas.marks)
    marked = labels.filter { $0.radius > 0 }
    for (rank, label) in labels.enumerated() {
      // On a small map only the largest are tied from afar: ties would run into each other.
      let isNear = !canvas.size.isWide && rank >= 3 && isTaken.contains(true)
      // Where so many have found no place there is none.
      let place = dropped.count < 40 ? place(for: label, canvas, obstacles, within: isNear ? 26 : 130) : nil
      guard let place else {
        dropped.append(label)
        continue
      }
      let box = place.box
      placed.append(Box(x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2))
      let share = grid.share(of: place.box, own: label.country, isTaken: isTaken)
      let isOnLand = share.own * 10 >= (share.own + share.sea + share.taken + share.free) * 9
      let isInside = place.distance == 0 && (isOnLand || label.country == nil || label.radius > 12)
      if let tie = tie(place, label) {
        ties.append(tie)
        canvas.rule(.connector, tie.a.x, tie.a.y, tie.b.x, tie.b.y)
      }
      let ground = isInside ? label.ground : nil
      canvas.lines(
        label.lines, ground == nil ? .place : .ground, x: place.x, y: place.box.y + TextBox.ascent,
        anchor: place.anchor,
        role: ground)
    }
    return dropped
  }

  private func place(for label: Label, _ canvas: Canvas, _ obstacles: Obstacles, within most: Double) -> Place? {
    let width = canvas.widest(label.lines)
    let height = Double(label.lines.count - 1) * TextBox.lineHeight + TextBox.ascent + TextBox.descent
    var best: (cost: Double, place: Place)?
    for place in places(label, width: width, height: height) {
      let box = place.box
      let isInside =
        box.x >= 0.1 && box.right <= frame.width - 0.1 && box.y >= frame.top && box.bottom <= frame.bottom
      if !isInside || place.distance >= best?.cost ?? most || placed.contains(where: { $0.intersects(box) }) {
        continue
      }
      if ties.contains(where: { box.isCrossed(from: $0.a, to: $0.b) }) { continue }
      if let tie = tie(place, label), placed.contains(where: { $0.isCrossed(from: tie.a, to: tie.b) }) { continue }
      // Within its own circle a label lies on nothing else.
      let isOnMark = place.distance == 0 && label.radius > 0
      let count = isOnMark ? 0 : obstacles.count(in: box)
      var cost =
        place.distance * 1.2 + burden(of: box, label, isCentered: place.distance == 0)
        + (count == 0 ? 0 : 90 + Double(count) * 2)
      if cost < best?.cost ?? most {
        if isTakenForAnother(box, label) { cost += 40 }
        if let tie = tie(place, label) { cost += 3 * Double(obstacles.count(from: tie.a, to: tie.b)) }
      }
      if cost < best?.cost ?? most { best = (cost, place) }
    }
    return best?.place
  }

  /// Whether a label stands as near to another's mark as to its own: readers would take its figure for that one's.
  private func isTakenForAnother(_ box: Box, _ label: Label) -> Bool {
    func gap(_ label: Label) -> Double {
      let (x, y) = (label.anchor.x, label.anchor.y)
      return hypot(max(box.x, min(x, box.right)) - x, max(box.y, min(y, box.bottom)) - y) - label.radius
    }
    let limit = min(gap(label) + 4, 12)
    return marked.contains { $0.anchor != label.anchor && gap($0) < limit }
  }

  /// From what a label names to a label that stands away from it.
  private func tie(_ place: Place, _ label: Label) -> (a: Point, b: Point)? {
    guard place.distance > label.radius + 14 else { return nil }
    let (box, anchor) = (place.box, label.anchor)
    let end = Point(max(box.x, min(anchor.x, box.right)), max(box.y, min(anchor.y, box.bottom)))
    let part = label.radius / max(1, hypot(end.x - anchor.x, end.y - anchor.y))
    return (Point(anchor.x + (end.x - anchor.x) * part, anchor.y + (end.y - anchor.y) * part), end)
  }

  /// What a box covers that is not its own.
  private func burden(of box: Box, _ label: Label, isCentered: Bool) -> Double {
    let share = grid.share(of: box, own: label.country, isTaken: isTaken)
    let cost = Double(share.taken) * 2.2 + Double(share.free) * 0.25
    guard label.country != nil, label.radius < 12 else { return cost }
    // Half on a shade and half beside it, a label is read on neither.
    let all = share.sea + share.free + share.own + share.taken
    let beside = isCentered ? all - share.own : share.own + share.taken
    return beside * 20 > all ? .infinity : cost + Double(beside) * 2
  }

  /// Centred on the anchor, and around it at growing distances.
  private func places(_ label: Label, width: Double, height: Double) -> [Place] {
    let (x, y) = (label.anchor.x, label.anchor.y)
    func centered(_ middleX: Double, _ middleY: Double, _ distance: Double) -> Place {
      Place(
        box: Box(x: tenth(middleX - width / 2), y: tenth(middleY - height / 2), width: width, height: height),
        x: middleX, anchor: .middle, distance: distance)
    }
    func beside(_ edgeX: Double, _ middleY: Double, isRight: Bool, _ distance: Double) -> Place {
      Place(
        box: Box(
          x: tenth(isRight ? edgeX : edgeX - width), y: tenth(middleY - height / 2), width: width, height: height),
        x: edgeX, anchor: isRight ? .start : .end, distance: distance)
    }
    var places: [Place] = []
    let fitsOn = label.radius == 0 || width < label.radius * 1.8 && height < label.radius * 1.8
    if fitsOn { places.append(centered(x, y, 0)) }
    for step in [5.0, 10, 16, 22, 28, 35, 42, 50, 58, 67, 76, 86, 96] {
      let distance = label.radius + step
      for turn in [0.0, 1, 15, 2, 14, 3, 13] {
        let angle = turn * .pi / 8
        places.append(beside(x + cos(angle) * distance, y + sin(angle) * distance, isRight: true, distance))
        places.append(beside(x - cos(angle) * distance, y + sin(angle) * distance, isRight: false, distance))
      }
      for sign in [-1.0, 1] {
        for shift in [0.0, -0.5, 0.5] {
          let middle = x + shift * (width / 2 + distance)
          // At the edge of the map it is moved in, as far as it stays above or below its point.
          let inner = max(width / 2 + 0.2, min(middle, frame.width - width / 2 - 0.2))
          places.append(
            centered(
              shift == 0 && abs(inner - x) < width / 2 ? inner : middle, y + sign * (distance + height / 2),
              distance + abs(shift)))
        }
      }
    }
    return places
  }
}

// SPDX-License-Identifier: MIT
import Foundation

/// Finds room for names and figures on a map: inside their country, else near it, on the sea before land and on land
/// without a value before other land; never on another text. What finds none is left to the table.
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
  /// Marks that no label should cover.
  private var obstacles: [Box] = []
  private var placed: [Box] = []

  init(_ grid: LandGrid, frame: MapFrame, taken: Set<Int>) {
    (self.grid, self.frame) = (grid, frame)
    isTaken = Outline.region.indices.map { taken.contains($0) }
  }

  mutating func avoid(_ boxes: [Box]) { obstacles += boxes }

  private struct Place {
    let box: Box
    let x: Double
    let anchor: TextBox.Anchor
    let distance: Double
  }

  /// Draws what finds room, in the order given.
  /// - Returns: How many found none.
  mutating func draw(_ labels: [Label], on canvas: inout Canvas) -> Int {
    var dropped = 0
    for label in labels {
      guard let place = place(for: label, canvas) else {
        dropped += 1
        continue
      }
      let box = place.box
      placed.append(Box(x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2))
      let share = grid.share(of: place.box, own: label.country, isTaken: isTaken)
      let isOnLand = share.own * 10 >= (share.own + share.sea + share.taken + share.free) * 9
      let isInside = place.distance == 0 && (isOnLand || label.country == nil || label.radius > 12)
      if place.distance > label.radius + 14 {
        let anchor = label.anchor
        let end = Point(max(box.x, min(anchor.x, box.right)), max(box.y, min(anchor.y, box.bottom)))
        let length = max(1, hypot(end.x - anchor.x, end.y - anchor.y))
        let part = label.radius / length
        canvas.rule(
          .connector, anchor.x + (end.x - anchor.x) * part, anchor.y + (end.y - anchor.y) * part, end.x, end.y)
      }
      let ground = isInside ? label.ground : nil
      canvas.lines(
        label.lines, ground == nil ? .place : .ground, x: place.x, y: place.box.y + TextBox.ascent,
        anchor: place.anchor,
        role: ground)
    }
    return dropped
  }

  private func place(for label: Label, _ canvas: Canvas) -> Place? {
    let width = canvas.widest(label.lines)
    let height = Double(label.lines.count - 1) * TextBox.lineHeight + TextBox.ascent + TextBox.descent
    var best: (cost: Double, place: Place)?
    for place in places(label, width: width, height: height) {
      let box = place.box
      let isInside =
        box.x >= 0.1 && box.right <= frame.width - 0.1 && box.y >= frame.top && box.bottom <= frame.bottom
      if !isInside || place.distance >= best?.cost ?? 130 || placed.contains(where: { $0.intersects(box) }) { continue }
      let cost = place.distance * 1.2 + burden(of: box, label, isCentered: place.distance == 0)
      if cost < best?.cost ?? 130 { best = (cost, place) }
    }
    return best?.place
  }

  /// What a box covers that is not its own.
  private func burden(of box: Box, _ label: Label, isCentered: Bool) -> Double {
    let share = grid.share(of: box, own: label.country, isTaken: isTaken)
    var cost = Double(share.taken) * 2.2 + Double(share.free) * 0.25
    if label.country != nil, label.radius < 12 {
      // Half on its land and half on the sea, a label is read on neither.
      cost += isCentered ? Double(share.sea) * 3 : Double(share.own)
    }
    return cost + Double(obstacles.count { $0.intersects(box) }) * 6
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
    for step in [5.0, 16, 28, 42, 58, 76, 96] {
      let distance = label.radius + step
      for turn in [0.0, 1, 15, 2, 14] {
        let angle = turn * .pi / 8
        places.append(beside(x + cos(angle) * distance, y + sin(angle) * distance, isRight: true, distance))
        places.append(beside(x - cos(angle) * distance, y + sin(angle) * distance, isRight: false, distance))
      }
      for sign in [-1.0, 1] {
        for shift in [0.0, -0.5, 0.5] {
          places.append(
            centered(x + shift * (width / 2 + distance), y + sign * (distance + height / 2), distance + abs(shift)))
        }
      }
    }
    return places
  }
}

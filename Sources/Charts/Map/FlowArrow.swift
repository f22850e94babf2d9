// SPDX-License-Identifier: MIT
import Foundation

/// A curved arrow as wide as its value. It bows to the right of its way, so that two in opposite directions lie apart.
struct FlowArrow {
  let outline: [Point]
  private let control: (x: Double, y: Double)
  private let from: Point
  private let to: Point

  init(from start: Point, to end: Point, width: Double, startGap: Double, endGap: Double) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = max(hypot(dx, dy), 1)
    (from, to) = (start, end)
    control = ((start.x + end.x) / 2 - dy * 0.32, (start.y + end.y) / 2 + dx * 0.32)
    let head = min(max(7, width * 1.1), length * 0.5)
    let first = min(startGap / length, 0.25)
    let last = 1 - min(endGap / length, 0.25)
    let neck = max(first, last - head / length)
    var left: [Point] = []
    var right: [Point] = []
    let count = max(6, min(16, Int(length / 12)))
    let arrow = Curve(from: (start.x, start.y), control: control, to: (end.x, end.y))
    for index in 0...count {
      let part = first + (neck - first) * Double(index) / Double(count)
      let (point, normal) = (arrow.point(part), arrow.normal(part))
      left.append(Point(point.x + normal.x * width / 2, point.y + normal.y * width / 2))
      right.append(Point(point.x - normal.x * width / 2, point.y - normal.y * width / 2))
    }
    let (base, normal, tip) = (arrow.point(neck), arrow.normal(neck), arrow.point(last))
    let half = width / 2 + 3
    outline =
      left + [
        Point(base.x + normal.x * half, base.y + normal.y * half), Point(tip.x, tip.y),
        Point(base.x - normal.x * half, base.y - normal.y * half),
      ] + right.reversed()
  }

  /// A point of the middle line, from 0 at the start to 1 at the end.
  func point(_ part: Double) -> Point {
    let curve = Curve(from: (from.x, from.y), control: control, to: (to.x, to.y))
    return Point(curve.point(part).x, curve.point(part).y)
  }

  /// A quadratic Bézier curve.
  private struct Curve {
    let from: (x: Double, y: Double)
    let control: (x: Double, y: Double)
    let to: (x: Double, y: Double)

    func point(_ part: Double) -> (x: Double, y: Double) {
      let rest = 1 - part
      return (
        rest * rest * from.x + 2 * rest * part * control.x + part * part * to.x,
        rest * rest * from.y + 2 * rest * part * control.y + part * part * to.y
      )
    }

    func normal(_ part: Double) -> (x: Double, y: Double) {
      let dx = (1 - part) * (control.x - from.x) + part * (to.x - control.x)
      let dy = (1 - part) * (control.y - from.y) + part * (to.y - control.y)
      let length = max(hypot(dx, dy), 1e-9)
      return (-dy / length, dx / length)
    }
  }
}

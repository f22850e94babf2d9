// SPDX-License-Identifier: MIT

/// A series' line in pieces: broken at gaps, and where observations end and projections begin.
struct Strands {
  private(set) var observed: [[Point]] = []
  private(set) var projected: [[Point]] = []
  /// Points with a gap on both sides.
  private(set) var lone: [Point] = []

  private var run: [Point] = []
  private var isProjected = false

  init(_ points: [Point?], series: Series, curve: Curve) {
    run.reserveCapacity(points.count)
    var previous: (index: Int, point: Point)?
    for (index, point) in points.enumerated() {
      defer { previous = point.map { (index, $0) } }
      guard let point else {
        finish()
        continue
      }
      guard let previous else {
        run.append(point)
        isProjected = series.isProjected(index)
        continue
      }
      let isNext = series.isProjected(curve == .step ? previous.index : index)
      if isNext != isProjected, run.count > 1 {
        finish()
        run.append(previous.point)
      }
      isProjected = isNext
      if curve == .step { append(Point(point.x, previous.point.y)) }
      append(point)
    }
    finish()
  }

  /// Points in the middle of a level stretch say nothing.
  private mutating func append(_ point: Point) {
    let last = run.count - 1
    if last > 0, run[last].y == point.y {
      if run[last].x == point.x { return }
      if run[last - 1].y == point.y {
        run[last] = point
        return
      }
    }
    run.append(point)
  }

  private mutating func finish() {
    if run.count == 1 { lone.append(run[0]) }
    if run.count > 1 { if isProjected { projected.append(run) } else { observed.append(run) } }
    run.removeAll(keepingCapacity: true)
  }
}

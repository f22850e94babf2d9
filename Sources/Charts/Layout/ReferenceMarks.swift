// SPDX-License-Identifier: MIT

/// The values and points to read the data against: a dashed rule or a ring each, its text where nothing else is written.
struct ReferenceMarks {
  private let values: [(y: Double, text: String)]
  private let points: [(x: Double, y: Double, text: String)]
  /// Of the ring around a point.
  private static let radius = 6.0

  /// - Parameter place: Takes a number of the x axis to its place; nil where there are no points.
  init(_ spec: ChartSpec, _ chart: BoundChart, place: AxisScale?) {
    self.init(spec, place: place) { chart.number(at: $0) }
  }

  /// - Parameter number: What a written place on the x axis stands for; nil where it is not on it.
  init(_ spec: ChartSpec, place: AxisScale?, number: (String) -> Double?) {
    values = spec.references.compactMap { reference in
      guard case .value(let y) = reference.extent, let y = y.number else { return nil }
      return (y, reference.text.text)
    }
    points = spec.references.compactMap { reference in
      guard case .point(let x, let y) = reference.extent, let place, let x = number(x.text), let y = y.number else {
        return nil
      }
      return (place(x), y, reference.text.text)
    }
  }

  /// Draws rules, rings and texts, after everything else.
  func draw(on canvas: inout Canvas, value: AxisScale, left: Double, right: Double, base: Double) {
    for (number, text) in values {
      let y = value(number)
      canvas.rule(.reference, left, y, right, y)
      draw(text, y: y, left: left, right: right, base: base, on: &canvas)
    }
    for (x, number, text) in points {
      let y = value(number)
      canvas.symbol(.grey(1), .ring, at: Point(x, y), radius: Self.radius)
      draw(text, atPoint: Point(x, y), right: right, base: base, on: &canvas)
    }
  }

  /// At a point or tied to it: where it meets no text, and the fewest marks.
  private func draw(
    _ text: String, atPoint point: Point, right: Double, base: Double, on canvas: inout Canvas
  ) {
    let lines = canvas.wrap(text, width: min(right * 0.6, 180))
    let (width, height) = (canvas.widest(lines), Double(lines.count) * TextBox.lineHeight - 1)
    let places =
      LabelPlace.near(point, radius: Self.radius + 2, width: width, height: height)
      + LabelPlace.tied(point, radius: Self.radius, width: width, height: height)
    let free = places.filter { place in
      let box = place.box
      return box.y >= 0 && box.x >= 0 && box.right <= canvas.size.width && box.bottom <= base
        && !canvas.texts.contains { $0.box.intersects(box) }
    }
    let obstacles = Obstacles(canvas.marks)
    let best = free.map { ($0, obstacles.count(in: $0.box)) }.min { $0.1 < $1.1 }
    if let best { canvas.label(lines, .reference, at: best.0) }
  }

  /// At the end or the start of the rule, above or below it: where it meets no text, and the fewest lines.
  private func draw(_ text: String, y: Double, left: Double, right: Double, base: Double, on canvas: inout Canvas) {
    let lines = canvas.wrap(text, width: min(right - left - 8, 240))
    let width = canvas.widest(lines)
    let height = Double(lines.count) * TextBox.lineHeight
    let obstacles = Obstacles(canvas.marks)
    var best: (cost: Int, x: Double, first: Double, anchor: TextBox.Anchor)?
    for anchor in [TextBox.Anchor.end, .start] {
      for top in [y - height - 2, y + 2] {
        let x = anchor == .end ? right - 4 : left + 4
        let box = Box(x: anchor == .end ? x - width : x, y: top, width: width, height: height)
        guard box.y >= 0, box.x >= 0, box.bottom <= base, !canvas.texts.contains(where: { $0.box.intersects(box) })
        else { continue }
        let cost = obstacles.count(in: box)
        if cost < best?.cost ?? .max { best = (cost, x, top + TextBox.ascent, anchor) }
      }
    }
    if let best { canvas.lines(lines, .reference, x: best.x, y: best.first, anchor: best.anchor) }
  }
}

extension ChartSpec {
  /// The values that the axis has to reach besides the data's.
  var referenceValues: [Double] {
    references.compactMap { reference in
      switch reference.extent {
      case .value(let y), .point(_, let y): y.number
      case .span: nil
      }
    }
  }
}

extension ChartSpec {
  /// What the axis of values has to reach besides its own data: references, and the data of other panels.
  var reach: [Double] { referenceValues + (shared?.values ?? []) }
}

extension BoundChart {
  /// The stretches of the x axis that references name, within the data.
  func spans(of spec: ChartSpec) -> [(from: Double, to: Double, text: String)] {
    spec.references.compactMap { reference in
      guard case .span(let from, let to) = reference.extent, let start = number(at: from.text),
        let end = number(at: to.text), start <= end
      else { return nil }
      return (start, end, reference.text.text)
    }
  }
}

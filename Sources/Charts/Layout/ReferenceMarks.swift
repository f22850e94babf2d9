// SPDX-License-Identifier: MIT

/// The values to read the data against: a dashed rule each, its text where nothing else is written.
struct ReferenceMarks {
  let references: [Reference]

  init(_ spec: ChartSpec) { references = spec.references }

  /// Draws rules and texts, after everything else.
  func draw(on canvas: inout Canvas, value: LinearScale, left: Double, right: Double, base: Double) {
    for reference in references {
      guard case .value(let number) = reference.extent else { continue }
      let y = value(number)
      canvas.rule(.reference, left, y, right, y)
      draw(reference.text.text, y: y, left: left, right: right, base: base, on: &canvas)
    }
  }

  /// At the end or the start of the rule, above or below it: where it meets no text, and the fewest lines.
  private func draw(_ text: String, y: Double, left: Double, right: Double, base: Double, on canvas: inout Canvas) {
    let lines = canvas.wrap(text, width: min(right - left - 8, 240))
    let width = canvas.widest(lines)
    let height = Double(lines.count) * TextBox.lineHeight
    var best: (cost: Int, x: Double, first: Double, anchor: TextBox.Anchor)?
    for anchor in [TextBox.Anchor.end, .start] {
      for top in [y - height - 2, y + 2] {
        let x = anchor == .end ? right - 4 : left + 4
        let box = Box(x: anchor == .end ? x - width : x, y: top, width: width, height: height)
        guard box.y >= 0, box.x >= 0, box.bottom <= base, !canvas.texts.contains(where: { $0.box.intersects(box) })
        else { continue }
        let cost = canvas.crossings(of: box)
        if cost < best?.cost ?? .max { best = (cost, x, top + TextBox.ascent, anchor) }
      }
    }
    if let best { canvas.lines(lines, .reference, x: best.x, y: best.first, anchor: best.anchor) }
  }
}

extension Canvas {
  /// How many pieces of lines run through a box.
  fileprivate func crossings(of box: Box) -> Int {
    var count = 0
    for case .line(let line) in marks {
      for run in line.runs {
        for (a, b) in zip(run, run.dropFirst()) {
          let isHit = stride(from: 0.0, through: 1, by: 0.125).contains { part in
            let (x, y) = (a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
            return box.x...box.right ~= x && box.y...box.bottom ~= y
          }
          if isHit { count += 1 }
        }
      }
    }
    return count
  }
}

extension ChartSpec {
  /// The values that the axis has to reach besides the data's.
  var referenceValues: [Double] {
    references.compactMap { if case .value(let value) = $0.extent { value } else { nil } }
  }
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

// SPDX-License-Identifier: MIT

/// The key to the shades: a strip of steps with the numbers at which one ends and the next begins.
struct GridKey {
  let scale: StepScale
  let figures: GridFigures
  let hasMissing: Bool

  init(_ scale: StepScale, figures: GridFigures, hasMissing: Bool) {
    (self.scale, self.figures, self.hasMissing) = (scale, figures, hasMissing)
  }

  /// Draws the key from the top edge.
  /// - Returns: Its height, with the space below it.
  func draw(on canvas: inout Canvas) -> Double {
    let top = canvas.unitLine(figures.unitLine, below: 0) + 2.5
    let labels = figures.breaks
    let count = Double(scale.steps.count)
    let widths = labels.map { canvas.width($0) }
    let apart = zip(widths, widths.dropFirst()).reduce(38) { max($0, ($1.0 + $1.1) / 2 + 8) }
    let room = canvas.size.width - (widths.last ?? 0) / 2
    let width = tenth(min(max(apart, (widths.first ?? 0) / 2), room / max(count - 1, 1), canvas.size.width / count))
    var (x, y) = (0.0, top)
    if !labels.isEmpty {
      for (index, step) in scale.steps.enumerated() {
        let box = Box(x: tenth(Double(index) * width), y: top, width: tenth(width - 1), height: 11)
        canvas.cells(.step(step), boxes: [box])
        if case .fall = step { canvas.sign(.step(step), in: box) }
      }
      // From the right, where the unit is: a number without room is left out.
      var edge = canvas.size.width
      for (index, label) in labels.enumerated().reversed() {
        let middle = Double(index + 1) * width - 0.5
        guard middle - widths[index] / 2 >= 0, middle + widths[index] / 2 <= edge else { continue }
        canvas.text(label, .legend, x: middle, y: top + 14 + TextBox.ascent, anchor: .middle)
        edge = middle - widths[index] / 2 - 4
      }
      x = max(count * width, count * width - width + (widths.last ?? 0) / 2) + 20
      y = top + 34
    }
    guard hasMissing else { return y + (labels.isEmpty ? 0 : 4) }
    let text = noData(in: canvas.language)
    if x + 24 + canvas.width(text) > canvas.size.width { x = 0 } else { y = top }
    canvas.missing(Box(x: x, y: y, width: 18, height: 11))
    canvas.text(text, .legend, x: x + 24, y: y + 10.2)
    return max(y + 22, labels.isEmpty ? 0 : top + 38)
  }
}

extension Canvas {
  /// A dash in the middle of a field: its value is below zero.
  mutating func sign(_ role: ColorRole, in box: Box) {
    let (x, y, reach) = (box.x + box.width / 2, box.y + box.height / 2, min(4, box.width / 3))
    line(role, kind: .sign, runs: [[Point(x - reach, y), Point(x + reach, y)]])
  }
}

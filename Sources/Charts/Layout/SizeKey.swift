// SPDX-License-Identifier: MIT
import Figures

/// Says what areas stand for: two round sizes with their figures, in one row above the picture.
struct SizeKey {
  let title: String
  let most: Double
  /// The radius of `most`.
  let radius: Double
  let format: FigureFormat?

  /// - Returns: The lower edge, with the space below it.
  func draw(on canvas: inout Canvas, below top: Double) -> Double {
    let sizes = [most / 6, most].map(roundBelow).filter { $0 > 0 }
    let radii = sizes.map { tenth(radius * ($0 / most).squareRoot()) }
    let measure = Measure(format: format, unit: nil, largest: sizes.last ?? most, language: canvas.language)
    let labels = sizes.map { size in
      measure.headText(size, places: measure.places(for: [size], format: nil), isStated: measure.isStated(in: title))
    }
    let lines = canvas.wrap(title, width: canvas.size.width)
    let height = max(TextBox.lineHeight, 2 * (radii.last ?? 0) + 4)
    var x = canvas.widest(lines) + 14
    var y = top
    let needed = zip(radii, labels).reduce(x) { $0 + 2 * $1.0 + 5 + canvas.width($1.1) + 14 }
    let isOneRow = lines.count == 1 && needed <= canvas.size.width
    canvas.lines(
      lines, .legend, x: 0, y: y + (isOneRow ? height / 2 - TextBox.lineHeight / 2 : 0) + TextBox.ascent)
    if !isOneRow {
      y += Double(lines.count) * TextBox.lineHeight + 2
      x = 0
    }
    for (radius, label) in zip(radii, labels) where x + 2 * radius + 5 + canvas.width(label) <= canvas.size.width {
      canvas.bubble(.grey(1), .circle, at: Point(x + radius + 1, y + height / 2), radius: radius, isProjected: false)
      canvas.text(label, .legend, x: x + 2 * radius + 6, y: y + height / 2 + 4.8)
      x += 2 * radius + 6 + canvas.width(label) + 14
    }
    return y + height + 6
  }

  /// The largest of 1, 2 and 5 times a power of ten that is not above a value.
  private func roundBelow(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    return LogStep(decades: 1, factors: [1, 2, 5]).ticks(around: value, value).first ?? value
  }
}

// SPDX-License-Identifier: MIT
import Figures

/// The key to the shades of a map: a strip of steps with the numbers at which they part, and what land without a value
/// looks like.
struct MapKey {
  private static let step = 46.0
  private static let bar = 10.0

  /// Draws the key from `top`.
  /// - Returns: The lower edge, with the room below it.
  static func draw(
    _ scale: StepScale, measure: Measure, hasBlank: Bool, below top: Double, on canvas: inout Canvas
  ) -> Double {
    let places = measure.places(for: scale.breaks, format: nil)
    let labels = scale.breaks.map { measure.text($0, places: places) + (measure.isPercent ? measure.suffix : "") }
    let step = max(Self.step, canvas.widest(labels) + 8)
    var x = 0.0
    for color in scale.steps {
      canvas.shape(.region(.step(color)), [rectangle(x, top + 3, step)])
      x += step
    }
    for (index, label) in labels.enumerated() {
      canvas.text(
        label, .tick, x: Double(index + 1) * step, y: top + Self.bar + 5 + TextBox.ascent, anchor: .middle)
    }
    var bottom = top + Self.bar + 5 + (labels.isEmpty ? 0 : TextBox.lineHeight)
    if hasBlank {
      let text = noData(in: canvas.language)
      let fits = x + 18 + 30 + canvas.width(text) <= canvas.size.width
      let (left, upper) = fits ? (x + 18, top) : (0, bottom + 4)
      canvas.shape(.blank, [rectangle(left, upper + 3, 24)])
      canvas.text(text, .tick, x: left + 30, y: upper + TextBox.ascent)
      if !fits { bottom = upper + TextBox.lineHeight }
    }
    return bottom + 8
  }

  private static func rectangle(_ x: Double, _ y: Double, _ width: Double) -> [Point] {
    [Point(x, y), Point(x + width, y), Point(x + width, y + bar), Point(x, y + bar)]
  }
}

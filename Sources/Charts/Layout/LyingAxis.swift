// SPDX-License-Identifier: MIT

/// An axis of values that runs to the right: hairlines down the picture, figures below it.
struct LyingAxis {
  let axis: ValueAxis
  let scale: AxisScale
  /// The ticks whose figures stand free, and where the middles of these are.
  private let shown: [(index: Int, middle: Double)]

  /// Leaves room at both ends for half of the outermost figures; in a panel these move inwards instead, so that all
  /// panels have one scale.
  init(_ axis: ValueAxis, from left: Double, to right: Double, canvas: Canvas) {
    let widths = axis.labels.map { canvas.width($0) }
    let isPanel = canvas.size.panel != nil
    let start = tenth(isPanel ? left : max(left, (widths.first ?? 0) / 2 + 0.1))
    let end = isPanel ? right : right - (widths.last ?? 0) / 2 - 0.1
    let scale = axis.scale(from: start, to: tenth(max(start + 40, end)))
    self.axis = axis
    self.scale = scale
    var shown: [(index: Int, middle: Double)] = []
    var next = canvas.size.width + 6
    for index in axis.labels.indices.reversed() {
      let half = widths[index] / 2
      let x = scale(axis.domain.ticks[index])
      let middle = isPanel ? max(half + 0.3, min(x, canvas.size.width - half - 0.3)) : x
      if middle + half + 6 <= next + 0.05, middle - half >= -0.05 {
        shown.append((index, tenth(middle)))
        next = middle - half
      }
    }
    self.shown = shown
  }

  static let height = 22.0

  func draw(on canvas: inout Canvas, top: Double, bottom: Double, hasLabels: Bool = true) {
    for tick in axis.domain.ticks {
      canvas.rule(tick == 0 ? .baseline : .grid, scale(tick), top, scale(tick), bottom)
    }
    for (index, middle) in hasLabels ? shown : [] {
      canvas.text(axis.labels[index], .tick, x: middle, y: bottom + 5 + TextBox.ascent, anchor: .middle)
    }
  }
}

// SPDX-License-Identifier: MIT

/// An axis of values that runs to the right: hairlines down the picture, figures below it.
struct LyingAxis {
  let axis: ValueAxis
  let scale: AxisScale
  /// The indexes of the ticks whose figures stand free.
  private let shown: [Int]

  /// Leaves room at both ends for half of the outermost figures.
  init(_ axis: ValueAxis, from left: Double, to right: Double, canvas: Canvas) {
    let widths = axis.labels.map { canvas.width($0) }
    let start = tenth(max(left, (widths.first ?? 0) / 2 + 0.1))
    let scale = axis.scale(from: start, to: tenth(max(start + 40, right - (widths.last ?? 0) / 2 - 0.1)))
    self.axis = axis
    self.scale = scale
    var shown: [Int] = []
    for index in axis.labels.indices.reversed() {
      let (x, half) = (scale(axis.domain.ticks[index]), widths[index] / 2)
      let next = shown.last.map { scale(axis.domain.ticks[$0]) - widths[$0] / 2 } ?? canvas.size.width + 6
      if x + half + 6 <= next + 0.05, x - half >= -0.05 { shown.append(index) }
    }
    self.shown = shown
  }

  static let height = 22.0

  func draw(on canvas: inout Canvas, top: Double, bottom: Double, hasLabels: Bool = true) {
    for tick in axis.domain.ticks {
      canvas.rule(tick == 0 ? .baseline : .grid, scale(tick), top, scale(tick), bottom)
    }
    for index in hasLabels ? shown : [] {
      canvas.text(
        axis.labels[index], .tick, x: scale(axis.domain.ticks[index]), y: bottom + 5 + TextBox.ascent, anchor: .middle)
    }
  }
}

// SPDX-License-Identifier: MIT

/// The key to the series, in data order, in rows above the picture.
struct Legend {
  enum Sample { case bar, line, symbol }

  private static let sampleWidth = 18.0
  private static let gap = 18.0

  /// Draws the legend from an edge down.
  /// - Returns: Its lower edge, with the space below it.
  static func draw(_ series: [Series], sample: Sample, below top: Double = 0, on canvas: inout Canvas) -> Double {
    let width = canvas.size.width
    let indent = (sample == .line ? 24 : Self.sampleWidth)
    var x = 0.0
    var y = top
    var rowHeight = 0.0
    for (rank, one) in series.enumerated() {
      let lines = canvas.wrap(one.name, width: width - indent)
      let entryWidth = indent + canvas.widest(lines)
      if x > 0, x + entryWidth > width {
        (x, y, rowHeight) = (0, y + rowHeight, 0)
      }
      drawSample(sample, one.role, rank: rank, x: x, y: y, on: &canvas)
      canvas.lines(lines, .legend, x: x + indent, y: y + TextBox.ascent)
      x += entryWidth + Self.gap
      rowHeight = max(rowHeight, Double(lines.count) * TextBox.lineHeight + 3)
    }
    return y + rowHeight + 8
  }

  private static func drawSample(
    _ sample: Sample, _ role: ColorRole, rank: Int, x: Double, y: Double, on canvas: inout Canvas
  ) {
    switch sample {
    case .bar: canvas.bar(role, x: x, y: y + 1.5, width: 11, height: 11)
    case .line:
      canvas.line(role, runs: [[Point(x, y + 7.5), Point(x + 18, y + 7.5)]])
      canvas.symbol(role, SymbolMark.shape(ofRank: rank), at: Point(x + 9, y + 7.5), radius: 3.5)
    case .symbol: canvas.symbol(role, SymbolMark.shape(ofRank: rank), at: Point(x + 6, y + 7.3), radius: 5)
    }
  }
}

// SPDX-License-Identifier: MIT

/// The bands of a fan: tints on each other, so that the narrowest is the darkest, each with a thin edge.
struct FanBands {
  private let chart: BoundChart

  init(_ chart: BoundChart) { self.chart = chart }

  /// Draws them from the last observation on, so that they open where history ends.
  func draw(_ place: (Double, Double) -> Point, on canvas: inout Canvas) {
    guard let series = chart.series.first else { return }
    for band in chart.bands {
      var (upper, lower): ([Point], [Point]) = ([], [])
      for (index, position) in chart.positions.enumerated() {
        if let low = band.low[index], let high = band.high[index] {
          if upper.isEmpty, index > 0, let last = series.values[index - 1] {
            upper.append(place(chart.positions[index - 1].number, last))
            lower.append(place(chart.positions[index - 1].number, last))
          }
          upper.append(place(position.number, high))
          lower.append(place(position.number, low))
        }
      }
      guard upper.count > 1 else { continue }
      canvas.area(series.role, .tint, outlines: [upper + lower.reversed()])
      canvas.line(series.role, kind: .edge, runs: [upper, lower])
    }
  }

  /// The names of the bands at their upper ends, for the column of labels.
  /// - Parameter first: The number of the first of them, behind those of series.
  func labels(first: Int, canvas: Canvas, limit: Double) -> [EndLabels.Label] {
    guard let role = chart.series.first?.role else { return [] }
    return chart.bands.enumerated().compactMap { index, band in
      guard let high = band.high.last ?? nil else { return nil }
      return EndLabels.Label(
        series: first + index, role: role, lines: canvas.wrap(band.name, width: limit), target: high)
    }
  }

  /// The key to the tints, in rows above panels.
  /// - Returns: The lower edge, with the space below it.
  func drawKey(on canvas: inout Canvas) -> Double {
    guard let role = chart.series.first?.role, !chart.bands.isEmpty else { return 0 }
    var (x, y) = (0.0, 0.0)
    for (index, band) in chart.bands.enumerated() {
      let lines = canvas.wrap(band.name, width: canvas.size.width - 30)
      let width = 30 + canvas.widest(lines)
      if x > 0, x + width > canvas.size.width { (x, y) = (0, y + TextBox.lineHeight + 3) }
      let outline = [Point(x, y + 2), Point(x + 22, y + 2), Point(x + 22, y + 13), Point(x, y + 13)]
      for _ in 0...index { canvas.area(role, .tint, outlines: [outline]) }
      canvas.line(role, kind: .edge, runs: [outline + [outline[0]]])
      canvas.lines(lines, .legend, x: x + 28, y: y + TextBox.ascent)
      x += width + 16
      y += Double(lines.count - 1) * TextBox.lineHeight
    }
    return y + TextBox.lineHeight + 10
  }
}

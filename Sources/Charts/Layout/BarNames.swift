// SPDX-License-Identifier: MIT

/// The names of a stack's series at its pieces, in place of a legend: above the first of bars that lie, beside the last
/// of bars that stand. Moved apart where they would meet, and tied to their pieces then.
struct BarNames {
  private let labels: [Label]

  private struct Label {
    let role: ColorRole
    let lines: [String]
    /// The piece along the bar.
    let piece: ClosedRange<Double>
    /// Where the name's middle stands.
    var middle: Double
    var target: Double { (piece.lowerBound + piece.upperBound) / 2 }
  }

  /// The height above the bars, where they lie.
  static let headHeight = TextBox.lineHeight + 6

  /// - Parameters:
  ///   - position: Of the bar that carries the names.
  ///   - value: Takes values to places along the bar.
  /// - Returns: nil where a piece is missing there or a name would stand too far from its own.
  init?(above position: Int, of chart: BoundChart, _ value: AxisScale, canvas: Canvas) {
    self.init(chart, at: position, value) {
      canvas.width($0, isBold: true) < canvas.size.width / 2 ? [$0] : nil
    } placing: { lines in
      (canvas.widest(lines, isBold: true) + 10, -5, canvas.size.width + 5)
    }
  }

  /// Beside a standing bar, between two heights.
  init?(
    beside position: Int, of chart: BoundChart, _ value: AxisScale, from top: Double, to bottom: Double, canvas: Canvas
  ) {
    self.init(chart, at: position, value) {
      let lines = canvas.wrap($0, width: Self.sideWidth(canvas), isBold: true)
      return canvas.breaksNoWord($0, into: lines) ? lines : nil
    } placing: { lines in
      (Double(lines.count) * TextBox.lineHeight, top, bottom)
    }
  }

  private init?(
    _ chart: BoundChart, at position: Int, _ value: AxisScale, lines: (String) -> [String]?,
    placing: ([String]) -> (length: Double, from: Double, to: Double)
  ) {
    let pieces = chart.stack(at: position)
    guard 2...6 ~= chart.series.count, pieces.count == chart.series.count else { return nil }
    var found: [Label] = []
    for piece in pieces {
      guard let lines = lines(chart.series[piece.series].name) else { return nil }
      let (a, b) = (value(piece.from), value(piece.to))
      found.append(
        Label(role: chart.series[piece.series].role, lines: lines, piece: min(a, b)...max(a, b), middle: 0))
    }
    found.sort { $0.target < $1.target }
    let places = found.map { placing($0.lines) }
    guard let (_, from, to) = places.first, places.reduce(0, { $0 + $1.length }) <= to - from else { return nil }
    let middles = spread(zip(found, places).map { ($0.target, $1.length) }, from: from, to: to)
    for (index, middle) in middles.enumerated() {
      found[index].middle = middle
      let reach = places[index].length / 2 + 24
      guard found[index].piece.lowerBound - reach...found[index].piece.upperBound + reach ~= middle else { return nil }
    }
    labels = found
  }

  static func sideWidth(_ canvas: Canvas) -> Double { canvas.size.isWide ? 150 : 106 }

  /// The room that the names take at the right of standing bars.
  static func sideRoom(_ chart: BoundChart, canvas: Canvas) -> Double {
    chart.series.map { canvas.widest(canvas.wrap($0.name, width: sideWidth(canvas), isBold: true), isBold: true) }.max()
      .map { tenth($0 + 16) } ?? 0
  }

  /// Above a bar whose upper edge is `y`.
  func draw(above y: Double, on canvas: inout Canvas) {
    for label in labels {
      let width = canvas.widest(label.lines, isBold: true)
      let x = min(max(label.middle, width / 2), canvas.size.width - width / 2)
      let foot = y - Self.headHeight + TextBox.ascent + TextBox.descent
      canvas.rule(.connector, x, foot + 0.5, label.target, y - 0.5)
      canvas.lines(
        label.lines, .series, x: x, y: y - Self.headHeight + TextBox.ascent, anchor: .middle, role: label.role,
        isBold: true)
    }
  }

  /// Beside a bar whose right edge is `x`.
  func draw(beside x: Double, on canvas: inout Canvas) {
    for label in labels {
      if !(label.piece ~= label.middle) {
        canvas.rule(.connector, x + 1, label.target, x + 12, label.middle)
      }
      let top = label.middle - Double(label.lines.count) * TextBox.lineHeight / 2
      canvas.lines(
        label.lines, .series, x: x + 14, y: top + TextBox.ascent + 0.8, role: label.role, isBold: true)
    }
  }
}

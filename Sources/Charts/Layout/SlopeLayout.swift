// SPDX-License-Identifier: MIT
import Figures

/// Lays out lines between two points of x: figures at the left, names and figures at the right, no axis.
struct SlopeLayout {
  let chart: BoundChart
  let spec: ChartSpec
  private let first: Int
  private let last: Int
  private let figures: ValueLabels
  private var canvas: Canvas

  init(_ chart: BoundChart, spec: ChartSpec, size: LayoutSize, language: Language) {
    self.chart = chart
    self.spec = spec
    (first, last) = (0, max(0, chart.positions.count - 1))
    canvas = Canvas(size: size, language: language)
    let measure = Measure(
      format: spec.format, unit: spec.unit?.text,
      largest: (chart.values + (spec.shared?.values ?? [])).map { abs($0) }.max() ?? 0, language: language)
    figures = ValueLabels(
      [chart.series.map(\.values[first]), chart.series.map(\.values[last])], spec: spec, measure: measure,
      canvas: canvas)
  }

  func layout() -> ChartLayout {
    var canvas = canvas
    let (starts, ends) = (labels(first, side: 0), labels(last, side: 1))
    let left = tenth(canvas.widest(starts.flatMap(\.lines), isBold: true) + 14)
    let right = tenth(canvas.size.width - canvas.widest(ends.flatMap(\.lines), isBold: true) - 14)
    let head = canvas.unitLine(figures.unitLine, below: 0)
    let headers = [first, last].map { canvas.wrap(chart.positions[$0].label, width: canvas.size.width / 2 - 8) }
    let top = head + Double(headers.map(\.count).max() ?? 1) * TextBox.lineHeight + 12
    let wanted = max(starts.reduce(0) { $0 + $1.height }, ends.reduce(0) { $0 + $1.height })
    let height = tenth(max(canvas.size.height, top + wanted + 16))
    let reach = chart.values + (spec.shared?.values ?? []) + (spec.includesZero == true ? [0] : [])
    let (low, high) = (reach.min() ?? 0, reach.max() ?? 1)
    let value = AxisScale(low: low, high: high, start: height - 14, end: top + 10)

    for (index, x) in [left, right].enumerated() {
      canvas.rule(.grid, x, top - 6, x, height)
      let width = canvas.widest(headers[index])
      let half = canvas.size.width / 2
      let middle =
        index == 0
        ? min(max(x, width / 2 + 0.1), half - 4 - width / 2)
        : max(min(x, 2 * half - width / 2 - 0.1), half + 4 + width / 2)
      canvas.lines(headers[index], .category, x: middle, y: head + TextBox.ascent, anchor: .middle)
    }
    for isGrey in [true, false] {
      for (rank, series) in chart.series.enumerated().reversed() where series.role.isGrey == isGrey {
        draw(series, rank, left: left, right: right, value, on: &canvas)
      }
    }
    for (labels, x, anchor) in [(starts, left - 9, TextBox.Anchor.end), (ends, right + 9, .start)] {
      let placed = EndLabels(labels: labels).targeting(value).placed(top: top, bottom: height)
      for (label, middle) in placed ?? [] {
        canvas.lines(
          label.lines, .series, x: x, y: middle - label.height / 2 + TextBox.ascent + 0.8, anchor: anchor,
          role: label.role, isBold: true)
      }
    }
    return ChartLayout(
      size: canvas.size, width: canvas.size.width, height: height, valueScale: value, valueTicks: [],
      marks: canvas.marks, texts: canvas.texts, hasLegend: false)
  }

  private func draw(
    _ series: Series, _ rank: Int, left: Double, right: Double, _ value: AxisScale, on canvas: inout Canvas
  ) {
    let start = series.values[first].map { Point(left, value($0)) }
    let end = last > first ? series.values[last].map { Point(right, value($0)) } : nil
    if let start, let end {
      canvas.line(series.role, kind: series.isProjected(last) ? .projected : .observed, runs: [[start, end]])
    }
    for case let point? in [start, end] {
      canvas.symbol(series.role, SymbolMark.shape(ofRank: rank), at: point, radius: 4)
    }
  }

  /// Figures at the left, and the names of lines that end there; names and figures at the right.
  private func labels(_ position: Int, side: Int) -> [EndLabels.Label] {
    let limit = canvas.size.isWide ? 200.0 : 112.0
    return chart.series.enumerated().compactMap { index, series in
      guard let value = series.values[position], side == 0 || last > first else { return nil }
      let isNamed = side == 1 || last == first || series.values[last] == nil
      let figure = figures.labels[side][index]
      var lines = isNamed ? canvas.wrap(series.name, width: limit, isBold: true) : []
      if let line = lines.last, canvas.width(line + " " + figure, isBold: true) <= limit {
        lines[lines.count - 1] = line + " " + figure
      } else {
        lines.append(figure)
      }
      return EndLabels.Label(series: index, role: series.role, lines: lines, target: value)
    }
  }
}

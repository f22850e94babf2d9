// SPDX-License-Identifier: MIT
import Figures

/// Lays out ranks over time: rank 1 on top, a figure at the ends of a line and where its rank is another, names at the
/// ends.
///
/// A narrow picture names the series at the right end, and at the left only those that are not there.
struct BumpLayout {
  let ranking: Ranking
  private var canvas: Canvas

  init(_ ranking: Ranking, size: LayoutSize, language: Language) {
    self.ranking = ranking
    canvas = Canvas(size: size, language: language)
  }

  private struct Name {
    let series: Int
    let lines: [String]
  }

  private static let radius = 10.5

  func layout() -> ChartLayout {
    var canvas = canvas
    let chart = ranking.chart
    let last = chart.positions.count - 1
    let isWide = canvas.size.isWide
    let atEnd = chart.series.indices.filter { last > 0 && ranking.places[$0][last] != nil }
    let atStart = chart.series.indices.filter { ranking.places[$0][0] != nil && (isWide || !atEnd.contains($0)) }
    let lefts = named(atStart, limit: isWide ? 160 : 90)
    let rights = named(atEnd, limit: isWide ? 160 : 110)
    // Panels leave room for the names of all series.
    let all = canvas.size.panel == nil ? rights : named(Array(chart.series.indices), limit: 110)
    let room = Self.radius + 6
    let left = tenth(
      max(
        canvas.widest(lefts.flatMap(\.lines), isBold: true) + (lefts.isEmpty ? 1 : 6) + Self.radius,
        canvas.widest(chart.positions.map(\.label)) <= 60 ? canvas.width(chart.positions[0].label) / 2 + 0.2 : 0))
    let right = tenth(
      max(
        left + 20,
        canvas.size.width - canvas.widest(all.flatMap(\.lines), isBold: true) - (all.isEmpty ? 1 : 6)
          - Self.radius))
    let numbers = chart.positions.map(\.number)
    let place = AxisScale(low: numbers.min() ?? 0, high: numbers.max() ?? 0, start: left, end: right)
    let tallest = (lefts + all).map { $0.lines.count }.max() ?? 1
    let pitch = max(isWide ? 31.0 : 28, Double(tallest) * TextBox.lineHeight + 3)
    let top = max(Self.radius, pitch / 2) + 1
    let base = tenth(top + Double(ranking.top - 1) * pitch + max(Self.radius, pitch / 2) + 4)
    let y = { (rank: Int) in tenth(top + Double(rank - 1) * pitch) }

    let order = chart.series.indices.reversed()
    let drawn = order.filter { chart.series[$0].role.isGrey } + order.filter { !chart.series[$0].role.isGrey }
    let figures = figures(place)
    for series in drawn {
      let role = chart.series[series].role
      let points = zip(chart.positions, ranking.places[series]).map { position, rank in
        rank.map { Point(place(position.number), y($0)) }
      }
      let strands = Strands(points, series: chart.series[series], curve: .linear)
      canvas.line(role, runs: strands.observed)
      for point in strands.lone { canvas.symbol(role, .circle, at: point, radius: 4) }
      for (position, point) in points.enumerated() where figures[series].contains(position) {
        guard let point else { continue }
        canvas.symbol(role, .circle, at: point, radius: Self.radius)
        canvas.text(
          String(ranking.ranks[series][position] ?? 0), .cell, x: point.x, y: point.y + 4.8, anchor: .middle, role: role
        )
      }
    }
    for one in lefts {
      draw(one, at: 0, x: left - room, y: y, anchor: .end, on: &canvas)
    }
    for one in rights {
      draw(one, at: last, x: right + room, y: y, anchor: .start, on: &canvas)
    }
    let step = (right - left) / Double(max(last, 1))
    let axis = PositionAxis(
      chart, canvas: canvas, room: right - left,
      all: canvas.widest(chart.positions.map(\.label)) + 6 <= step
    ) { number in place.low...place.high ~= number ? place(number) : nil }
    axis.draw(on: &canvas, base: base, hasTicks: true)
    return ChartLayout(canvas, height: base + axis.height, values: [1, Double(ranking.top)])
  }

  private func named(_ series: [Int], limit: Double) -> [Name] {
    series.map { Name(series: $0, lines: canvas.wrap(ranking.chart.series[$0].name, width: limit, isBold: true)) }
  }

  private func draw(
    _ name: Name, at position: Int, x: Double, y: (Int) -> Double, anchor: TextBox.Anchor, on canvas: inout Canvas
  ) {
    guard let rank = ranking.places[name.series][position] else { return }
    let first = y(rank) - Double(name.lines.count) * TextBox.lineHeight / 2 + TextBox.ascent + 0.8
    canvas.lines(
      name.lines, .series, x: x, y: first, anchor: anchor, role: ranking.chart.series[name.series].role, isBold: true)
  }

  /// Which points have a figure, by series: the ends of lines, those of the picture before others, and new ranks where
  /// points are far enough apart.
  private func figures(_ place: AxisScale) -> [Set<Int>] {
    let xs = ranking.chart.positions.map { place($0.number) }
    let last = xs.count - 1
    let order = [0] + (last > 0 ? [last] : []) + (1..<max(1, last))
    var shown = ranking.places.map { _ in Set<Int>() }
    var taken: [Int: [Double]] = [:]
    let hasRoom = zip(xs, xs.dropFirst()).allSatisfy { $1 - $0 >= Self.radius * 2 + 5 }
    for position in order {
      for (series, places) in ranking.places.enumerated() {
        guard let row = places[position] else { continue }
        let isEnd = position == 0 || position == last || places[position - 1] == nil || places[position + 1] == nil
        let isFree = (taken[row] ?? []).allSatisfy { abs($0 - xs[position]) >= Self.radius * 2 + 1 }
        guard isEnd || hasRoom && places[position - 1] != row, isFree else { continue }
        taken[row, default: []].append(xs[position])
        shown[series].insert(position)
      }
    }
    return shown
  }
}

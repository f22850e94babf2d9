// SPDX-License-Identifier: MIT
import Figures

/// Labels below a picture, for time, numbers or categories from left to right.
struct PositionAxis: Hashable, Sendable {
  struct Tick: Hashable, Sendable {
    let x: Double
    /// One line or more under each other.
    let lines: [String]
  }

  let ticks: [Tick]
  let height: Double

  /// - Parameters:
  ///   - room: The width that the positions are spread over.
  ///   - all: Whether every position has room for its own label.
  ///   - place: Takes a position's number to its x; nil where it has none.
  init(
    _ chart: BoundChart, canvas: Canvas, room: Double, all: Bool = false, isLogarithmic: Bool = false,
    place: (Double) -> Double?
  ) {
    let step = room / Double(max(chart.positions.count, 1))
    let isPanel = canvas.size.panel != nil
    let most = isPanel ? max(2, min(5, Int(room / 55))) : canvas.size.isWide ? 6 : 4
    let candidates: [Tick]
    switch chart.kind {
    case _ where all:
      let areYears = chart.kind == .time(.year)
      candidates = chart.positions.enumerated().compactMap { index, position in
        // 2013年, 2014, 2015: the word stands with the first.
        let year = index > 0 && areYears ? position.period.map { String($0.year) } : nil
        return place(position.number).map { Tick(x: $0, lines: [year ?? position.label]) }
      }
    case .time(let unit):
      candidates = Self.time(
        chart, unit: unit, most: isPanel ? most : canvas.size.isWide ? 8 : 5, canvas: canvas, room: room, place: place
      )
    case .number:
      let (low, high) = (chart.positions.first?.number ?? 0, chart.positions.last?.number ?? 0)
      let (round, places) = Self.numbers(low, high, most: most)
      let numbers = isLogarithmic ? logTicks(from: low, to: high, most: most) : round
      candidates = numbers.compactMap { number in
        place(number).map {
          let isExact = low == high || isLogarithmic
          return Tick(x: $0, lines: [isExact ? Cell.real(number).plain : plainNumber(number, places: places)])
        }
      }
    case .category:
      candidates = Self.categories(chart, step: step, canvas: canvas, place: place)
    }
    ticks = Self.free(candidates, canvas: canvas)
    let lines = ticks.map { $0.lines.count }.max() ?? 0
    height = lines == 0 ? 4 : 7 + Double(lines) * TextBox.lineHeight
  }

  /// Draws small ticks and labels below the base.
  func draw(on canvas: inout Canvas, base: Double, hasTicks: Bool) {
    for tick in ticks {
      if hasTicks { canvas.rule(.tick, tick.x, base, tick.x, base + 5) }
      for (index, line) in tick.lines.enumerated() {
        canvas.text(
          line, .tick, x: Self.clamped(tick.x, canvas.width(line), canvas.size.width),
          y: base + 6 + TextBox.ascent + Double(index) * TextBox.lineHeight, anchor: .middle)
      }
    }
  }

  /// Three to six round numbers, and their digits after the point. Where steps of 1, 2 and 5 give two or seven, they are
  /// multiples of 2.5.
  private static func numbers(_ low: Double, _ high: Double, most: Int) -> (ticks: [Double], places: Int) {
    if low == high { return ([low], 0) }
    for count in (1..<most).reversed() + [most, most + 1] {
      let ticks = Charts.ticks(from: low, to: high, count: count)
      if 3...6 ~= ticks.count { return (ticks, max(0, -TickStep(from: low, to: high, count: count).magnitude)) }
    }
    let fifth = TickStep(from: low, to: high, count: 25)
    let indexes = stride(from: (fifth.index(above: low) / 5).rounded(.up) * 5, through: fifth.index(below: high), by: 5)
    return (indexes.map(fifth.value), max(0, -fifth.magnitude))
  }

  private static func time(
    _ chart: BoundChart, unit: Period.Unit, most: Int, canvas: Canvas, room: Double, place: (Double) -> Double?
  ) -> [Tick] {
    guard let first = chart.positions.first?.period, let last = chart.positions.last?.period else { return [] }
    var count = most
    while true {
      let found = timeTicks(from: first, to: last, unit: unit, count: count, language: canvas.language)
        .compactMap { tick in place(tick.day).map { (x: $0, tick: tick) } }
      let widest = canvas.widest(found.map(\.tick.label))
      if count > 2, widest * Double(found.count) + 8 * Double(found.count - 1) > room {
        count -= 1
        continue
      }
      if canvas.size.panel != nil, found.count < 2, chart.positions.count > 1 {
        return ends(first, last, canvas: canvas, place: place)
      }
      guard !found.isEmpty else {
        let ends =
          chart.positions.count > 1
          ? [chart.positions[0], chart.positions[chart.positions.count - 1]] : chart.positions
        return ends.compactMap { end in place(end.number).map { Tick(x: $0, lines: [end.label]) } }
      }
      return found.map { x, tick in Tick(x: x, lines: [tick.label] + (tick.year.map { [$0] } ?? [])) }
    }
  }

  /// As many names, at even distances, as stand whole beside each other in three lines.
  private static func categories(
    _ chart: BoundChart, step: Double, canvas: Canvas, place: (Double) -> Double?
  ) -> [Tick] {
    let count = chart.positions.count
    var ticks: [Tick] = []
    for stride in 1...max(1, count) {
      let width = max(step * Double(stride) - 6, 40)
      let shown = chart.positions.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
      let lines = shown.map { canvas.wrap($0.label, width: width) }
      ticks = zip(shown, lines).compactMap { position, lines in
        place(position.number).map { Tick(x: $0, lines: lines) }
      }
      let areWhole = zip(shown, lines).allSatisfy { $1.count <= 3 && canvas.breaksNoWord($0.label, into: $1) }
      if areWhole, free(ticks, canvas: canvas).count == ticks.count { break }
    }
    return ticks
  }

  /// The first and the last period, where a panel has no room for ticks between them.
  private static func ends(_ first: Period, _ last: Period, canvas: Canvas, place: (Double) -> Double?) -> [Tick] {
    let isLong = last.firstDay - first.firstDay > 366 * 3
    return [first, last].compactMap { period in
      place(Double(period.firstDay)).map { x in
        let year = Period(unit: .year, year: period.year).axisText(in: canvas.language)
        let isYear = isLong || period.unit == .year
        return Tick(x: x, lines: isYear ? [String(period.year)] : [period.shortText(in: canvas.language), year])
      }
    }
  }

  /// The ticks whose labels stand free of those before them.
  private static func free(_ ticks: [Tick], canvas: Canvas) -> [Tick] {
    var kept: [Tick] = []
    var ends = [Double](repeating: -.infinity, count: 1)
    for tick in ticks {
      let spans = tick.lines.map { line -> (Double, Double) in
        let width = canvas.width(line)
        let middle = clamped(tick.x, width, canvas.size.width)
        return (middle - width / 2, middle + width / 2)
      }
      let isFree = spans.enumerated().allSatisfy { index, span in index >= ends.count || span.0 >= ends[index] + 6 }
      guard isFree, spans.allSatisfy({ $0.0 >= -0.05 && $0.1 <= canvas.size.width + 0.05 }) else { continue }
      kept.append(tick)
      for (index, span) in spans.enumerated() {
        if index < ends.count { ends[index] = span.1 } else { ends.append(span.1) }
      }
    }
    return kept
  }

  private static func clamped(_ x: Double, _ width: Double, _ limit: Double) -> Double {
    max(width / 2 + 0.1, min(x, limit - width / 2 - 0.1))
  }
}

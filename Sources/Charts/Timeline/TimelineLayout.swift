// SPDX-License-Identifier: MIT
import Figures

/// Lays out spans and events over an axis of time, in lanes: each with its date and text, in rows so that none meets
/// another.
struct TimelineLayout {
  let chart: TimelineEntries
  private let canvas: Canvas

  /// As many entries as have room for a text.
  private static let most = 40
  private static let barHeight = 8.0

  init(_ chart: TimelineEntries, size: LayoutSize, language: Language) {
    self.chart = chart
    canvas = Canvas(size: size, language: language)
  }

  func layout() -> ChartLayout {
    var canvas = canvas
    let names = chart.lanes.map { canvas.wrap($0.name, width: 116, isBold: true) }
    let others = canvas.widest(chart.otherLanes.flatMap { canvas.wrap($0, width: 116, isBold: true) }, isBold: true)
    let left = chart.hasLanes ? tenth(max(canvas.widest(names.joined(), isBold: true), 30, others) + 16) : 6
    let right = canvas.size.width - 8
    let isOpen = chart.isPanel || chart.entries.contains { $0.end == .open }
    let time = AxisScale(low: chart.from, high: chart.to, start: left, end: right - (isOpen ? 22 : 0))
    let axis = PositionAxis(chart.axis(in: canvas.language), canvas: canvas, room: right - left) { number in
      time.low...time.high ~= number ? time(number) : nil
    }
    let head = axis.height
    let hasLabel = chart.labelled(most: Self.most)
    var y = head
    var lanes: [(top: Double, bottom: Double, items: [Item], rest: [TimelineEntry])] = []
    for lane in chart.lanes.indices {
      let members = chart.entries.indices.filter { chart.entries[$0].lane == lane }
      var items: [Item] = []
      for index in members where hasLabel[index] {
        items.append(Item(chart.entries[index], time: time, left: left, right: right, canvas: canvas))
        items[items.count - 1].settle(among: items.dropLast())
      }
      let rest = members.filter { !hasLabel[$0] }.map { chart.entries[$0] }
      let height = max(
        (items.map { $0.top + $0.height }.max() ?? -4) + (rest.isEmpty ? 0 : 18),
        Double(names[lane].count) * TextBox.lineHeight)
      lanes.append((y + 9, y + 9 + height, items, rest))
      y += height + 18
    }
    for tick in axis.ticks { canvas.rule(.grid, tick.x, head, tick.x, y) }
    drawTicks(axis, on: &canvas)
    for (index, lane) in lanes.enumerated() {
      canvas.rule(index == 0 ? .baseline : .grid, 0, lane.top - 9, canvas.size.width, lane.top - 9)
      let role = chart.lanes[index].role
      if chart.hasLanes {
        canvas.lines(names[index], .series, x: 0, y: lane.top + TextBox.ascent, role: role, isBold: true)
      }
      for item in lane.items { item.draw(role, top: lane.top, on: &canvas) }
      drawRest(lane.rest, role, y: lane.bottom - 6, time, right: right, on: &canvas)
    }
    let hidden = lanes.reduce(0) { $0 + $1.rest.count }
    if hidden > 0 {
      canvas.text(Phrases(canvas.language).moreEntries(hidden), .date, x: left, y: y + TextBox.ascent)
      y += TextBox.lineHeight + 4
    }
    return ChartLayout(canvas, height: y)
  }

  private func drawTicks(_ axis: PositionAxis, on canvas: inout Canvas) {
    for tick in axis.ticks {
      for (index, line) in tick.lines.enumerated() {
        let half = canvas.width(line) / 2
        canvas.text(
          line, .tick, x: max(half + 0.1, min(tick.x, canvas.size.width - half - 0.1)),
          y: TextBox.ascent + Double(index) * TextBox.lineHeight, anchor: .middle)
      }
    }
  }

  /// What has no room for a text: its mark alone, once where several fall on one place.
  private func drawRest(
    _ rest: [TimelineEntry], _ role: ColorRole, y: Double, _ time: AxisScale, right: Double, on canvas: inout Canvas
  ) {
    for x in rest.filter({ !$0.isSpan }).map({ time($0.from).rounded() }).uniqued() {
      canvas.symbol(role, .diamond, at: Point(x, y), radius: 3)
    }
    let spans = rest.filter(\.isSpan).map { [time($0.from).rounded(), $0.to.map { time($0).rounded() } ?? right] }
    for span in spans.uniqued() {
      canvas.bar(role, x: span[0], y: y - 2, width: max(span[1] - span[0], 1), height: 4)
    }
  }

  /// An entry with its mark and text, and where they lie in its lane.
  struct Item {
    let entry: TimelineEntry
    let lines: [String]
    /// How many of the lines are its date.
    let dates: Int
    let mark: ClosedRange<Double>
    let textX: Double
    let anchor: TextBox.Anchor
    let extent: ClosedRange<Double>
    let height: Double
    var top = 0.0

    init(_ entry: TimelineEntry, time: AxisScale, left: Double, right: Double, canvas: Canvas) {
      self.entry = entry
      let limit = min(210, right - left - 24)
      let date = canvas.wrap(Phrases(canvas.language).span(of: entry), width: min(260, right - left - 24))
      lines = date + canvas.wrap(entry.text, width: limit)
      dates = date.count
      let width = canvas.widest(lines)
      let start = time(entry.from)
      let end = max(entry.to.map { time($0) } ?? right, entry.isSpan ? min(start + 2, right) : start)
      mark = min(start, end)...end
      height = Double(lines.count) * TextBox.lineHeight + (entry.isSpan ? TimelineLayout.barHeight + 3 : 0)
      if entry.isSpan {
        (textX, anchor) = (max(left, min(start, right - width)), .start)
        extent = min(textX, start)...max(textX + width, end)
      } else if start + 10 + width <= right || start - 10 - width < left {
        (textX, anchor) = (min(start + 10, right - width), .start)
        extent = min(start - 6, textX)...(textX + width)
      } else {
        (textX, anchor) = (start - 10, .end)
        extent = (start - 10 - width)...(start + 6)
      }
    }

    /// The uppermost place in the lane that is free.
    mutating func settle(among others: ArraySlice<Item>) {
      let near = others.filter {
        $0.extent.lowerBound < extent.upperBound + 12 && extent.lowerBound < $0.extent.upperBound + 12
      }
      let places = [0] + near.map { $0.top + $0.height + 7 }
      top =
        places.filter { place in near.allSatisfy { place >= $0.top + $0.height + 7 || place + height + 7 <= $0.top } }
        .min() ?? 0
    }

    func draw(_ role: ColorRole, top lane: Double, on canvas: inout Canvas) {
      let y = lane + top
      var first = y + TextBox.ascent
      if entry.isSpan {
        first += TimelineLayout.barHeight + 3
        let width = mark.upperBound - mark.lowerBound
        let isOpen = entry.end == .open
        canvas.bar(
          role, x: mark.lowerBound, y: y, width: max(isOpen ? width - 9 : width, 0), height: TimelineLayout.barHeight)
        if isOpen { canvas.arrowHead(role, x: mark.upperBound, y: y + TimelineLayout.barHeight / 2, isDown: false) }
      } else {
        canvas.symbol(role, .diamond, at: Point(mark.lowerBound, y + 7.5), radius: 5)
      }
      canvas.lines(Array(lines.prefix(dates)), .date, x: textX, y: first, anchor: anchor)
      canvas.lines(
        Array(lines.dropFirst(dates)), .place, x: textX, y: first + Double(dates) * TextBox.lineHeight, anchor: anchor)
    }
  }
}

extension Canvas {
  /// The point of a bar that goes on, which ends at (x, y).
  mutating func arrowHead(_ role: ColorRole, x: Double, y: Double, isDown: Bool) {
    let outline =
      isDown
      ? [Point(x - 6, y - 9), Point(x + 6, y - 9), Point(x, y)]
      : [Point(x - 9, y - 6), Point(x - 9, y + 6), Point(x, y)]
    area(role, .solid, outlines: [outline])
  }
}

extension TimelineEntries {
  /// The first and the last day as positions of an axis.
  func axis(in language: Language) -> BoundChart {
    let ends = [from, to].uniqued().map { day in
      let period = Period(day: Int(day))
      return Position(key: period.iso, label: period.text(in: language), number: day, period: period, role: nil)
    }
    return BoundChart(kind: .time(.day), positions: ends, series: [], xTitle: "", yTitle: "")
  }
}

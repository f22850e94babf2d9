// SPDX-License-Identifier: MIT
import Figures

/// Lays out a timeline for phones: entries below each other in the order of time, along an upright line with a head for
/// each year.
struct TimelineList {
  let chart: TimelineEntries
  private let canvas: Canvas

  /// As many entries as a reader scrolls through.
  private static let most = 30
  private static let lineX = 7.0
  private static let textX = 24.0

  init(_ chart: TimelineEntries, size: LayoutSize, language: Language) {
    self.chart = chart
    canvas = Canvas(size: size, language: language)
  }

  func layout() -> ChartLayout {
    var draft = canvas
    let (lines, height) = draw(on: &draft)
    // The line first, below the marks.
    var canvas = canvas
    for line in lines { canvas.rule(.grid, Self.lineX, line.lowerBound, Self.lineX, line.upperBound) }
    _ = draw(on: &canvas)
    return ChartLayout(canvas, height: height)
  }

  /// - Returns: The pieces of the time line, and the height.
  private func draw(on canvas: inout Canvas) -> (lines: [ClosedRange<Double>], height: Double) {
    let phrases = Phrases(canvas.language)
    let hasLabel = chart.labelled(most: Self.most)
    let shown = chart.entries.indices.filter { hasLabel[$0] }.map { chart.entries[$0] }
    var lines: [ClosedRange<Double>] = []
    var (y, top) = (0.0, 0.0)
    var year: Int?
    for entry in shown {
      if entry.start.unit != .year, entry.start.year != year {
        if year != nil {
          lines.append(top...y)
          y += 4
        }
        let head = Period(unit: .year, year: entry.start.year).axisText(in: canvas.language)
        canvas.text(head, .category, x: 0, y: y + TextBox.ascent)
        y += TextBox.lineHeight + 5
        (top, year) = (y, entry.start.year)
      }
      y = draw(entry, at: y, phrases, on: &canvas) + 9
    }
    lines.append(top...max(top, y - 9))
    let hidden = chart.entries.count - shown.count
    if hidden > 0 {
      let rest = canvas.wrap(phrases.moreEntries(hidden), width: canvas.size.width - Self.textX)
      canvas.lines(rest, .date, x: Self.textX, y: y + TextBox.ascent)
      y += Double(rest.count) * TextBox.lineHeight + 9
    }
    return (lines, y - 5)
  }

  /// - Returns: The lower edge.
  private func draw(_ entry: TimelineEntry, at top: Double, _ phrases: Phrases, on canvas: inout Canvas) -> Double {
    let lane = chart.lanes[entry.lane]
    let width = canvas.size.width - Self.textX
    var y = top
    let date = phrases.shortSpan(of: entry)
    var dateX = Self.textX
    if chart.hasLanes, !lane.name.isEmpty {
      let lines = canvas.wrap(lane.name, width: width, isBold: true)
      canvas.lines(lines, .series, x: Self.textX, y: y + TextBox.ascent, role: lane.role, isBold: true)
      dateX = Self.textX + canvas.width(lines[lines.count - 1], isBold: true) + 8
      let fits = dateX + canvas.width(date) <= canvas.size.width
      if !fits { dateX = Self.textX }
      y += Double(lines.count - (fits ? 1 : 0)) * TextBox.lineHeight
    }
    let dates = canvas.wrap(date, width: canvas.size.width - dateX)
    canvas.lines(dates, .date, x: dateX, y: y + TextBox.ascent)
    y += Double(dates.count) * TextBox.lineHeight
    let lines = canvas.wrap(entry.text, width: width)
    canvas.lines(lines, .place, x: Self.textX, y: y + TextBox.ascent)
    y += Double(lines.count) * TextBox.lineHeight
    if entry.isSpan {
      let isOpen = entry.end == .open
      canvas.bar(lane.role, x: Self.lineX - 3.5, y: top + 2, width: 7, height: y - top - (isOpen ? 9 : 2))
      if isOpen { canvas.arrowHead(lane.role, x: Self.lineX, y: y + 2, isDown: true) }
    } else {
      canvas.symbol(lane.role, .diamond, at: Point(Self.lineX, top + 7.5), radius: 5)
    }
    return y
  }
}

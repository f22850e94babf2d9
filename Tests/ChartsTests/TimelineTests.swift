// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("timelines")
struct TimelineTests {
  typealias Row = (start: Cell, end: String, lane: String, text: String)

  static func sample(_ rows: [Row], _ more: String = "series: s") -> Sample {
    Sample(
      name: "",
      yaml:
        "id: a\ntype: timeline\ndata: t\nx: x\nend: e\nlabel: l\ntitle: A finding\nsubtitle: A measure\n\(more)",
      columns: columns("x", "e", "s", "l"),
      rows: rows.map { [$0.start, $0.end.isEmpty ? .null : .text($0.end), .text($0.lane), .text($0.text)] })
  }

  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let maybe = sample.drawn(language, &diagnostics)
    let drawn = try #require(maybe, "\(diagnostics)")
    #expect(!diagnostics.hasErrors)
    for layout in drawn.layouts {
      #expect(overlaps(layout) == [])
      for bar in bars(layout) {
        #expect(bar.x >= 0 && bar.right <= layout.width + 0.05 && bar.y >= 0 && bar.bottom <= layout.height)
        #expect(bar.width >= 0 && bar.height >= 0)
      }
      for symbol in symbols(layout) { #expect(0...layout.width ~= symbol.x && 0...layout.height ~= symbol.y) }
    }
    return drawn
  }

  private func bars(_ layout: ChartLayout) -> [Box] {
    layout.marks.compactMap { if case .bar(let bar) = $0 { bar.box } else { nil } }
  }

  private func symbols(_ layout: ChartLayout) -> [Point] {
    layout.marks.compactMap { if case .symbol(let symbol) = $0 { symbol.center } else { nil } }
  }

  @Test("a span begins and ends where its days lie, an event is a diamond, and what is open ends in a point")
  func places() throws {
    let chart = try drawn(
      Self.sample([
        (.text("2024-01-01"), "2024-07-01", "a", "first half"), (.text("2024-01-01"), "2024-12-30", "a", "nearly all"),
        (.text("2024-12-30"), "", "a", "event"), (.text("2024-07-01"), "open", "a", "goes on"),
      ]))
    let wide = bars(chart.layouts[0])
    #expect(wide.count == 3)
    #expect(abs(wide[0].width / wide[1].width - 182.0 / 364) < 0.01)
    #expect(symbols(chart.layouts[0]).count == 1)
    let points = chart.layouts.map { layout in
      layout.marks.compactMap { if case .area(let area) = $0 { area.outlines[0].map(\.x).max() } else { nil } }
    }
    #expect(points[0] == [752] && points[1].count == 1)
  }

  @Test("on a phone entries stand below each other in the order of time, under heads for years")
  func list() throws {
    let rows: [Row] = [
      (.text("2026-02-20"), "", "CHN", "c"), (.text("2025-04-09"), "2026-01-05", "JPN", "b"),
      (.text("2025-02-04"), "2025-02-09", "CHN", "a"),
    ]
    let texts = try drawn(Self.sample(rows)).layouts[1].texts.map(\.text)
    #expect(
      texts == [
        "2025", "China", "4 Feb – 9 Feb", "a", "Japan", "9 Apr – 5 Jan 2026", "b", "2026", "China", "20 Feb", "c",
      ])
    let korean = try drawn(Self.sample(rows), .korean).layouts[1].texts.map(\.text)
    #expect(korean[5] == "4월 9일~2026년 1월 5일" && korean[0] == "2025년")
  }

  @Test("the end of a month, quarter or year is its last day")
  func lastDays() {
    let days = ["2024", "2024-H2", "2024-Q4", "2024-12", "2024-12-31"].map { Period($0)?.lastDay }
    #expect(days == Array(repeating: Period("2024-12-31")?.firstDay, count: 5))
    #expect(Period("2024-02")?.lastDay == Period("2024-02-29")?.firstDay)
  }

  @Test("words tell each entry in its order, in the reader's language")
  func words() throws {
    let rows: [Row] = [(.text("2026-02"), "open", "ALL", "Surcharge"), (.integer(2025), "2026-01", "CHN", "Truce")]
    #expect(
      try drawn(Self.sample(rows)).description
        == "Timeline. A measure. From 2025 to February 2026: 2 spans in 2 lanes (ALL, China). 2025 to January 2026, China: Truce. Since February 2026, ALL: Surcharge."
    )
    #expect(try drawn(Self.sample(rows), .chinese).description.contains("2026年2月起（ALL）：Surcharge。"))
    let data = try drawn(Self.sample(rows), .japanese).data
    #expect(
      data.rows.map { $0.map(\.text) } == [
        ["2025年", "2026年1月", "中国", "Truce"], ["2026年2月", "継続中", "ALL", "Surcharge"],
      ])
    #expect(String(decoding: data.csv, as: UTF8.self).hasPrefix("x,e,s,l\r\n2026-02,open,ALL,Surcharge\r\n"))
  }

  @Test(
    "what is no entry is said at its key",
    arguments: [
      ([], "", "chart-no-rows", "the chart's data has no rows", 12),
      ([(.null, "", "a", "t")], "", "chart-x-missing", "row 1 of the chart's data has no 'x'", 13),
      ([(.text("soon"), "", "a", "t")], "", "chart-timeline-date", "'soon' is no period", 13),
      ([(.text("2024"), "never", "a", "t")], "", "chart-timeline-date", "'never' is no period", 14),
      (
        [(.text("2024-05-02"), "2024-05-01", "a", "t")], "", "chart-timeline-order",
        "2024-05-01 ends before 2024-05-02 begins", 14
      ),
      (
        [(.text("2024"), "", "a", "t"), (.text("2024"), "", "b", "t")], "", "chart-duplicate",
        "'t' comes twice, from 2024", 15
      ),
      ([(.text("2024"), "", "a", "t")], "y: s", "chart-key", "'type: timeline' has no 'y'", 18),
      ([(.text("2024"), "", "a", "t")], "from: s", "chart-key", "'type: timeline' has no 'from'", 18),
      ([(.text("2024"), "", "a", "t")], "series: lane", "chart-column", "the chart's data has no column 'lane'", 18),
    ] as [([Row], String, String, String, Int)])
  func faults(rows: [Row], more: String, rule: String, message: String, line: Int) {
    var diagnostics: [Diagnostic] = []
    _ = Self.sample(rows, more).drawn(.english, &diagnostics)
    #expect(diagnostics.map(\.rule) == [rule])
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.first?.place.line == line)
  }

  @Test("one entry, and entries of one day, are drawn")
  func degenerate() throws {
    for rows in [[(.text("2024-05-02"), "", "a", "t")], [(.text("2024-05-02"), "2024-05-02", "a", "t")]] as [[Row]] {
      #expect(try drawn(Self.sample(rows)).layouts[0].texts.contains { $0.text == "t" })
    }
    let same = (0..<6).map { (Cell.text("2024-05-02"), "", "a", "event \($0)") }
    let texts = try drawn(Self.sample(same)).layouts[0].texts
    #expect((0..<6).allSatisfy { index in texts.contains { $0.text == "event \(index)" } })
  }

  @Test("ten thousand rows keep the texts of the first, and say how many more the table has")
  func many() throws {
    let rows = (0..<10_000).map { index -> Row in
      let end = index % 2 == 0 ? "" : Period(day: 10_000 + index + index % 300).iso
      return (.text(Period(day: 10_000 + index).iso), end, "CHN", "entry \(index)")
    }
    let chart = try drawn(Self.sample(rows))
    #expect(chart.layouts[0].texts.contains { $0.text == "9960 more are in the table." })
    #expect(chart.layouts[1].texts.contains { $0.text == "9970 more are in the table." })
    #expect(chart.layouts.allSatisfy { layout in layout.texts.contains { $0.text == "entry 0" } })
    #expect(chart.data.rows.count == 10_000)
    #expect("\(chart.narrow)".utf8.count < 20_000)
  }

  @Test(
    "sixty lanes, long names, right-to-left text and emoji are whole, apart and inside", arguments: Language.allCases)
  func lanes(language: Language) throws {
    let long = Array(repeating: "semiconductors", count: 20).joined(separator: " ")
    let texts = [long, "صادرات كوريا", "😀🇰🇷 e\u{301}", String(repeating: "貿易統計", count: 75), "W"]
    let rows = (0..<60).map { (Cell.integer(1960 + $0), "", "lane \($0) \(texts[($0 + 1) % 5])", texts[$0 % 5]) }
    var diagnostics: [Diagnostic] = []
    _ = Self.sample(rows).drawn(language, &diagnostics)
    #expect(diagnostics.map(\.rule) == ["chart-timeline-lanes"])
    let wide = try drawn(Self.sample(rows), language).layouts[0]
    #expect(wide.texts.contains { $0.text == "صادرات كوريا" })
  }

  @Test(
    "random spans and events in every language are drawn without a text that meets another",
    arguments: Language.allCases)
  func random(language: Language) throws {
    var random = SeededNumbers(seed: 11)
    let words = ["Korea", "Machinery and electrical equipment", "半導体製造装置、集積回路（その他）", "한국 수출입 통계", "W", "😀"]
    for round in 0..<80 {
      let count = 1 + Int(random.unit() * 30)
      let rows = (0..<count).map { index -> Row in
        let day = 15_000 + Int(random.unit() * Double([10, 400, 9000][round % 3]))
        let kind = random.unit()
        let end = kind < 0.4 ? "" : kind < 0.5 ? "open" : Period(day: day + Int(random.unit() * 500)).iso
        let text = (0...Int(random.unit() * 6)).map { _ in words[Int(random.unit() * Double(words.count))] }
        return (
          .text(Period(day: day).iso), end, ["CHN", "JPN", "KOR", "Everybody else who trades"][Int(random.unit() * 4)],
          "\(index) " + text.joined(separator: " ")
        )
      }
      _ = try drawn(Self.sample(rows, round % 4 == 0 ? "" : "series: s"), language)
    }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("rank charts")
struct BumpTests {
  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let maybe = sample.drawn(language, &diagnostics)
    return try #require(maybe, "\(diagnostics)")
  }

  private func many(_ count: Int, years: Int = 3) -> [[Cell]] {
    var rows: [[Cell]] = []
    for year in 0..<years {
      for index in 0..<count {
        rows.append([.integer(2000 + year), .text("s\(index)"), .integer((index * 7 + year * 3) % count)])
      }
    }
    return rows
  }

  @Test("equal values share a rank, stand beside each other, and are named in a note")
  func ties() throws {
    let chart = try drawn(Samples.bump(.english))
    #expect(chart.note == "China and United States share rank 1 in 2021.")
    #expect(chart.data.rows[1].map(\.text)[1] == "1 ($90 billion)")
    for layout in chart.layouts { #expect(overlaps(layout) == []) }
    let figures = chart.layouts[0].texts.filter { $0.kind == .cell }
    #expect(figures.count == 5 * 4 + 3 + 3)
    #expect(Set(figures.map { "\($0.x) \($0.y)" }).count == figures.count)
  }

  @Test("a line begins where a series enters and ends where it leaves")
  func enters() throws {
    let chart = try drawn(Samples.bump(.english))
    #expect(chart.description.contains("New since the start: Vietnam. No longer there at the end: Hong Kong."))
    let wide = chart.layouts[0].texts.filter { $0.kind == .series }.map(\.text)
    #expect(
      wide.count { $0 == "Vietnam" } == 1 && wide.count { $0 == "Hong Kong" } == 1 && wide.count { $0 == "China" } == 2)
    let narrow = chart.layouts[1].texts.filter { $0.kind == .series }.map(\.text)
    #expect(narrow.count { $0 == "China" } == 1 && narrow.contains("Hong Kong"))
  }

  @Test("of many series the first ten are shown, or as many as 'top' says, and the note tells it")
  func top() throws {
    let sixty = try drawn(BindTests.sample(many(60), type: "bump"))
    #expect(sixty.note?.hasPrefix("The first 10 of 60 at each date.") == true)
    let four = try drawn(BindTests.sample(many(60), type: "bump", more: "series: s\ntop: 4")).layouts[0]
    #expect(Set(four.texts.filter { $0.kind == .cell }.map(\.text)) == ["1", "2", "3", "4"])
    #expect(try drawn(BindTests.sample(many(12), type: "bump")).note == nil)
  }

  @Test("'sort: -value' gives rank 1 to the smallest")
  func smallest() throws {
    let rows: [[Cell]] = [
      [.integer(2000), .text("a"), .integer(3)], [.integer(2000), .text("b"), .integer(1)],
      [.integer(2001), .text("a"), .integer(3)], [.integer(2001), .text("b"), .integer(1)],
    ]
    let first = { (more: String) in
      try self.drawn(BindTests.sample(rows, type: "bump", more: more)).description.contains("1 b, 2 a")
    }
    #expect(try !first("series: s"))
    #expect(try first("series: s\nsort: -value"))
  }

  @Test("where points are close, figures stand at the ends of lines only")
  func close() throws {
    let narrow = try drawn(BindTests.sample(many(4, years: 30), type: "bump")).layouts[1]
    #expect(narrow.texts.count { $0.kind == .cell } == 8)
  }

  @Test(
    "the words say the order at the end and each way to it",
    arguments: [
      (
        Language.english,
        "In 2024: 1 United States, 2 China, 3 South Korea, 4 Japan, 5 Vietnam. China: rank 1 in 2020, rank 2 in 2024. South Korea: rank 4 in 2020, rank 3 in 2024. United States: rank 2 in 2020, rank 1 in 2024."
      ),
      (.japanese, "2024年の順位は1位米国、2位中国、3位韓国、4位日本、5位ベトナム。中国は2020年の1位から2024年の2位へ。"),
      (.korean, "2024년 순위: 1위 미국, 2위 중국, 3위 한국, 4위 일본, 5위 베트남. 중국: 2020년 1위에서 2024년 2위로."),
      (.chinese, "2024年排名：第1位美国、第2位中国、第3位韩国、第4位日本、第5位越南。中国从2020年的第1位变为2024年的第2位。"),
    ])
  func words(language: Language, expected: String) throws {
    #expect(try drawn(Samples.bump(language), language).description.contains(expected))
  }

  @Test("what has no rank is said at its key")
  func faults() {
    func rules(_ rows: [[Cell]], _ more: String) -> [String] {
      var diagnostics: [Diagnostic] = []
      _ = BindTests.sample(rows, type: "bump", more: "title: A finding\nsubtitle: A measure\n\(more)")
        .drawn(.english, &diagnostics)
      return diagnostics.map { "\($0.rule) \($0.place.line)" }
    }
    #expect(rules(many(1), "") == ["chart-bump-series 14"])
    #expect(rules(many(3), "series: s\ntransform: rank") == ["chart-transform 18"])
    #expect(rules(many(3), "series: s\ntop: 1") == ["chart-top 18"])
    #expect(rules(many(3), "series: s\ntop: all") == ["settings-type 18"])
    #expect(rules(many(3), "series: s\nhighlight: [x]") == ["chart-highlight 18"])
  }
}

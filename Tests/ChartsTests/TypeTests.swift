// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("types of charts")
struct TypeTests {
  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let drawn = sample.drawn(language, &diagnostics)
    return try #require(drawn, "\(diagnostics)")
  }

  private func rules(_ rows: [[Cell]], type: String, more: String) -> [String] {
    var diagnostics: [Diagnostic] = []
    _ = BindTests.sample(rows, type: type, more: "title: A finding\nsubtitle: A measure\n\(more)")
      .drawn(.english, &diagnostics)
    return diagnostics.map(\.rule)
  }

  private func row(_ year: Int, _ series: String, _ value: Double?) -> [Cell] {
    [.integer(year), .text(series), value.map { .real($0) } ?? .null]
  }

  private func lines(_ layout: ChartLayout, _ kind: LineMark.Kind) -> [[Point]] {
    layout.marks.flatMap { if case .line(let line) = $0, line.kind == kind { line.runs } else { [[Point]]() } }
  }

  @Test("a stepped line is level from each value to the next, and holds the last one to the end")
  func steps() throws {
    let layout = try drawn(Samples.steps(.english)).layouts[0]
    for run in lines(layout, .observed) + lines(layout, .projected) {
      for (a, b) in zip(run, run.dropFirst()) { #expect(a.x == b.x || a.y == b.y) }
    }
    let end = try #require(lines(layout, .projected).last?.last)
    #expect(end.x == lines(layout, .projected).joined().map(\.x).max())
    #expect(end.y == layout.valueScale(0.142))
  }

  @Test("on a stepped line a value holds where a row is missing, and a missing value is a gap")
  func holds() throws {
    let rows = [row(2000, "a", 1), row(2001, "b", 5), row(2002, "a", nil), row(2002, "b", 6), row(2003, "a", 2)]
    let data = try drawn(BindTests.sample(rows, more: "series: s\ncurve: step")).data
    #expect(data.rows.map { $0[1].text } == ["1", "1", "–", "2"])
  }

  @Test("observations are solid, projections dashed, and words say where they begin")
  func projections() throws {
    let rows = [row(2000, "", 1), row(2001, "", 2), row(2002, "", 3), row(2003, "", 4)]
    let chart = try drawn(BindTests.sample(rows, more: "dashed: x >= 2002"))
    #expect(lines(chart.layouts[0], .observed).map(\.count) == [2])
    #expect(lines(chart.layouts[0], .projected).map(\.count) == [3])
    #expect(chart.description.contains("Values from 2002 on are projections."))
    let bars = try drawn(Samples.projection(.korean), .korean)
    #expect(bars.layouts[0].marks.count { if case .bar(let bar) = $0 { bar.isProjected } else { false } } == 2)
    #expect(bars.description.contains("2026년부터는 전망치."))
  }

  @Test(
    "a comparison says which rows are projections",
    arguments: [("x > 2001", 2002), ("x < 2001", 2000), ("x = 2001", 2001), ("x <= 2000", 2000)])
  func comparisons(text: String, expected: Int) throws {
    let table = ChartTable(columns: columns("x"), rows: [])
    let projection = try Projection(PlacedText(text, at: Place("p.md", line: 1, column: 1)), x: 0, table: table)
    #expect((2000...2002).filter { projection.holds([.integer($0)]) } == [expected])
  }

  @Test("parts of a hundred end at one, and the file keeps the values")
  func shares() throws {
    let chart = try drawn(Samples.areaShares(.english))
    #expect(chart.layouts[0].valueScale.high == 1)
    #expect(chart.data.rows[0].dropFirst().map(\.text) == ["63.5%", "25.4%", "11.1%"])
    #expect(String(decoding: chart.data.csv, as: UTF8.self).contains("2013,1200000000000,480000000000,210000000000"))
  }

  @Test("a stack of areas breaks where one of its values is missing")
  func brokenStack() throws {
    let rows = (0..<5).flatMap { [row(2000 + $0, "a", 1), row(2000 + $0, "b", $0 == 2 ? nil : 2)] }
    let areas = try drawn(BindTests.sample(rows, type: "area", more: "series: s")).layouts[0].marks.compactMap {
      if case .area(let area) = $0 { area.outlines.count } else { nil }
    }
    #expect(areas == [2, 2])
  }

  @Test("a value to compare with is inside the axis and in the description")
  func references() throws {
    let chart = try drawn(
      BindTests.sample([row(2000, "", 1), row(2001, "", 2)], more: "references: {y: 9, text: Peak}"))
    #expect(chart.layouts[0].valueScale.high >= 9)
    #expect(chart.layouts.allSatisfy { $0.texts.contains { $0.text == "Peak" } })
    #expect(chart.description.contains("Marked: Peak (9)."))
  }

  @Test("what a type cannot show is said at its key")
  func limits() {
    let two = [row(2000, "a", 1), row(2000, "b", -2), row(2001, "a", 3), row(2001, "b", 4)]
    #expect(rules(two, type: "area", more: "series: s") == ["chart-area-negative"])
    #expect(rules(two, type: "area", more: "series: s\nstack: false") == ["chart-area-overlap"])
    #expect(rules(two, type: "bar", more: "series: s\nstack: percent") == ["chart-stack-negative"])
    #expect(rules(Array(two[0...1]), type: "slope", more: "series: s") == ["chart-slope-points"])
    #expect(rules(Array(two[0...0]), type: "dumbbell", more: "") == ["chart-dumbbell-series"])
    #expect(
      rules([row(2000, "a", 1), row(2001, "b", 1)], type: "area", more: "series: s") == ["chart-area-missing"])
    #expect(rules(two, type: "line", more: "series: s\ndashed: nothing") == ["chart-dashed"])
    #expect(rules(two, type: "line", more: "series: s\nuntil: 2005") == ["chart-until"])
    #expect(
      rules(two, type: "line", more: "series: s\nreferences: {from: 1990, to: 1991, text: t}")
        == ["chart-reference-outside"])
    #expect(rules(two, type: "line", more: "series: s\nreferences: {from: 1990, text: t}") == ["settings-missing"])
    #expect(rules(two, type: "slope", more: "series: s\nreferences: {y: 1, text: t}") == ["chart-reference-unused"])
  }

  @Test("one value, equal values and zeros are drawn", arguments: ["area", "slope", "dumbbell"])
  func degenerate(type: String) throws {
    for values in [[5.0], [5, 5], [0, 0, 0], [1e17, 1e-7]] {
      let rows = values.enumerated().map { row(2000 + $0.offset, "", $0.element) }
      for layout in try drawn(BindTests.sample(rows, type: type)).layouts {
        #expect(overlaps(layout) == [])
        #expect(!layout.marks.isEmpty)
      }
    }
  }
}

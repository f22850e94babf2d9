// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("small multiples")
struct FacetTests {
  private func sample(_ rows: [[Cell]], type: String = "line", more: String = "") -> Sample {
    Sample(
      name: "",
      yaml: "id: a\ntype: \(type)\ndata: t\nx: x\ny: y\nfacet: f\ntitle: A finding\nsubtitle: A measure\n\(more)",
      columns: columns("f", "x", "s", "y"), rows: rows)
  }

  private func rows(_ panels: [String], _ values: [Double], times: Bool = true) -> [[Cell]] {
    panels.enumerated().flatMap { rank, panel in
      values.enumerated().map { index, value -> [Cell] in
        [
          .text(panel), times ? .integer(2000 + index) : .text("c\(index)"), .text("s"),
          .real(value * Double(rank + 1)),
        ]
      }
    }
  }

  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let drawn = sample.drawn(language, &diagnostics)
    #expect(diagnostics == [])
    for layout in drawn?.layouts ?? [] { #expect(overlaps(layout) == []) }
    return try #require(drawn, "\(diagnostics)")
  }

  private func faults(_ sample: Sample) -> [String] {
    var diagnostics: [Diagnostic] = []
    _ = sample.drawn(.english, &diagnostics)
    return diagnostics.map { "\($0.rule) \($0.place.line): \($0.message)" }
  }

  private func panels(_ layout: ChartLayout) -> [PanelMark] {
    layout.marks.compactMap { if case .panel(let panel) = $0 { panel } else { nil } }
  }

  @Test("every panel has the same scale, in width and in height")
  func scales() throws {
    let chart = try drawn(sample(rows(["a", "b", "c", "d", "e"], [1, 2, 3])))
    for layout in chart.layouts {
      let runs = panels(layout).compactMap { panel in
        panel.marks.compactMap { if case .line(let line) = $0 { line.runs[0] } else { nil } }.first
      }
      #expect(runs.count == 5)
      let widths = runs.map { ($0[2].x - $0[0].x) }
      #expect(widths.allSatisfy { abs($0 - widths[0]) < 0.25 }, "\(widths)")
      let rises = runs.map { $0[0].y - $0[2].y }
      for (rank, rise) in rises.enumerated() { #expect(abs(rise - rises[0] * Double(rank + 1)) < 0.8) }
    }
    #expect(panels(chart.layouts[0]).map(\.origin.y).filter { $0 == panels(chart.layouts[0])[0].origin.y }.count == 3)
    #expect(panels(chart.layouts[1]).map(\.origin.y).filter { $0 == panels(chart.layouts[1])[0].origin.y }.count == 2)
  }

  @Test("bars that lie have one scale too, and the same order of rows")
  func bars() throws {
    var mixed = rows(["a", "b"], [3, 1, 2], times: false)
    mixed.append([.text("b"), .text("c3"), .text("s"), .real(9)])
    let layout = try drawn(sample(mixed, type: "bar")).layouts[0]
    let boxes = panels(layout).map { panel in
      panel.marks.compactMap { if case .bar(let bar) = $0 { bar.box } else { nil } }
    }
    #expect(boxes.map(\.count) == [3, 4])
    for (first, second) in zip(boxes[0], boxes[1]) {
      #expect(abs(second.width - 2 * first.width) < 0.5 && first.y == second.y)
    }
  }

  @Test("figures stand at the left, periods below, and panels are named in a colour of their own")
  func labels() throws {
    let layout = try drawn(sample(rows(["CHN", "JPN", "KOR", "USA"], [1, 2, 3]))).layouts[0]
    #expect(
      layout.texts.filter { $0.kind == .panel }.map(\.text) == ["China", "Japan", "South Korea", "United States"])
    #expect(layout.texts.filter { $0.text == "10" }.map(\.x) == [0, 0])
    #expect(layout.texts.filter { $0.text == "2000" }.count == 2)
    let roles = panels(layout).flatMap { panel in
      panel.marks.compactMap { if case .line(let line) = $0 { line.role } else { nil } }
    }
    #expect(roles == Country.allCases.map(ColorRole.country))
    let marked = try drawn(sample(rows(["CHN", "JPN", "KOR"], [1, 2]), more: "highlight: [JPN]")).layouts[0]
    let shown = panels(marked).flatMap { panel in
      panel.marks.compactMap { if case .line(let line) = $0 { line.role } else { nil } }
    }
    #expect(shown == [.grey(2), .country(.japan), .grey(2)])
  }

  @Test("a series that a panel lacks keeps its shape, place and name in the others, and a transform leaves it alone")
  func lacking() throws {
    var two = rows(["a", "b"], [1, 2, 3])
    two += [[.text("b"), .integer(2001), .text("t"), .real(5)], [.text("b"), .integer(2002), .text("t"), .real(6)]]
    let chart = try drawn(sample(two, more: "series: s\ntransform: index(2001)"))
    #expect(chart.layouts[0].texts.filter { $0.kind == .legend }.map(\.text) == ["s", "t"])
    #expect(chart.data.headers == ["f", "x", "s", "t"])
    #expect(chart.data.rows.map { $0.map(\.text).joined(separator: " ") }.last == "b 2002 150 120")
  }

  @Test("the table and the file have the panel's name before each row")
  func data() throws {
    let data = try drawn(sample(rows(["a, \"b\"", "c"], [1, 2]))).data
    #expect(
      String(decoding: data.csv, as: UTF8.self)
        == "f,x,y\r\n\"a, \"\"b\"\"\",2000,1\r\n\"a, \"\"b\"\"\",2001,2\r\nc,2000,2\r\nc,2001,4\r\n")
    #expect(data.rows.map(\.count) == [3, 3, 3, 3])
  }

  @Test(
    "words name each panel",
    arguments: [
      (
        Language.english,
        "Small multiples: line chart. A measure. 2 panels with the same scales. China: up from 1 in 2000"
      ),
      (.japanese, "スモールマルチプル（折れ線グラフ）。A measure。同じ目盛りの2枚のパネル。中国は2000年の1"),
      (.korean, "스몰 멀티플(꺾은선 그래프). A measure. 같은 눈금의 패널 2개. 중국: 2000년 1"),
      (.chinese, "分面图（折线图）。A measure。共2幅，刻度相同。中国从2000年的1升至"),
    ])
  func words(language: Language, expected: String) throws {
    let text = try drawn(sample(rows(["CHN", "JPN"], [1, 2, 3])), language).description
    #expect(text.hasPrefix(expected), "\(text)")
  }

  @Test("any type with a frame has panels", arguments: ["line", "area", "bar", "dot", "scatter", "slope", "dumbbell"])
  func types(type: String) throws {
    let isPair = type == "slope" || type == "dumbbell"
    let values = isPair ? [1.0, 2] : [1, 2, 3]
    var all = rows(["a", "b", "c"], values, times: type != "dumbbell")
    if type == "dumbbell" { all += all.map { [$0[0], $0[1], .text("t"), .real(7)] } }
    for language in Language.allCases {
      let chart = try drawn(sample(all, type: type, more: type == "dumbbell" ? "series: s" : ""), language)
      #expect(panels(chart.layouts[0]).count == 3)
    }
  }

  @Test("what makes no panels is said at its key")
  func limits() {
    #expect(
      faults(sample(rows((0..<17).map { "p\($0)" }, [1, 2]))) == [
        "chart-facet-many 15: 'f' makes 17 panels, and more than 16 are no overview"
      ])
    #expect(
      faults(sample(rows(["a"], [1]) + [[.null, .integer(1), .null, .real(1)]])) == [
        "chart-facet 15: row 2 of the chart's data has no 'f'"
      ])
    #expect(faults(sample([])) == ["chart-no-rows 12: the chart's data has no rows"])
    #expect(
      faults(sample([[.text("a"), .integer(2000), .null, .text("n/a")]])) == [
        "chart-not-numeric 14: 'n/a' in column 'y' is not a number (panel 'a')"
      ])
    #expect(
      faults(sample(rows(["a"], [1]), more: "highlight: [q]")) == [
        "chart-highlight 18: 'q' is neither a series nor a category of the chart"
      ])
  }
}

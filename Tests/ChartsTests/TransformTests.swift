// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("a chart's transform")
struct TransformTests {
  private func sample(_ transform: String, type: String = "line", x: [Cell], more: String = "") -> Sample {
    Sample(
      name: "",
      yaml: """
        id: a
        type: \(type)
        data: t
        x: x
        y: y
        series: s
        transform: \(transform)
        title: Trade grew
        subtitle: Trade, change on a year before
        \(more)
        """,
      columns: columns("x", "s", "y"),
      rows: x.enumerated().flatMap { index, x -> [[Cell]] in
        [[x, .text("KOR"), .integer(100 + 10 * index)], [x, .text("JPN"), .integer(300 - 10 * index)]]
      })
  }

  private let years: [Cell] = [.integer(2022), .integer(2023), .integer(2024)]

  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let drawn = sample.drawn(language, &diagnostics)
    #expect(diagnostics == [])
    return try #require(drawn)
  }

  private func rows(_ drawn: DrawnChart) -> [[String]] { drawn.data.rows.map { $0.map(\.text) } }

  @Test("picture, table and file show the transformed values, in a format of their own")
  func values() throws {
    let growth = try drawn(sample("yoy", x: years))
    #expect(rows(growth) == [["2022", "–", "–"], ["2023", "+10.0%", "−3.3%"], ["2024", "+9.1%", "−3.4%"]])
    #expect(String(decoding: growth.data.csv, as: UTF8.self).hasPrefix("x,KOR,JPN\r\n2022,,\r\n2023,0.1"))
    #expect(rows(try drawn(sample("share", x: years)))[0] == ["2022", "25.0%", "75.0%"])
    #expect(rows(try drawn(sample("index(2022)", x: years)))[2] == ["2024", "120", "93.33"])
    #expect(
      rows(try drawn(sample("rank", x: years))) == [["2022", "2", "1"], ["2023", "2", "1"], ["2024", "2", "1"]])
    #expect(rows(try drawn(sample("difference", x: years, more: "format: usd")))[1] == ["2023", "$10", "−$10"])
  }

  @Test("the note names the variant in the chart's language, in the picture that stands alone too")
  func note() throws {
    let chart = sample("index(2022)", x: years, more: "note: Goods only.")
    let english = try drawn(chart)
    #expect(english.note == "Goods only.")
    #expect(
      english.variants == [
        DrawnChart.Variant(name: "index", title: "Index number, 2022 = 100", formula: "100 · x_t / x_base")
      ])
    let alone = String(decoding: english.standalone, as: UTF8.self)
    #expect(alone.contains("Goods only.") && alone.contains("Index number, 2022 = 100: 100 · x_t / x_base"))
    #expect(try drawn(chart, .korean).variants.map(\.title) == ["지수(2022년=100)"])
  }

  @Test("bars are sorted by what they show")
  func sorted() throws {
    let bars = Sample(
      name: "",
      yaml: """
        id: a
        type: bar
        data: t
        x: x
        y: y
        transform: share
        title: Half went to B
        subtitle: Share of trade
        """,
      columns: columns("x", "y"),
      rows: [[.text("A"), .integer(1)], [.text("B"), .integer(2)], [.text("C"), .integer(1)]])
    #expect(rows(try drawn(bars)) == [["B", "50%"], ["A", "25%"], ["C", "25%"]])
  }

  @Test(
    "what is wrong with a transform is said at its place",
    arguments: [
      ("yoyo", "there is no transform 'yoyo'", "did you mean 'yoy'?"),
      ("index", "'index' needs its base", "write index(2015) or index(2015-01)"),
      (
        "index(2010)", "the base '2010' is not among the chart's periods",
        "choose a base for which every series has data"
      ),
      ("moving-average(x)", "'x' is no number of periods from 2 to 120", "write moving-average(3)"),
      ("share(2)", "'share' takes nothing in brackets, not '2'", "write share"),
      (
        "moving-average(12)", "'moving-average' leaves no value",
        "One of the n values is missing, as at the beginning."
      ),
    ])
  func faults(transform: String, message: String, hint: String) throws {
    var diagnostics: [Diagnostic] = []
    #expect(sample(transform, x: years).drawn(.english, &diagnostics) == nil)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.first?.rule == "chart-transform")
    #expect(diagnostics.first?.hint == hint)
    #expect(diagnostics.first?.place == Place("page.md", line: 16, column: 12))
  }

  @Test("a comparison in time needs periods, a table no transform, and a fraction no currency")
  func misplaced() throws {
    func messages(_ sample: Sample) -> [String] {
      var diagnostics: [Diagnostic] = []
      #expect(sample.drawn(.english, &diagnostics) == nil)
      return diagnostics.map { "\($0.place.line): \($0.message)" }
    }
    #expect(
      messages(sample("yoy", type: "bar", x: [.text("Cars"), .text("Chips")])) == [
        "16: 'yoy' needs periods of one length on x"
      ])
    #expect(messages(sample("yoy", type: "table", x: years)) == ["16: a table has no transform"])
    #expect(
      messages(sample("yoy", x: years, more: "format: usd")) == ["19: 'yoy' gives no amounts to show as 'usd'"])
  }
}

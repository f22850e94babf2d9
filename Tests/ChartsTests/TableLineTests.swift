// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("lines in tables")
struct TableLineTests {
  private func drawn(_ rows: [[Cell]], _ more: String) -> (DrawnChart?, [String]) {
    var diagnostics: [Diagnostic] = []
    let chart = BindTests.sample(rows, type: "table", more: "title: A finding\nsubtitle: A measure\n\(more)")
      .drawn(.english, &diagnostics)
    return (chart, diagnostics.map { "\($0.rule) \($0.place.line)" })
  }

  private func row(_ name: String, _ year: Int, _ value: Cell) -> [Cell] { [.text(name), .integer(year), value] }

  @Test("rows of a category are one row, of the last period, with their line in time", arguments: Language.allCases)
  func lines(language: Language) throws {
    var diagnostics: [Diagnostic] = []
    let maybe = Samples.sparkTable(language).drawn(language, &diagnostics)
    let chart = try #require(maybe)
    #expect(diagnostics == [])
    #expect(chart.data.rows.count == 3)
    #expect("\(chart.wide)".components(separatedBy: "<svg class=\"spark\"").count == 4)
    #expect("\(chart.wide)".components(separatedBy: "role=\"img\" aria-label").count == 4)
    #expect(String(decoding: chart.data.csv, as: UTF8.self).components(separatedBy: "\r\n").count == 17)
  }

  @Test("a category without the last period has no figure, and a shorter line")
  func shorter() throws {
    let (chart, faults) = drawn(
      [
        row("a", 2020, .integer(1)), row("a", 2021, .integer(2)), row("b", 2020, .integer(3)),
        row("b", 2019, .integer(4)),
      ],
      "spark: {x: s, y: y}")
    #expect(faults == [])
    #expect(chart?.data.rows.map { $0.map(\.text) } == [["a", "2"], ["b", "–"]])
    #expect("\(try #require(chart).wide)".contains("Down from 4 in 2019 to 3 in 2020"))
    #expect(
      chart?.description.hasSuffix("a: up from 1 in 2020 to 2 in 2021. b: down from 4 in 2019 to 3 in 2020.") == true)
  }

  @Test("what makes no line is said at its key")
  func faults() {
    let two = [row("a", 2020, .integer(1)), row("a", 2021, .integer(2))]
    #expect(drawn(two, "spark: {x: s}").1 == ["settings-missing 17"])
    #expect(drawn(two, "spark: {x: s, y: z}").1 == ["chart-column 17"])
    #expect(drawn(two, "spark: {x: s, y: y, z: y}").1 == ["settings-unknown-key 17"])
    #expect(drawn(two + [two[0]], "spark: {x: s, y: y}").1 == ["chart-duplicate 17"])
    #expect(drawn([row("a", 2020, .text("n/a"))], "spark: {x: s, y: y}").1 == ["chart-not-numeric 17"])
    #expect(drawn([row("a", 2020, .real(1e300))], "spark: {x: s, y: y}").1 == ["chart-too-large 17"])
    #expect(drawn([[.text("a"), .null, .integer(1)]], "spark: {x: s, y: y}").1 == ["chart-x-missing 17"])
    #expect(drawn([], "spark: {x: s, y: y}").1 == ["chart-no-rows 12"])
  }
}

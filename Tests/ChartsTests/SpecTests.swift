// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings
import Testing

@testable import Charts

@Suite("chart blocks")
struct SpecTests {
  private func read(_ yaml: String) throws -> (ChartSpec?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let setting = try #require(try Setting(yaml: yaml, at: Place("page.md", line: 10, column: 1)))
    return (ChartSpec(setting: setting, diagnostics: &diagnostics), diagnostics)
  }

  private let whole = """
    id: china-partners
    type: bar
    data: china_trade
    where: partner IN ('KOR', 'JPN')
    x: year
    y: [exports, imports]
    stack: true
    direction: horizontal
    format: usd 3
    sort: -value
    title: "{{ latest year }} was good"
    subtitle: Measure
    labels: {exports: Exports of {{ country }}}
    colors: {exports: KOR, imports: category-2}
    highlight: exports
    annotations:
      - {x: 2018, y: 3.5, text: "since {{ year }}"}
    claim: :a > :b
    """

  @Test("a block is read into its fields, each with its place")
  func fields() throws {
    let (read, diagnostics) = try read(
      whole.replacing("Exports of {{ country }}", with: "\"Exports of {{ country }}\""))
    #expect(diagnostics == [])
    let spec = try #require(read)
    #expect(spec.id == PlacedText("china-partners", at: Place("page.md", line: 10, column: 5)))
    #expect(spec.condition?.text == "partner IN ('KOR', 'JPN')")
    #expect(spec.y.map(\.text) == ["exports", "imports"])
    #expect(spec.isStacked && spec.direction == .horizontal && spec.sort == .valueAscending)
    #expect(spec.format == FigureFormat(.usd, digits: 3))
    #expect(spec.colors == ["exports": .country(.korea), "imports": .category(2)])
    #expect(spec.annotations.map { $0.y?.number } == [3.5])
    #expect(spec.claim?.place == Place("page.md", line: 27, column: 8))
    #expect(spec.place(of: "sort") == Place("page.md", line: 19, column: 1))
  }

  @Test("a key that the type does not read is an error that names the types that do")
  func foreignKeys() throws {
    let (_, diagnostics) = try read("id: a\ntype: dot\ndata: t\nx: x\ny: y\ncurve: step\ndirection: vertical")
    #expect(diagnostics.map(\.rule) == ["chart-key", "chart-key"])
    #expect(diagnostics.map(\.place.line) == [15, 16])
    #expect(diagnostics.map(\.hint) == ["'area', 'line' have it", "only 'bar' has it"])
  }

  @Test("texts are replaced where readers see them, and nowhere else")
  func texts() throws {
    let (read, _) = try read(whole.replacing("Exports of {{ country }}", with: "\"Exports of {{ country }}\""))
    let spec = try #require(read)
    #expect(
      spec.texts.map(\.text) == [
        "{{ latest year }} was good", "Measure", "since {{ year }}", "Exports of {{ country }}",
      ])
    let replaced = spec.replacingTexts { text, place in "\(text.uppercased())@\(place.line)" }
    #expect(replaced.title?.text == "{{ LATEST YEAR }} WAS GOOD@20")
    #expect(replaced.annotations[0].text.text == "SINCE {{ YEAR }}@26")
    #expect(replaced.labels["exports"]?.text == "EXPORTS OF {{ COUNTRY }}@22")
    #expect(replaced.condition == spec.condition && replaced.id == spec.id)
  }

  @Test(
    "what is wrong is said at its place, with what is near",
    arguments: [
      ("id: a\ntype: lien\ndata: t\nx: x\ny: y", "settings-choice", 11, 7, "did you mean 'line'?"),
      (
        "id: a\ntype: line\ndata: t\nx: x\ny: y\nsubtitel: s", "settings-unknown-key", 15, 1, "did you mean 'subtitle'?"
      ),
      ("id: A b\ntype: line\ndata: t\nx: x\ny: y", "chart-id", 10, 5, "use a-z, 0-9 and '-', and begin with a letter"),
      ("id: a\ntype: line\ndata: t\nx: x\ny: y\nformat: used", "chart-format", 15, 9, "did you mean 'usd'?"),
      ("id: a\ntype: bar\ndata: t\nx: x\ny: y\ncolors: {a: KRO}", "chart-color", 15, 13, "did you mean 'KOR'?"),
      ("id: a\ntype: bar\ndata: t\nsql: SELECT 1\nx: x\ny: y", "chart-data", 13, 6, "remove one of them"),
      ("id: a\ntype: bar\nx: x\ny: y", "chart-data", 10, 1, "name a table or query with 'data:'"),
      ("id: a\ntype: bar\ndata: t\nx: x\ny: [a, b]\nseries: s", "chart-series", 15, 9, "remove 'series'"),
    ] as [(String, String, Int, Int, String)])
  func faults(yaml: String, rule: String, line: Int, column: Int, hint: String) throws {
    let (spec, diagnostics) = try read(yaml)
    #expect(spec == nil)
    #expect(diagnostics.map(\.rule) == [rule])
    #expect(diagnostics.first?.place == Place("page.md", line: line, column: column))
    #expect(diagnostics.first?.hint == hint)
  }

  @Test("all that a block lacks is said at once")
  func missing() throws {
    let (spec, diagnostics) = try read("type: line\ndata: t")
    #expect(spec == nil)
    #expect(diagnostics.map(\.message) == ["a chart needs 'id'", "a line chart needs 'x'", "a line chart needs 'y'"])
  }
}

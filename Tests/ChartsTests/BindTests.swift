// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("binding rows to series")
struct BindTests {
  static func sample(_ rows: [[Cell]], type: String = "line", more: String = "series: s") -> Sample {
    Sample(
      name: "", yaml: "id: a\ntype: \(type)\ndata: t\nx: x\ny: y\n\(more)", columns: columns("x", "s", "y"), rows: rows)
  }

  private func bound(_ sample: Sample, _ language: Language = .english) throws -> (BoundChart?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let maybe = sample.spec(&diagnostics)
    let spec = try #require(maybe, "\(diagnostics)")
    return (bind(spec, to: sample.table, in: language, diagnostics: &diagnostics), diagnostics)
  }

  @Test("periods are put in order, and what is missing is a gap and no zero")
  func order() throws {
    let (chart, diagnostics) = try bound(
      Self.sample([
        [.text("2024-Q1"), .text("KOR"), .integer(3)], [.text("2023-Q3"), .text("KOR"), .null],
        [.text("2023-Q4"), .text("Rest"), .real(1.5)],
      ]))
    #expect(diagnostics == [])
    #expect(chart?.kind == .time(.quarter))
    #expect(chart?.positions.map(\.label) == ["Q3 2023", "Q4 2023", "Q1 2024"])
    #expect(chart?.series.map(\.values) == [[nil, nil, 3], [nil, 1.5, nil]])
    #expect(chart?.series.map(\.name) == ["South Korea", "Rest"])
    #expect(chart?.series.map(\.role) == [.country(.korea), .grey(1)])
  }

  @Test("half years are an axis of time, and one that the data leaves out is a gap")
  func halves() throws {
    let (chart, diagnostics) = try bound(
      Self.sample([
        [.text("2024-H2"), .text("KOR"), .integer(3)], [.text("2023-H1"), .text("KOR"), .integer(1)],
        [.text("2024-H1"), .text("KOR"), .integer(2)],
      ]))
    #expect(diagnostics == [])
    #expect(chart?.kind == .time(.half))
    let filled = chart?.fillingGaps(in: .english)
    #expect(filled?.positions.map(\.label) == ["H1 2023", "H2 2023", "H1 2024", "H2 2024"])
    #expect(filled?.series.map(\.values) == [[1, nil, 2, 3]])
    let (first, last) = (try #require(Period("2023-H1")), try #require(Period("2024-H2")))
    let ticks = timeTicks(from: first, to: last, unit: .half, count: 8, language: .korean)
    #expect(ticks.map(\.label) == ["상반기", "하반기", "상반기", "하반기"])
    #expect(ticks.map(\.year) == ["2023년", nil, "2024년", nil])
  }

  @Test("series that are no countries take the categories in order, then greys")
  func categories() throws {
    let (chart, _) = try bound(Self.sample((1...9).map { [.integer(2000), .text("s\($0)"), .integer($0)] }))
    #expect(chart?.series.map(\.role.cssClass) == ["k1", "k2", "k3", "k4", "k5", "k6", "g1", "g2", "g3"])
  }

  @Test("what is not highlighted turns grey")
  func highlight() throws {
    let (chart, _) = try bound(
      Self.sample(
        [[.integer(2000), .text("JPN"), .integer(1)], [.integer(2000), .text("KOR"), .integer(1)]],
        more: "series: s\nhighlight: [South Korea]"))
    #expect(chart?.series.map(\.role) == [.grey(1), .country(.korea)])
  }

  @Test("bars of categories come largest first, what is missing last; 'data' keeps the rows' order")
  func sorting() throws {
    let rows: [[Cell]] = [
      [.text("a"), .null, .integer(1)], [.text("b"), .null, .null], [.text("c"), .null, .integer(5)],
      [.text("d"), .null, .integer(-2)],
    ]
    let keys = { (more: String) in
      try self.bound(Self.sample(rows, type: "bar", more: more)).0?.positions.map(\.key).joined()
    }
    #expect(try keys("") == "cadb")
    #expect(try keys("sort: -value") == "dacb")
    #expect(try keys("sort: data") == "abcd")
  }

  @Test("several value columns are series with their titles")
  func columnsAsSeries() throws {
    let sample = Sample(
      name: "", yaml: "id: a\ntype: line\ndata: t\nx: x\ny: [m, e]",
      columns: [
        ChartColumn(name: "x"), ChartColumn(name: "e", title: "Exports"), ChartColumn(name: "m", title: "Imports"),
      ],
      rows: [[.integer(2020), .integer(1), .integer(2)]])
    let (chart, _) = try bound(sample)
    #expect(chart?.series.map(\.name) == ["Imports", "Exports"])
    #expect(chart?.series.map(\.values) == [[2], [1]])
  }

  @Test(
    "what cannot be drawn is said at the key that it belongs to",
    arguments: [
      ([], "series: s", "chart-no-rows", "the chart's data has no rows", 12),
      ([[.integer(2000), .null, .null]], "", "chart-all-missing", "every value of the chart is missing", 14),
      ([[.integer(2000), .null, .text("n/a")]], "", "chart-not-numeric", "'n/a' in column 'y' is not a number", 14),
      ([[.null, .null, .integer(1)]], "", "chart-x-missing", "row 1 of the chart's data has no 'x'", 13),
      (
        [[.integer(2000), .null, .real(1e300)]], "", "chart-too-large", "'1e+300' in column 'y' is too large to draw",
        14
      ),
      (
        [[.integer(2000), .text("a"), .integer(1)], [.integer(2000), .text("a"), .integer(1)]], "series: s",
        "chart-duplicate", "there are two values for 'a', '2000'", 14
      ),
      (
        [[.integer(2000), .null, .integer(1)]], "series: ss", "chart-column", "the chart's data has no column 'ss'", 15
      ),
    ] as [([[Cell]], String, String, String, Int)])
  func faults(rows: [[Cell]], more: String, rule: String, message: String, line: Int) throws {
    let (chart, diagnostics) = try bound(Self.sample(rows, more: more))
    #expect(chart == nil)
    #expect(diagnostics.map(\.rule) == [rule])
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.first?.place.line == line)
  }
}

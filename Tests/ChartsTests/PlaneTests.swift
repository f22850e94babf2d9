// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("points, logarithms and fans")
struct PlaneTests {
  private func sample(_ rows: [[Cell]], type: String = "scatter", more: String = "label: s", line: String = "y: y")
    -> Sample
  {
    Sample(
      name: "",
      yaml: "id: a\ntype: \(type)\ndata: t\nx: x\n\(line)\ntitle: A finding\nsubtitle: A measure\n\(more)",
      columns: columns("x", "s", "y", "z", "low", "high"),
      rows: rows.map { $0 + Array(repeating: .null, count: 6 - $0.count) })
  }

  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let drawn = sample.drawn(language, &diagnostics)
    for layout in drawn?.layouts ?? [] { #expect(overlaps(layout) == []) }
    #expect(diagnostics == [])
    return try #require(drawn, "\(diagnostics)")
  }

  private func faults(_ sample: Sample) -> [String] {
    var diagnostics: [Diagnostic] = []
    _ = sample.drawn(.english, &diagnostics)
    return diagnostics.map { "\($0.rule) \($0.place.line): \($0.message)" }
  }

  private func row(_ x: Double, _ name: String, _ y: Double, _ size: Cell = .null) -> [Cell] {
    [.real(x), .text(name), .real(y), size]
  }

  private func symbols(_ layout: ChartLayout) -> [SymbolMark] {
    layout.marks.compactMap { if case .symbol(let symbol) = $0 { symbol } else { nil } }
  }

  @Test("a point lies where its values are, and an axis need not show zero")
  func places() throws {
    let layout = try drawn(sample([row(100, "a", 50), row(110, "b", 60), row(120, "c", 58)])).layouts[0]
    let ys = symbols(layout).map(\.center.y)
    #expect(ys == [50, 60, 58].map { layout.valueScale($0) })
    #expect(layout.valueScale.low > 40)
    #expect(symbols(layout).map(\.center.x) == symbols(layout).map(\.center.x).sorted())
  }

  @Test("the area of a bubble is its value, and the key says how much")
  func areas() throws {
    let rows = [row(1, "a", 5, .real(4e9)), row(2, "b", 6, .real(1e9)), row(3, "c", 7, .real(0))]
    let layout = try drawn(sample(rows, more: "label: s\nsize: z\nformat: {z: usd}")).layouts[0]
    let radii = symbols(layout).filter { $0.role == .category(1) }.map(\.radius)
    #expect(radii == [26, 13, 2])
    #expect(layout.texts.contains { $0.text == "$2bn" })
  }

  @Test("names stand at the points that matter, and what has no room is left to the table")
  func names() throws {
    let rows = (0..<150).map { row(Double($0 % 13), "point \($0)", Double(($0 * 7) % 17)) }
    let chart = try drawn(sample(rows, more: "label: s\nhighlight: [point 75]"))
    for layout in chart.layouts {
      let names = layout.texts.filter { $0.kind == .point }.map(\.text)
      #expect(names.first == "point 75")
      #expect(names.count <= 28)
    }
    #expect(chart.data.rows.count == 150)
  }

  @Test("a point whose room a neighbour's name took is named all the same", arguments: Language.allCases)
  func asked(_ language: Language) throws {
    let rows = [
      row(38, "CAN", 23.7), row(-13, "CHN", 10.2), row(-19, "HKG", -30), row(8.8, "JPN", 16.8), row(84, "KOR", 35.6),
      row(62, "MEX", 37.1), row(174.1, "TWN", 65.3), row(193.7, "VNM", 60.4),
    ]
    let layout = try drawn(sample(rows), language).layouts[0]
    #expect(layout.texts.count { $0.kind == .point } == rows.count)
  }

  @Test("ten thousand points are one mark a series, small and each once")
  func many() throws {
    var random = SeededNumbers(seed: 2)
    let rows = (0..<10_000).map { row(random.unit() * 1e6, $0 % 2 == 0 ? "a" : "b", random.unit()) }
    let chart = try drawn(sample(rows, more: "series: s"))
    #expect("\(chart.wide)".utf8.count < 140_000)
    let marks = chart.layouts[0].marks.compactMap { if case .points(let points) = $0 { points } else { nil } }
    #expect(marks.map(\.shape) == [.circle, .square])
    #expect(marks.allSatisfy { Set($0.centers).count == $0.centers.count })
  }

  @Test(
    "words say how the two measures go together",
    arguments: [
      (Language.english, "Where x is higher, y is mostly higher too (correlation 1.00)."),
      (.japanese, "xが高いほどyも高い傾向がはっきりしている（相関係数1.00）。"),
      (.korean, "x 값이 클수록 y 값도 큰 경향이 뚜렷함(상관계수 1.00)."), (.chinese, "x越高，y大多也越高（相关系数1.00）。"),
    ])
  func relation(language: Language, expected: String) throws {
    let rows = (1...6).map { row(Double($0), "p\($0)", Double($0 * 2)) }
    #expect(try drawn(sample(rows), language).description.contains(expected))
    #expect(correlation([(1, 5), (2, 4), (3, 3), (4, 2), (5, 1)]).map { abs($0 + 1) < 1e-9 } == true)
    #expect(correlation([(1, 5), (2, 4)]) == nil && correlation((0..<6).map { (Double($0), 1) }) == nil)
  }

  @Test("rows without a value have no point and are counted, and projections are outlines")
  func missing() throws {
    let rows: [[Cell]] = [row(1, "a", 2), [.real(2), .text("b"), .null], row(3, "c", 4), row(4, "d", 4)]
    let chart = try drawn(sample(rows, more: "label: s\ndashed: x >= 4"))
    #expect(symbols(chart.layouts[0]).map(\.fill) == [.solid, .solid, .outline])
    #expect(chart.description.contains("One value is missing."))
    #expect(chart.data.rows.map { $0[2].text } == ["2", "–", "4", "4"])
  }

  @Test("one point, equal points, zeros, and texts of every script are drawn")
  func degenerate() throws {
    let long = Array(repeating: "semiconductors", count: 20).joined(separator: " ")
    for rows in [
      [row(5, "a", 5)], [row(5, "a", 5), row(5, "b", 5)], [row(0, "a", 0), row(0, "b", 0)],
      [row(1, long, 1), row(2, "קרן המטבע", 2), row(3, "😀 e\u{301}", 3), row(-4, "صندوق النقد", -4)],
      [row(1e17, "a", 1e-9), row(-1e17, "b", 1e17)],
    ] {
      for more in ["label: s", "label: s\nsize: z", "series: s"] {
        let sized = rows.map { Array($0.prefix(3)) + [Cell.real(2)] }
        for layout in try drawn(sample(sized, more: more)).layouts { #expect(!layout.marks.isEmpty) }
      }
    }
  }

  @Test("what points cannot show is said at its key")
  func limits() {
    let two = [row(1, "a", 2), row(2, "b", 3)]
    #expect(faults(sample([])) == ["chart-no-rows 12: the chart's data has no rows"])
    #expect(
      faults(sample([[.real(1), .text("a"), .null]])) == [
        "chart-all-missing 14: no row of the chart has all of its values"
      ])
    #expect(
      faults(sample([[.text("one"), .text("a"), .real(1)]])) == [
        "chart-not-numeric 13: 'one' in column 'x' is not a number"
      ])
    #expect(
      faults(sample([row(1, "a", .infinity)])) == ["chart-not-numeric 14: 'inf' in column 'y' is not a number"])
    #expect(
      faults(sample([row(1, "a", 1e300)])) == ["chart-too-large 14: '1e+300' in column 'y' is too large to draw"])
    #expect(
      faults(sample([row(1, "a", 2, .real(-3))], more: "label: s\nsize: z")) == [
        "chart-size 18: row 1 ('a') has -3, and no area is negative"
      ])
    #expect(
      faults(sample(two + [row(0, "c", 1)], more: "label: s\nlog: x")) == [
        "chart-log 13: row 3 ('c') has 0, which has no logarithm"
      ])
    #expect(
      faults(sample(two, more: "label: s\nhighlight: [d]")) == [
        "chart-highlight 18: 'd' is neither a series nor a point of the chart"
      ])
    #expect(faults(sample(two, more: "label: q")) == ["chart-column 17: the chart's data has no column 'q'"])
    #expect(faults(sample(two, line: "y: [y, z]")) == ["chart-series 14: a point has one 'y'"])
    #expect(faults(sample(two, more: "label: s\ncurve: step")) == ["chart-key 18: 'type: scatter' has no 'curve'"])
    let many = (0..<60).map { row(Double($0), "s\($0)", 1) }
    #expect(
      faults(sample(many, more: "series: s")) == [
        "chart-series-many 17: 60 series have shapes and colours; nobody tells so many apart"
      ])
    #expect(
      faults(sample(two, more: "label: s\nreferences: {x: 9, y: 1, text: t}")) == [
        "chart-reference-outside 18: '9' is not on the chart's x axis"
      ])
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

/// Rules that look at a block, its words and the rows together, each with what breaks it and what comes near.
@Suite("rules of blocks and their data")
struct ChartRuleTests {
  private static let usual: [[Cell]] = [
    [.integer(2000), .text("a"), .integer(1)], [.integer(2001), .text("a"), .integer(2)],
  ]
  private let good = "title: Trade grew\nsubtitle: China’s trade in goods, USD, 2000–2001"

  private func found(
    _ more: String, type: String = "line", rows: [[Cell]] = usual, language: Language = .english
  ) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let sample = BindTests.sample(rows, type: type, more: more)
    guard let spec = sample.spec(&diagnostics) else { return diagnostics }
    _ = drawChart(
      spec, table: sample.table, language: language, idPrefix: "", hasSource: true, diagnostics: &diagnostics)
    return diagnostics
  }

  @Test("columns of different units do not share an axis, unless a transform takes the units away")
  func mixedUnits() throws {
    func found(_ units: (String?, String?), _ more: String = "") throws -> [Diagnostic] {
      let sample = Sample(
        name: "", yaml: "id: a\ntype: line\ndata: t\nx: x\ny: [imports, ratio]\n\(good)\n\(more)",
        columns: [
          ChartColumn(name: "x"), ChartColumn(name: "imports", unit: units.0),
          ChartColumn(name: "ratio", unit: units.1),
        ], rows: [[.integer(2000), .integer(1), .real(0.5)], [.integer(2001), .integer(2), .real(0.6)]])
      var diagnostics: [Diagnostic] = []
      _ = sample.drawn(.english, &diagnostics)
      return diagnostics
    }
    let mixed = try found(("USD", "fraction"))
    #expect(mixed.map(\.rule) == ["chart-units-mixed"])
    #expect(mixed.first?.place == Place("page.md", line: 14, column: 14))
    #expect(mixed.first?.message == "'imports' is in USD and 'ratio' in fraction, on one axis")
    #expect(try found(("USD", "usd")) == [])
    #expect(try found((nil, "fraction")) == [])
    #expect(try found(("USD", "fraction"), "transform: index(2000)") == [])
  }

  @Test(
    "a unit that is said twice is a warning at 'unit'",
    arguments: [
      ("format: usd\nunit: US dollars", true), ("format: percent\nunit: \"%\"", true),
      ("transform: yoy\nunit: \"%\"", true), ("unit: million tonnes", true), ("unit: USD", false),
      ("format: number\nunit: usd", false), ("", false),
    ])
  func repeatedUnit(more: String, isFound: Bool) throws {
    let found = try found("\(good)\n\(more)")
    #expect(found.map(\.rule) == (isFound ? ["chart-unit-repeated"] : []))
    if isFound { #expect(found.first?.place.column == 7) }
  }

  @Test("a sign on the figures is no second unit, and parts of a hundred have none of the author's")
  func signs() throws {
    let perCent = "title: t\nsubtitle: China’s share of trade, per cent, 2000"
    #expect(try found("\(perCent)\nunit: \"%\"") == [])
    #expect(try found("\(good)\nstack: percent\nunit: US dollars", type: "bar").map(\.rule) == ["chart-unit-repeated"])
  }

  @Test(
    "what speaks of a forecast and draws it solid is a warning at the text",
    arguments: [
      ("Exports with a forecast for 2001, China, USD, 2000–2001", true), ("中国の輸出額、見通しを含む、ドル、2000年", true),
      ("중국의 수출액과 전망, 달러, 2000년", true), ("中国出口额及预测，美元，2000年", true),
      ("China’s exports projected by the bank, USD, 2000", true),
      ("China’s exports, no forecast, USD, 2000", false), ("中国の輸出額、予測ではない、ドル、2000年", false),
      ("China’s exports, World Economic Outlook, USD, 2000", false), ("China’s exports, provisional, USD, 2000", false),
      ("中国出口额，《世界经济展望》，美元，2000年", false),
    ])
  func forecasts(subtitle: String, isFound: Bool) throws {
    func found(_ more: String) throws -> [Diagnostic] { try self.found("title: t\nsubtitle: \(subtitle)\n\(more)") }
    let solid = try found("")
    #expect(solid.map(\.rule) == (isFound ? ["chart-forecast-solid"] : []))
    #expect(solid.allSatisfy { $0.place == Place("page.md", line: 16, column: 11) })
    #expect(try found("dashed: x >= 2001") == [])
  }

  @Test("a series that is called a forecast is one")
  func forecastSeries() throws {
    let rows = Self.usual + [[.integer(2001), .text("Forecast"), .integer(3)]]
    #expect(try found("\(good)\nseries: s", rows: rows).map(\.rule) == ["chart-forecast-solid"])
  }

  @Test("bars over many periods in a row stand; chosen ones, and few, may lie")
  func lying() throws {
    func found(_ periods: [Int], _ more: String = "direction: horizontal") throws -> [Diagnostic] {
      try self.found(
        "title: t\nsubtitle: China’s trade, USD, 2000\n\(more)", type: "bar",
        rows: periods.map { [.integer($0), .text("a"), .integer($0 - 1990)] })
    }
    let lying = try found(Array(2000...2006))
    #expect(lying.map(\.rule) == ["chart-time-lying"])
    #expect(lying.first?.place == Place("page.md", line: 17, column: 1))
    #expect(try found([2000, 2001, 2004, 2005, 2006, 2007, 2008, 2009, 2010]).map(\.rule) == ["chart-time-lying"])
    #expect(try found(Array(2000...2005)) == [])
    #expect(try found([2000, 2005, 2010, 2015, 2020, 2023, 2024]) == [])
    #expect(try found(Array(2000...2006), "") == [])
  }

  @Test(
    "bars, areas and waterfalls begin at zero, and say so where a block wants otherwise", arguments: ["bar", "area"])
  func zero(type: String) throws {
    let refused = try found("\(good)\nzero: false", type: type)
    #expect(refused.map(\.rule) == ["chart-bar-zero"])
    #expect(refused.first?.place == Place("page.md", line: 17, column: 1))
    #expect(try found("\(good)\nzero: true", type: type) == [])
    #expect(try found("\(good)\nzero: false").isEmpty)
    #expect(try found("\(good)\nzero: false", type: "waterfall").map(\.rule) == ["chart-key"])
  }

  @Test("a label or a colour of what the chart does not have is a warning at the name, with the nearest")
  func names() throws {
    let rows: [[Cell]] = [[.integer(2000), .text("JPN"), .integer(1)], [.integer(2001), .text("JPN"), .integer(2)]]
    let found = try found("\(good)\nseries: s\nlabels: {JAP: Nippon, y: Trade}\ncolors: {QQQQQ: grey}", rows: rows)
    #expect(found.map(\.rule) == ["chart-name-unknown", "chart-name-unknown"])
    #expect(found.map(\.place) == [Place("page.md", line: 18, column: 10), Place("page.md", line: 19, column: 10)])
    #expect(found.first?.hint == "did you mean 'JPN'?")
    #expect(try self.found("\(good)\nseries: s\nlabels: {JPN: Nippon, s: Partner, x: Year}", rows: rows) == [])
    let misnamed = try self.found(
      "\(good)\nlabels: {Chima: a}", type: "table", rows: [[.text("China"), .null, .integer(1)]])
    #expect(misnamed.map(\.hint) == ["did you mean 'China'?"])
  }

  @Test("a name that is far from all gets the first eight of them")
  func manyNames() throws {
    let rows = (0..<12).map { [Cell.text("category \($0)"), .text("a"), .integer($0)] }
    let missed = try found("\(good)\nhighlight: [Atlantis]", type: "bar", rows: rows)
    #expect(missed.map(\.rule) == ["chart-highlight"])
    let list = (0..<8).map { "category \(11 - $0)" }.joined(separator: ", ")
    #expect(missed.first?.hint == "use one of \(list) … (12 in all)")
    let series = try found("\(good)\nseries: s\nhighlight: [Atlantis]")
    #expect(series.first { $0.rule == "chart-highlight" }?.hint == "use one of a")
  }

  @Test(
    "a hint shows the right form",
    arguments: [
      ("zero: maybe", "write 'zero: true' or 'zero: false'"),
      ("annotations: hello", "write {x: 2025-04, text: Tariffs begin}"),
      ("annotations: [{text: hello}]", "write {x: 2025-04, text: Tariffs begin}"),
      ("references: hello", "write {y: 100, text: Level of 2015}"),
      (
        "references: [{text: hello}]",
        "write {y: 100, text: …}, {x: 2020, y: 100, text: …} or {from: 2020, to: 2021, text: …}"
      ),
    ])
  func hints(more: String, hint: String) throws { #expect(try found("\(good)\n\(more)").map(\.hint) == [hint]) }

  @Test("a missing x has a hint that shows one")
  func missingX() throws {
    var diagnostics: [Diagnostic] = []
    _ = Sample(name: "", yaml: "id: a\ntype: line\ndata: t\ny: y", columns: [], rows: []).spec(&diagnostics)
    #expect(diagnostics.map(\.hint) == ["name a column of the data, such as 'x: year'"])
  }

  @Test(
    "a title is compared, counted and read for what it is",
    arguments: [
      ("chinas trade in  goods, usd, 2000.", "chart-title-repeated", Language.english),
      ("TREND GREW A LOT", "chart-title-case", .english), ("US GDP", nil, .english), ("US GDP grew", nil, .english),
      (String(repeating: "貿", count: 41), "chart-title-long", .english),
      (String(repeating: "trade ", count: 12), nil, .japanese), ("OECD FTA GDP、増加", nil, .japanese),
    ] as [(String, String?, Language)])
  func titles(title: String, rule: String?, language: Language) throws {
    let found = try found("title: \(title)\nsubtitle: Chinas trade in goods, USD, 2000", language: language)
    #expect(found.map(\.rule).filter { $0 != "chart-subtitle-incomplete" } == [rule].compactMap(\.self))
  }

  @Test(
    "an annotation is one sentence",
    arguments: [
      ("Cut in Aug. Then up", true), ("Up. Down", true), ("Tariffs rise. trade falls", true),
      ("Why? Nobody knows", true),
      ("停戦。その後上昇", true), ("Pressed by the U.S. Then a truce", true),
      ("Japan vs. China", false), ("No. 1 supplier", false), ("U.S. tariffs", false),
      ("U.S. Supreme Court ruling", false),
      ("Cut in Aug. 2024", false), ("Peak of 9 Apr. at 145%", false), ("1. Phase One deal", false), ("停戦。", false),
      ("Up by 3.5 points.", false), ("And then… up", false), ("Wait... then up", false), ("Mr. Trump elected", false),
    ])
  func sentences(text: String, isFound: Bool) throws {
    let found = try found("\(good)\nannotations: [{x: 2000, text: \"\(text)\"}]")
    #expect(found.map(\.rule) == (isFound ? ["chart-annotation-long"] : []), "\(text)")
  }

  @Test("lines are told by names at their ends, and points by shapes, where there is no colour")
  func notByColorAlone() throws {
    var diagnostics: [Diagnostic] = []
    let lines = try #require(Samples.fiveLines(.english).drawn(.english, &diagnostics)?.layouts.first)
    #expect(!lines.hasLegend)
    for name in ["China", "Japan", "South Korea", "United States", "Germany"] {
      #expect(lines.texts.contains { $0.kind == .series && $0.text.contains(name) }, "\(name)")
    }
    let rows = (0..<24).map { index -> [Cell] in
      [.integer(index / 4 + 2000), .text("s\(index % 4)"), .integer(index * 7 % 11)]
    }
    for type in ["scatter", "dot"] {
      let points = try #require(
        BindTests.sample(rows, type: type, more: "\(good)\nseries: s").drawn(.english, &diagnostics)?.layouts.first)
      var shapes: [ColorRole: Set<SymbolMark.Shape>] = [:]
      for case .symbol(let symbol) in points.marks { shapes[symbol.role, default: []].insert(symbol.shape) }
      #expect(shapes.count == 4 && shapes.values.allSatisfy { $0.count == 1 }, "\(type)")
      #expect(Set(shapes.values.compactMap(\.first)).count == 4, "\(type)")
    }
  }

  @Test("what an annotation says is in the description")
  func annotationsInWords() throws {
    var diagnostics: [Diagnostic] = []
    let sample = BindTests.sample(Self.usual, more: "\(good)\nannotations: [{x: 2001, text: A truce}]")
    let drawn = try #require(sample.drawn(.english, &diagnostics))
    #expect(drawn.description.contains("A truce"))
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("chart rules")
struct RuleTests {
  private func rules(
    _ more: String,
    rows: [[Cell]] = [[.integer(2000), .text("a"), .integer(1)], [.integer(2001), .text("a"), .integer(2)]],
    type: String = "line", language: Language = .english, hasSource: Bool = true
  ) throws -> [Diagnostic] {
    let sample = BindTests.sample(rows, type: type, more: more)
    var diagnostics: [Diagnostic] = []
    let maybe = sample.spec(&diagnostics)
    let spec = try #require(maybe, "\(diagnostics)")
    let drawn = drawChart(
      spec, table: sample.table, language: language, idPrefix: "", hasSource: hasSource, diagnostics: &diagnostics)
    #expect(drawn != nil)
    return diagnostics
  }

  private let good = "title: Trade grew\nsubtitle: China’s trade in goods, USD, 2000–2001"

  @Test("a chart that keeps the rules gives no diagnostic")
  func none() throws { #expect(try rules(good) == []) }

  @Test(
    "what breaks a rule is reported at its key",
    arguments: [
      ("subtitle: US exports, USD, 2000", "chart-title-missing", Diagnostic.Severity.error, 10),
      ("title: t", "chart-subtitle-missing", .error, 10),
      ("title: t\nsubtitle: t", "chart-title-repeated", .error, 16),
      (
        "title: one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen\nsubtitle: US exports, USD, 2000",
        "chart-title-long", .warning, 15
      ),
      (
        "title: China Overtakes Japan Among Largest Trading Partners\nsubtitle: US exports, USD, 2000",
        "chart-title-case", .warning, 15
      ),
      (
        "title: t\nsubtitle: US exports, USD, 2000\nannotations: [{x: 2000, text: this remark is so long that nobody reads it to its very end}]",
        "chart-annotation-long", .warning, 17
      ),
      (
        "title: t\nsubtitle: US exports, USD, 2000\nannotations: [{x: 2000, text: Tariffs rise. Trade falls}]",
        "chart-annotation-long", .warning, 17
      ),
      ("title: t\nsubtitle: US exports, USD", "chart-subtitle-incomplete", .error, 16),
      ("title: t\nsubtitle: Exports, USD, 2000", "chart-subtitle-incomplete", .error, 16),
      ("title: t\nsubtitle: US exports, 2000", "chart-subtitle-incomplete", .error, 16),
      ("title: t\nsubtitle: 'United States, US dollars, 2000'", "chart-subtitle-incomplete", .error, 16),
      ("title: t\nsubtitle: US exports, USD, 2000 to 2002", "chart-subtitle-period", .warning, 16),
      (
        "title: t\nsubtitle: US exports, USD, 2000\nannotations: [{x: 1999, text: r}]", "chart-annotation-outside",
        .error, 17
      ),
      ("title: t\nsubtitle: US exports, USD, 2000\nseries: s\nhighlight: [b]", "chart-highlight", .error, 18),
    ])
  func broken(more: String, rule: String, severity: Diagnostic.Severity, line: Int) throws {
    let found = try rules(more)
    #expect(found.map(\.rule) == [rule])
    #expect(found.first?.severity == severity)
    #expect(found.first?.place.line == line)
  }

  @Test("a subtitle is read with what the figure says besides, in every language")
  func subtitles() throws {
    #expect(try rules("title: t\nsubtitle: US exports, 2000\nformat: usd") == [])
    #expect(try rules("title: t\nsubtitle: US exports, 2000\nunit: tonnes") == [])
    #expect(try rules("title: Korean exports grew\nsubtitle: Exports, USD, to date") == [])
    #expect(try rules("title: t\nsubtitle: Ghana’s exports, USD, 2000") == [])
    #expect(
      try rules("title: t\nsubtitle: Exports, US dollars, 2000").map(\.message) == ["the subtitle names no place"])
    #expect(try rules("title: t\nsubtitle: Yen per US dollar, 2000") == [])
    func years(_ end: String) throws -> [Diagnostic] {
      try rules("title: t\nsubtitle: 韓国の輸出、ドル、2000～\(end)年", language: .japanese)
    }
    #expect(try years("01") == [])
    #expect(try years("02").map(\.rule) == ["chart-subtitle-period"])
    for (language, whole, parts) in [
      (Language.japanese, "韓国の輸出、ドル、2000年", "輸出"), (.korean, "한국의 수출액, 달러, 2000년", "수출액"),
      (.chinese, "韩国出口额，美元，2000年", "出口额"),
    ] {
      #expect(try rules("title: t\nsubtitle: \(whole)", language: language) == [])
      let found = try rules("title: t\nsubtitle: \(parts)", language: language)
      #expect(found.map(\.message) == ["period", "place", "unit"].map { "the subtitle names no \($0)" })
    }
  }

  @Test("colours that an author gives are told from each other, and from countries")
  func alike() throws {
    let rows = ["KOR", "b", "c"].flatMap { name in
      (0...1).map { [Cell.integer(2000 + $0), .text(name), .integer($0 + 1)] }
    }
    func found(_ colors: String) throws -> [Diagnostic] {
      try rules("\(good)\nseries: s\ncolors: {\(colors)}", rows: rows)
    }
    #expect(try found("b: category-4") == [])
    #expect(try found("b: category-4, c: category-4").map(\.rule) == ["chart-color-alike"])
    #expect(try found("b: category-3").map(\.rule) == ["chart-color-alike"])
    #expect(try found("b: CHN, c: grey") == [])
  }

  @Test("titles in Han or Hangul are counted by characters")
  func characters() throws {
    let title = String(repeating: "貿", count: 41)
    #expect(
      try rules("title: \(title)\nsubtitle: 米国の輸出、ドル、2000年", language: .japanese).map(\.rule) == ["chart-title-long"])
    #expect(try rules("title: \(title.dropLast())\nsubtitle: 米国の輸出、ドル、2000年", language: .japanese) == [])
  }

  @Test("a figure without a source is an error, unless the block names one")
  func source() throws {
    #expect(try rules(good, hasSource: false).map(\.rule) == ["chart-source-missing"])
    #expect(try rules("\(good)\nsource: Korea Customs Service", hasSource: false) == [])
  }

  @Test("more than four series want highlights, more than seven colours are an error")
  func series() throws {
    func many(_ count: Int) -> [[Cell]] {
      (0..<count).flatMap { index in (0...1).map { [.integer(2000 + $0), .text("s\(index)"), .integer(index)] } }
    }
    #expect(try rules("\(good)\nseries: s", rows: many(4)) == [])
    #expect(try rules("\(good)\nseries: s", rows: many(5)).map(\.severity) == [.warning])
    #expect(try rules("\(good)\nseries: s\nhighlight: [s1, s2]", rows: many(8)) == [])
    let own = (0..<8).map { "s\($0): category-\($0 % 6 + 1)" }.joined(separator: ", ")
    let found = try rules("\(good)\nseries: s\ncolors: {\(own)}", rows: many(8))
    #expect(found.filter { $0.rule == "chart-series-many" }.map(\.severity) == [.error])
  }

  @Test("what is told apart without colours may be more than seven")
  func toldApart() throws {
    func many(_ count: Int) -> [[Cell]] {
      (0..<count).flatMap { index in (0...1).map { [.integer(2000 + $0), .text("s\(index)"), .integer(index)] } }
    }
    func levels(_ type: String, _ count: Int, _ more: String = "") throws -> [Diagnostic.Severity] {
      try rules("\(good)\nseries: s\n\(more)", rows: many(count), type: type)
        .filter { $0.rule == "chart-series-many" }.map(\.severity)
    }
    for type in ["line", "area", "bar", "dot"] {
      #expect(try levels(type, 12) == [.error], "\(type)")
      #expect(try levels(type, 7) == [.warning], "\(type)")
      #expect(try levels(type, 12, "highlight: [s1]") == [], "\(type)")
    }
    let greys = (2..<9).map { "s\($0): grey" }.joined(separator: ", ")
    #expect(try levels("line", 9, "colors: {\(greys)}") == [])
    for type in ["bump", "slope", "treemap"] { #expect(try levels(type, 12) == [.warning], "\(type)") }
  }

  @Test("a picture is checked for bars without zero, for ticks and for texts that meet")
  func picture() throws {
    var diagnostics: [Diagnostic] = []
    let spec = try #require(BindTests.sample([], type: "bar").spec(&diagnostics))
    let text = TextBox(text: "a", kind: .tick, anchor: .start, role: nil, isBold: false, x: 0, y: 20, width: 50)
    let layout = ChartLayout(
      size: .wide, width: 700, height: 100, valueScale: AxisScale(low: 5, high: 9, start: 0, end: 1),
      valueTicks: [5, 9], marks: [], texts: [text, text], hasLegend: false)
    #expect(layoutRules(spec, layout).map(\.rule) == ["chart-bar-zero", "chart-ticks", "chart-text-overlap"])
  }

  @Test("text is never under 12 px at the widths that a picture is shown at")
  func textSize() {
    #expect(TextBox.size * 788 / LayoutSize.wide.width >= 13.99)
    #expect(TextBox.size * 288 / LayoutSize.narrow.width >= 12)
    #expect(ChartStyle.css.contains("@container (min-width:788px)"))
  }

  @Test("a line chart of five series by 25 points keeps within 8 KB, and its ids are its own")
  func small() throws {
    var diagnostics: [Diagnostic] = []
    let drawn = try #require(Samples.fiveLines(.english).drawn(.english, &diagnostics))
    #expect("\(drawn.wide)".utf8.count <= 8192)
    #expect("\(drawn.wide)".contains("role=\"img\" aria-labelledby=\"p-five-wide-t p-five-wide-d\""))
    #expect("\(drawn.narrow)".contains("<title id=\"p-five-narrow-t\">"))
  }

  @Test("shuffled rows of bars and lines over time give the same picture")
  func shuffled() throws {
    let sample = Samples.fiveLines(.english)
    var random = SeededNumbers(seed: 3)
    var diagnostics: [Diagnostic] = []
    let first = sample.rows.prefix(5)
    let rows = Array(first) + sample.rows.dropFirst(5).shuffled(using: &random)
    let shuffled = Sample(name: "", yaml: sample.yaml, columns: sample.columns, rows: rows)
    #expect(sample.drawn(.english, &diagnostics)?.wide == shuffled.drawn(.english, &diagnostics)?.wide)
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("flow diagrams")
struct FlowTests {
  static func sample(_ rows: [(String, String, Cell)], _ more: String = "") -> Sample {
    Sample(
      name: "",
      yaml: "id: a\ntype: sankey\ndata: t\nfrom: f\nto: t\ny: y\ntitle: A finding\nsubtitle: A measure\n\(more)",
      columns: columns("f", "t", "y"), rows: rows.map { [.text($0), .text($1), $2] })
  }

  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let maybe = sample.drawn(language, &diagnostics)
    let drawn = try #require(maybe, "\(diagnostics)")
    for layout in drawn.layouts {
      #expect(overlaps(layout) == [])
      for ribbon in ribbons(layout) {
        #expect(ribbon.to.x > ribbon.from.x && ribbon.from.x >= 0 && ribbon.to.x <= layout.width)
        for end in [ribbon.from, ribbon.to] { #expect(end.top >= 0 && end.bottom <= layout.height + 0.05) }
      }
    }
    return drawn
  }

  private func ribbons(_ layout: ChartLayout) -> [RibbonMark] {
    layout.marks.compactMap { if case .ribbon(let ribbon) = $0 { ribbon } else { nil } }
  }

  private func bars(_ layout: ChartLayout) -> [BarMark] {
    layout.marks.compactMap { if case .bar(let bar) = $0 { bar } else { nil } }
  }

  @Test("ribbons are as wide as their values, have their source's colour, and fill their nodes")
  func widths() throws {
    let chart = try drawn(Self.sample([("CHN", "a", .real(60)), ("CHN", "b", .real(20)), ("KOR", "a", .real(20))]))
    for layout in chart.layouts {
      let found = ribbons(layout)
      #expect(found.map(\.role) == [.country(.china), .country(.china), .country(.korea)])
      let sizes = found.map { $0.from.bottom - $0.from.top }
      #expect(abs(sizes[0] - 3 * sizes[1]) < 0.4 && abs(sizes[1] - sizes[2]) < 0.15)
      for bar in bars(layout) {
        let sum = found.reduce(0) { sum, ribbon in
          let isOut =
            abs(ribbon.from.x - bar.box.right) < 0.05 && bar.box.y - 0.1 <= ribbon.from.top
            && ribbon.from.bottom <= bar.box.bottom + 0.1
          let isIn =
            abs(ribbon.to.x - bar.box.x) < 0.05 && bar.box.y - 0.1 <= ribbon.to.top
            && ribbon.to.bottom <= bar.box.bottom + 0.1
          return sum + (isOut || isIn ? ribbon.from.bottom - ribbon.from.top : 0)
        }
        #expect(abs(sum - bar.box.height) < 0.35)
      }
    }
  }

  @Test("the thinnest flow is a unit wide, and what is zero or missing is in the table only")
  func thin() throws {
    let chart = try drawn(
      Self.sample([("a", "x", .real(1e9)), ("b", "x", .real(1)), ("c", "x", .integer(0)), ("d", "x", .null)]))
    for layout in chart.layouts {
      #expect(ribbons(layout).count == 2)
      #expect(ribbons(layout).allSatisfy { $0.from.bottom - $0.from.top >= 0.95 })
      #expect(!layout.texts.contains { $0.text.hasPrefix("c ") || $0.text.hasPrefix("d ") })
    }
    #expect(chart.data.rows.map { $0[2].text } == ["1,000,000,000", "1", "0", "–"])
    #expect(String(decoding: chart.data.csv, as: UTF8.self) == "f,t,y\r\na,x,1000000000\r\nb,x,1\r\nc,x,0\r\nd,x,\r\n")
    #expect(chart.description.contains("One value is missing."))
  }

  @Test("nodes stand in the order in which the fewest flows cross, and always in the same")
  func order() throws {
    let crossed = Self.sample([("a", "y", .integer(5)), ("b", "x", .integer(5)), ("c", "z", .integer(5))])
    let layout = try drawn(crossed).layouts[0]
    for one in ribbons(layout) {
      for other in ribbons(layout) { #expect((one.from.top < other.from.top) == (one.to.top < other.to.top)) }
    }
    #expect(try drawn(crossed).wide == drawn(crossed).wide)
    let kept = try drawn(
      Self.sample([("a", "y", .integer(5)), ("b", "x", .integer(6)), ("a", "x", .integer(1))], "sort: data"))
    let nodes = kept.layouts[0].texts.filter { $0.anchor == .start }.sorted { $0.y < $1.y }.map(\.text)
    #expect(nodes == ["y 5", "x 7"])
  }

  @Test("a flow over several stages passes between their nodes; on a phone it is a pair of its own")
  func stages() throws {
    let chart = try drawn(Samples.sankeyStages(.english))
    let nodes = bars(chart.layouts[0])
    for ribbon in ribbons(chart.layouts[0]) {
      for bar in nodes where bar.box.x > ribbon.from.x && bar.box.right < ribbon.to.x {
        #expect(bar.box.bottom <= ribbon.from.top || bar.box.y >= ribbon.from.bottom)
      }
    }
    #expect(chart.layouts[1].texts.count { $0.text.hasPrefix("China") } == 2)
    #expect(Set(ribbons(chart.layouts[1]).map(\.from.x)).count == 3)
  }

  @Test("words say where most comes from and goes to, and the largest flow")
  func words() throws {
    #expect(
      try drawn(Samples.sankey(.english)).description
        == "Flow diagram. US imports from three countries by product, 2024. 11 flows in one step. Largest sources: China, $303 billion (61%); Japan, $107 billion (22%); South Korea, $84.2 billion (17%). Largest destinations: Machinery and electronics, $260 billion (53%); Motor vehicles and parts, $93 billion (19%); Textiles and clothing, $61.2 billion (12%). Largest flows: China to Machinery and electronics, $182 billion; China to Textiles and clothing, $61 billion; Japan to Motor vehicles and parts, $49 billion."
    )
    #expect(try drawn(Samples.sankey(.korean), .korean).description.contains("출발 상위: 중국 3030억 달러(61%)"))
  }

  @Test(
    "what is no flow is said at its key",
    arguments: [
      ([], "", "chart-no-rows", "the chart's data has no rows", 12),
      ([("a", "b", .null)], "", "chart-all-missing", "every value of the chart is missing", 15),
      ([("a", "b", .integer(0))], "", "chart-all-zero", "every value of the chart is zero, and none has a size", 15),
      ([("a", "b", .integer(-2))], "", "chart-negative", "'-2' from 'a' to 'b' has no width", 15),
      ([("a", "b", .real(.infinity))], "", "chart-too-large", "'inf' in column 'y' is too large to draw", 15),
      ([("a", "b", .real(.nan))], "", "chart-too-large", "'nan' in column 'y' is too large to draw", 15),
      ([("a", "b", .text("n/a"))], "", "chart-not-numeric", "'n/a' in column 'y' is not a number", 15),
      ([("", "b", .integer(1))], "", "chart-x-missing", "row 1 of the chart's data has no 'f'", 13),
      (
        [("a", "b", .integer(1)), ("a", "b", .integer(2))], "", "chart-duplicate",
        "there are two values from 'a' to 'b'",
        15
      ),
      ([("a", "a", .integer(1))], "", "chart-sankey-circle", "the flows run in a circle: a → a", 14),
      (
        [("x", "JPN", .integer(1)), ("JPN", "b", .integer(1)), ("b", "c", .integer(1)), ("c", "JPN", .integer(1))], "",
        "chart-sankey-circle", "the flows run in a circle: Japan → b → c → Japan", 14
      ),
      ([("a", "b", .integer(1))], "x: f", "chart-key", "'type: sankey' has no 'x'", 18),
      ([("a", "b", .integer(1))], "curve: step", "chart-key", "'type: sankey' has no 'curve'", 18),
      ([("a", "b", .integer(1))], "highlight: c", "chart-highlight", "'c' is no node of the chart", 18),
    ] as [([(String, String, Cell)], String, String, String, Int)])
  func faults(rows: [(String, String, Cell)], more: String, rule: String, message: String, line: Int) {
    var diagnostics: [Diagnostic] = []
    _ = Self.sample(rows, more).drawn(.english, &diagnostics)
    #expect(diagnostics.map(\.rule) == [rule])
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.first?.place.line == line)
  }

  @Test("ten thousand rows are the largest nodes and one for the rest, and all in the table")
  func many() throws {
    let rows = (0..<10_000).map { ("s\($0 / 100)", "t\($0 % 100)", Cell.integer($0 % 97 + 1)) }
    let chart = try drawn(Self.sample(rows))
    #expect(bars(chart.layouts[0]).count == 28)
    #expect(chart.layouts[0].texts.count { $0.text.contains("87 others") } == 2)
    #expect(chart.data.rows.count == 10_000)
    #expect("\(chart.wide)".utf8.count < 60_000)
  }

  @Test("long, right-to-left and emoji names stay whole, apart and inside", arguments: Language.allCases)
  func names(language: Language) throws {
    let long = Array(repeating: "semiconductors", count: 20).joined(separator: " ")
    let names = [long, "صادرات كوريا", "ייצוא 2024", "😀🇰🇷 e\u{301}", String(repeating: "貿易統計", count: 75)]
    let rows = names.enumerated().map { ($1, names[($0 + 2) % 5] + "→", Cell.integer($0 + 1)) }
    for layout in try drawn(Self.sample(rows), language).layouts {
      #expect(layout.texts.map(\.text).joined(separator: " ").contains("صادرات كوريا"))
    }
  }

  @Test("random graphs in every language are drawn without a text that meets another", arguments: Language.allCases)
  func random(language: Language) throws {
    var random = SeededNumbers(seed: 7)
    let words = [
      "Korea", "Machinery and electrical equipment", "i", "半導体製造装置、集積回路（その他）", "한국 수출입 통계", "CHN", "WWWWWWWWWWWW",
    ]
    for round in 0..<60 {
      let stages = 2 + round % 4
      let size = 1 + Int(random.unit() * 20)
      let names = (0..<stages).map { stage in
        (0..<size).map { "\(stage).\($0) " + words[Int(random.unit() * Double(words.count))] }
      }
      var rows: [(String, String, Cell)] = [(names[0][0], names[1][0], .real(1e6))]
      var seen: Set<[String]> = [[names[0][0], names[1][0]]]
      for _ in 0..<size * 3 {
        let from = Int(random.unit() * Double(stages - 1))
        let to = from + 1 + Int(random.unit() * Double(stages - 1 - from))
        let (a, b) = (names[from][Int(random.unit() * Double(size))], names[to][Int(random.unit() * Double(size))])
        if seen.insert([a, b]).inserted { rows.append((a, b, .real(random.unit() * random.unit() * 1e7))) }
      }
      _ = try drawn(Self.sample(rows, round % 2 == 0 ? "format: jpy" : "unit: million tonnes"), language)
    }
  }
}

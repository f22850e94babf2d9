// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("treemaps")
struct TreemapTests {
  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> (DrawnChart, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let maybe = sample.drawn(language, &diagnostics)
    return (try #require(maybe, "\(diagnostics)"), diagnostics)
  }

  @Test("the published example of the algorithm is divided as its authors divide it")
  func published() {
    // Bruls, Huizing, van Wijk 2000, figure 4: 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 by 4.
    let parts = squarify([6, 6, 4, 3, 2, 2, 1], in: Box(x: 0, y: 0, width: 6, height: 4))
    #expect(parts.prefix(2).map { [$0.x, $0.y, $0.width, $0.height] } == [[0, 0, 3, 2], [0, 2, 3, 2]])
    #expect(abs(parts[2].width - 12.0 / 7) < 1e-9 && abs(parts[2].height - 7.0 / 3) < 1e-9)
    #expect(abs(parts[3].x - parts[2].right) < 1e-9 && abs(parts[3].height - 7.0 / 3) < 1e-9)
  }

  @Test("tiles are as large as their values, within the picture, and never on each other")
  func areas() throws {
    var random = SeededNumbers(seed: 5)
    for _ in 0..<200 {
      let sizes = (0...Int(random.unit() * 40)).map { _ in random.unit() * random.unit() + 0.001 }.sorted(by: >)
      let box = Box(x: 10, y: 20, width: 300 * random.unit() + 1, height: 300 * random.unit() + 1)
      let parts = squarify(sizes, in: box)
      let total = sizes.reduce(0, +)
      for (size, part) in zip(sizes, parts) {
        #expect(abs(part.width * part.height - size / total * box.width * box.height) < 1e-6 * box.width * box.height)
        #expect(
          part.x >= 9.999 && part.y >= 19.999 && part.right <= box.right + 0.001 && part.bottom <= box.bottom + 0.001)
      }
      for (index, part) in parts.enumerated() {
        #expect(parts.dropFirst(index + 1).allSatisfy { !$0.intersects(part) })
      }
    }
  }

  @Test(
    "rows at zero or without a value are left out and counted in a note; small ones are one tile, and all in the table")
  func leftOut() throws {
    let (chart, diagnostics) = try drawn(Samples.treemap(.english))
    #expect(diagnostics == [])
    #expect(chart.note == "Left out: 1 at zero, 1 without a figure. Tiles too small for a name are in the table.")
    #expect(chart.data.rows.count == 11)
    #expect(
      chart.layouts[0].texts.contains { $0.text == "5 others" }
        || chart.layouts[0].marks.contains { if case .area = $0 { true } else { false } })
    #expect(chart.data.rows[0].map(\.text) == ["Semiconductors", "Electronics", "$33.1 billion", "63.9%"])
    #expect(
      try drawn(Samples.treemap(.japanese), .japanese).0.note?.hasPrefix("値がゼロの1項目とデータのない1項目は図に含まない。") == true)
  }

  @Test("a Chinese or Japanese name is broken behind a particle, a conjunction or a mark, or not at all")
  func phrases() {
    func isWhole(_ lines: [String], _ language: Language) -> Bool { LineBreaking.breaksAtPhrases(lines, language) }
    #expect(isWhole(["その他の", "繊維製品"], .japanese) && isWhole(["衣料・", "履物"], .japanese))
    #expect(!isWhole(["有機化", "学品"], .japanese) && !isWhole(["ディスプ", "レー"], .japanese))
    #expect(isWhole(["电机与", "电子产品"], .chinese) && !isWhole(["电机与电", "子产品"], .chinese))
    #expect(isWhole(["Iron", "or steel"], .english) && isWhole(["철강", "제품"], .korean))
  }

  @Test("the words name the whole, the largest parts with their shares, and the groups")
  func words() throws {
    #expect(
      try drawn(Samples.treemap(.english)).0.description
        == "Treemap. Exports by item, July 2026. 11 parts of $51.8 billion. Largest: Semiconductors, $33.1 billion (63.9%); Motor vehicles, $6.2 billion (12.0%); Wireless communication devices, $6 billion (11.6%). Groups: Electronics, 78.8%; Vehicles, 21.2%."
    )
    #expect(
      try drawn(Samples.treemap(.chinese), .chinese).0.description.contains("从大到小依次为半导体331亿美元（63.9%）、汽车62亿美元（12.0%）"))
  }

  @Test("a label stands inside its tile", arguments: Language.allCases)
  func labels(language: Language) throws {
    for layout in try drawn(Samples.treemap(language), language).0.layouts {
      let tiles = layout.marks.flatMap { mark -> [Box] in if case .cells(let cells) = mark { cells.boxes } else { [] } }
      for text in layout.texts where text.kind == .tile || text.kind == .cell {
        #expect(
          tiles.contains { tile in
            text.box.x >= tile.x && text.box.right <= tile.right && text.box.y >= tile.y
              && text.box.bottom <= tile.bottom + 0.1
          }, "\(text.text)")
      }
    }
  }

  @Test("groups whose names have no room above their tiles are told by a legend")
  func legend() throws {
    let rows = [("a", "A group with a long name", 1000.0), ("b", "Another group with a very long name indeed", 3)]
    let (chart, _) = try drawn(
      BindTests.sample(rows.map { [.text($0.0), .text($0.1), .real($0.2)] }, type: "treemap"))
    #expect(chart.layouts.allSatisfy { $0.hasLegend })
    #expect(try drawn(Samples.treemap(.english)).0.layouts.allSatisfy { !$0.hasLegend })
  }

  @Test("what no tile can show is an error at the column of values")
  func faults() {
    func rules(_ values: [Double?], _ more: String = "") -> [String] {
      var diagnostics: [Diagnostic] = []
      let rows = values.enumerated().map { [Cell.text("i\($0)"), .text("s"), $1.map { .real($0) } ?? .null] }
      _ = BindTests.sample(rows, type: "treemap", more: "title: A finding\nsubtitle: A measure\n\(more)")
        .drawn(.english, &diagnostics)
      return diagnostics.map { "\($0.rule) \($0.place.line)" }
    }
    #expect(rules([3, -1]) == ["chart-treemap-negative 14"])
    #expect(rules([0, 0]) == ["chart-treemap-empty 14"])
    #expect(rules([nil, nil]) == ["chart-all-missing 14"])
    #expect(rules([1, 2], "sort: value\ntransform: share") == ["chart-key 17", "chart-key 18"])
  }
}

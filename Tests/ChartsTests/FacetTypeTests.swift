// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("small multiples of every type")
struct FacetTypeTests {
  private func panels(_ layout: ChartLayout) -> [PanelMark] {
    layout.marks.compactMap { if case .panel(let panel) = $0 { panel } else { nil } }
  }

  /// Three panels whose values are 1, 2 and 3 times the same.
  private func sample(_ kind: Kind, panels: [String] = ["Alpha", "Beta", "Gamma"], more: String = "") -> Sample {
    let xs = kind.xs(min(kind.positions.upperBound, kind.type == .waterfall ? 4 : 6))
    let names = (0..<min(kind.series.upperBound, 3)).map { "s\($0)" }
    let rows = panels.enumerated().flatMap { rank, panel in
      kind.rows(xs, names, panel: panel) { .real(Double(($0 * 7 + $1 * 3) % 11 + 2) * Double(rank + 1)) }
    }
    return kind.sample(rows, more: "facet: f\n\(more)")
  }

  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let maybe = sample.drawn(language, &diagnostics)
    #expect(diagnostics.filter { $0.severity == .error } == [], "\(sample.name)")
    return try #require(maybe, "\(sample.name): \(diagnostics)")
  }

  @Test("every type has panels, named once each, and no texts meet", arguments: Kind.all)
  func types(kind: Kind) throws {
    for language in Language.allCases {
      let chart = try drawn(sample(kind), language)
      #expect(chart.data.headers.first == "f")
      if kind.type == .table {
        // The table says it all.
        #expect("\(chart.wide)".split(separator: "scope=\"rowgroup\"").count == 4)
        continue
      }
      for panel in ["Alpha", "Beta", "Gamma"] { #expect(chart.description.contains(panel), "\(chart.description)") }
      for layout in chart.layouts {
        #expect(overlaps(layout) == [], "\(language)")
        #expect(panels(layout).count == 3)
        #expect(layout.texts.filter { $0.kind == .panel }.map(\.text) == ["Alpha", "Beta", "Gamma"])
        #expect(panels(layout).allSatisfy { !$0.marks.isEmpty })
      }
    }
  }

  private func kind(_ name: String) throws -> Kind { try #require(Kind.all.first { $0.name == name }) }

  /// What `pick` finds in each panel.
  private func picked<T>(_ layout: ChartLayout, _ pick: (Mark) -> [T]) -> [[T]] {
    panels(layout).map { $0.marks.flatMap(pick) }
  }

  @Test(
    "heat maps, matrices and shaded maps have one set of steps, and one key", arguments: ["heat map", "matrix", "map"])
  func steps(name: String) throws {
    for layout in try drawn(sample(kind(name))).layouts {
      let steps = picked(layout) { mark -> [ColorRole] in
        switch mark {
        case .cells(let cells): [cells.role]
        case .shape(let shape): if case .region(let role) = shape.kind { [role] } else { [] }
        default: []
        }
      }.map { Set($0) }
      // The third panel's values are three times the first one's: the first never reaches the strongest step.
      let ramp = Set(steps.joined())
      #expect(steps[0] != steps[2] && steps[0].count < ramp.count, "\(steps)")
      #expect(!steps[0].contains(.step(.amount(5))) && steps[2].contains(.step(.amount(5))))
      #expect(layout.marks.contains { if case .panel = $0 { false } else { true } })
    }
  }

  @Test("a treemap has as much area for a value in every panel", arguments: ["treemap", "treemap of groups"])
  func areas(name: String) throws {
    for layout in try drawn(sample(kind(name))).layouts {
      let ends = picked(layout) { mark -> [Box] in
        switch mark {
        case .cells(let cells): cells.boxes
        case .area(let area): area.outlines.map { Box(x: $0[0].x, y: $0[0].y, width: 0, height: 0) }
        default: []
        }
      }.map { boxes in
        (boxes.map(\.right).max() ?? 0) * ((boxes.map(\.bottom).max() ?? 0) - (boxes.map(\.y).min() ?? 0))
      }
      #expect(abs(ends[1] / ends[0] - 2) < 0.1 && abs(ends[2] / ends[0] - 3) < 0.15, "\(ends)")
    }
  }

  @Test("a waterfall's bars, a map's circles and a diagram's flows are as long, large and wide for a value everywhere")
  func lengths() throws {
    for layout in try drawn(sample(kind("waterfall"))).layouts {
      let widths = picked(layout) { if case .bar(let bar) = $0 { [bar.box.width] } else { [] } }
      for (first, third) in zip(widths[0], widths[2]) { #expect(abs(third - 3 * first) < 0.4, "\(widths)") }
    }
    for layout in try drawn(sample(kind("map of circles"))).layouts {
      let radii = picked(layout) { if case .symbol(let symbol) = $0 { [symbol.radius] } else { [] } }
      for (first, third) in zip(radii[0].sorted(), radii[2].sorted()) where first > 3 {
        #expect(abs(third * third / (first * first) - 3) < 0.2, "\(radii)")
      }
    }
    for layout in try drawn(sample(kind("sankey"))).layouts {
      let widths = picked(layout) {
        if case .ribbon(let ribbon) = $0 { [ribbon.from.bottom - ribbon.from.top] } else { [] }
      }
      let sums = widths.map { $0.reduce(0, +) }
      #expect(abs(sums[2] - 3 * sums[0]) < 3 && abs(sums[1] - 2 * sums[0]) < 3, "\(sums)")
    }
  }

  @Test("timelines have one axis of time, also where a panel's entries are all early")
  func time() throws {
    let kind = try kind("timeline")
    let late = kind.rows([.integer(1980), .integer(2020)], ["a"], panel: "long") { _, _ in .null }
    let early = kind.rows([.integer(1980), .integer(1981)], ["a"], panel: "early") { _, _ in .null }
    let layout = try drawn(kind.sample(late + early, more: "facet: f")).layouts[0]
    let first = panels(layout).map { panel in
      panel.marks.compactMap { if case .rule(let rule) = $0, rule.kind == .grid { rule.from.x } else { nil } }.filter {
        $0 > 0
      }
    }
    #expect(first[0] == first[1] && !first[0].isEmpty, "\(first)")
  }

  @Test("a table's groups have one range of bars, and its file the group before each row")
  func groups() throws {
    let kind = try kind("table")
    let rows =
      kind.rows([.text("x")], ["s"], panel: "CHN") { _, _ in .integer(10) }
      + kind.rows([.text("x")], ["s"], panel: "JPN") { _, _ in .integer(5) }
    let chart = try drawn(kind.sample(rows, more: "facet: f"))
    let html = "\(chart.wide)"
    #expect(html.contains("<tr class=\"chart-group\"><th scope=\"rowgroup\" colspan=\"4\">China</th></tr>"))
    #expect(html.contains("width=\"100\"") && html.contains("width=\"50\""))
    #expect(String(decoding: chart.data.csv, as: UTF8.self) == "f,x,s,y\r\nCHN,x,s,10\r\nJPN,x,s,5\r\n")
    #expect(chart.data.rows.map { $0.map(\.text) } == [["China", "x", "s", "10"], ["Japan", "x", "s", "5"]])
    var diagnostics: [Diagnostic] = []
    _ = kind.sample([[.null] + rows[0].dropFirst()], more: "facet: f").drawn(.english, &diagnostics)
    #expect(diagnostics.map(\.rule) == ["chart-facet"])
  }

  @Test("panels of days and months are named in words, unless they have a label")
  func periods() throws {
    let months = sample(try kind("line"), panels: ["2024-11", "2024-12-05", "2024"], more: "labels: {2024-11: Before}")
    let names = try [Language.english, .japanese].map { language in
      try drawn(months, language).layouts[0].texts.filter { $0.kind == .panel }.map(\.text)
    }
    #expect(names == [["Before", "5 December 2024", "2024"], ["Before", "2024年12月5日", "2024"]])
    let table = try drawn(sample(kind("table"), panels: ["2024-11"]), .korean)
    #expect("\(table.wide)".contains(">2024년 11월</th></tr>"))
  }

  @Test("random panels of every type never make texts meet or leave the picture", arguments: Kind.all)
  func random(kind: Kind) throws {
    var random = SeededNumbers(seed: UInt64(kind.name.count))
    let words = ["Korea", "Machinery and electrical equipment", "半導体製造装置、集積回路および電子部品", "한국 수출입 통계", "i"]
    for round in 0..<(kind.type == .table || kind.type == .map ? 1 : 4) {
      func pick(_ range: ClosedRange<Int>, most: Int) -> Int {
        range.lowerBound + Int(random.unit() * Double(min(range.upperBound, most) - range.lowerBound + 1))
      }
      func word(_ index: Int) -> String { "\(words[Int(random.unit() * 5)]) \(index)" }
      let texts = (0..<30).map { word($0) }
      let xs = kind.xs(pick(kind.positions, most: 12)) { texts[$0] }
      let names = (0..<pick(kind.series, most: 7)).map { texts[29 - $0] }
      let scale = powerOfTen(Int(random.unit() * 12))
      let sign = kind.takesNegatives && random.unit() < 0.3 ? -1.0 : 1
      let rows = (0..<pick(1...9, most: 9)).flatMap { panel in
        kind.rows(xs, names, panel: "\(panel) \(texts[panel + 12])") { _, _ in
          let value = (random.unit() + 0.01) * scale * (random.unit() < 0.5 ? sign : 1)
          return kind.type != .waterfall && kind.series.lowerBound == 1 && random.unit() < 0.05 ? .null : .real(value)
        }
      }
      var diagnostics: [Diagnostic] = []
      let format = kind.type == .timeline ? "" : ["format: usd", "format: krw", "unit: million tonnes", ""][round % 4]
      let language = Language.allCases[(round + kind.name.count) % 4]
      let chart = kind.sample(rows, more: "facet: f\n\(format)").drawn(language, &diagnostics)
      if chart == nil, diagnostics.map(\.rule) == ["chart-all-missing"] { continue }
      for layout in try #require(chart, "\(diagnostics)").layouts {
        #expect(overlaps(layout) == [], "\(round) \(xs.count) × \(names.count)")
      }
    }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("marks and names that would hide or break")
struct RowTests {
  private func layouts(_ rows: [[Cell]], type: String, _ more: String) throws -> [ChartLayout] {
    var diagnostics: [Diagnostic] = []
    let drawn = BindTests.sample(
      rows, type: type, more: "series: s\ntitle: t\nsubtitle: US exports, USD, 2023\n\(more)"
    )
    .drawn(.english, &diagnostics)
    return try #require(drawn, "\(diagnostics)").layouts
  }

  @Test("symbols at nearly the same place of a row move apart, in the order of the legend, and others stay")
  func staggered() {
    #expect(stagger([]) == [] && stagger([nil, 3]) == [0, 0])
    #expect(stagger([12, nil, 10, 50]) == [-3.5, 0, 3.5, 0])
    #expect(stagger([10, 10, 10]) == [-7, 0, 7])
    #expect(stagger(Array(repeating: 1, count: 5)) == [-7, -3.5, 0, 3.5, 7])
    #expect(stagger([10, 14]) == [0, 0])
  }

  @Test("equal dots of a row are both seen", arguments: ["dot", "dumbbell"])
  func equalDots(type: String) throws {
    let rows: [[Cell]] = ["CHN", "JPN"].flatMap { series in
      [[.text("a"), .text(series), .integer(5)], [.text("b"), .text(series), .integer(series == "CHN" ? 1 : 9)]]
    }
    for layout in try layouts(rows, type: type, "sort: data") {
      let centers = layout.marks.compactMap { if case .symbol(let symbol) = $0 { symbol.center } else { nil } }
      #expect(Set(centers).count == centers.count)
    }
  }

  @Test("a slope includes zero where the block asks for it, and else need not")
  func slopeZero() throws {
    let rows: [[Cell]] = ["CHN", "JPN"].flatMap { series in
      [2023, 2024].map { [.integer($0), .text(series), .integer(series == "CHN" ? 80 : 90)] }
    }
    for layout in try layouts(rows, type: "slope", "zero: true") { #expect(layout.valueScale.low == 0) }
    for layout in try layouts(rows, type: "slope", "") { #expect(layout.valueScale.low == 80) }
  }

  @Test("a long word at the end of a line stays whole on a phone too")
  func wholeWords() throws {
    let rows: [[Cell]] = ["Semiconductors", "Cars"].flatMap { series in
      [2023, 2024].map { [.integer($0), .text(series), .integer(series == "Cars" ? $0 : 3000)] }
    }
    for layout in try layouts(rows, type: "line", "") {
      let names = layout.texts.filter { $0.kind == .series }.map(\.text)
      #expect(names.contains { $0.hasPrefix("Semiconductors") }, "\(names)")
    }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("names of a stack's series")
struct BarNameTests {
  private func layouts(_ type: String, names: [String] = ["CHN", "JPN", "KOR"], values: [Int] = [6, 3, 1]) throws
    -> [ChartLayout]
  {
    let xs: [Cell] = type.contains("vertical") ? [.integer(2023), .integer(2024)] : [.text("a"), .text("b")]
    let rows = xs.flatMap { x in zip(names, values).map { [x, Cell.text($0), .integer($1)] } }
    let sample = BindTests.sample(
      rows, type: "bar", more: "series: s\ntitle: t\nsubtitle: US exports, USD, 2023–2024\n\(type)")
    var diagnostics: [Diagnostic] = []
    let drawn = sample.drawn(.english, &diagnostics)
    return try #require(drawn, "\(diagnostics)").layouts
  }

  @Test(
    "stand at the pieces of one bar in their colours, and there is no legend", arguments: ["", "\ndirection: vertical"])
  func direct(direction: String) throws {
    for layout in try layouts("stack: true\(direction)") {
      let names = layout.texts.filter { $0.kind == .series }
      #expect(names.map(\.text).sorted() == ["China", "Japan", "South Korea"])
      #expect(Set(names.map(\.role)) == [.country(.china), .country(.japan), .country(.korea)])
      #expect(!layout.hasLegend && !layout.texts.contains { $0.kind == .legend })
      #expect(overlaps(layout) == [] && covered(layout) == [])
    }
  }

  @Test("are a legend where they have no room, or stand for no piece of that bar")
  func legend() throws {
    let long = ["Machinery and electrical equipment of all kinds", "Vehicles, aircraft and their parts", "Chemicals"]
    for layout in try layouts("stack: true", names: long, values: [90, 1, 1]) {
      #expect(layout.hasLegend && overlaps(layout) == [])
    }
    for layout in try layouts("stack: true", values: [6, 3, 0]) { #expect(layout.hasLegend) }
    for layout in try layouts("direction: vertical") { #expect(layout.hasLegend) }
    #expect(try layouts("direction: horizontal", names: long).map(\.hasLegend) == [false, true])
  }

  @Test("stand in the first group's bars that have room, and behind the figures of those that have not")
  func grouped() throws {
    for layout in try layouts("direction: horizontal", values: [90, 60, 2]) {
      #expect(!layout.hasLegend && overlaps(layout) == [] && covered(layout) == [])
      let inside = layout.texts.filter { $0.kind == .ground }
      #expect(inside.map(\.text) == ["China", "Japan"] && inside.map(\.role) == [.country(.china), .country(.japan)])
      #expect(layout.texts.filter { $0.kind == .series }.map(\.text) == ["South Korea"])
    }
  }
}

// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Foundation
import Settings

// Draws a thousand line charts of 5 × 25 points each: both pictures, the description, the data table, the file to take
// away, and all rules. Prints the milliseconds of CPU that one takes, those
// that reading its block of YAML takes, and the bytes of its two pictures.

let block = """
  id: five-lines
  type: line
  data: flows
  x: year
  y: amount
  series: item
  title: Five goods in twenty-five years
  subtitle: Korean exports by item, tonnes, 2000 to 2024
  unit: tonnes
  """
let items = ["Cars", "Chips", "Ships", "Steel", "Paper"]
let tables = (0..<100).map { flow in
  ChartTable(
    columns: ["year", "item", "amount"].map { ChartColumn(name: $0) },
    rows: items.enumerated().flatMap { rank, item in
      (2000..<2025).map { year in
        let amount = 100 + (flow * 7919 + rank * 104_729 + (year - 2000) * (13 + rank) * 31) % 900
        return [.integer(year), .text(item), .integer(amount)]
      }
    })
}

func read() throws -> ChartSpec? {
  var diagnostics: [Diagnostic] = []
  let setting = try Setting(yaml: block, at: Place("bench.md", line: 1, column: 1))
  return setting.flatMap { ChartSpec(setting: $0, diagnostics: &diagnostics) }
}

func draw(_ spec: ChartSpec, _ table: ChartTable) -> DrawnChart? {
  var diagnostics: [Diagnostic] = []
  return drawChart(
    spec, table: table, language: .english, idPrefix: "p-", hasSource: true, diagnostics: &diagnostics)
}

/// Milliseconds of CPU that each of so many runs takes.
func milliseconds(_ count: Int, _ body: (Int) throws -> Void) rethrows -> Double {
  let start = clock()
  for index in 0..<count { try body(index) }
  return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000 / Double(count)
}

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
guard let spec = try read(), let drawn = draw(spec, tables[0]) else { exit(1) }
for table in tables { _ = draw(spec, table) }
let drawing = milliseconds(count) { _ = draw(spec, tables[$0 % tables.count]) }
let reading = try milliseconds(count) { _ in _ = try read() }
print(drawing, reading, drawn.wide.description.utf8.count, drawn.narrow.description.utf8.count)

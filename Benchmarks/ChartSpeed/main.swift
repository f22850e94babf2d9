// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Foundation
import Settings

// Draws a thousand line charts of 5 × 25 points each: both pictures, the description, the data table, the file to take
// away, and all rules. Prints the seconds of CPU that one takes and the bytes of its two pictures.

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

func draw(_ table: ChartTable) throws -> DrawnChart? {
  var diagnostics: [Diagnostic] = []
  let setting = try Setting(yaml: block, at: Place("bench.md", line: 1, column: 1))
  guard let spec = setting.flatMap({ ChartSpec(setting: $0, diagnostics: &diagnostics) }) else { return nil }
  return drawChart(
    spec, table: table, language: .english, idPrefix: "p-", hasSource: true, diagnostics: &diagnostics)
}

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
for table in tables { _ = try draw(table) }
let start = clock()
var last: DrawnChart?
for index in 0..<count { last = try draw(tables[index % tables.count]) }
let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
guard let last else { exit(1) }
print(seconds / Double(count), last.wide.description.utf8.count, last.narrow.description.utf8.count)

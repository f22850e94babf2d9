// SPDX-License-Identifier: MIT
import Figures

/// The resource as the data package describes it: YAML, the first line to stand behind a dash.
func resourceEntry(_ reading: Reading, _ request: ImportRequest) -> [String] {
  let table = reading.table
  var lines = [
    "name: \(request.name)", "path: \(request.name).csv", "profile: tabular-data-resource",
    "title: \(yaml(reading.title))", "description: \(yaml(reading.description))", "format: csv", "mediatype: text/csv",
    "encoding: utf-8", "publisher: \(yaml(reading.publisher))",
  ]
  if let reporter = reading.reporter { lines.append("reporter: \(yaml(reporter))") }
  if let frequency = table.frequency { lines.append("frequency: \(frequency)") }
  if let valuation = reading.valuation { lines.append("valuation: \(yaml(valuation))") }
  if let published = request.published { lines.append("published: '\(published.iso)'") }
  lines.append("retrieved: '\(request.retrieved.iso)'")
  if !reading.caveats.isEmpty { lines += ["caveats:"] + reading.caveats.map { "  - \(yaml($0))" } }
  lines.append("sources:")
  for source in reading.sources {
    lines.append("  - title: \(yaml(source.title))")
    if let path = source.path { lines.append("    path: \(yaml(path))") }
  }
  lines += ["licenses:", "  - name: \(reading.licence.name)", "    title: \(yaml(reading.licence.title))"]
  lines += ["schema:", "  fields:"]
  for column in table.columns {
    lines += [
      "    - name: \(yaml(column.name))", "      type: \(column.type)", "      title: \(yaml(column.title))",
      "      description: \(yaml(column.description))",
    ]
    if let unit = column.unit { lines.append("      unit: \(yaml(unit))") }
    if table.isRequired(column) { lines.append("      constraints: {required: true}") }
  }
  if table.hasWholeKey { lines.append("  primaryKey: [\(table.key.map(yaml).joined(separator: ", "))]") }
  lines.append("  missingValues: ['']")
  return lines
}

extension TidyTable {
  /// Whether every row has every value of the key, as a primary key demands.
  fileprivate var hasWholeKey: Bool {
    !key.isEmpty && columns.filter { key.contains($0.name) }.allSatisfy(isRequired)
  }

  /// Whether the column is of the key and has a value in every row.
  fileprivate func isRequired(_ column: TidyColumn) -> Bool {
    guard key.contains(column.name), let index = columns.firstIndex(of: column) else { return false }
    return rows.allSatisfy { !$0[index].isEmpty }
  }
}

/// A text as a YAML scalar: as it is where that is safe, else in single quotes.
func yaml(_ text: String) -> String {
  let line = String(
    String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "~", ""]
  let isSafe =
    line.unicodeScalars.first?.properties.isAlphabetic == true && line == line.trimmed
    && !words.contains(line.lowercased()) && !line.contains(": ") && !line.contains(" #") && !line.hasSuffix(":")
    && !line.unicodeScalars.contains { "[]{}".unicodeScalars.contains($0) }
  return isSafe ? line : "'\(line.replacing("'", with: "''"))'"
}

// SPDX-License-Identifier: MIT
import Figures

extension Reading {
  /// What was understood of a file, a fact a line.
  func understanding(_ raw: RawTable, portal: Portal, request: ImportRequest) -> String {
    var facts: [(String, String)] = [
      ("file", "\(raw.path) (\(portal.title))"),
      ("rows", "\(table.rows.count), from \(raw.rows.count) of the file"),
    ]
    facts.append(("columns", table.columns.map(\.name).joined(separator: ", ")))
    if let period = table.period {
      let span = period.lowerBound == period.upperBound ? "" : " to \(period.upperBound.iso)"
      facts.append(("period", "\(period.lowerBound.iso)\(span)\(table.frequency.map { ", \($0)" } ?? "")"))
    }
    for name in ["reporter", "partner", "country"] {
      if let list = values(name) { facts.append((name, list)) }
    }
    facts.append(("unit", units))
    if let valuation { facts.append(("valuation", valuation)) }
    facts.append(("licence", licence.title + (licence.isStated ? "" : " (the file states none)")))
    facts.append(("marks", marks))
    for note in raw.notes.prefix(6) { facts.append(("in the file", note.text)) }
    for text in remarks + caveats { facts.append(("note", text)) }
    let lines = facts.map { name, text in name + String(repeating: " ", count: max(1, 13 - name.count)) + text }
    return (lines + ["first rows"] + firstRows).joined(separator: "\n") + "\n"
  }

  /// The values of a column that has few; how many, of one that has more.
  private func values(_ name: String) -> String? {
    guard let column = table.columns.firstIndex(where: { $0.name == name }) else { return nil }
    let values = Set(table.rows.map { $0[column] }).subtracting([""]).sorted()
    if values.isEmpty { return nil }
    return values.count <= 6
      ? values.joined(separator: ", ") : "\(values.count), from \(values[0]) to \(values[values.count - 1])"
  }

  private var units: String {
    let measures = table.columns.filter { $0.type == "number" }
    if measures.isEmpty { return "no figures" }
    let units = measures.map { "\($0.name) (\($0.unit ?? ""))" }.joined(separator: ", ")
    return units + (values("unit").map { ": \($0)" } ?? "")
  }

  private var marks: String {
    guard let column = table.columns.firstIndex(of: .status) else { return "none in this layout" }
    let counts = table.rows.reduce(into: [String: Int]()) { counts, row in counts[row[column], default: 0] += 1 }
    let texts = counts.filter { $0.key != "" }.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return texts.isEmpty ? "none" : texts.joined(separator: ", ")
  }

  private var firstRows: [String] {
    ([table.columns.map(\.name)] + table.rows.prefix(5)).map { "  " + $0.joined(separator: " | ") }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Settings
import TradeData

/// The most values of a JSON download; each takes some 150 bytes.
private let valueLimit = 5_000_000

/// Reads the records of a JSON file.
///
/// Understood are a list of records; a mapping that holds one under `data` or under `response.body.items.item`; and a
/// mapping of labels to lists, whose labels become the column `label`.
func readJSON(_ bytes: [UInt8], path: String, remarks: [String], log: inout FaultLog) -> RawTable? {
  let document: Setting
  do throws(Diagnostic) {
    document = try Setting(json: bytes, at: Place(path, line: 1, column: 1), nodeLimit: valueLimit)
  } catch {
    let hint = error.rule == "json-too-large" ? "download it as CSV" : "download it again"
    log.report("import-json", .error("import-json", error.message, at: error.place, hint: hint))
    return nil
  }
  if isSDMX(document) {
    let hint = "choose SDMX-CSV in the portal's download dialogue, then: briefing import sdmx"
    log.report(
      "import-form", .error("import-form", "the file is SDMX-JSON, not SDMX-CSV", at: Place(path), hint: hint))
    return nil
  }
  var records: [Record] = []
  var notes: [RawTable.Note] = []
  collect(document, [], &records, &notes)
  var labels: [String] = []
  var seen: Set<String> = []
  for record in records {
    for key in record.map(\.key) where seen.insert(key).inserted { labels.append(key) }
  }
  if labels.isEmpty, case .mapping(let entries) = document.content { labels = entries.map(\.key) }
  let found = records.map { record in
    Dictionary(record.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
  let places = records.map { $0.last?.value.place ?? Place(path) }
  return RawTable(
    path: path, labels: labels, rows: found.map { record in labels.map { record[$0]?.text ?? "" } }, notes: notes,
    remarks: remarks
  ) { [labels] row, column in
    column < labels.count ? found[row][labels[column]]?.place ?? places[row] : places[row]
  }
}

/// Whether a document has SDMX-JSON's data sets, which 2.0 has under `data`.
private func isSDMX(_ document: Setting) -> Bool {
  guard case .mapping(let entries) = document.content else { return false }
  return entries.contains { $0.key == "dataSets" || $0.key == "data" && isSDMX($0.value) }
}

private typealias Record = [(key: String, value: Setting)]

/// Gathers the records below a value; `above` are the labels they stand under.
private func collect(_ setting: Setting, _ above: Record, _ records: inout [Record], _ notes: inout [RawTable.Note]) {
  switch setting.content {
  case .scalar: return
  case .list(let elements):
    for element in elements {
      guard case .mapping(let entries) = element.content else { continue }
      let inner = entries.first { if case .list = $0.value.content { true } else { false } }
      if let inner, let name = entries.first(where: { $0.key == "name" }) {
        collect(inner.value, above + [("group", name.value)], &records, &notes)
      } else {
        records.append(above + entries.filter { $0.value.text != nil }.map { ($0.key, $0.value) })
      }
    }
  case .mapping(let entries):
    for entry in entries {
      switch entry.value.content {
      case .scalar(let text) where text.isEmpty: break
      case .scalar(let text):
        notes.append(RawTable.Note(text: "\(entry.key): \(text)", place: entry.value.place, isAboveHeader: true))
      case .list:
        let isContainer = ["data", "item", "items", "groups", "dataset"].contains(entry.key)
        let label = Setting(.scalar(entry.key), at: entry.keyPlace)
        collect(entry.value, isContainer ? above : above + [("label", label)], &records, &notes)
      case .mapping: collect(entry.value, above, &records, &notes)
      }
    }
  }
}

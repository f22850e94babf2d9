// SPDX-License-Identifier: MIT
import Diagnostics
import Settings
import TradeData

/// The most values of a JSON download. YAML's reader, which gives their places, takes some 500 bytes for each.
private let valueLimit = 2_000_000

/// Reads the records of a JSON file (which is YAML, so that each value has its place).
///
/// Understood are a list of records; a mapping that holds one under `data` or under `response.body.items.item`; and a
/// mapping of labels to lists, whose labels become the column `label`.
func readJSON(_ bytes: [UInt8], path: String, remarks: [String], log: inout FaultLog) -> RawTable? {
  let document: Setting?
  do {
    document = try Setting(
      yaml: String(decoding: bytes, as: UTF8.self), at: Place(path, line: 1, column: 1), nodeLimit: valueLimit)
  } catch {
    log.report(error.rule, fault(error, bytes, path))
    return nil
  }
  var records: [Record] = []
  var notes: [RawTable.Note] = []
  if let document { collect(document, [], &records, &notes) }
  var labels: [String] = []
  var seen: Set<String> = []
  for record in records {
    for key in record.map(\.key) where seen.insert(key).inserted { labels.append(key) }
  }
  if labels.isEmpty, case .mapping(let entries)? = document?.content { labels = entries.map(\.key) }
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

/// A fault of the YAML reader in words for JSON; at the end of the file it means that the file was cut short.
private func fault(_ error: Diagnostic, _ bytes: [UInt8], _ path: String) -> Diagnostic {
  if error.rule == "yaml-too-large" {
    return .error(
      "import-json", "more than \(valueLimit) values in one JSON file", at: error.place, hint: "download it as CSV")
  }
  let end = CSVFile(path: path, bytes: bytes, dialect: CSVDialect()).place(bytes.count)
  if unclosed(bytes) {
    return .error(
      "import-json", "the JSON ends before it is whole", at: end, hint: "it was cut short: download it again")
  }
  return .error("import-json", "this is not JSON", at: error.place, notes: [error.message])
}

/// Whether a bracket or a quote is still open at the end.
private func unclosed(_ bytes: [UInt8]) -> Bool {
  var (depth, isQuoted, isEscaped) = (0, false, false)
  for byte in bytes {
    if isEscaped {
      isEscaped = false
    } else if isQuoted {
      if byte == UInt8(ascii: "\\") { isEscaped = true }
      if byte == UInt8(ascii: "\"") { isQuoted = false }
    } else {
      switch byte {
      case UInt8(ascii: "\""): isQuoted = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
  }
  return depth > 0 || isQuoted
}

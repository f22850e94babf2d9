// SPDX-License-Identifier: MIT
import Diagnostics

/// Reads the header and compares it with the schema: the same names in the same order.
/// - Returns: false where the rows cannot be read with it.
func checkHeader(
  _ scanner: inout CSVScanner, _ file: CSVFile, _ schema: Schema, _ log: inout FaultLog
) -> Bool {
  var spans: [CSVScanner.Span] = []
  if scanner.next(into: &spans) != nil {
    log.report("csv-form", .error("csv-form", "the header is not CSV", at: file.place(file.start)))
    return false
  }
  var labels: [String] = []
  for span in spans {
    if let offset = firstInvalidByte(in: file.bytes[span.content]) {
      log.report(
        "csv-encoding",
        .error(
          "csv-encoding", "the header is not UTF-8", at: file.place(span.content.lowerBound + offset),
          hint: EncodingGuess(file.bytes).map { looksLike($0.encoding) }
            ?? "save the file as UTF-8, or declare its encoding in the data package"))
      return false
    }
    labels.append(
      file.bytes.withUnsafeBufferPointer { bytes in
        let content = bytes[span.content]
        return String(decoding: span.isEscaped ? unescaped(content, file.dialect) : Array(content), as: UTF8.self)
      })
  }
  let names = schema.fields.map(\.name)
  if !file.dialect.isCaseSensitive {
    labels = labels.map { label in names.first { $0.lowercased() == label.lowercased() } ?? label }
  }
  if labels == names { return true }
  let missing = names.filter { !labels.contains($0) }
  var isExplained = false
  for (index, label) in labels.enumerated() where !names.contains(label) {
    isExplained = true
    let meant = closest(to: label, among: missing)
    log.report(
      "csv-header",
      .error(
        "csv-header", "the schema has no field \(quoted(label))", at: file.place(spans[index].start),
        hint: meant.map { "did you mean '\($0)'?" } ?? fieldList(names)))
  }
  for name in missing {
    isExplained = true
    log.report(
      "csv-header",
      .error("csv-header", "the column '\(name)' of the schema is missing from the header", at: file.place(file.start)))
  }
  if !isExplained, let index = labels.indices.first(where: { $0 >= names.count || labels[$0] != names[$0] }) {
    let expected = index < names.count ? "where the schema has '\(names[index])'" : "a second time"
    log.report(
      "csv-header",
      .error("csv-header", "the column '\(labels[index])' stands \(expected)", at: file.place(spans[index].start)))
  }
  return false
}

private func fieldList(_ names: [String]) -> String { "the schema's fields are \(names.joined(separator: ", "))" }

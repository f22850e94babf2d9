// SPDX-License-Identifier: MIT
import Diagnostics

/// What a file calls its columns, and where.
struct CSVHeader {
  /// In the order of the file; those of a header of several lines are joined.
  var labels: [String] = []
  /// The offset of each label's first byte.
  var starts: [Int] = []
  /// What the line above says.
  fileprivate var above: [String] = []
}

/// Which columns a file may have beside or instead of the schema's fields.
enum FieldsMatch: String, CaseIterable {
  /// The same in the same order.
  case exact
  /// The same in any order.
  case equal
  /// All of the schema's, and others.
  case subset
  /// Some of the schema's, and no others.
  case superset
  /// At least one of the schema's, and others.
  case partial

  /// Whether columns that the schema does not name are left out.
  var allowsOthers: Bool { self == .subset || self == .partial }
  /// Whether fields that the file does not have are missing values.
  var allowsMissing: Bool { self == .superset || self == .partial }
}

/// Reads the lines that name the columns, and moves behind them.
/// - Returns: nil where there are none, or they cannot be read.
func readHeader(_ scanner: inout CSVScanner, _ file: CSVFile, _ log: inout FaultLog) -> CSVHeader? {
  var header = CSVHeader()
  guard let rows = file.dialect.headerRows else {
    scanner.skipComments()
    return header.add(&scanner, file, &log) ? header : nil
  }
  guard let last = rows.last else { return nil }
  for row in 1...last {
    if scanner.isAtEnd { break }
    if !rows.contains(row) {
      scanner.passLine()
    } else if !header.add(&scanner, file, &log) {
      return nil
    }
  }
  return header
}

extension CSVHeader {
  /// Adds a line; what it repeats from the line above counts once.
  fileprivate mutating func add(_ scanner: inout CSVScanner, _ file: CSVFile, _ log: inout FaultLog) -> Bool {
    var spans: [CSVScanner.Span] = []
    if scanner.next(into: &spans) != nil {
      log.report("csv-form", .error("csv-form", "the header is not CSV", at: file.place(file.start)))
      return false
    }
    for (index, span) in spans.enumerated() {
      if let offset = firstInvalidByte(in: file.bytes[span.content]) {
        log.report(
          "csv-encoding",
          .error(
            "csv-encoding", "the header is not UTF-8", at: file.place(span.content.lowerBound + offset),
            hint: EncodingGuess(file.bytes).map { looksLike($0.encoding) }
              ?? "save the file as UTF-8, or declare its encoding in the data package"))
        return false
      }
      let label = file.bytes.withUnsafeBufferPointer { bytes in
        let content = bytes[span.content]
        return String(decoding: span.isEscaped ? unescaped(content, file.dialect) : Array(content), as: UTF8.self)
      }
      if index >= labels.count {
        labels.append(label)
        starts.append(span.start)
      } else if above[index] != label {
        labels[index] += file.dialect.headerJoin + label
      }
      if index < above.count { above[index] = label } else { above.append(label) }
    }
    return true
  }
}

/// Compares a header with the schema.
/// - Returns: In which column each field stands, nil in it for one that the file does not have; nil where the rows cannot
///   be read with it.
func match(
  _ header: CSVHeader, _ file: CSVFile, _ schema: Schema, _ log: inout FaultLog
) -> [Int?]? {
  let names = schema.fields.map(\.name)
  var labels = header.labels
  if !file.dialect.isCaseSensitive {
    labels = labels.map { label in names.first { $0.lowercased() == label.lowercased() } ?? label }
  }
  let order = names.map { labels.firstIndex(of: $0) }
  if labels == names { return order }
  let missing = names.filter { !labels.contains($0) }
  let others = labels.indices.filter { !names.contains(labels[$0]) }
  var isMatched = true
  func report(_ message: String, at offset: Int, hint: String?) {
    isMatched = false
    log.report("csv-header", .error("csv-header", message, at: file.place(offset), hint: hint))
  }
  for index in others where !schema.fieldsMatch.allowsOthers {
    report(
      "the schema has no field \(quoted(labels[index]))", at: header.starts[index],
      hint: closest(to: labels[index], among: missing).map { "did you mean '\($0)'?" }
        ?? "the schema's fields are \(names.joined(separator: ", "))")
  }
  if missing.count == names.count || !schema.fieldsMatch.allowsMissing {
    for name in missing {
      report(
        "the column '\(name)' of the schema is missing from the header", at: file.start,
        hint: closest(to: name, among: others.map { labels[$0] }).map { "is it '\($0)' in the file?" }
          ?? "the file's columns are \(labels.joined(separator: ", "))")
    }
  }
  for index in labels.indices.dropFirst() where isMatched && labels[..<index].contains(labels[index]) {
    report(
      "the column '\(labels[index])' stands a second time", at: header.starts[index],
      hint: "give each column a name of its own")
  }
  if isMatched, schema.fieldsMatch == .exact, let index = labels.indices.first(where: { labels[$0] != names[$0] }) {
    report(
      "the column '\(labels[index])' stands where the schema has '\(names[index])'", at: header.starts[index],
      hint: "put the schema's fields into the order of the file, or add fieldsMatch: equal to the schema")
  }
  return isMatched ? order : nil
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Reads a CSV file into typed rows, and reports every fault of form, header, type and constraint.
///
/// - Parameters:
///   - key: What the table is known by, to be kept.
///   - threads: Each reads a part of a file that has no quotes; nil for as many as are worth while.
/// - Returns: nil where the rows could not be read at all. A cell with a fault is null in the result.
func readCSV(
  _ file: inout CSVFile, schema: Schema, key: String? = nil, threads: Int? = nil, log: inout FaultLog
) -> DataTable? {
  let (path, start) = (file.path, file.start)
  if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
    log.report(
      "csv-encoding",
      .error("csv-encoding", "the file is UTF-16", at: Place(path), hint: "save it as UTF-8"))
    return nil
  }
  guard file.bytes.count > start else {
    log.report(
      "csv-empty",
      .error(
        "csv-empty", "the file is empty", at: Place(path),
        hint: "fetch it again, or take the resource out of the data package"))
    return nil
  }
  var located = file
  let bytes = located.bytes
  let read = bytes.withUnsafeBufferPointer { bytes -> [ReadRows]? in
    var scanner = CSVScanner(bytes, dialect: located.dialect, from: start)
    var width = schema.fields.count
    if let header = readHeader(&scanner, located, &log) {
      guard let order = match(header, located, schema, &log) else { return nil }
      if order != Array(schema.fields.indices) { located.columnOrder = order }
      width = header.labels.count
    } else if located.dialect.headerRows != [] {
      return nil
    }
    let count = threads ?? threadCount(for: bytes.count, least: 1_000_000)
    let ranges = located.dialect.wholeRows((scanner.position..<bytes.count).parts(count), of: bytes)
    nonisolated(unsafe) let (all, head) = (bytes, scanner)
    let (file, columnCount) = (located, width)
    return inParts(ranges) { range in
      var reader = RowReader(file: file, bytes: all, schema: schema, width: columnCount)
      reader.read(head.part(range))
      return reader.rows
    }
  }
  guard var parts = read else { return nil }
  var rows = parts.removeFirst()
  for part in parts { rows.append(part) }
  log.add(rows.log)
  if rows.starts.isEmpty, log.isEmpty {
    log.report(
      "csv-no-rows",
      .error(
        "csv-no-rows", "the file has \(file.dialect.headerRows == [] ? "no rows" : "a header, but no rows")",
        at: Place(path), hint: "fetch it again, or take the resource out of the data package"))
  }
  (file.rowStarts, file.columnOrder) = (rows.starts, located.columnOrder)
  return DataTable(columnCount: schema.fields.count, cells: rows.cells, key: key)
}

/// What was read of a part of a file.
private struct ReadRows: Sendable {
  /// Row after row.
  var cells: [Cell] = []
  /// Where each row begins in the file.
  var starts: [Int] = []
  var log = FaultLog()

  /// Adds the part that follows.
  mutating func append(_ next: ReadRows) {
    cells += next.cells
    starts += next.starts
    log.add(next.log)
  }
}

extension CSVFile {
  /// What an editor reads of a malformed record.
  package func diagnostic(_ fault: CSVScanner.Fault) -> Diagnostic {
    switch fault {
    case .unclosedQuote(let offset):
      .error(
        "csv-form", "a quote is opened here and never closed", at: place(offset),
        hint: bytes.last == newline ? nil : cutShort)
    case .textAfterQuote(let offset):
      .error(
        "csv-form", "text after a closing quote", at: place(offset),
        hint: "double a quote that belongs to the text: \"\"")
    case .quoteInField(let offset):
      .error(
        "csv-form", "a quote inside a field that does not begin with one", at: place(offset),
        hint: "enclose the field in quotes, and double the quote: \"a \"\"b\"\" c\"")
    case .nul(let offset):
      .error(
        "csv-form", "a NUL character", at: place(offset),
        hint: "the file is damaged, or is no text: fetch it again, or save it as CSV")
    }
  }
}

/// What an editor is told of a file whose last line is not whole.
private let cutShort = "the file ends in the middle of a line: is another program still writing it?"

/// Turns the fields of one record after the other into cells.
private struct RowReader {
  let file: CSVFile
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many columns the file has.
  let width: Int
  let columns: [ColumnReader]
  var rows = ReadRows()

  init(file: CSVFile, bytes: UnsafeBufferPointer<UInt8>, schema: Schema, width: Int) {
    self.file = file
    self.width = width
    self.bytes = bytes
    columns = schema.fields.map { ColumnReader($0, schema: schema) }
  }

  /// Reads all that a scanner has left.
  mutating func read(_ scanner: CSVScanner) {
    var scanner = scanner
    let lines = scanner.bytes[scanner.position...].reduce(into: 0) { $0 += $1 == newline ? 1 : 0 }
    rows.starts.reserveCapacity(lines)
    rows.cells.reserveCapacity(lines * columns.count)
    var spans: [CSVScanner.Span] = []
    let hasComments = !file.dialect.comment.isEmpty || !file.dialect.commentRows.isEmpty
    while !scanner.isAtEnd {
      if hasComments {
        scanner.skipComments()
        if scanner.isAtEnd { break }
      }
      let start = scanner.position
      if let fault = scanner.next(into: &spans) {
        rows.log.report("csv-form", file.diagnostic(fault))
      } else if read(spans) {
        rows.starts.append(start)
      }
    }
  }

  /// - Returns: false for a record that is not a row of the table.
  private mutating func read(_ spans: [CSVScanner.Span]) -> Bool {
    guard spans.count == width else {
      reportRagged(spans, &rows.log)
      return false
    }
    if spans.count == 1, spans[0].content.isEmpty, spans[0].start == spans[0].content.lowerBound { return false }
    if let order = file.columnOrder {
      for index in columns.indices {
        let cell = order[index].map { columns[index].read(spans[$0], bytes, file, &rows.log) }
        rows.cells.append(cell ?? .null)
      }
      return true
    }
    for index in columns.indices {
      rows.cells.append(columns[index].read(spans[index], bytes, file, &rows.log))
    }
    return true
  }

  private func reportRagged(_ spans: [CSVScanner.Span], _ log: inout FaultLog) {
    guard let first = spans.first, let last = spans.last else { return }
    if spans.count == 1, first.content.isEmpty {
      // Blank lines at the end are harmless; one in the middle may stand for a row that was lost.
      if bytes[first.start...].allSatisfy({ $0 == newline || $0 == carriageReturn }) { return }
      log.report(
        "csv-blank-line",
        .error(
          "csv-blank-line", "a blank line", at: file.place(first.start),
          hint: "delete it, unless a row is missing here"))
      return
    }
    let isShort = spans.count < width
    let end = last.start == last.content.lowerBound ? last.content.upperBound : last.content.upperBound + 1
    let missing = isShort ? columns.indices.first { (file.columnOrder?[$0] ?? $0) == spans.count } : nil
    let name = missing.map { " ('\(columns[$0].field.name)' is the first that is missing)" } ?? ""
    log.report(
      "csv-ragged",
      .error(
        "csv-ragged", "\(spans.count) \(spans.count == 1 ? "field" : "fields") in a row of \(width)\(name)",
        at: file.place(isShort ? end : spans[width].start),
        hint: isShort
          ? (end == bytes.count ? cutShort : "give the row all its fields, empty ones where a value is missing")
          : "enclose a field that holds a '\(Character(Unicode.Scalar(file.dialect.delimiter)))' in quotes"))
  }
}

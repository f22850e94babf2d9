// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Reads a CSV file into typed rows, and reports every fault of form, header, type and constraint.
///
/// - Parameter key: What the table is known by, to be kept.
/// - Returns: nil where the rows could not be read at all. A cell with a fault is null in the result.
func readCSV(_ file: inout CSVFile, schema: Schema, key: String? = nil, log: inout FaultLog) -> DataTable? {
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
  var rowStarts: [Int] = []
  let bytes = located.bytes
  let cells = bytes.withUnsafeBufferPointer { bytes -> [Cell]? in
    var scanner = CSVScanner(bytes, dialect: located.dialect, from: start)
    var width = schema.fields.count
    if let header = readHeader(&scanner, located, &log) {
      guard let order = match(header, located, schema, &log) else { return nil }
      if order != Array(schema.fields.indices) { located.columnOrder = order }
      width = header.labels.count
    } else if located.dialect.headerRows != [] {
      return nil
    }
    let lines = bytes.reduce(into: 0) { $0 += $1 == newline ? 1 : 0 }
    rowStarts.reserveCapacity(lines)
    var reader = RowReader(file: located, bytes: bytes, schema: schema, width: width)
    reader.cells.reserveCapacity(lines * schema.fields.count)
    var spans: [CSVScanner.Span] = []
    let hasComments = !located.dialect.comment.isEmpty || !located.dialect.commentRows.isEmpty
    while !scanner.isAtEnd {
      if hasComments {
        scanner.skipComments()
        if scanner.isAtEnd { break }
      }
      let rowStart = scanner.position
      if let fault = scanner.next(into: &spans) {
        log.report("csv-form", located.diagnostic(fault))
      } else if reader.read(spans, &log) {
        rowStarts.append(rowStart)
      }
    }
    return reader.cells
  }
  guard let cells else { return nil }
  if rowStarts.isEmpty, log.isEmpty {
    log.report(
      "csv-no-rows",
      .error(
        "csv-no-rows", "the file has \(file.dialect.headerRows == [] ? "no rows" : "a header, but no rows")",
        at: Place(path), hint: "fetch it again, or take the resource out of the data package"))
  }
  (file.rowStarts, file.columnOrder) = (rowStarts, located.columnOrder)
  return DataTable(columnCount: schema.fields.count, cells: cells, key: key)
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
  let schema: Schema
  /// How many columns the file has.
  let width: Int
  var columns: [ColumnReader]
  var cells: [Cell] = []

  init(file: CSVFile, bytes: UnsafeBufferPointer<UInt8>, schema: Schema, width: Int) {
    self.file = file
    self.width = width
    self.bytes = bytes
    self.schema = schema
    columns = schema.fields.map { ColumnReader($0, schema: schema) }
  }

  /// - Returns: false for a record that is not a row of the table.
  mutating func read(_ spans: [CSVScanner.Span], _ log: inout FaultLog) -> Bool {
    guard spans.count == width else {
      reportRagged(spans, &log)
      return false
    }
    if spans.count == 1, spans[0].content.isEmpty, spans[0].start == spans[0].content.lowerBound { return false }
    if let order = file.columnOrder {
      for index in columns.indices {
        let cell = order[index].map { columns[index].read(spans[$0], bytes, file, &log) }
        cells.append(cell ?? .null)
      }
      return true
    }
    for index in columns.indices {
      cells.append(columns[index].read(spans[index], bytes, file, &log))
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

// SPDX-License-Identifier: MIT
import Diagnostics
import TradeData

/// Reads delimited text: the delimiter is found out, titles above the labels and footers are set apart.
///
/// - Parameter isRemark: Whether a line below the labels that is no row may be one of the portal's remarks.
/// - Returns: nil where there are no labels.
func readTable(
  _ bytes: [UInt8], path: String, remarks: [String], isRemark: (String) -> Bool, log: inout FaultLog
) -> RawTable? {
  let file = CSVFile(path: path, bytes: bytes, dialect: CSVDialect(delimiter: delimiter(bytes)))
  var labels: [String] = []
  var rows: [[String]] = []
  var starts: [Int] = []
  var notes: [RawTable.Note] = []
  bytes.withUnsafeBufferPointer { buffer in
    var scanner = CSVScanner(buffer, dialect: file.dialect, from: file.start)
    var spans: [CSVScanner.Span] = []
    while !scanner.isAtEnd {
      let start = scanner.position
      if let fault = scanner.next(into: &spans) {
        log.report("csv-form", file.diagnostic(fault))
        continue
      }
      let fields = spans.map { text($0, buffer, file.dialect) }
      let filled = fields.filter { !$0.trimmed.isEmpty }
      if filled.isEmpty { continue }
      if filled.count == 1, let note = filled.first, labels.isEmpty || labels.count > 1 && fields.count < labels.count {
        if !labels.isEmpty, !isRemark(note) { log.report("csv-ragged", ragged(fields.count, labels, file, start)) }
        notes.append(RawTable.Note(text: note.trimmed, place: file.place(start), isAboveHeader: labels.isEmpty))
      } else if labels.isEmpty {
        labels = fields
      } else if fields.count == labels.count {
        rows.append(fields)
        starts.append(start)
      } else {
        log.report("csv-ragged", ragged(fields.count, labels, file, start))
      }
    }
  }
  if labels.isEmpty {
    log.report("import-empty", .error("import-empty", "the file has no table", at: Place(path)))
    return nil
  }
  var located = file
  located.rowStarts = starts
  return RawTable(path: path, labels: labels, rows: rows, notes: notes, remarks: remarks) { [located] row, column in
    located.place(row: row, column: column)
  }
}

private func ragged(_ count: Int, _ labels: [String], _ file: CSVFile, _ start: Int) -> Diagnostic {
  .error(
    "csv-ragged", "\(count) \(count == 1 ? "field" : "fields") in a row of \(labels.count)", at: file.place(start),
    hint: "was the file cut short, or edited? download it again")
}

private func text(_ span: CSVScanner.Span, _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect) -> String {
  let content = bytes[span.content]
  return String(decoding: span.isEscaped ? unescaped(content, dialect) : Array(content), as: UTF8.self)
}

/// The character that most often parts the fields of the first line that has any.
private func delimiter(_ bytes: [UInt8]) -> UInt8 {
  let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
  for line in bytes.prefix(1 << 16).split(separator: UInt8(ascii: "\n")).prefix(20) {
    var counts = [0, 0, 0]
    var (isQuoted, depth) = (false, 0)
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      // `STRUCTURE[;]` names a separator within fields.
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if !isQuoted, depth == 0, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    if let most = counts.max(), most > 0, let index = counts.firstIndex(of: most), most > 1 || line.count < 200 {
      return candidates[index]
    }
  }
  return candidates[0]
}

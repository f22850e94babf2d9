// SPDX-License-Identifier: MIT
import Diagnostics
import TradeData

/// Reads the first sheet with cells of a workbook (Office Open XML, ECMA-376) as if it were CSV.
///
/// - Parameter isRemark: Whether a line below the labels that is one text may be one of the portal's remarks.
/// - Returns: nil where there are no labels.
func readWorkbook(
  _ bytes: [UInt8], path: String, isRemark: (String) -> Bool, log: inout FaultLog
) -> RawTable? {
  do throws(WorkbookFault) {
    var workbook = try Workbook(bytes)
    for listed in workbook.sheets {
      let sheet = try workbook.cells(of: listed)
      guard !sheet.rows.isEmpty else { continue }
      var remarks: [String] = []
      if workbook.sheets.count > 1 {
        let names = workbook.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
        remarks.append("of the sheets \(names), '\(listed.name)' was read, the first with cells")
      }
      remarks += sheet.remarks
      return try sheet.table(path: path, remarks: remarks, isRemark: isRemark, log: &log)
    }
    log.report("import-empty", .error("import-empty", "no sheet of the workbook has a table", at: Place(path)))
  } catch {
    let place = error.cell.map { Place(cell: path, row: $0.row, column: $0.column) } ?? Place(path)
    log.report("import-workbook", .error("import-workbook", error.message, at: place, hint: error.hint))
  }
  return nil
}

extension Sheet {
  /// What an editor should know of the cells that failed.
  fileprivate var remarks: [String] {
    guard !failed.isEmpty else { return [] }
    let shown = failed.prefix(6).map { "\($0.cell) \($0.text)" }.joined(separator: ", ")
    return ["cells that are errors of the spreadsheet, read as missing: \(shown)\(failed.count > 6 ? ", …" : "")"]
  }

  /// Labels and rows; titles above the labels and footers are set apart, as `readTable` does.
  fileprivate func table(
    path: String, remarks: [String], isRemark: (String) -> Bool, log: inout FaultLog
  ) throws(WorkbookFault) -> RawTable? {
    var labels: [String] = []
    var rows: [[String]] = []
    var numbers: [Int] = []
    var notes: [RawTable.Note] = []
    for row in self.rows {
      guard let first = row.cells.first, let last = row.cells.last else { continue }
      let place = { (column: Int) in Place(cell: path, row: row.number, column: column) }
      if row.cells.count == 1, labels.isEmpty || labels.count > 1 && isRemark(first.text) {
        notes.append(
          RawTable.Note(text: first.text.trimmed, place: place(first.column), isAboveHeader: labels.isEmpty))
      } else if last.column > labels.count, !labels.isEmpty {
        log.report(
          "csv-ragged",
          .error(
            "csv-ragged", "a cell in column \(last.column) of a table of \(labels.count)", at: place(last.column),
            hint: "was the sheet edited? download it again"))
      } else {
        let width = labels.isEmpty ? last.column : labels.count
        guard width * rows.count <= Self.cellLimit else {
          throw .tooLarge("the sheet has more than \(Self.cellLimit) cells")
        }
        var fields = Array(repeating: "", count: width)
        for cell in row.cells { fields[cell.column - 1] = cell.text }
        if labels.isEmpty {
          labels = fields
        } else {
          rows.append(fields)
          numbers.append(row.number)
        }
      }
    }
    if labels.isEmpty {
      log.report("import-empty", .error("import-empty", "the file has no table", at: Place(path)))
      return nil
    }
    return RawTable(path: path, labels: labels, rows: rows, notes: notes, remarks: remarks) { [numbers] row, column in
      Place(cell: path, row: numbers[row], column: column + 1)
    }
  }
}

// SPDX-License-Identifier: MIT

/// The cells of a sheet that are not empty, as texts.
struct Sheet {
  struct Row {
    /// From 1.
    let number: Int
    /// In order, columns from 1.
    var cells: [(column: Int, text: String)]
  }

  /// The most cells of a sheet.
  static let cellLimit = 10_000_000

  private(set) var rows: [Row] = []
  /// The cells whose formula failed, such as `#DIV/0!`; they are not among the cells.
  private(set) var failed: [(cell: CellReference, text: String)] = []
  private var count = 0

  /// Reads the part of a sheet.
  init(_ bytes: [UInt8], part: String, strings: [String], styles: CellStyles) throws(WorkbookFault) {
    var xml = try XMLTokenizer(bytes, part: part)
    var row = Row(number: 0, cells: [])
    var (lastRow, lastColumn) = (0, 0)
    var cell: StoredCell?
    var (isInValue, isReading) = (false, false)
    while let token = try xml.next() {
      switch token {
      case .start("row"):
        // Both are left out where nothing is skipped.
        let number = try xml.attribute("r").map { Int($0) ?? 0 } ?? lastRow + 1
        guard number > lastRow, CellReference(row: number, column: 1) != nil else {
          throw .damaged("row \(number) of '\(part)' stands behind row \(lastRow)")
        }
        (lastRow, lastColumn) = (number, 0)
        row = Row(number: number, cells: [])
      case .start("c"):
        let written = try xml.attribute("r")
        let place = written.map { CellReference($0) } ?? CellReference(row: lastRow, column: lastColumn + 1)
        guard let place, place.row == lastRow, place.column > lastColumn else {
          throw .damaged(
            "the cell '\(written ?? "without a name")' of '\(part)' is not behind the cell before it, in row \(lastRow)"
          )
        }
        lastColumn = place.column
        cell = StoredCell(
          place: place, type: try xml.attribute("t") ?? "n",
          style: try xml.attribute("s").flatMap { Int($0) } ?? 0)
      case .start("f"): cell?.hasFormula = true
      case .start("rPh"): isReading = true
      case .end("rPh"): isReading = false
      case .start("v"), .start("t"):
        guard !isReading else { break }
        isInValue = true
        if cell?.value == nil { cell?.value = "" }
      case .end("v"), .end("t"): isInValue = false
      case .text(let run): if isInValue { cell?.value? += run }
      case .end("c"):
        guard let stored = cell else { break }
        cell = nil
        if stored.type == "e", let value = stored.value {
          failed.append((stored.place, value))
        } else {
          let text = try stored.text(strings, styles)
          if !text.trimmed.isEmpty { row.cells.append((stored.place.column, text)) }
        }
      case .end("row"):
        count += row.cells.count
        guard count <= Self.cellLimit else {
          throw .tooLarge("the sheet has more than \(Self.cellLimit) cells")
        }
        if !row.cells.isEmpty { rows.append(row) }
        row.cells = []
      default: break
      }
    }
  }
}

// SPDX-License-Identifier: MIT
import Figures
import TradeData

/// The rows of an edition as they were read, in one dialect: UTF-8, commas, LF.
func csv(_ resource: Resource, _ table: DataTable) -> [UInt8] {
  var out = CSVWriter(lineEnd: .lf)
  out.row(resource.fields.map(\.name))
  let areBoolean = resource.fields.map { $0.kind == .boolean }
  for row in 0..<table.rowCount {
    for (isBoolean, cell) in zip(areBoolean, table[row: row]) {
      if isBoolean { out.append(boolean(cell)) } else { out.append(cell) }
    }
    out.endRow()
  }
  return out.bytes
}

/// Every revised figure: the editions, the primary key, the field, and what each edition says.
func csv(_ revisions: [Revisions], of resource: Resource) -> [UInt8] {
  var out = CSVWriter(lineEnd: .lf)
  out.row(["from", "to"] + resource.primaryKey + ["field", "old", "new", "change", "change_percent"])
  for edition in revisions {
    for cell in edition.cells {
      let field = resource.fields[cell.field]
      let key = zip(resource.primaryKey, cell.key).map { name, cell in
        resource.field(named: name).map { plain(cell, $0) } ?? cell.plain
      }
      out.row(
        [edition.from.iso, edition.to.iso] + key + [field.name, plain(cell.old, field), plain(cell.new, field)]
          + [cell.change, cell.relativeChange.map { $0 * 100 }].map { $0.map { Cell.real($0).plain } ?? "" })
    }
  }
  return out.bytes
}

private func plain(_ cell: Cell, _ field: Field) -> String {
  field.kind == .boolean ? boolean(cell) : cell.plain
}

private func boolean(_ cell: Cell) -> String { cell.isNull ? "" : cell.number == 0 ? "false" : "true" }

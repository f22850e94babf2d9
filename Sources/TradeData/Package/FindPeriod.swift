// SPDX-License-Identifier: MIT
import Figures

/// The first and last period of a table: of the first date, month or year field that has values, else of a text field
/// whose values all are periods, such as `2024-Q1`.
func findPeriod(_ table: DataTable, fields: [Field]) -> ClosedRange<Period>? {
  if let stored = table.stored { return stored.period }
  let temporal = fields.indices.filter { fields[$0].kind.isTemporal }
  for column in temporal {
    if let range = typedRange(table, column) { return range }
  }
  for column in fields.indices where fields[column].kind == .string {
    if let range = textRange(table, column) { return range }
  }
  return nil
}

/// Values of one declared type sort as they are: years as numbers, dates and months as ISO text.
private func typedRange(_ table: DataTable, _ column: Int) -> ClosedRange<Period>? {
  var (first, last) = (Cell.null, Cell.null)
  for row in 0..<table.rowCount {
    let cell = table[row, column]
    if cell.isNull { continue }
    if first.isNull || cell.isLess(than: first) { first = cell }
    if last.isNull || last.isLess(than: cell) { last = cell }
  }
  guard let first = Period(first), let last = Period(last) else { return nil }
  return first...last
}

private func textRange(_ table: DataTable, _ column: Int) -> ClosedRange<Period>? {
  var range: ClosedRange<Period>?
  for row in 0..<table.rowCount where !table[row, column].isNull {
    guard let period = Period(table[row, column]) else { return nil }
    range = range.map { min($0.lowerBound, period)...max($0.upperBound, period) } ?? period...period
  }
  return range
}

extension Cell {
  /// Whether a value comes before another of the same type: by number, or by text as ISO dates do.
  func isLess(than other: Cell) -> Bool {
    if case .integer(let a) = self, case .integer(let b) = other { return a < b }
    if let a = number, let b = other.number { return a < b }
    if case .text(let a) = self, case .text(let b) = other { return a < b }
    return false
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Finds rows by the values of some columns.
struct KeyIndex {
  private let table: DataTable
  private let columns: [Int]
  /// From a hash of the values to the first row that has it; a row of another key moves to the next number.
  private var rows: [Int: Int] = [:]
  /// Pairs of rows with the same key: the later and the first.
  private(set) var duplicates: [(row: Int, first: Int)] = []

  /// Rows where a value of the key is null are left out.
  init(_ table: DataTable, columns: [Int]) {
    self.table = table
    self.columns = columns
    rows.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount where !table.hasNull(row, columns) {
      var slot = table.hash(row, columns)
      while let other = rows[slot] {
        if table.isEqual(row, columns, table, other, columns) {
          duplicates.append((row, other))
          break
        }
        slot &+= 1
      }
      if rows[slot] == nil { rows[slot] = row }
    }
  }

  /// The row with the values that a row of another table has.
  func row(like row: Int, of other: DataTable, columns otherColumns: [Int]) -> Int? {
    var slot = other.hash(row, otherColumns)
    while let found = rows[slot] {
      if other.isEqual(row, otherColumns, table, found, columns) { return found }
      slot &+= 1
    }
    return nil
  }
}

extension DataTable {
  /// Whether a value of a key is missing.
  func hasNull(_ row: Int, _ columns: [Int]) -> Bool { columns.contains { self[row, $0].isNull } }

  fileprivate func hash(_ row: Int, _ columns: [Int]) -> Int {
    var hasher = Hasher()
    for column in columns { hasher.combine(self[row, column]) }
    return hasher.finalize()
  }

  fileprivate func isEqual(_ row: Int, _ columns: [Int], _ other: DataTable, _ otherRow: Int, _ others: [Int]) -> Bool {
    zip(columns, others).allSatisfy { self[row, $0] == other[otherRow, $1] }
  }
}

/// Reports rows that repeat the primary key, or a value of a field declared as unique.
func checkUniqueness(_ table: DataTable, _ file: CSVFile, _ schema: Schema, _ log: inout FaultLog) {
  let unique = schema.fields.filter { $0.constraints.isUnique && [$0.name] != schema.primaryKey }
  for key in [schema.primaryKey] + schema.uniqueKeys + unique.map({ [$0.name] }) where !key.isEmpty {
    let columns = key.compactMap(schema.column)
    guard columns.count == key.count else { continue }
    for (row, first) in KeyIndex(table, columns: columns).duplicates {
      let values = zip(key, columns).map { "\($0) = \(table[row, $1].plain)" }.joined(separator: ", ")
      let rule = key == schema.primaryKey ? "csv-primary-key" : "csv-unique"
      log.report(
        rule,
        .error(
          rule, "a second row with \(values); the first is in line \(file.place(row: first, column: 0).line)",
          at: file.place(row: row, column: columns[0])))
    }
  }
}

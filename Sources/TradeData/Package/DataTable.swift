// SPDX-License-Identifier: MIT
import Figures

/// The rows of a resource in the order of its file: in memory, or in a cache file from which they are read as needed.
public struct DataTable: Sendable {
  /// As many as the resource has fields.
  public let columnCount: Int
  /// The header does not count.
  public let rowCount: Int
  /// What the rows were made from, as `TableCache` names it; nil where they are not to be kept.
  let key: String?
  private let rows: Rows

  private enum Rows: Sendable {
    /// Row after row.
    case memory([Cell])
    case file(StoredTable)
  }

  /// - Parameter cells: Row after row.
  init(columnCount: Int, cells: [Cell] = [], key: String? = nil) {
    self.columnCount = columnCount
    self.key = key
    rowCount = columnCount == 0 ? 0 : cells.count / columnCount
    rows = .memory(cells)
  }

  /// Rows of a cache file.
  init(_ table: StoredTable, key: String) {
    (columnCount, rowCount, self.key, rows) = (table.columnCount, table.rowCount, key, .file(table))
  }

  /// Where the rows are kept; nil for rows in memory.
  var stored: StoredTable? { if case .file(let table) = rows { table } else { nil } }

  /// The same rows in memory, for who reads them in no order.
  var inMemory: DataTable {
    guard case .file = rows else { return self }
    var cells: [Cell] = []
    cells.reserveCapacity(rowCount * columnCount)
    for row in 0..<rowCount { cells += self[row: row] }
    return DataTable(columnCount: columnCount, cells: cells, key: key)
  }

  /// A cell, by numbers from 0.
  public subscript(row: Int, column: Int) -> Cell {
    switch rows {
    case .memory(let cells): cells[row * columnCount + column]
    case .file(let table): table.withBlock(of: row) { cells, first in cells[(row - first) * columnCount + column] }
    }
  }

  /// A row, by its number from 0.
  public subscript(row row: Int) -> ArraySlice<Cell> {
    switch rows {
    case .memory(let cells): cells[row * columnCount..<(row + 1) * columnCount]
    case .file(let table):
      table.withBlock(of: row) { cells, first in cells[(row - first) * columnCount..<(row - first + 1) * columnCount] }
    }
  }
}

// SPDX-License-Identifier: MIT
import Figures

/// The rows of a resource in the order of its file.
public struct DataTable: Sendable, Hashable {
  /// As many as the resource has fields.
  public let columnCount: Int
  private let cells: [Cell]

  /// - Parameter cells: Row after row.
  init(columnCount: Int, cells: [Cell] = []) {
    self.columnCount = columnCount
    self.cells = cells
  }

  /// The header does not count.
  public var rowCount: Int { columnCount == 0 ? 0 : cells.count / columnCount }

  /// A cell, by numbers from 0.
  public subscript(row: Int, column: Int) -> Cell { cells[row * columnCount + column] }

  /// A row, by its number from 0.
  public subscript(row row: Int) -> ArraySlice<Cell> { cells[row * columnCount..<(row + 1) * columnCount] }
}

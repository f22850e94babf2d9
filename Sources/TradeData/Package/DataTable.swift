// SPDX-License-Identifier: MIT
import Figures

/// The rows of a resource in the order of its file.
public struct DataTable: Sendable, Hashable {
  public let columnCount: Int
  private let cells: [Cell]

  /// - Parameter cells: Row after row.
  init(columnCount: Int, cells: [Cell] = []) {
    self.columnCount = columnCount
    self.cells = cells
  }

  public var rowCount: Int { columnCount == 0 ? 0 : cells.count / columnCount }

  public subscript(row: Int, column: Int) -> Cell { cells[row * columnCount + column] }

  public subscript(row row: Int) -> ArraySlice<Cell> { cells[row * columnCount..<(row + 1) * columnCount] }
}

// SPDX-License-Identifier: MIT
import Figures
import GRDB
import GRDBSQLite
import Synchronization

/// A table in a cache file, read a block of rows at a time.
final class StoredTable: Sendable {
  let file: CacheFile
  let name: String
  let rowCount: Int
  let columnCount: Int
  /// The first and last period of the rows, found when they were written.
  let period: ClosedRange<Period>?

  private struct Block {
    var first = 0
    var cells: [Cell] = []
  }

  private static let blockSize = 1000
  private let block = Mutex(Block())

  init(_ file: CacheFile, name: String, rowCount: Int, columnCount: Int, period: ClosedRange<Period>?) {
    self.file = file
    self.name = name
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.period = period
  }

  /// Lends the cells of a row and its neighbours, and the number of the first row among them.
  func withBlock<Answer: Sendable>(of row: Int, _ body: ([Cell], Int) -> Answer) -> Answer {
    block.withLock { block in
      if row < block.first || row >= block.first + block.cells.count / columnCount {
        let first = row / Self.blockSize * Self.blockSize
        block = Block(first: first, cells: read(from: first))
      }
      return body(block.cells, block.first)
    }
  }

  /// Rows that the file fails to give are missing values: it was whole when it was opened.
  private func read(from first: Int) -> [Cell] {
    let count = min(Self.blockSize, rowCount - first) * columnCount
    var cells: [Cell] = []
    cells.reserveCapacity(count)
    let sql = "SELECT * FROM \(sqlName(name)) WHERE rowid > \(first) ORDER BY rowid LIMIT \(Self.blockSize)"
    file.withConnection { connection in
      var statement: OpaquePointer?
      defer { sqlite3_finalize(statement) }
      guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { return }
      while sqlite3_step(statement) == SQLITE_ROW {
        for column in 0..<Int32(columnCount) { cells.append(storedCell(statement, column)) }
      }
    }
    return cells.count == count ? cells : Array(repeating: .null, count: count)
  }
}

/// A cell of a statement's row; null for a blob, which is no value of ours.
func storedCell(_ statement: OpaquePointer?, _ index: Int32) -> Cell {
  switch sqlite3_column_type(statement, index) {
  case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, index)))
  case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, index))
  case SQLITE_TEXT:
    guard let text = sqlite3_column_text(statement, index) else { return .null }
    let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, index)))
    return .text(String(decoding: bytes, as: UTF8.self))
  default: return .null
  }
}

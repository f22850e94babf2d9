// SPDX-License-Identifier: MIT
import Diagnostics

/// Where a cell stands, row and column from 1: `B7` is row 7, column 2.
struct CellReference: Hashable, CustomStringConvertible {
  /// The most rows and columns of a sheet.
  static let (lastRow, lastColumn) = (1_048_576, 16_384)

  let row: Int
  let column: Int

  /// - Returns: nil for a place that no sheet has.
  init?(row: Int, column: Int) {
    guard 1...Self.lastRow ~= row, 1...Self.lastColumn ~= column else { return nil }
    (self.row, self.column) = (row, column)
  }

  /// Reads `B7`; nil for anything else.
  init?(_ text: String) {
    let letters = text.utf8.prefix { 65...90 ~= $0 }
    let digits = text.dropFirst(letters.count)
    guard 1...3 ~= letters.count, !digits.isEmpty, digits.utf8.allSatisfy({ 48...57 ~= $0 }), let row = Int(digits)
    else { return nil }
    self.init(row: row, column: letters.reduce(0) { $0 * 26 + Int($1) - 64 })
  }

  var description: String { Place(cell: "", row: row, column: column).cell ?? "" }
}

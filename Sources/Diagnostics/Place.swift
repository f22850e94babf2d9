// SPDX-License-Identifier: MIT

/// A point in a file an editor can go to: a path relative to the site's folder, a line and a column, both from 1.
///
/// Columns count Unicode scalars, as editors show them, not bytes. Line 0 means the file as a whole. In a workbook, line
/// and column are those of a cell.
public struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let path: String
  public let line: Int
  public let column: Int
  /// Whether the place is a cell of a workbook, which has no lines to show.
  public let isCell: Bool

  public init(_ path: String, line: Int = 0, column: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
    isCell = false
  }

  /// A cell of a workbook, row and column from 1.
  public init(cell path: String, row: Int, column: Int) {
    self.path = path
    line = row
    self.column = column
    isCell = true
  }

  public static func < (a: Place, b: Place) -> Bool {
    (a.path, a.line, a.column) < (b.path, b.line, b.column)
  }

  /// The name of a cell: `B7`.
  public var cell: String? {
    guard isCell else { return nil }
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(line)
  }

  /// `path`, `path:line` or `path:line:column`, as far as they are known; `path:B7` for a cell.
  public var description: String {
    if let cell { return "\(path):\(cell)" }
    return line == 0 ? path : column == 0 ? "\(path):\(line)" : "\(path):\(line):\(column)"
  }
}

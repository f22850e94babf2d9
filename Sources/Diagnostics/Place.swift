// SPDX-License-Identifier: MIT

/// A point in a file an editor can go to: a path relative to the site's folder, a line and a column, both from 1.
///
/// Columns count Unicode scalars, as editors show them, not bytes. Line 0 means the file as a whole.
public struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let path: String
  public let line: Int
  public let column: Int

  public init(_ path: String, line: Int = 0, column: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
  }

  public static func < (a: Place, b: Place) -> Bool {
    (a.path, a.line, a.column) < (b.path, b.line, b.column)
  }

  /// `path`, `path:line` or `path:line:column`, as far as they are known.
  public var description: String {
    line == 0 ? path : column == 0 ? "\(path):\(line)" : "\(path):\(line):\(column)"
  }
}

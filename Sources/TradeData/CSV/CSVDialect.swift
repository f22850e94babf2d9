// SPDX-License-Identifier: MIT

/// How a CSV file is written.
package struct CSVDialect: Sendable, Hashable {
  /// Between fields.
  package var delimiter = UInt8(ascii: ",")
  /// Around fields.
  package var quote = UInt8(ascii: "\"")
  /// Whether a quote inside a field is written twice.
  package var doublesQuotes = true
  /// Goes before a character that is to be taken as it is; nil for none.
  package var escape: UInt8?
  /// Begins a line that is no row; empty for none.
  package var comment: [UInt8] = []
  /// Lines that are no rows, from 1.
  package var commentRows: Set<Int> = []
  /// Whether spaces behind a delimiter are left out.
  package var skipsSpace = false
  /// The lines that name the columns, from 1, every line counted; empty for a file without them, nil for the first line
  /// that is no comment.
  package var headerRows: [Int]?
  /// Stands between what several such lines say of a column.
  package var headerJoin = " "
  /// Whether capitals count in the header.
  package var isCaseSensitive = true

  /// - Parameter delimiter: Between fields.
  package init(delimiter: UInt8 = UInt8(ascii: ",")) { self.delimiter = delimiter }
}

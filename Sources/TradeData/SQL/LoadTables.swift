// SPDX-License-Identifier: MIT
import Figures
import GRDBSQLite

/// A call that SQLite refused, in its words.
struct SQLiteFault: Error, CustomStringConvertible {
  /// SQLite's message.
  let description: String

  /// The last fault of a connection.
  init(_ connection: OpaquePointer) { description = String(cString: sqlite3_errmsg(connection)) }
}

/// Creates a table for each edition of each resource, with an index over its primary key, and fills it in one
/// transaction.
/// - Throws: `SQLiteFault`
func loadTables(_ resources: [Resource], into connection: OpaquePointer) throws {
  func run(_ sql: String) throws {
    if sqlite3_exec(connection, sql, nil, nil, nil) != SQLITE_OK { throw SQLiteFault(connection) }
  }
  var sizeLimit: sqlite3_int64 = 1 << 40
  sqlite3_file_control(connection, "main", SQLITE_FCNTL_SIZE_LIMIT, &sizeLimit)
  // Two threads sort what goes into an index.
  try run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA threads = 2; BEGIN")
  for resource in resources where !resource.fields.isEmpty {
    let columns = resource.fields.map { "\(sqlName($0.name)) \($0.kind.sqlType)" }.joined(separator: ", ")
    let key = resource.primaryKey.map(sqlName).joined(separator: ", ")
    let hasKey = !key.isEmpty && resource.primaryKey.allSatisfy { resource.field(named: $0) != nil }
    for (name, table) in resource.editionTables {
      try run("CREATE TABLE \(sqlName(name)) (\(columns))")
      try fill(name, table, connection)
      if hasKey { try run("CREATE INDEX \(sqlName("key of " + name)) ON \(sqlName(name)) (\(key))") }
    }
  }
  try run("COMMIT")
}

extension Resource {
  /// Every edition under its name in SQL, the current one first.
  var editionTables: [(name: String, table: DataTable)] {
    [(name, table)] + vintages.map { (tableName(of: $0), $0.table) }
  }
}

private func fill(_ name: String, _ table: DataTable, _ connection: OpaquePointer) throws {
  // A statement costs more than a row does.
  let rowsAtOnce = min(100, Int(sqlite3_limit(connection, SQLITE_LIMIT_VARIABLE_NUMBER, -1)) / table.columnCount)
  let texts = ShortTexts(count: rowsAtOnce * table.columnCount)
  defer { texts.free() }
  var first = 0
  while first < table.rowCount {
    let left = table.rowCount - first
    let count = left < rowsAtOnce ? 1 : rowsAtOnce
    try insert(first..<first + left / count * count, count, of: table, into: name, connection, texts)
    first += left / count * count
  }
}

/// Inserts rows, some by each run of a statement; their number is a multiple of those.
private func insert(
  _ rows: Range<Int>, _ rowsAtOnce: Int, of table: DataTable, into name: String, _ connection: OpaquePointer,
  _ texts: ShortTexts
) throws {
  let marks = "(" + Array(repeating: "?", count: table.columnCount).joined(separator: ", ") + ")"
  var statement: OpaquePointer?
  let sql =
    "INSERT INTO \(sqlName(name)) VALUES " + Array(repeating: marks, count: rowsAtOnce).joined(separator: ", ")
  guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { throw SQLiteFault(connection) }
  defer { sqlite3_finalize(statement) }
  for first in stride(from: rows.lowerBound, to: rows.upperBound, by: rowsAtOnce) {
    var parameter: Int32 = 0
    for row in first..<first + rowsAtOnce {
      for column in 0..<table.columnCount {
        parameter += 1
        bind(table[row, column], to: statement, at: parameter, texts)
      }
    }
    guard sqlite3_step(statement) == SQLITE_DONE else { throw SQLiteFault(connection) }
    sqlite3_reset(statement)
  }
}

/// Room for the short texts of a statement, so that SQLite need not ask for memory to copy each.
struct ShortTexts {
  static let length = 64
  private let bytes: UnsafeMutablePointer<CChar>

  /// - Parameter count: How many parameters the statement has.
  init(count: Int) { bytes = .allocate(capacity: max(count, 1) * Self.length) }

  /// Gives the room back.
  func free() { bytes.deallocate() }

  /// The text's copy, which lasts until the next for the same parameter, counted from 0.
  func copy(_ text: UnsafeBufferPointer<CChar>, parameter: Int) -> UnsafePointer<CChar>? {
    guard let start = text.baseAddress, text.count <= Self.length else { return nil }
    let place = bytes + parameter * Self.length
    place.update(from: start, count: text.count)
    return UnsafePointer(place)
  }
}

/// Binds a value to a parameter, counted from 1.
///
/// - Parameter texts: Where short texts are kept until the statement has run; nil to have SQLite copy them.
func bind(_ cell: Cell, to statement: OpaquePointer?, at index: Int32, _ texts: ShortTexts? = nil) {
  switch cell {
  case .null: sqlite3_bind_null(statement, index)
  case .integer(let value): sqlite3_bind_int64(statement, index, Int64(value))
  case .real(let value): sqlite3_bind_double(statement, index, value)
  case .text(var text):
    _ = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        if let kept = texts?.copy(characters, parameter: Int(index) - 1) {
          sqlite3_bind_text(statement, index, kept, Int32(characters.count), nil)
        } else {
          sqlite3_bind_text(statement, index, characters.baseAddress, Int32(characters.count), copied)
        }
      }
    }
  }
}

/// Has SQLite copy a text before the call returns (SQLITE_TRANSIENT, a macro that Swift does not see).
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Field.Kind {
  fileprivate var sqlType: String {
    switch self {
    case .integer, .year, .boolean: "INTEGER"
    case .number: "REAL"
    default: "TEXT"
    }
  }
}

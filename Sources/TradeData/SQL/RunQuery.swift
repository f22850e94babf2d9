// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import GRDBSQLite

extension TradeDatabase {
  /// Runs a SELECT.
  ///
  /// - Parameters:
  ///   - place: Where the SQL's first character stands; errors point into the text behind it.
  ///   - prior: Queries that the SQL may read by name; later ones may read earlier ones.
  ///   - values: What `:name` stands for.
  ///   - editions: Which edition of each table is read.
  /// - Throws: a `Diagnostic`: `sql-syntax`, `sql-table`, `sql-column`, `sql-function`, `sql-parameter`, `sql-write`,
  ///   `sql-clock`, `sql-denied`, `sql-arguments`, `sql-indicator`, `sql-step-limit`, `sql-result-limit`, `sql-blob`, `sql-name`.
  public func query(
    _ sql: String, at place: Place, prior: [NamedQuery] = [], values: [String: Cell] = [:],
    editions: Editions = .latest
  ) throws(Diagnostic) -> QueryResult {
    try run(SQLText(sql, at: place), .query, prior: prior, values: values, editions: editions)
  }

  /// Runs a SELECT, or computes an expression as a table of one cell.
  func run(
    _ text: SQLText, _ form: SQLForm, prior: [NamedQuery], values: [String: Cell], editions: Editions
  ) throws(Diagnostic) -> QueryResult {
    if let query = prior.first(where: { tableNames[$0.name.lowercased()] != nil }) {
      throw .error(
        "sql-name", "the query '\(query.name)' has the name of a table", at: query.place, hint: "give it another name")
    }
    let composed = try compose(text, form, prior: prior, values: Set(values.keys), editions: editions)
    let (outcome, watch) = try attempt(composed, values, editions)
    switch outcome {
    case .rows(let columns, let rows):
      return QueryResult(columns: columns, rows: rows, tables: watch.tablesRead, indicators: watch.indicators)
    case .failed(let failure): throw diagnostic(failure, composed, watch, prior: prior, values: values)
    }
  }

  /// The columns of a named query, for a message; none where the query itself is at fault. Explains nothing, so that
  /// explaining a fault ends; every edition of a table has the same columns.
  func columnNames(of query: NamedQuery, prior: [NamedQuery], values: [String: Cell]) -> [String] {
    let text = SQLText("SELECT * FROM \(sqlName(query.name)) LIMIT 0", at: query.place)
    guard let composed = try? compose(text, .query, prior: prior, values: Set(values.keys)),
      let (outcome, _) = try? attempt(composed, values), case .rows(let columns, _) = outcome
    else { return [] }
    return columns.map(\.name)
  }

  private func attempt(
    _ composed: ComposedQuery, _ values: [String: Cell], _ editions: Editions = .latest
  ) throws(Diagnostic) -> (Outcome, QueryGuard) {
    try withConnection { connection throws(Diagnostic) in
      var watch = QueryGuard(tables: tableNames, limits: limits, editions: editions)
      let (outcome, opened) = watch.watching(connection) {
        (fetch(composed, values, connection), composed.joinsByName ? tablesOpened(composed, connection) : [])
      }
      watch.note(opened)
      return (outcome, watch)
    }
  }

  private func fetch(_ composed: ComposedQuery, _ values: [String: Cell], _ connection: OpaquePointer) -> Outcome {
    var statement: OpaquePointer?
    let code = composed.bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_prepare_v2(connection, $0.baseAddress, Int32($0.count), &statement, nil)
      }
    }
    defer { sqlite3_finalize(statement) }
    guard code == SQLITE_OK else { return .failed(QueryFailure(connection, code, limit: nil)) }
    for index in 0..<sqlite3_bind_parameter_count(statement) {
      let name = sqlite3_bind_parameter_name(statement, index + 1).map { String(cString: $0) } ?? ""
      bind(values[String(name.dropFirst())] ?? .null, to: statement, at: index + 1)
    }
    let columns = (0..<sqlite3_column_count(statement)).map { column(statement, $0) }
    var rows: [[Cell]] = []
    var byteCount = 0
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return .rows(columns, rows) }
      guard code == SQLITE_ROW else { return .failed(QueryFailure(connection, code, limit: nil)) }
      var row: [Cell] = []
      row.reserveCapacity(columns.count)
      for index in 0..<Int32(columns.count) {
        guard let cell = cell(statement, index, &byteCount) else {
          return .failed(QueryFailure(connection, code, limit: .blob))
        }
        row.append(cell)
      }
      rows.append(row)
      if rows.count * columns.count > limits.cells || byteCount > limits.bytes {
        return .failed(QueryFailure(connection, code, limit: .size))
      }
    }
  }

  /// The tables that a query's program opens. SQLite tells the authorizer of the columns that a query names, and not of
  /// those by which `USING` and `NATURAL` join.
  private func tablesOpened(_ composed: ComposedQuery, _ connection: OpaquePointer) -> Set<String> {
    var statement: OpaquePointer?
    let text = Array("EXPLAIN ".utf8) + composed.bytes
    let code = text.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_prepare_v2(connection, $0.baseAddress, Int32($0.count), &statement, nil)
      }
    }
    defer { sqlite3_finalize(statement) }
    var found: Set<String> = []
    while code == SQLITE_OK, sqlite3_step(statement) == SQLITE_ROW {
      guard storedCell(statement, 1) == .text("OpenRead"), case .integer(let page) = storedCell(statement, 3),
        let table = tablesOfPages[page].flatMap({ tableNames[$0.lowercased()] })
      else { continue }
      found.insert(table)
    }
    return found
  }

  private func column(_ statement: OpaquePointer?, _ index: Int32) -> ResultColumn {
    let name = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? ""
    guard let table = sqlite3_column_table_name(statement, index),
      let field = sqlite3_column_origin_name(statement, index)
    else { return ResultColumn(name: name, origin: nil) }
    let tableName = String(cString: table)
    return ResultColumn(
      name: name,
      origin: FieldReference(table: tableNames[tableName.lowercased()] ?? tableName, field: String(cString: field)))
  }

  /// - Returns: nil for a blob, which is no value of ours.
  private func cell(_ statement: OpaquePointer?, _ index: Int32, _ byteCount: inout Int) -> Cell? {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_BLOB: return nil
    case SQLITE_TEXT: byteCount += Int(sqlite3_column_bytes(statement, index))
    default: break
    }
    return storedCell(statement, index)
  }
}

private enum Outcome {
  case rows([ResultColumn], [[Cell]])
  case failed(QueryFailure)
}

/// How a query ended early.
struct QueryFailure {
  /// A limit of ours that a result has broken.
  enum Limit { case size, blob }

  /// SQLite's primary result code.
  let code: Int32
  /// SQLite's message.
  let message: String
  /// The byte of the composed text that SQLite names.
  let offset: Int?
  /// Set where SQLite had no complaint.
  let limit: Limit?

  /// What a connection says of its last call.
  init(_ connection: OpaquePointer, _ code: Int32, limit: Limit?) {
    self.code = code & 0xFF
    message = String(cString: sqlite3_errmsg(connection))
    let offset = sqlite3_error_offset(connection)
    self.offset = offset < 0 ? nil : Int(offset)
    self.limit = limit
  }
}

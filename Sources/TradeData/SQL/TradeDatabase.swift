// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import GRDB
import GRDBSQLite
import Synchronization

/// The data package's tables in SQLite, in memory, to be read by SQL and lookups from any number of threads.
///
/// Every connection reads the same pages in memory; a thread takes an idle one or opens a new one.
public final class TradeDatabase: Sendable {
  /// The tables that there are; their rows are in the cache's file where there is one.
  public let resources: [Resource]
  /// What one query may cost.
  let limits: QueryLimits
  /// The tables' names by their names in small letters; those of earlier editions lead to their table's too.
  let tableNames: [String: String]
  /// Those with earlier editions.
  let revised: [Resource]
  /// The names in SQL of the tables by the pages at which they, or their indexes, begin.
  let tablesOfPages: [Int: String]
  private let path: String
  /// The file that the tables are in; nil where they are in memory.
  private let file: CacheFile?
  private let idle: Mutex<[DatabaseQueue]>

  /// - Parameter cache: Where the tables may be, and are put if they are worth it.
  /// - Throws: a `Diagnostic` with rule `sql-engine` when SQLite fails, such as for want of memory.
  public init(
    _ package: DataPackage, limits: QueryLimits = QueryLimits(), cache: TableCache? = nil
  ) throws(Diagnostic) {
    let file = cache?.file(holding: package.resources)
    self.file = file
    resources = file == nil ? package.resources : cache?.stored(package.resources) ?? package.resources
    self.limits = limits
    revised = resources.filter { !$0.vintages.isEmpty }
    tableNames = Dictionary(
      resources.flatMap { resource in resource.editionTables.map { ($0.name.lowercased(), resource.name) } }
    ) { first, _ in first }
    // A name that begins with a slash is one database for all connections of this process that use it.
    path = file?.address ?? "file:/briefing-\(UInt64.random(in: .min ... .max))?vfs=memdb"
    do {
      let queue = try DatabaseQueue(path: path, configuration: file == nil ? Configuration() : CacheFile.configuration)
      tablesOfPages = try queue.unsafeRead { database in
        guard let connection = database.sqliteConnection else { return [:] }
        if file == nil { try loadTables(package.resources, into: connection) }
        defer { seal(connection) }
        return firstPages(connection)
      }
      idle = Mutex([queue])
    } catch {
      throw .error("sql-engine", "SQLite cannot load the tables: \(error)", at: Place("Content/Data"))
    }
  }

  /// The resource of a name; case does not matter.
  public func resource(named name: String) -> Resource? {
    resources.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Lends a connection that no other thread uses.
  func withConnection<Answer>(
    _ body: (OpaquePointer) throws(Diagnostic) -> Answer
  ) throws(Diagnostic) -> Answer {
    let queue: DatabaseQueue
    do {
      queue = try idle.withLock { $0.popLast() } ?? open()
    } catch {
      throw .error("sql-engine", "SQLite cannot open the tables: \(error)", at: Place("Content/Data"))
    }
    defer { idle.withLock { $0.append(queue) } }
    let answer = queue.unsafeRead { database -> Result<Answer, Diagnostic> in
      guard let connection = database.sqliteConnection else {
        return .failure(.error("sql-engine", "SQLite has no connection", at: Place("Content/Data")))
      }
      do throws(Diagnostic) {
        return .success(try body(connection))
      } catch {
        return .failure(error)
      }
    }
    return try answer.get()
  }

  private func open() throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: file == nil ? Configuration() : CacheFile.configuration)
    queue.unsafeRead { database in database.sqliteConnection.map(seal) }
    return queue
  }
}

/// The page at which each table and each of its indexes begins, with the table's name.
private func firstPages(_ connection: OpaquePointer) -> [Int: String] {
  var statement: OpaquePointer?
  let sql = "SELECT rootpage, tbl_name FROM sqlite_schema"
  defer { sqlite3_finalize(statement) }
  guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { return [:] }
  var pages: [Int: String] = [:]
  while sqlite3_step(statement) == SQLITE_ROW {
    if case .integer(let page) = storedCell(statement, 0), case .text(let name) = storedCell(statement, 1) {
      pages[page] = name
    }
  }
  return pages
}

/// From here on the connection knows the indicators and only reads, and no row grows beyond half a megabyte.
private func seal(_ connection: OpaquePointer) {
  registerIndicators(connection)
  registerPeriods(connection)
  sqlite3_exec(connection, "PRAGMA query_only = 1; PRAGMA temp_store = MEMORY", nil, nil, nil)
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(5 * fieldLimit))
  sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
}

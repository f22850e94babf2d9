// SPDX-License-Identifier: MIT
import GRDBSQLite
import Indicators

/// What a query may do: read the tables, call functions that give the same answer on every day and machine, and stop
/// in time. It also notes the tables that are read.
struct QueryGuard {
  /// Why SQLite was told no.
  enum Denial {
    case action
    case table(String)
    case function(String)
  }

  /// The limit that a query broke.
  enum Stop {
    case steps, memory, duration
  }

  /// The tables' names by their names in small letters.
  let tables: [String: String]
  /// The tables that the query reads.
  private(set) var tablesRead: Set<String> = []
  /// The indicators that the query calls.
  private(set) var indicators: Set<String> = []
  /// The last thing that was refused.
  private(set) var denial: Denial?
  /// Why the query was stopped; nil where it was not.
  private(set) var stop: Stop?
  private var stepsLeft: Int
  private let mostMemory: Int64
  private let end: ContinuousClock.Instant

  /// - Parameters:
  ///   - tables: The tables' names by their names in small letters.
  ///   - editions: What stands for some of them, whose latest edition is not to be read.
  init(tables: [String: String], limits: QueryLimits, editions: Editions) {
    self.tables =
      editions.tables.isEmpty
      ? tables : tables.filter { name, table in editions.tables[table] == nil || name != table.lowercased() }
    stepsLeft = limits.steps
    mostMemory = sqlite3_memory_used() + Int64(limits.memory)
    end = .now + limits.duration
  }

  private static let stepsBetweenCalls: Int32 = 1000
  private static let helperTables: Set<String> = ["json_each", "json_tree"]
  private static let deniedFunctions: Set<String> = [
    "random", "randomblob", "load_extension", "current_date", "current_time", "current_timestamp", "changes",
    "total_changes", "last_insert_rowid", "fts3_tokenizer",
  ]

  /// Notes tables that were found otherwise.
  mutating func note(_ tables: Set<String>) { tablesRead.formUnion(tables) }

  /// Runs a body while the guard watches a connection.
  mutating func watching<Answer>(_ connection: OpaquePointer, _ body: () -> Answer) -> Answer {
    withUnsafeMutablePointer(to: &self) { pointer in
      sqlite3_set_authorizer(
        connection,
        { state, action, first, second, _, _ in
          guard let state else { return SQLITE_DENY }
          return state.assumingMemoryBound(to: QueryGuard.self).pointee.authorize(action, first, second)
        }, pointer)
      sqlite3_progress_handler(
        connection, Self.stepsBetweenCalls,
        { state in
          guard let state else { return 1 }
          return state.assumingMemoryBound(to: QueryGuard.self).pointee.countSteps()
        }, pointer)
      defer {
        sqlite3_progress_handler(connection, 0, nil, nil)
        sqlite3_set_authorizer(connection, { _, _, _, _, _, _ in SQLITE_DENY }, nil)
      }
      return body()
    }
  }

  private mutating func countSteps() -> Int32 {
    stepsLeft -= Int(Self.stepsBetweenCalls)
    if stepsLeft <= 0 {
      stop = .steps
    } else if sqlite3_memory_used() > mostMemory {
      stop = .memory
    } else if ContinuousClock.now > end {
      stop = .duration
    }
    return stop == nil ? 0 : 1
  }

  private mutating func authorize(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
  ) -> Int32 {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ:
      let name = first.map { String(cString: $0) } ?? ""
      let key = name.lowercased()
      if let table = tables[key] {
        tablesRead.insert(table)
        return SQLITE_OK
      }
      // Without a column it may be the name of a query: SQLite asks for those too.
      if Self.helperTables.contains(key) || second.map({ $0.pointee == 0 }) ?? true { return SQLITE_OK }
      denial = .table(name)
    case SQLITE_FUNCTION:
      let name = (second.map { String(cString: $0) } ?? "").lowercased()
      if Indicator.named(name)?.signature != nil { indicators.insert(name) }
      if !Self.deniedFunctions.contains(name), !name.hasPrefix("sqlite_"), !name.hasPrefix("swift") { return SQLITE_OK }
      denial = .function(name)
    default: denial = .action
    }
    return SQLITE_DENY
  }
}

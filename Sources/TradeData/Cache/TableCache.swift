// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import GRDB
import GRDBSQLite
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps the tables of large data packages in a SQLite file, so that a CSV file that has not changed is read and hashed,
/// but not parsed again.
///
/// A table is known by its file's bytes, its schema, and the tool. A file of tables is written beside, given a name that
/// holds its own fingerprint, and never changed; a kill leaves at most a file without such a name, which the next
/// writer removes. A cache that cannot be read or written is none.
public final class TableCache: Sendable {
  /// From so many cells on a package is kept; below, parsing takes less time than the file does.
  public static let worthwhile = 200_000

  private let leastCells: Int
  private let folder: String
  private let tool: String
  private let isWritable: Bool
  /// The file of the last build, and its tables by their keys.
  private let known: Mutex<(file: CacheFile, tables: [String: StoredTable])?>

  /// - Parameters:
  ///   - folder: Where the files are, `.briefing` of a site; it need not exist.
  ///   - tool: What tells this tool from another version of it.
  ///   - isWritable: Whether tables are kept too, not only looked for.
  ///   - leastCells: Smaller packages are not kept.
  public init(folder: String, tool: String, isWritable: Bool, leastCells: Int = TableCache.worthwhile) {
    self.leastCells = leastCells
    self.folder = folder
    self.tool = tool
    self.isWritable = isWritable
    var found: (file: CacheFile, tables: [String: StoredTable])?
    for name in cacheFiles(in: folder) where found == nil {
      if let file = CacheFile("\(folder)/\(name)") { found = (file, storedTables(of: file)) }
    }
    known = Mutex(found)
  }

  /// What a table is known by.
  func key(of bytes: [UInt8], _ descriptor: ResourceDescriptor) -> String {
    var digest = Digest(seed: UInt64(bytes.count))
    bytes.withUnsafeBytes { digest.mix($0) }
    digest.mix("\(tool) \(descriptor.encoding) \(descriptor.dialect) \(descriptor.schema)")
    return digest.text
  }

  /// The table, if the last build kept it.
  func table(_ key: String, columnCount: Int) -> DataTable? {
    known.withLock { known in
      guard let table = known?.tables[key], table.columnCount == columnCount else { return nil }
      return DataTable(table, key: key)
    }
  }

  /// Whether a build kept just these tables, and so found nothing wrong with them.
  func holds(_ resources: [Resource]) -> Bool {
    known.withLock { $0?.file.packageKey == packageKey(resources) }
  }

  /// The file that holds just these tables, written if need be.
  /// - Returns: nil where the tables are not worth it, or where there is none and it cannot be written.
  func file(holding resources: [Resource]) -> CacheFile? {
    guard let packageKey = packageKey(resources) else { return nil }
    if let file = known.withLock({ $0?.file }), file.packageKey == packageKey { return file }
    let cellCount = resources.flatMap(\.editions).reduce(0) { $0 + $1.table.rowCount * $1.table.columnCount }
    guard isWritable, cellCount >= leastCells, let file = write(resources, packageKey) else { return nil }
    known.withLock { $0 = (file, storedTables(of: file)) }
    removeOthers(than: file)
    return file
  }

  /// The resources with their rows in the file instead of in memory.
  func stored(_ resources: [Resource]) -> [Resource] {
    resources.map { resource in
      var stored = resource
      stored.table = self.stored(resource.table)
      for index in stored.vintages.indices {
        stored.vintages[index].table = self.stored(resource.vintages[index].table)
      }
      return stored
    }
  }

  private func stored(_ rows: DataTable) -> DataTable {
    rows.key.flatMap { table($0, columnCount: rows.columnCount) } ?? rows
  }

  /// A name for some tables together; nil where one of them has no key.
  private func packageKey(_ resources: [Resource]) -> String? {
    var digest = Digest()
    for edition in resources.flatMap(\.editions) {
      guard let key = edition.table.key else { return nil }
      digest.mix(edition.name)
      digest.mix(key)
    }
    return digest.text
  }

  private func write(_ resources: [Resource], _ packageKey: String) -> CacheFile? {
    mkdir(folder, 0o755)
    let draft = "\(folder)/tables-draft-\(UInt64.random(in: 0 ... .max))"
    let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // Says that a writer is at work, so that another does not take the draft for one of a killed build.
    flock(descriptor, LOCK_SH)
    do {
      try fill(draft, resources)
    } catch {
      unlink(draft)
      return nil
    }
    let path = "\(folder)/tables-\(packageKey)-\(digest(of: descriptor)).sqlite"
    guard fsync(descriptor) == 0, rename(draft, path) == 0 else {
      unlink(draft)
      return nil
    }
    return CacheFile(path)
  }

  /// Removes the files of earlier builds and the drafts of killed ones, but for those in use.
  private func removeOthers(than file: CacheFile) {
    for name in cacheFiles(in: folder, withDrafts: true) where !file.path.hasSuffix("/" + name) {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }
}

/// Writes the tables, and what is known of each.
private func fill(_ path: String, _ resources: [Resource]) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.unsafeRead { database in
    guard let connection = database.sqliteConnection else { return }
    try loadTables(resources, into: connection)
    func run(_ sql: String) throws {
      if sqlite3_exec(connection, sql, nil, nil, nil) != SQLITE_OK { throw SQLiteFault(connection) }
    }
    try run("CREATE TABLE \(catalogue) (key TEXT, name TEXT, rows INTEGER, columns INTEGER, first TEXT, last TEXT)")
    for edition in resources.flatMap(\.editions) {
      let period = edition.period.map { "'\($0.lowerBound.iso)', '\($0.upperBound.iso)'" } ?? "NULL, NULL"
      let (key, table) = (edition.table.key ?? "", edition.table)
      try run(
        "INSERT INTO \(catalogue) VALUES ('\(key)', '\(edition.name)', \(table.rowCount), \(table.columnCount), \(period))"
      )
    }
  }
  try queue.close()
}

extension Resource {
  /// Whether the rows of an edition come from a cache's file.
  var isStored: Bool { editionTables.contains { $0.table.stored != nil } }

  /// Every edition under its name in SQL, with the periods of its rows.
  fileprivate var editions: [(name: String, table: DataTable, period: ClosedRange<Period>?)] {
    zip(editionTables, [period] + vintages.map(\.period)).map { ($0.name, $0.table, $1) }
  }
}

/// No table of a package can have this name.
private let catalogue = "\"the tables\""

private func storedTables(of file: CacheFile) -> [String: StoredTable] {
  var tables: [String: StoredTable] = [:]
  file.withConnection { connection in
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(connection, "SELECT * FROM \(catalogue)", -1, &statement, nil) == SQLITE_OK else { return }
    while sqlite3_step(statement) == SQLITE_ROW {
      let cells = (0..<6).map { storedCell(statement, $0) }
      guard case .text(let key) = cells[0], case .text(let name) = cells[1], case .integer(let rows) = cells[2],
        case .integer(let columns) = cells[3]
      else { continue }
      let (first, last) = (Period(cells[4]), Period(cells[5]))
      tables[key] = StoredTable(
        file, name: name, rowCount: rows, columnCount: columns,
        period: first.flatMap { first in last.flatMap { first <= $0 ? first...$0 : nil } })
    }
  }
  return tables
}

/// The names of the cache's files, newest first.
private func cacheFiles(in folder: String, withDrafts: Bool = false) -> [String] {
  guard let listing = opendir(folder) else { return [] }
  defer { closedir(listing) }
  var found: [(name: String, time: Int)] = []
  while let entry = readdir(listing) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    guard name.hasPrefix("tables-"), withDrafts || name.hasSuffix(".sqlite") else { continue }
    var status = stat()
    guard stat("\(folder)/\(name)", &status) == 0 else { continue }
    #if canImport(Glibc)
      found.append((name, status.st_mtim.tv_sec))
    #else
      found.append((name, status.st_mtimespec.tv_sec))
    #endif
  }
  return found.sorted { ($1.time, $0.name) < ($0.time, $1.name) }.map(\.name)
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Testing

@testable import TradeData

@Suite("The cache of tables")
final class CacheTests {
  private let folder = NSTemporaryDirectory() + "briefing-cache-" + UUID().uuidString
  private let csv =
    "year,partner,value\n"
    + (0..<3000).map { "\(1900 + $0 % 100),\"P, \($0)\",\($0 % 7 == 0 ? "" : "\($0).25")\n" }.joined()

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func cache(tool: String = "1", isWritable: Bool = true) -> TableCache {
    TableCache(folder: folder, tool: tool, isWritable: isWritable, leastCells: 1)
  }

  private func open(
    _ texts: [String: String]? = nil, _ cache: TableCache?
  ) throws -> (package: DataPackage, database: TradeDatabase, diagnostics: [Diagnostic]) {
    let files = (texts ?? [descriptorPath: descriptor(), tradePath: csv]).mapValues { Array($0.utf8) }
    var diagnostics: [Diagnostic] = []
    let package = loadDataPackage(
      folder: "Content/Data", files: FileReader(files), cache: cache, diagnostics: &diagnostics)
    let database = try TradeDatabase(package, cache: cache)
    return (package.reading(database), database, diagnostics)
  }

  private func rows(_ package: DataPackage) -> [[Cell]] {
    let table = package.resources[0].table
    return (0..<table.rowCount).map { Array(table[row: $0]) }
  }

  private var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  @Test("a second build reads the same rows, periods and answers from the file, and parses nothing")
  func second() throws {
    let plain = try open(nil, nil)
    let first = try open(nil, cache())
    #expect(first.package.resources[0].table.stored != nil)
    let known = cache()
    let second = try open(nil, known)
    // The table came from the file before the database was opened, so nothing was parsed.
    var diagnostics: [Diagnostic] = []
    let bytes = [descriptorPath: Array(descriptor().utf8), tradePath: Array(csv.utf8)]
    let loaded = loadDataPackage(
      folder: "Content/Data", files: FileReader(bytes), cache: known, diagnostics: &diagnostics)
    #expect(loaded.resources[0].table.stored != nil)
    for other in [first, second] {
      #expect(rows(other.package) == rows(plain.package))
      #expect(other.package.resources[0].period == plain.package.resources[0].period)
      #expect(other.diagnostics == [])
      let sql = "SELECT partner, sum(value) FROM trade WHERE year > 1950 GROUP BY partner ORDER BY 1"
      let place = Place("p")
      #expect(try other.database.query(sql, at: place) == plain.database.query(sql, at: place))
    }
    #expect(second.package.resources[0].table[2999, 1] == .text("P, 2999"))
    #expect(second.package.resources[0].table[0, 2] == .null)
    #expect(files.count == 1)
  }

  @Test("a query cannot write to the file, nor read what it says of its tables")
  func readOnly() throws {
    let database = try open(nil, cache()).database
    for sql in ["SELECT * FROM \"the tables\"", "SELECT * FROM sqlite_master", "DELETE FROM trade"] {
      #expect(throws: Diagnostic.self) { try database.query(sql, at: Place("p")) }
    }
  }

  @Test(
    "other bytes, another schema or another tool is read anew, and the old file goes",
    arguments: ["bytes", "schema", "tool"])
  func changes(what: String) throws {
    _ = try open(nil, cache())
    let old = files
    let text = what == "schema" ? descriptor(schema: "primaryKey: [partner]") : descriptor()
    let rows = what == "bytes" ? csv.replacing("1.25", with: "9.5") : csv
    let next = try open([descriptorPath: text, tradePath: rows], cache(tool: what == "tool" ? "2" : "1"))
    #expect(files.count == 1)
    #expect(files != old)
    #expect(next.package.resources[0].table[1, 2] == (what == "bytes" ? .real(9.5) : .real(1.25)))
  }

  @Test("a file that was cut short, changed or put there by somebody is not used", arguments: [0, 1, 2])
  func corrupted(kind: Int) throws {
    _ = try open(nil, cache())
    let path = folder + "/" + (files.first ?? "")
    var bytes = try Data(contentsOf: URL(filePath: path))
    switch kind {
    case 0: bytes.removeLast(4096)
    case 1: bytes[bytes.count / 2] ^= 1
    default: bytes = Data("not a database".utf8)
    }
    try bytes.write(to: URL(filePath: path))
    let known = cache()
    let again = try open(nil, known)
    #expect(rows(again.package) == rows(try open(nil, nil).package))
    #expect(again.package.resources[0].table.stored != nil)
    #expect(files.count == 1)
    try Data("x".utf8).write(to: URL(filePath: folder + "/tables-a-b.sqlite"))
    #expect(try open(nil, cache()).package.resources[0].table.rowCount == 3000)
  }

  @Test("a file that a build reads stays until that build ends, and a killed writer's draft goes")
  func inUse() throws {
    let reading = try open(nil, cache())
    try Data("half".utf8).write(to: URL(filePath: folder + "/tables-draft-1"))
    _ = try open([descriptorPath: descriptor(), tradePath: csv + "2020,new,1\n"], cache())
    #expect(files.count == 2)
    #expect(!files.contains("tables-draft-1"))
    #expect(reading.package.resources[0].table[2999, 1] == .text("P, 2999"))
  }

  @Test("builds at the same time each have whole tables")
  func concurrent() async throws {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for index in 0..<8 {
        group.addTask { [csv, folder] in
          let rows = csv + (index % 2 == 0 ? "" : "2020,new,1\n")
          let cache = TableCache(folder: folder, tool: "1", isWritable: true, leastCells: 1)
          var diagnostics: [Diagnostic] = []
          let bytes = [descriptorPath: Array(descriptor().utf8), tradePath: Array(rows.utf8)]
          let package = loadDataPackage(
            folder: "Content/Data", files: FileReader(bytes), cache: cache, diagnostics: &diagnostics)
          let database = try TradeDatabase(package, cache: cache)
          let count = try database.evaluate("SELECT count(*) FROM trade", at: Place("p")).cell
          return count == .integer(index % 2 == 0 ? 3000 : 3001) ? 1 : 0
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(counts == 8)
  }

  @Test("where nothing can be written, or the package is small, the tables are in memory")
  func without() throws {
    #expect(try open(nil, cache(isWritable: false)).package.resources[0].table.stored == nil)
    #expect(files == [])
    _ = FileManager.default.createFile(atPath: folder, contents: Data())
    #expect(try open(nil, cache()).package.resources[0].table.rowCount == 3000)
    let small = TableCache(folder: folder + "-small", tool: "1", isWritable: true)
    #expect(try open(nil, small).package.resources[0].table.stored == nil)
  }

  @Test("faults beside a table that was kept have their exact places")
  func faults() throws {
    let two = descriptor().replacing(
      "resources:\n",
      with: """
        resources:
          - name: partners
            path: partners.csv
            retrieved: 2025-04-28
            sources: [{title: Nobody}]
            licenses: [{name: CC0-1.0}]
            schema: {fields: [{name: code}], primaryKey: [code]}

        """
    ).replacing(
      "primaryKey: [year, partner]",
      with:
        "primaryKey: [year, partner]\n      foreignKeys: [{fields: partner, reference: {resource: partners, fields: code}}]"
    )
    func texts(_ codes: [String]) -> [String: String] {
      [
        descriptorPath: two, "Content/Data/partners.csv": "code\n" + codes.map { "\($0)\n" }.joined(),
        tradePath: "year,partner,value\n2024,KOR,1\n2024,JPN,2\n",
      ]
    }
    #expect(try open(texts(["KOR", "JPN"]), cache()).diagnostics == [])
    #expect(try open(texts(["KOR", "JPN"]), cache()).diagnostics == [])
    let faults = try open(texts(["KOR"]), cache()).diagnostics
    #expect(faults.map { "\($0.place) \($0.rule)" } == ["\(tradePath):3:6 csv-foreign-key"])
  }
}

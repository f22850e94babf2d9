// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

/// One resource of three editions, with made-up numbers.
private let editions = descriptor(
  resource: """
    published: 2025-04-01
        vintages:
          - {published: 2025-01-10, path: vintages/trade-2.csv, retrieved: 2025-01-12, note: Provisional.}
          - {published: 2024-06-01, path: vintages/trade-1.csv}
    """)

private let files = [
  descriptorPath: editions, tradePath: "year,partner,value\n2022,JPN,9\n2023,JPN,12\n2024,JPN,20\n",
  "Content/Data/vintages/trade-2.csv": "year,partner,value\n2022,JPN,9\n2023,JPN,11\n2024,JPN,19\n",
  "Content/Data/vintages/trade-1.csv": "year,partner,value\n2022,JPN,8\n2023,JPN,10\n",
]

@Suite("Editions of a table")
struct VintageTests {
  private let place = Place("page.md", line: 3, column: 5)

  private func database() throws -> TradeDatabase {
    let (package, diagnostics) = load(files)
    #expect(diagnostics == [])
    return try TradeDatabase(package)
  }

  @Test("a resource has its editions, oldest first, each with its rows and its day")
  func reading() throws {
    let trade = try #require(load(files).package.resource(named: "trade"))
    #expect(trade.published == Period("2025-04-01"))
    #expect(trade.vintages.map(\.published.iso) == ["2024-06-01", "2025-01-10"])
    #expect(trade.vintages.map(\.retrieved?.iso) == [nil, "2025-01-12"])
    #expect(trade.vintages.map(\.note) == [nil, "Provisional."])
    #expect(trade.vintages[0].table[1, 2] == .real(10))
    #expect(trade.vintages[0].period?.upperBound.iso == "2023")
  }

  @Test(
    "SQL and lookups read the edition of a day, the earliest where none is that old",
    arguments: [
      ("2020-01-01", 10.0), ("2024-06-01", 10), ("2025-01-09", 10), ("2025-01-10", 11), ("2025-03-31", 11),
      ("2025-04-01", 12), ("2030-01-01", 12),
    ])
  func days(day: String, value: Double) throws {
    let database = try database()
    let editions = database.editions(on: Period(day))
    for expression in [
      "trade.value[partner=JPN, year=2023]", "SELECT value FROM trade WHERE year = 2023",
      "(SELECT sum(t.value) FROM \"Trade\" AS t WHERE t.year = 2023)",
      "WITH part AS (SELECT * FROM trade) SELECT value FROM part WHERE year = 2023",
      "WITH RECURSIVE part AS (SELECT * FROM trade) SELECT max(value) FROM part WHERE year = 2023",
    ] {
      let answer = try database.evaluate(expression, at: place, editions: editions)
      #expect(answer.cell == .real(value), "\(expression)")
      #expect(answer.tables == ["trade"], "\(expression)")
    }
    let query = NamedQuery(name: "sums", sql: "SELECT year, value FROM trade", at: place)
    let answer = try database.evaluate(
      "SELECT value FROM sums WHERE year = 2023", at: place, prior: [query], editions: editions)
    #expect(answer.cell == .real(value))
    #expect(answer.origin == FieldReference(table: "trade", field: "value"))
    #expect(
      try database.check(
        "(SELECT value FROM trade WHERE year = 2023) = :v", at: place, values: ["v": .real(value)],
        editions: editions
      ).holds == true)
  }

  @Test(
    "US unemployment of January 1990: 5.3% as published in February 1990, 5.4% as of March 1996 (FRED, ALFRED)",
    arguments: [("1990-02-02", 5.3), ("1996-03-07", 5.3), ("1996-03-08", 5.4)])
  func published(day: String, rate: Double) throws {
    let (package, diagnostics) = load([
      descriptorPath: descriptor(
        fields: "{name: month, type: yearmonth}, {name: rate, type: number, unit: percent}",
        schema: "primaryKey: month",
        resource: "published: 1996-03-08\n    vintages: [{published: 1990-02-02, path: first.csv}]"),
      tradePath: "month,rate\n1990-01,5.4\n", "Content/Data/first.csv": "month,rate\n1990-01,5.3\n",
    ])
    #expect(diagnostics == [])
    let database = try TradeDatabase(package)
    let answer = try database.evaluate(
      "trade.rate[month=1990-01]", at: place, editions: database.editions(on: Period(day)))
    #expect(answer.cell == .real(rate))
  }

  @Test("without a day the latest is read, and an edition by its own name on any page")
  func byName() throws {
    let database = try database()
    #expect(database.editions(on: nil) == .latest)
    let sql = """
      SELECT a.value - b.value FROM trade AS a JOIN "trade@2024-06-01" AS b ON a.year = b.year WHERE a.year = 2023
      """
    #expect(try database.evaluate(sql, at: place).cell == .real(2))
    #expect(
      try database.evaluate(sql, at: place, editions: database.editions(on: Period("2025-01-10"))).cell == .real(1))
  }

  @Test("the latest edition is out of reach of a page that reads an earlier one")
  func notReachable() throws {
    let database = try database()
    let editions = database.editions(on: Period("2024-06-01"))
    #expect(throws: Diagnostic.self) {
      try database.query("SELECT value FROM main.trade", at: place, editions: editions)
    }
  }

  @Test("a query may call a part of its own by the table's name")
  func ownPart() throws {
    let database = try database()
    let answer = try database.evaluate(
      "WITH trade AS (SELECT 7 AS value) SELECT value FROM trade", at: place,
      editions: database.editions(on: Period("2024-06-01")))
    #expect(answer.cell == .integer(7))
  }

  @Test(
    "errors point into the page's own SQL, whichever edition it reads",
    arguments: ["latest", "2024-06-01"])
  func places(day: String) throws {
    let database = try database()
    let editions = database.editions(on: Period(day))
    for sql in [
      "SELECT year,\n  ▶valu FROM trade", "SELECT * FROM ▶trad", "WITH a AS (SELECT * FROM trade) SELECT ▶b FROM a",
      "SELECT value FROM trade WHERE ▶ORDER", "SELECT ▶hih(value) FROM trade",
    ] {
      let marked = Marked(sql, in: "page.md", from: (3, 5))
      let fault = #expect(throws: Diagnostic.self) {
        try database.query(marked.text, at: place, editions: editions)
      }
      #expect(fault?.place == marked.place, "\(fault.map(line) ?? "")")
    }
    let fault = #expect(throws: Diagnostic.self) {
      try database.evaluate("trade.value[partner=JPN, year=1999]", at: place, editions: editions)
    }
    #expect(fault?.rule == "lookup-rows")
    #expect(
      fault?.notes == [day == "latest" ? "year is 2022, 2023, 2024" : "year is 2022, 2023"])
  }

  @Test("the largest revisions come first: what was or became no number, then by the share of the old figure")
  func largestFirst() throws {
    let (package, diagnostics) = load([
      descriptorPath: descriptor(
        resource: "published: 2025-04-01\n    vintages: [{published: 2025-01-10, path: first.csv}]"),
      tradePath: "year,partner,value\n2020,A,101\n2021,A,2\n2022,A,-50\n2023,A,7\n2024,A,0\n",
      "Content/Data/first.csv": "year,partner,value\n2020,A,100\n2021,A,4\n2022,A,-40\n2023,A,\n2024,A,0\n",
    ])
    #expect(diagnostics == [])
    let revisions = try #require(package.resources.first?.revisions.first)
    #expect(revisions.cells.map(\.key[0]) == [.integer(2020), .integer(2021), .integer(2022), .integer(2023)])
    #expect(revisions.bySize.map(\.key[0]) == [.integer(2023), .integer(2021), .integer(2022), .integer(2020)])
    #expect(revisions.bySize.map(\.relativeChange) == [nil, -0.5, -0.25, 0.01])
  }

  @Test("which tables differ between two days is known")
  func differing() throws {
    let database = try database()
    let (old, new) = (database.editions(on: Period("2025-01-10")), database.editions(on: Period("2025-04-01")))
    #expect(old.differing(from: new) == ["trade"])
    #expect(old.differing(from: database.editions(on: Period("2025-02-01"))) == [])
    #expect(database.editions(on: Period("2024-01-01")).differing(from: old) == ["trade"])
  }

  @Test("a package as of a day has the edition of that day for its own, and forgets younger ones")
  func asOf() throws {
    let package = load(files).package
    let middle = try #require(package.asOf(Period("2025-02-01")!).resource(named: "trade"))
    #expect(middle.published?.iso == "2025-01-10")
    #expect(middle.retrieved?.iso == "2025-01-12")
    #expect(middle.table[2, 2] == .real(19))
    #expect(middle.vintages.map(\.published.iso) == ["2024-06-01"])
    let first = try #require(package.asOf(Period("2001-01-01")!).resource(named: "trade"))
    #expect(first.published?.iso == "2024-06-01")
    #expect(first.vintages.isEmpty)
    #expect(package.asOf(Period("2026-01-01")!).resource(named: "trade")?.vintages.count == 2)
  }

  private func faults(
    _ resource: String, schema: String = "primaryKey: [year, partner]", files more: [String: String] = [:]
  ) -> [String] {
    let text = descriptor(schema: schema, resource: resource)
    return load(files.merging(more) { $1 }.merging([descriptorPath: text]) { $1 }).diagnostics.map(line)
  }

  @Test("what cannot be an edition is refused at its place")
  func refused() {
    let good = "{published: 2025-01-10, path: vintages/trade-2.csv}"
    #expect(
      faults("vintages: [\(good)]")
        == [
          "\(descriptorPath):8:5: a resource with vintages needs 'published', the day of its current edition [data-published]"
        ])
    #expect(
      faults("published: 2025-01-10\n    vintages: [\(good)]")
        == [
          "\(descriptorPath):9:28: this edition of 2025-01-10 is not older than the current one of 2025-01-10 [data-vintage]"
        ])
    #expect(
      faults(
        "published: 2025-04-01\n    vintages:\n    - \(good)\n    - {published: 2025-01-10, path: vintages/trade-1.csv}"
      )
        == ["\(descriptorPath):11:19: a second edition of 2025-01-10 [data-vintage]"])
    #expect(
      faults("published: 2025-04-01\n    vintages: [{published: 2025-01-10, path: trade.csv}]")
        == ["\(descriptorPath):9:46: 'Content/Data/trade.csv' is the file of another edition [data-vintage]"])
    #expect(
      faults("published: 2025-04-01\n    vintages: [{published: 2025-01-10, path: vintages/lost.csv}]")
        == ["\(descriptorPath):9:46: there is no file 'Content/Data/vintages/lost.csv' [data-file-missing]"])
    #expect(
      faults("published: 2025-04-01\n    vintages: [{published: 2025-01-10, path: ../../secret.csv}]")
        == ["\(descriptorPath):9:46: '../../secret.csv' is not a file inside the data folder [data-path]"])
    #expect(
      faults("published: soon\n    vintages: [{published: 2025, path: vintages/trade-1.csv}]")
        == [
          "\(descriptorPath):8:16: 'soon' is not a date [data-published]",
          "\(descriptorPath):9:28: '2025' is not a date [data-published]",
        ])
    #expect(
      faults("published: 2025-04-01\n    vintages: [{path: vintages/trade-1.csv, day: 2025-01-10}]").map {
        $0.split(separator: ":")[2...].joined(separator: ":")
      } == [
        "16: a vintage needs 'published', the day of the edition [data-published]",
        "45: a vintage has no key 'day' [settings-unknown-key]",
      ])
    #expect(
      faults("published: 2025-05-01")
        == ["\(descriptorPath):5:16: retrieved on 2025-04-28, before it was published on 2025-05-01 [data-published]"])
    #expect(
      faults("published: 2025-04-01\n    vintages: [\(good)]", schema: "title: No key")
        == [
          "\(descriptorPath):9:16: revisions are told row by row, and this resource has no primary key [data-vintage]"
        ])
  }

  @Test("an edition that is dated before its data is refused, a current one too")
  func datedBeforeItsData() {
    let fault = "an edition of 2023-12-31 cannot hold 2024, which begins later [data-vintage-age]"
    #expect(
      faults("published: 2025-04-01\n    vintages: [{published: 2023-12-31, path: vintages/trade-2.csv}]")
        == ["\(descriptorPath):9:28: \(fault)"])
    #expect(faults("published: 2023-12-31") == ["\(descriptorPath):8:16: \(fault)"])
    // The year of publication has begun, and a part of it may be in the file.
    #expect(faults("published: 2024-01-01") == [])
  }

  @Test("an earlier edition's file is checked as the current one is, at its own place")
  func fileOfAnEdition() {
    let resource = "published: 2025-04-01\n    vintages: [{published: 2025-01-10, path: vintages/x.csv}]"
    let path = "Content/Data/vintages/x.csv"
    #expect(
      faults(resource, files: [path: "year,partner,value\n2023,JPN,1.2.3\n"]).first?.hasPrefix("\(path):2:10:") == true)
    #expect(
      faults(resource, files: [path: "year,partner,amount\n2023,JPN,1\n"]).first?.hasSuffix("[csv-header]") == true)
    #expect(
      faults(resource, files: [path: "year,partner,value\n2023,JPN,1\n2023,JPN,2\n"])
        == ["\(path):3:1: a second row with year = 2023, partner = JPN; the first is in line 2 [csv-primary-key]"])
    #expect(
      faults(
        resource,
        schema:
          "primaryKey: year\n      foreignKeys: [{fields: partner, reference: {resource: trade, fields: partner}}]",
        files: [path: "year,partner,value\n2023,KOR,1\n", tradePath: "year,partner,value\n2023,JPN,1\n"]) == [])
  }
}

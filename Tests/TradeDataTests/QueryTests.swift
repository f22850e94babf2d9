// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

/// The fault of a query, with the place of its marker.
private func fault(
  _ sql: String, prior: [NamedQuery] = [], values: [String: Cell] = [:], limits: QueryLimits = QueryLimits()
) throws -> (diagnostic: Diagnostic?, place: Place) {
  let marked = Marked(sql, in: "Content/a.md", from: (12, 5))
  let database = try sampleDatabase(limits: limits)
  do throws(Diagnostic) {
    let result = try database.query(
      marked.text, at: Place("Content/a.md", line: 12, column: 5), prior: prior, values: values)
    Issue.record("no error, but \(result)")
    return (nil, marked.place)
  } catch {
    return (error, marked.place)
  }
}

@Suite struct QueryTests {
  let place = Place("Content/a.md", line: 12, column: 5)

  @Test("a query gives typed cells, names its tables and the fields that its columns show")
  func result() throws {
    let result = try sampleDatabase().query(
      "SELECT c.name AS who, total, total * 2 AS twice FROM china_trade JOIN Countries c ON c.code = partner "
        + "WHERE year = 2024 ORDER BY total DESC;", at: place)
    #expect(
      result.rows == [
        [.text("대한민국"), .real(328), .real(656)], [.text("日本"), .real(308), .real(616)],
      ])
    #expect(
      result.columns == [
        ResultColumn(name: "who", origin: FieldReference(table: "countries", field: "name")),
        ResultColumn(name: "total", origin: FieldReference(table: "china_trade", field: "total")),
        ResultColumn(name: "twice", origin: nil),
      ])
    #expect(result.tables == ["china_trade", "countries"])
  }

  @Test("missing is null and a boolean is 1 or 0")
  func types() throws {
    let database = try sampleDatabase()
    #expect(try database.query("SELECT total FROM china_trade WHERE year = 2025", at: place).rows == [[.null]])
    #expect(
      try database.query("SELECT is_neighbour FROM countries", at: place).rows == [
        [.integer(1)], [.integer(1)], [.integer(0)],
      ])
    #expect(try database.query("SELECT count(*) FROM rates", at: place).tables == ["rates"])
  }

  @Test(
    "tables that are joined by what they share are known, though no column of theirs is named",
    arguments: [
      "SELECT count(*) FROM china_trade JOIN china_trade other USING (year)",
      "SELECT count(*) FROM china_trade NATURAL JOIN china_trade other", "SELECT count(*) FROM joined",
    ])
  func joinedByName(sql: String) throws {
    let prior = NamedQuery(
      name: "joined", sql: "SELECT 1 FROM china_trade a JOIN china_trade b USING (partner)", at: place)
    #expect(try sampleDatabase().query(sql, at: place, prior: [prior]).tables == ["china_trade"])
  }

  @Test("values are bound, whatever characters they hold")
  func values() throws {
    let database = try sampleDatabase()
    let result = try database.query(
      "SELECT code FROM countries WHERE name = :who", at: place, values: ["who": .text("O'Neil & <Sons>, \"Ltd\"")])
    #expect(result.rows == [[.text("QQQ")]])
  }

  @Test("a query reads earlier queries by name, which read earlier ones, with and without WITH of its own")
  func priorQueries() throws {
    let database = try sampleDatabase()
    let prior = [
      NamedQuery(name: "recent", sql: "SELECT * FROM china_trade WHERE year = :y; -- this year", at: place),
      NamedQuery(name: "한국", sql: "WITH k AS (SELECT * FROM recent) SELECT * FROM k WHERE partner = 'KOR'", at: place),
      NamedQuery(name: "unused", sql: "SELECT rate FROM rates", at: place),
    ]
    let values = ["y": Cell.integer(2024)]
    let plain = try database.query("SELECT total FROM 한국", at: place, prior: prior, values: values)
    #expect(plain.rows == [[.real(328)]])
    #expect(plain.tables == ["china_trade"])
    #expect(plain.columns[0].origin == FieldReference(table: "china_trade", field: "total"))
    let merged = try database.query(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT max(i), total FROM n, 한국",
      at: place, prior: prior, values: values)
    #expect(merged.rows == [[.integer(3), .real(328)]])
  }

  @Test(
    "a fault in SQL is named at its character",
    arguments: [
      ("SELECT *\n  FROM ▶china_trad", "there is no table 'china_trad'", "sql-table", "did you mean 'china_trade'?"),
      ("SELECT '한국',\n ▶totl FROM china_trade", "there is no column 'totl'", "sql-column", "did you mean 'total'?"),
      (
        "SELECT 1 FROM china_trade WHERE partner = ▶\"KOR\"", "there is no column 'KOR'", "sql-column",
        "write text in single quotes: 'KOR'"
      ),
      (
        "SELECT 1 FROM china_trade WHERE partner = ▶KOR", "there is no column 'KOR'", "sql-column",
        "write text in single quotes: 'KOR'"
      ),
      ("SELECT ▶FORM x", "there is no column 'FORM'", "sql-column", "write text in single quotes: 'FORM'"),
      ("SELECT 1 ▶WHEN 2", "SQL error near 'WHEN'", "sql-syntax", ""),
      ("SELECT count( ▶FROM", "SQL error near 'FROM'", "sql-syntax", ""),
      ("SELECT (1▶", "the SQL ends too early", "sql-syntax", ""),
      ("SELECT ▶'abc", "this begins here and never ends", "sql-syntax", ""),
      ("SELECT ▶/* abc", "this begins here and never ends", "sql-syntax", ""),
      ("SELECT ▶summ(total) FROM china_trade", "there is no function 'summ'", "sql-function", "did you mean 'sum'?"),
      (
        "SELECT year FROM china_trade JOIN rates r ON ▶r.year = year", "there is no column 'r.year'", "sql-column", ""
      ),
      ("SELECT ▶year FROM china_trade, china_trade b", "SQL error: ambiguous column name: year", "sql-syntax", ""),
      ("SELECT 1,\n▶sum() FROM rates", "SQL error: wrong number of arguments to function sum()", "sql-syntax", ""),
      ("SELECT 1; ▶SELECT 2", "a second statement", "sql-syntax", "write one query in a block"),
      ("▶", "the query is empty", "sql-syntax", ""),
      ("▶-- nothing", "the query is empty", "sql-syntax", ""),
      ("SELECT :a, ▶:gaap", "there is no value 'gaap' before this", "sql-parameter", "did you mean 'gap'?"),
      ("SELECT ▶?", "'?' is no value", "sql-parameter", "write ':name' for the value 'name'"),
      ("SELECT abs(x) FROM (SELECT 1 AS x) GRUOP ▶BY y", "SQL error near 'BY'", "sql-syntax", ""),
    ])
  func faults(sql: String, message: String, rule: String, hint: String) throws {
    let (diagnostic, place) = try fault(sql, values: ["a": .integer(1), "gap": .integer(2)])
    #expect(diagnostic.map(line) == "\(place): \(message) [\(rule)]")
    #expect(diagnostic?.hint ?? "" == hint)
  }

  @Test("a fault tells the tables and columns that there are")
  func choices() throws {
    #expect(try fault("SELECT * FROM nowhere").diagnostic?.notes == ["the tables are china_trade, countries, rates"])
    #expect(try fault("SELECT zzzzz FROM rates").diagnostic?.notes == ["the columns of 'rates' are month, rate"])
    let prior = NamedQuery(name: "p", sql: "SELECT rate AS percent FROM rates", at: place)
    let found = try fault("SELECT ▶percnt FROM p", prior: [prior])
    #expect(found.diagnostic.map(line) == "\(found.place): there is no column 'percnt' [sql-column]")
    #expect(found.diagnostic?.hint == "did you mean 'percent'?")
    #expect(found.diagnostic?.notes == ["the columns of 'p' are percent"])
  }

  @Test(
    "SQL that writes, attaches or looks around is refused",
    arguments: [
      ("▶DELETE FROM china_trade", "a query only reads, it cannot begin with 'DELETE'", "sql-write"),
      ("▶INSERT INTO rates VALUES (1, 2)", "a query only reads, it cannot begin with 'INSERT'", "sql-write"),
      ("▶ATTACH '/tmp/x.db' AS x", "a query only reads, it cannot begin with 'ATTACH'", "sql-write"),
      ("▶PRAGMA query_only = 0", "a query only reads, it cannot begin with 'PRAGMA'", "sql-write"),
      ("▶VACUUM INTO '/tmp/x.db'", "a query only reads, it cannot begin with 'VACUUM'", "sql-write"),
      ("▶WITH a AS (SELECT 1) DELETE FROM rates", "a query only reads", "sql-write"),
      ("▶WITH a AS (SELECT 1) UPDATE rates SET rate = 1", "a query only reads", "sql-write"),
      ("SELECT ▶load_extension('x')", "'load_extension' may not be used in a query", "sql-denied"),
      ("SELECT name FROM ▶sqlite_master", "there is no table 'sqlite_master'", "sql-table"),
      ("▶SELECT name FROM sqlite_schema", "there is no table 'sqlite_master'", "sql-table"),
      ("▶SELECT * FROM pragma_database_list", "a query only reads", "sql-write"),
      ("▶SELECT count(*) FROM pragma_database_list", "a query only reads", "sql-write"),
    ])
  func refused(sql: String, message: String, rule: String) throws {
    let (diagnostic, place) = try fault(sql)
    #expect(diagnostic.map(line) == "\(place): \(message) [\(rule)]")
  }

  @Test("nothing that a query does changes the tables")
  func readOnly() throws {
    let database = try sampleDatabase()
    for sql in ["DELETE FROM rates", "WITH a AS (SELECT 1) DELETE FROM rates", "DROP TABLE rates"] {
      #expect(throws: Diagnostic.self) { try database.query(sql, at: place) }
    }
    #expect(try database.query("SELECT count(*) FROM rates", at: place).rows == [[.integer(1)]])
  }

  @Test(
    "SQL that gives another answer tomorrow is refused",
    arguments: [
      "SELECT ▶random()", "SELECT hex(▶randomblob(4))", "SELECT ▶current_date", "SELECT ▶CURRENT_TIMESTAMP",
      "SELECT ▶date('now')", "SELECT ▶date()", "SELECT ▶strftime('%Y')", "SELECT ▶strftime('%Y', 'now', '-1 day')",
      "SELECT ▶sqlite_version()",
    ])
  func clock(sql: String) throws {
    let (diagnostic, place) = try fault(sql)
    #expect(["sql-clock", "sql-denied"].contains(diagnostic?.rule))
    #expect(diagnostic?.place == place)
  }

  @Test("dates of the data are computed with")
  func dates() throws {
    let result = try sampleDatabase().query(
      "SELECT date(month || '-01', '+1 month'), strftime('%Y', '2024-05-01') FROM rates", at: place)
    #expect(result.rows == [[.text("2024-02-01"), .text("2024")]])
  }

  @Test("a query that never ends is stopped")
  func stepLimit() throws {
    var limits = QueryLimits()
    limits.steps = 200_000
    let (diagnostic, place) = try fault(
      "▶WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c", limits: limits)
    #expect(diagnostic.map(line) == "\(place): the query was stopped after 200000 steps [sql-step-limit]")
  }

  @Test("a query that takes too much memory or time is stopped")
  func memoryAndTime() throws {
    let sql = """
      ▶WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
      SELECT count(*) FROM (SELECT DISTINCT printf('%100000d', x) FROM c)
      """
    var limits = QueryLimits()
    limits.memory = 20_000_000
    let (memory, place) = try fault(sql, limits: limits)
    #expect(
      memory.map(line) == "\(place): the query was stopped when it took more than 20000000 bytes [sql-step-limit]")
    limits = QueryLimits()
    limits.duration = .zero
    #expect(try fault(sql, limits: limits).diagnostic?.message == "the query was stopped after 0 seconds")
  }

  @Test("a result that is too large is refused")
  func resultLimit() throws {
    var limits = QueryLimits()
    limits.cells = 100
    let sql = "▶WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 101) SELECT x FROM c"
    #expect(try fault(sql, limits: limits).diagnostic?.rule == "sql-result-limit")
    #expect(try fault("SELECT zeroblob(3000000)").diagnostic?.message == "SQL error: string or blob too big")
    #expect(try fault("SELECT x'41'").diagnostic?.rule == "sql-blob")
  }

  @Test("a fault inside an earlier query is named where that query stands")
  func faultInPrior() throws {
    let marked = Marked("SELECT\n ▶absent\nFROM rates", in: "Content/b.md", from: (40, 1))
    let prior = NamedQuery(name: "p", sql: marked.text, at: Place("Content/b.md", line: 40, column: 1))
    let found = try fault("SELECT * FROM p", prior: [prior]).diagnostic
    #expect(found?.notes == ["the columns of 'rates' are month, rate"])
    #expect(found.map(line) == "\(marked.place): there is no column 'absent' [sql-column]")
  }

  @Test("a query with the name of a table is an error")
  func queryNamedAsTable() throws {
    let prior = NamedQuery(name: "Rates", sql: "SELECT 1", at: Place("Content/b.md", line: 3, column: 1))
    #expect(
      try fault("SELECT 1", prior: [prior]).diagnostic.map(line)
        == "Content/b.md:3:1: the query 'Rates' has the name of a table [sql-name]")
  }

  @Test("many threads get the answers of one")
  func threads() async throws {
    let database = try sampleDatabase()
    let sql = "SELECT partner, sum(total) FROM china_trade GROUP BY partner ORDER BY partner"
    let expected = try database.query(sql, at: place)
    let place = place
    try await withThrowingTaskGroup(of: QueryResult.self) { group in
      for _ in 0..<200 { group.addTask { try database.query(sql, at: place) } }
      for try await result in group { #expect(result == expected) }
    }
  }
}

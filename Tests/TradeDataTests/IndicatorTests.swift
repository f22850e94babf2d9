// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

@Suite struct IndicatorTests {
  let place = Place("Content/a.md", line: 12, column: 5)

  private func value(_ sql: String) throws -> Cell {
    try sampleDatabase().query(sql, at: place).rows.first?.first ?? .text("no row")
  }

  private func isNear(_ cell: Cell, _ expected: Double) -> Bool {
    cell.number.map { abs($0 - expected) < 1e-5 * max(1, abs(expected)) } ?? false
  }

  @Test(
    "every aggregate is a SQL function",
    arguments: [
      ("hhi(a)", 0.30), ("hhi_normalised(a)", 0.066667), ("effective_number(a)", 3.333333),
      ("concentration_unctad(a)", 0.095445), ("grubel_lloyd(a, b)", 0.533333),
      ("export_similarity(a, a)", 100), ("complementarity(a, a)", 100), ("cagr(a, n)", -0.370039),
      ("growth_least_squares(a * 0 + 5, n)", 0), ("weighted_average(b, a)", 13),
    ] as [(String, Double)])
  func aggregates(call: String, expected: Double) throws {
    let rows = "WITH t(n, a, b) AS (VALUES (1, 40, 20), (2, 30, 10), (3, 20, 0), (4, 10, 20))"
    let cell = try value("\(rows) SELECT \(call) FROM t")
    #expect(isNear(cell, expected), "\(cell)")
  }

  @Test(
    "every scalar is a SQL function",
    arguments: [
      ("rca(80, 100, 400, 1000)", 2.0), ("rsca(2)", 0.333333), ("trade_intensity(130, 600, 2500, 23000)", 1.993333),
      ("trade_intensity_excluding_reporter(130, 600, 2500, 23000, 600)", 1.941333), ("normalised_balance(3, 1)", 0.5),
      ("openness(300, 200, 2000)", 0.25), ("openness_unctad(300, 200, 2000)", 0.125),
      ("terms_of_trade(93, 105)", 88.5714),
      ("mirror_ratio(236, 557)", 2.360169), ("mirror_gap(236, 557)", 0.809584), ("contribution(66, 60, 100)", 0.06),
      ("RCA(80, 100, 400, 1000)", 2),
    ] as [(String, Double)])
  func scalars(call: String, expected: Double) throws { #expect(try isNear(value("SELECT \(call)"), expected)) }

  @Test(
    "what is undefined or missing is null, never zero",
    arguments: [
      "rca(1, 0, 1, 1)", "rca(NULL, 1, 1, 1)", "rsca(NULL)", "openness(1, 1, 0)", "hhi(NULL)",
      "normalised_balance(0, 0)",
      "mirror_ratio(0, 1)", "terms_of_trade(1e308 * 10, 1)", "hhi_normalised(5)", "cagr(5, 2020)",
      "contribution(1, 1, 0)", "grubel_lloyd(0, 0)", "weighted_average(1, NULL)",
    ])
  func null(call: String) throws {
    #expect(try value("SELECT \(call)") == .null)
    #expect(try value("SELECT coalesce(\(call), 'none')") == .text("none"))
  }

  @Test("an aggregate over no row is null, and a row without a value is left out")
  func missingRows() throws {
    #expect(try value("SELECT hhi(total) FROM china_trade WHERE year = 1900") == .null)
    #expect(try isNear(value("SELECT hhi(total) FROM china_trade WHERE partner = 'KOR'"), 0.500957))
    #expect(try value("SELECT count(total) FROM china_trade WHERE partner = 'KOR'") == .integer(2))
  }

  @Test("groups and windows give each its own, and two aggregates do not mix their rows")
  func groups() throws {
    let database = try sampleDatabase()
    let groups = try database.query(
      "SELECT year, hhi(total) h, effective_number(total) FROM china_trade WHERE total > 0 GROUP BY year ORDER BY year",
      at: place)
    #expect(groups.rows.count == 2)
    #expect(groups.rows.allSatisfy { isNear($0[1], 0.5005) || isNear($0[1], 0.500122) })
    #expect(groups.indicators == ["hhi", "effective_number"])
    let window = try database.query(
      "WITH t(n, v) AS (VALUES (1, 1), (2, 3), (3, NULL), (4, 1), (5, 1)) "
        + "SELECT hhi(v) OVER (ORDER BY n ROWS 1 PRECEDING) FROM t ORDER BY n", at: place)
    #expect(window.rows == [[.real(1)], [.real(0.625)], [.real(1)], [.real(1)], [.real(0.5)]])
  }

  @Test("an interrupted aggregate leaves the connection usable")
  func interrupted() throws {
    var limits = QueryLimits()
    limits.steps = 20_000
    let database = try sampleDatabase(limits: limits)
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT hhi(i) FROM n"
    #expect(throws: Diagnostic.self) { try database.query(endless, at: place) }
    #expect(try database.query("SELECT hhi(total) FROM china_trade", at: place).rows.count == 1)
  }

  @Test("values and claims of a page know them")
  func values() throws {
    let database = try sampleDatabase()
    #expect(isNear(try database.evaluate("rca(:a, 100, 400, 1000)", at: place, values: ["a": .integer(80)]).cell, 2))
    #expect(try database.check("openness(1, 1, 4) = 2 * openness_unctad(1, 1, 4)", at: place).holds == true)
  }

  @Test(
    "a wrong call is shown at its place, with how it is written",
    arguments: [
      (
        "SELECT ▶hhi(total, year) FROM china_trade", "sql-arguments", "'hhi' takes 1 argument, not 2",
        "did you mean 'hhi(value)'?"
      ),
      (
        "SELECT ▶rca(total, max(1, 2)) FROM china_trade", "sql-arguments", "'rca' takes 4 arguments, not 2",
        "did you mean 'rca(x_ik, x_i, x_wk, x_w)'?"
      ),
      ("SELECT 1, ▶rsca()", "sql-arguments", "'rsca' takes 1 argument, not 0", "did you mean 'rsca(rca)'?"),
      (
        "SELECT ▶hhi_normalized(total) FROM china_trade", "sql-function", "there is no function 'hhi_normalized'",
        "did you mean 'hhi_normalised(value)'?"
      ),
      (
        "SELECT ▶yoy(total) FROM china_trade", "sql-function", "'yoy' is a chart's transform and no function",
        "in a query: x / lag(x) OVER (PARTITION BY partner ORDER BY year) - 1; lag(x, 12) for months, without gaps"
      ),
      (
        "SELECT ▶hhi(partner) FROM china_trade", "sql-indicator", "'JPN' is not a number (value)",
        "hhi(value) takes numbers; use CAST(… AS REAL), or leave the rows out"
      ),
      (
        "SELECT year,\n  ▶openness(1, partner, 3) FROM china_trade", "sql-indicator", "'JPN' is not a number (m)",
        "openness(x, m, gdp) takes numbers; use CAST(… AS REAL), or leave the rows out"
      ),
    ])
  func faults(sql: String, rule: String, message: String, hint: String) throws {
    let marked = Marked(sql, in: "Content/a.md", from: (12, 5))
    do throws(Diagnostic) {
      let result = try sampleQuery(marked.text)
      Issue.record("no error, but \(result)")
    } catch {
      #expect(line(error) == "\(marked.place): \(message) [\(rule)]")
      #expect(error.hint == hint)
    }
  }

  private func sampleQuery(_ sql: String) throws(Diagnostic) -> QueryResult {
    let database: TradeDatabase
    do { database = try sampleDatabase() } catch { throw .error("sql-engine", "\(error)", at: place) }
    return try database.query(sql, at: place)
  }
}

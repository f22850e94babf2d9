// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

private let origin = Place("Content/a.md", line: 7, column: 9)

private func evaluate(
  _ expression: String, prior: [NamedQuery] = [], values: [String: Cell] = [:]
) throws -> Evaluation {
  try sampleDatabase().evaluate(expression, at: origin, prior: prior, values: values)
}

private func fault(
  _ expression: String, prior: [NamedQuery] = [], values: [String: Cell] = [:]
) throws -> (diagnostic: Diagnostic?, place: Place) {
  let marked = Marked(expression, in: origin.path, from: (origin.line, origin.column))
  let database = try sampleDatabase()
  do throws(Diagnostic) {
    let result = try database.evaluate(marked.text, at: origin, prior: prior, values: values)
    Issue.record("no error, but \(result)")
    return (nil, marked.place)
  } catch {
    return (error, marked.place)
  }
}

@Suite struct ValueTests {
  let recent = NamedQuery(
    name: "recent", sql: "SELECT year + 0 AS y, partner, total FROM china_trade WHERE year >= 2024", at: origin)

  @Test(
    "a lookup finds one cell by its keys, bare, quoted or given by an earlier value",
    arguments: [
      "china_trade.total[partner=KOR, year=2024]", "China_Trade.Total[ partner = 'KOR' ,year=\"2024\" ]",
      "china_trade.total[partner=:who, year=2024]", "\"china_trade\".\"total\"[\"partner\"=KOR,year=:when]",
    ])
  func lookup(expression: String) throws {
    let result = try evaluate(expression, values: ["who": .text("KOR"), "when": .integer(2024)])
    #expect(
      result
        == Evaluation(
          cell: .real(328), origin: FieldReference(table: "china_trade", field: "total"), tables: ["china_trade"]))
  }

  @Test("lookups read booleans, Hangul and Han, text with quotes and markup, missing cells and one-row tables")
  func lookupTypes() throws {
    #expect(try evaluate("countries.name[code=KOR]").cell == .text("대한민국"))
    #expect(try evaluate("countries.code[name=日本]").cell == .text("JPN"))
    #expect(try evaluate("countries.code[name='O''Neil & <Sons>, \"Ltd\"']").cell == .text("QQQ"))
    #expect(try evaluate("countries.code[is_neighbour=false]").cell == .text("QQQ"))
    #expect(try evaluate("china_trade.total[year=2025]").cell == .null)
    #expect(try evaluate("rates.rate").cell == .real(0.034))
  }

  @Test("a lookup reads an earlier query, whose computed columns have no type")
  func lookupInQuery() throws {
    #expect(try evaluate("recent.total[y=2024, partner=JPN]", prior: [recent]).cell == .real(308))
    let marked = try fault("recent.▶totals[y=2024]", prior: [recent])
    #expect(marked.diagnostic.map(line) == "\(marked.place): 'recent' has no column 'totals' [lookup-column]")
  }

  @Test(
    "a fault in a lookup is named at its character",
    arguments: [
      ("▶china_trde.total[year=2024]", "there is no table 'china_trde'", "sql-table"),
      ("china_trade.▶totl[year=2024]", "'china_trade' has no column 'totl'", "lookup-column"),
      ("china_trade.total[▶yaer=2024]", "'china_trade' has no column 'yaer'", "lookup-column"),
      ("china_trade.total[year=▶abc]", "'abc' is not a year such as 2024 (field 'year')", "lookup-value"),
      ("china_trade.total[year=2024, partner=▶KRO]", "no row of 'china_trade' has partner = 'KRO'", "lookup-rows"),
      (
        "▶china_trade.total[year=2025, partner=JPN]", "no row of 'china_trade' has year = 2025 and partner = JPN",
        "lookup-rows"
      ),
      ("▶china_trade.total[year=2024]", "2 rows of 'china_trade' match, a lookup needs exactly one", "lookup-rows"),
      ("▶countries.name", "3 rows of 'countries' match, a lookup needs exactly one", "lookup-rows"),
      ("china_trade.total[year=▶:y]", "there is no value 'y' before this", "sql-parameter"),
      ("china_trade.total[year=▶, partner=KOR]", "'year' has no value", "lookup-syntax"),
      ("china_trade.total[year ▶2024]", "a '=' is missing here", "lookup-syntax"),
      ("china_trade.total[year=2024▶", "a ',' or ']' is missing here", "lookup-syntax"),
      ("china_trade.total[partner=▶'KOR]", "this quote is never closed", "lookup-syntax"),
      ("rates.rate[month=2024-01] ▶- 1", "a lookup ends with its ']'", "lookup-syntax"),
    ])
  func lookupFaults(expression: String, message: String, rule: String) throws {
    let (diagnostic, place) = try fault(expression)
    #expect(diagnostic.map(line) == "\(place): \(message) [\(rule)]")
  }

  @Test("a lookup that meets no row or several shows what there is")
  func lookupNotes() throws {
    let many = try fault("china_trade.total[year=2024]").diagnostic
    #expect(many?.hint == "add partner=…")
    #expect(many?.notes == ["year = 2024, partner = JPN, total = 308", "year = 2024, partner = KOR, total = 328"])
    let none = try fault("china_trade.total[year=2024, partner=KRO]").diagnostic
    #expect(none?.hint == "did you mean 'KOR'?")
    #expect(none?.notes == ["partner is JPN, KOR"])
    #expect(
      try fault("china_trade.total[year=2025, partner=JPN]").diagnostic?.notes == ["with year = 2025, partner is KOR"])
  }

  @Test("expressions compute with earlier values, and SELECT gives one cell")
  func expressions() throws {
    let values: [String: Cell] = ["ck": .real(328), "cj": .real(308), "none": .null]
    #expect(try evaluate(":ck - :cj", values: values).cell == .real(20))
    #expect(try evaluate(":ck > :cj", values: values).cell == .integer(1))
    #expect(try evaluate(":ck - :none", values: values).cell == .null)
    let peak = try evaluate("SELECT max(total) FROM china_trade WHERE partner = 'KOR'")
    #expect(peak == Evaluation(cell: .real(328), origin: nil, tables: ["china_trade"]))
    #expect(try evaluate("(SELECT max(y) FROM recent) + 1", prior: [recent]).cell == .integer(2026))
  }

  @Test(
    "a value that is not one cell, or no SQL, is an error",
    arguments: [
      (
        "▶SELECT total FROM china_trade WHERE year = 2024", "a value is one cell, this gives 2 rows of 1 column",
        "value-shape"
      ),
      ("▶SELECT 1, 2", "a value is one cell, this gives 1 row of 2 columns", "value-shape"),
      ("▶SELECT 1 WHERE 0", "a value is one cell, this gives 0 rows of 1 column", "value-shape"),
      (":ck - ▶:cjj", "there is no value 'cjj' before this", "sql-parameter"),
      (":ck % ▶% 2", "SQL error near '%'", "sql-syntax"), ("▶ck - 1", "there is no column 'ck'", "sql-column"),
      ("▶", "the expression is empty", "sql-syntax"), ("1; ▶DROP TABLE rates", "a second statement", "sql-syntax"),
    ])
  func valueFaults(expression: String, message: String, rule: String) throws {
    let (diagnostic, place) = try fault(expression, values: ["ck": .real(1), "cj": .real(2)])
    #expect(diagnostic.map(line) == "\(place): \(message) [\(rule)]")
  }

  @Test("a condition is true, false or, where a value is missing, neither")
  func conditions() throws {
    let database = try sampleDatabase()
    let values: [String: Cell] = ["a": .real(2), "b": .integer(1), "none": .null]
    #expect(try database.check(":a > :b", at: origin, values: values).holds == true)
    #expect(try database.check(":a < :b", at: origin, values: values).holds == false)
    #expect(try database.check(":a > :none", at: origin, values: values).holds == nil)
    #expect(
      try database.check("SELECT count(*) = 5 FROM china_trade", at: origin)
        == ConditionResult(holds: true, tables: ["china_trade"]))
    #expect(
      throws: Diagnostic.error(
        "condition-type", "the condition gives the text 'yes', neither true nor false", at: origin,
        hint: "compare two values: :a > :b")
    ) { try database.check("'yes'", at: origin) }
  }
}

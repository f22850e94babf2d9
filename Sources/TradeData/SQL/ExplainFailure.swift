// SPDX-License-Identifier: MIT
import Diagnostics
import GRDBSQLite

extension TradeDatabase {
  /// Says what went wrong in an editor's words, at the place in the editor's text.
  func diagnostic(
    _ failure: QueryFailure, _ composed: ComposedQuery, _ watch: QueryGuard, prior: [NamedQuery]
  ) -> Diagnostic {
    let start = composed.texts.last?.place ?? Place("")
    let place = failure.offset.flatMap(composed.place) ?? start
    if let limit = failure.limit {
      return limit == .blob
        ? .error("sql-blob", "the query gives bytes that are no text", at: start, hint: "use CAST(… AS TEXT)")
        : .error(
          "sql-result-limit", "the result has more than \(limits.cells) cells or \(limits.bytes) bytes of text",
          at: start,
          hint: "aggregate or LIMIT it")
    }
    if failure.code == SQLITE_INTERRUPT || watch.isOutOfSteps {
      return .error(
        "sql-step-limit", "the query was stopped after \(limits.steps) steps", at: start,
        hint: "a recursion without an end, or a join without a condition?")
    }
    if let denial = watch.denial { return diagnostic(denial, composed, start, prior: prior) }
    if let name = failure.name(after: "no such table: ") { return unknownTable(name, composed, start, prior: prior) }
    if let name = failure.name(after: "no such column: ") {
      return unknownColumn(name, composed, failure.offset, prior: prior)
    }
    if let name = failure.name(after: "no such function: ") {
      return .error(
        "sql-function", "there is no function '\(name)'", at: composed.place(of: name) ?? place,
        hint: suggestion(for: name, among: familiarFunctions))
    }
    if let token = failure.name(after: "near \""), let end = token.firstRange(of: "\": ") {
      return .error("sql-syntax", "SQL error near \(quoted(String(token[..<end.lowerBound])))", at: place)
    }
    if failure.message == "incomplete input", let last = composed.texts.last {
      return .error("sql-syntax", "the SQL ends too early", at: last.place(last.bytes.count))
    }
    return .error("sql-syntax", "SQL error: \(failure.message)", at: place)
  }

  private func diagnostic(
    _ denial: QueryGuard.Denial, _ composed: ComposedQuery, _ start: Place, prior: [NamedQuery]
  ) -> Diagnostic {
    switch denial {
    case .table(let name): unknownTable(name, composed, start, prior: prior)
    case .function(let name):
      .error(
        "sql-denied", "'\(name)' may not be used in a query", at: composed.place(of: name) ?? start,
        hint: "a build gives the same site every time")
    case .action: .error("sql-write", "a query only reads", at: start, hint: "use SELECT")
    }
  }

  /// The error for a table that is not there, with those that are.
  func unknownTable(_ name: String, _ composed: ComposedQuery, _ start: Place, prior: [NamedQuery]) -> Diagnostic {
    unknownTable(name, at: composed.place(of: name) ?? start, prior: prior)
  }

  /// The same for a name whose place is known.
  func unknownTable(_ name: String, at place: Place, prior: [NamedQuery]) -> Diagnostic {
    let names = resources.map(\.name) + prior.map(\.name)
    return .error(
      "sql-table", "there is no table '\(name)'", at: place,
      hint: closest(to: name, among: names).map { "did you mean '\($0)'?" },
      notes: [names.isEmpty ? "there are no tables" : "the tables are \(names.sorted().joined(separator: ", "))"])
  }

  private func unknownColumn(
    _ name: String, _ composed: ComposedQuery, _ offset: Int?, prior: [NamedQuery]
  ) -> Diagnostic {
    let bare = name.split(separator: ".").last.map(String.init) ?? name
    let found = composed.location(of: bare)
    let place = found?.place ?? offset.flatMap(composed.place) ?? composed.texts.last?.place ?? Place("")
    let involved = tables(readBy: composed, prior: prior)
    var hint = closest(to: bare, among: involved.flatMap(\.columns)).map { "did you mean '\($0)'?" }
    if found?.isQuoted ?? false || hint == nil { hint = "write text in single quotes: '\(bare)'" }
    return .error(
      "sql-column", "there is no column '\(name)'", at: place, hint: hint,
      notes: involved.map { "the columns of '\($0.name)' are \($0.columns.joined(separator: ", "))" })
  }

  /// The tables and named queries that an editor's text names, with their columns.
  private func tables(readBy composed: ComposedQuery, prior: [NamedQuery]) -> [(name: String, columns: [String])] {
    guard let text = composed.texts.last else { return [] }
    let known = resources.map { (name: $0.name, columns: $0.fields.map(\.name)) }
    let queries = prior.filter { text.names.contains($0.name.lowercased()) }.map { query in
      let names = try? self.query("SELECT * FROM \(sqlName(query.name)) LIMIT 0", at: query.place, prior: prior)
      return (name: query.name, columns: names?.columns.map(\.name) ?? [])
    }
    return known.filter { text.names.contains($0.name.lowercased()) } + queries.filter { !$0.columns.isEmpty }
  }
}

/// The functions that a hint may propose.
private let familiarFunctions = [
  "abs", "avg", "coalesce", "count", "date", "exp", "first_value", "group_concat", "iif", "ifnull", "instr", "lag",
  "last_value", "lead", "length", "ln", "log", "lower", "max", "min", "ntile", "nullif", "pow", "printf", "rank",
  "replace", "round", "row_number", "sign", "sqrt", "strftime", "substr", "sum", "total", "trim", "upper",
]

extension QueryFailure {
  /// The rest of the message behind a beginning.
  fileprivate func name(after beginning: String) -> String? {
    message.hasPrefix(beginning) ? String(message.dropFirst(beginning.count)) : nil
  }
}

extension ComposedQuery {
  /// Where a name stands: in the editor's text, else in a named query that it reads.
  func location(of name: String) -> (place: Place, isQuoted: Bool)? {
    for text in texts.reversed() {
      if let (place, token) = text.firstPlace(of: name) { return (place, token.kind == .quotedName) }
    }
    return nil
  }

  /// Where a name stands.
  func place(of name: String) -> Place? { location(of: name)?.place }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import GRDBSQLite
import Indicators

extension TradeDatabase {
  /// Says what went wrong in an editor's words, at the place in the editor's text.
  func diagnostic(
    _ failure: QueryFailure, _ composed: ComposedQuery, _ watch: QueryGuard, prior: [NamedQuery],
    values: [String: Cell]
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
    if let stop = watch.stop {
      let reason =
        switch stop {
        case .steps: "after \(limits.steps) steps"
        case .memory: "when it took more than \(limits.memory) bytes"
        case .duration: "after \(limits.duration.components.seconds) seconds"
        }
      return .error(
        "sql-step-limit", "the query was stopped \(reason)", at: start,
        hint: "a recursion without an end, or a join without a condition?")
    }
    if let denial = watch.denial { return diagnostic(denial, composed, start, prior: prior) }
    if let name = failure.name(after: "no such table: ") { return unknownTable(name, composed, start, prior: prior) }
    if let name = failure.name(after: "no such column: ") {
      return unknownColumn(name, composed, failure.offset, prior, values)
    }
    if let name = failure.name(after: "no such function: ") {
      return unknownFunction(name, at: composed.place(of: name) ?? place)
    }
    if let fault = indicatorFault(failure, composed, place) { return fault }
    if let token = failure.name(after: "near \""), let end = token.firstRange(of: "\": ") {
      return .error("sql-syntax", "SQL error near \(quoted(String(token[..<end.lowerBound])))", at: place)
    }
    if failure.message == "incomplete input", let last = composed.texts.last {
      return .error("sql-syntax", "the SQL ends too early", at: last.place(last.bytes.count))
    }
    let named = failure.offset == nil ? failure.lastWord.flatMap(composed.place(of:)) : nil
    return .error("sql-syntax", "SQL error: \(failure.message)", at: named ?? place)
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
    _ name: String, _ composed: ComposedQuery, _ offset: Int?, _ prior: [NamedQuery], _ values: [String: Cell]
  ) -> Diagnostic {
    let parts = name.split(separator: ".").suffix(2).map(String.init)
    let bare = parts.last ?? name
    let found = offset.flatMap(composed.token) ?? composed.token(of: parts)
    let place = found.map { $0.text.place($0.token.range.lowerBound) } ?? composed.texts.last?.place ?? Place("")
    let involved = found.map { tables(namedIn: $0.text, prior, values) } ?? []
    let others = involved.flatMap(\.columns).filter { $0 != bare }
    var hint = closest(to: bare, among: others).map { "did you mean '\($0)'?" }
    if found?.token.kind == .quotedName || hint == nil && parts.count == 1 {
      hint = "write text in single quotes: '\(bare)'"
    }
    return .error(
      "sql-column", "there is no column '\(name)'", at: place, hint: hint,
      notes: involved.map { "the columns of '\($0.name)' are \($0.columns.joined(separator: ", "))" })
  }

  /// The tables and named queries that a text names, with their columns.
  private func tables(
    namedIn text: SQLText, _ prior: [NamedQuery], _ values: [String: Cell]
  ) -> [(name: String, columns: [String])] {
    let names = text.names
    let known = resources.filter { names.contains($0.name.lowercased()) }
    let queries = prior.filter { names.contains($0.name.lowercased()) }
    return known.map { ($0.name, $0.fields.map(\.name)) }
      + queries.map { ($0.name, columnNames(of: $0, prior: prior, values: values)) }.filter { !$0.1.isEmpty }
  }
}

/// The functions that a hint may propose, beside the indicators.
let familiarFunctions = [
  "abs", "avg", "coalesce", "count", "date", "exp", "first_value", "group_concat", "iif", "ifnull", "instr", "lag",
  "last_value", "lead", "length", "ln", "log", "lower", "max", "min", "ntile", "nullif", "pow", "printf", "rank",
  "replace", "round", "row_number", "sign", "sqrt", "strftime", "substr", "sum", "total", "trim", "upper",
]

extension QueryFailure {
  /// The name that many messages end with: `ambiguous column name: year`, `wrong number of arguments to function sum()`.
  fileprivate var lastWord: String? {
    message.split { $0 == " " || $0 == "(" || $0 == ")" || $0 == "." }.last.map(String.init)
  }

  /// The rest of the message behind a beginning.
  fileprivate func name(after beginning: String) -> String? {
    message.hasPrefix(beginning) ? String(message.dropFirst(beginning.count)) : nil
  }
}

extension ComposedQuery {
  /// Where a name stands: in the editor's text, else in a named query that it reads.
  func token(of name: [String]) -> (text: SQLText, token: SQLText.Token)? {
    for text in texts.reversed() {
      if let token = text.firstToken(named: name) { return (text, token) }
    }
    return nil
  }

  /// Where a name stands.
  func place(of name: String) -> Place? { token(of: [name]).map { $0.text.place($0.token.range.lowerBound) } }
}

// SPDX-License-Identifier: MIT
import Diagnostics

/// SQL as SQLite gets it: the editor's text behind the named queries that it reads, and the way back to their places.
struct ComposedQuery {
  private(set) var bytes: [UInt8] = []
  /// The editor's text last; before it the named queries that it reads.
  private(set) var texts: [SQLText] = []
  private var segments: [(start: Int, text: Int, from: Int)] = []

  /// The place of a byte of the composed text.
  func place(at offset: Int) -> Place? {
    guard let segment = segments.last(where: { $0.start <= offset }) else { return nil }
    return texts[segment.text].place(segment.from + offset - segment.start)
  }

  /// Whether tables are joined by the columns that they share, which the SQL need not name then.
  var joinsByName: Bool {
    texts.contains { text in
      text.tokens.contains { $0.kind == .word && ["using", "natural"].contains(text.text($0).lowercased()) }
    }
  }

  /// The token of the editor's text at a byte of the composed text.
  func token(at offset: Int) -> (text: SQLText, token: SQLText.Token)? {
    guard let segment = segments.last(where: { $0.start <= offset }) else { return nil }
    let local = segment.from + offset - segment.start
    return texts[segment.text].tokens.first { $0.range.contains(local) }.map { (texts[segment.text], $0) }
  }

  fileprivate mutating func append(_ sql: String) { bytes += Array(sql.utf8) }

  fileprivate mutating func append(_ text: SQLText, _ range: Range<Int>) {
    texts.append(text)
    segments.append((bytes.count, texts.count - 1, range.lowerBound))
    bytes += text.bytes[range]
  }
}

/// What an editor's text is.
enum SQLForm {
  /// A whole SELECT.
  case query
  /// An expression that is to be computed.
  case expression
}

/// Puts the named queries that a text reads in front of it, as common table expressions, behind the earlier editions
/// that stand for its tables.
///
/// - Throws: `sql-write` for anything but a SELECT, `sql-syntax` for empty, unfinished or several statements,
///   `sql-parameter` for a value that is not there, `sql-clock` for a call that reads the clock.
func compose(
  _ text: SQLText, _ form: SQLForm, prior: [NamedQuery], values: Set<String>, editions: Editions = .latest
) throws(Diagnostic) -> ComposedQuery {
  let end = try check(text, form, values)
  var used: [(query: NamedQuery, text: SQLText, end: Int)] = []
  var names = text.names
  for query in prior.reversed() where names.contains(query.name.lowercased()) {
    let priorText = SQLText(query.sql, at: query.place)
    used.insert((query, priorText, try check(priorText, .query, values)), at: 0)
    names.formUnion(priorText.names)
  }
  var composed = ComposedQuery()
  let startsWithWith = form == .query && text.isToken(0, "with")
  let older = editions.tables.filter { table, _ in
    names.contains(table.lowercased()) && !(startsWithWith && text.defines(table.lowercased()))
  }.sorted { $0.key < $1.key }
  for (index, (table, edition)) in older.enumerated() {
    composed.append(index == 0 ? "WITH RECURSIVE " : ", ")
    composed.append("\(sqlName(table)) AS (SELECT * FROM main.\(sqlName(edition)))")
  }
  for (index, (query, priorText, priorEnd)) in used.enumerated() {
    composed.append(index == 0 && older.isEmpty ? "WITH RECURSIVE " : ", ")
    composed.append("\(sqlName(query.name)) AS (")
    composed.append(priorText, 0..<priorEnd)
    composed.append("\n)")
  }
  if form == .expression {
    composed.append(" SELECT (")
    composed.append(text, 0..<end)
    composed.append("\n)")
  } else if startsWithWith, !(used.isEmpty && older.isEmpty) {
    composed.append(", ")
    let keywords = text.isToken(1, "recursive") ? 2 : 1
    composed.append(text, text.tokens[keywords - 1].range.upperBound..<end)
  } else {
    composed.append(" ")
    composed.append(text, 0..<end)
  }
  return composed
}

/// A name in SQL, whatever characters it has.
func sqlName(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

extension SQLText {
  /// All names in it, in small letters.
  var names: Set<String> {
    Set(tokens.lazy.filter { $0.kind == .word || $0.kind == .quotedName }.map { name($0).lowercased() })
  }

  /// The first word that makes a text a whole query.
  var isQuery: Bool { ["select", "with", "values"].contains { isToken(0, $0) } }

  /// Whether a query names one of its own parts so: `WITH gdp AS (…)`.
  fileprivate func defines(_ name: String) -> Bool {
    tokens.indices.contains {
      self.name(tokens[$0]).lowercased() == name && isToken($0 + 1, "as") && isToken($0 + 2, "(")
    }
  }

  /// Whether it begins as a statement that is none of a page's: it is refused as such, not read as an expression.
  var isOtherStatement: Bool {
    ["insert", "update", "delete", "drop", "create", "alter", "attach", "detach", "pragma", "vacuum", "begin"].contains
    {
      isToken(0, $0)
    }
  }
}

/// - Returns: Where the text ends, without a closing semicolon.
private func check(_ text: SQLText, _ form: SQLForm, _ values: Set<String>) throws(Diagnostic) -> Int {
  guard let first = text.tokens.first else {
    throw .error("sql-syntax", form == .query ? "the query is empty" : "the expression is empty", at: text.place)
  }
  if let zero = text.bytes.firstIndex(of: 0) { throw .error("sql-syntax", "a NUL character", at: text.place(zero)) }
  for (index, token) in text.tokens.enumerated() {
    let place = text.place(token.range.lowerBound)
    switch token.kind {
    case .unterminated: throw .error("sql-syntax", "this begins here and never ends", at: place)
    case .parameter: try checkParameter(text.text(token), values, place)
    case .symbol where text.text(token) == ";":
      if index + 1 < text.tokens.count {
        throw .error(
          "sql-syntax", "a second statement", at: text.place(text.tokens[index + 1].range.lowerBound),
          hint: "write one query in a block")
      }
    case .word: try checkClock(text, index)
    default: break
    }
  }
  if form == .query, !text.isQuery {
    let word = text.text(first)
    throw .error(
      "sql-write", "a query only reads, it cannot begin with '\(word)'", at: text.place(first.range.lowerBound),
      hint: "begin with SELECT or WITH")
  }
  let hasSemicolon = text.tokens.last.map { text.text($0) == ";" } ?? false
  return hasSemicolon ? text.tokens[text.tokens.count - 1].range.lowerBound : text.bytes.count
}

private func checkParameter(_ parameter: String, _ values: Set<String>, _ place: Place) throws(Diagnostic) {
  let name = String(parameter.dropFirst())
  guard parameter.hasPrefix(":"), !name.isEmpty else {
    throw .error("sql-parameter", "'\(parameter)' is no value", at: place, hint: "write ':name' for the value 'name'")
  }
  if !values.contains(name) {
    throw .error(
      "sql-parameter", "there is no value '\(name)' before this", at: place, hint: suggestion(for: name, among: values))
  }
}

/// Date functions may compute with dates of the data, but not ask for today's: the same input gives the same site.
private func checkClock(_ text: SQLText, _ index: Int) throws(Diagnostic) {
  guard text.isToken(index + 1, "(") else { return }
  let name = text.text(text.tokens[index]).lowercased()
  let functions = ["date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff"]
  guard functions.contains(name) else { return }
  var (depth, commas, cursor) = (1, 0, index + 2)
  var readsClock = text.isToken(cursor, ")")
  while cursor < text.tokens.count, depth > 0 {
    let token = text.tokens[cursor]
    switch text.text(token) {
    case "(": depth += 1
    case ")": depth -= 1
    case ",": commas += depth == 1 ? 1 : 0
    default:
      if token.kind == .string, ["now", "subsec", "subsecond"].contains(text.name(token).lowercased()) {
        readsClock = true
      }
    }
    cursor += 1
  }
  if readsClock || name == "strftime" && commas == 0 {
    throw .error(
      "sql-clock", "'\(name)' asks for the present time here", at: text.place(text.tokens[index].range.lowerBound),
      hint: "a build gives the same site on every day; write the date")
  }
}

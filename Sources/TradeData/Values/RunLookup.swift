// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

extension TradeDatabase {
  /// - Throws: `sql-table`, `lookup-column`, `lookup-value`, `sql-parameter`, and `lookup-rows` where it is not exactly
  ///   one row.
  func run(
    _ lookup: Lookup, at place: Place, prior: [NamedQuery], values: [String: Cell], editions: Editions
  ) throws(Diagnostic) -> Evaluation {
    let rows = try LookupRows(self, lookup, at: place, prior: prior, values: values, editions: editions)
    let result = try rows.select(sqlName(rows.column), where: rows.conditions, limit: 2)
    guard result.rows.count == 1, let cell = result.rows[0].first else { throw try rows.fault(result.rows.count) }
    return Evaluation(cell: cell, origin: result.columns.first?.origin, tables: result.tables)
  }
}

/// The rows that a lookup meets, and why they are not one.
private struct LookupRows {
  struct Condition {
    let key: String
    let cell: Cell
    let place: Place
    let isText: Bool
  }

  let database: TradeDatabase
  let table: String
  let column: String
  let columns: [String]
  let conditions: [Condition]
  let resource: Resource?
  let prior: [NamedQuery]
  let editions: Editions
  let place: Place

  init(
    _ database: TradeDatabase, _ lookup: Lookup, at place: Place, prior: [NamedQuery], values: [String: Cell],
    editions: Editions
  ) throws(Diagnostic) {
    self.database = database
    self.place = place
    self.prior = prior
    self.editions = editions
    resource = database.resource(named: lookup.table.text)
    if let resource {
      table = resource.name
      columns = resource.fields.map(\.name)
    } else if let query = prior.first(where: { $0.name.lowercased() == lookup.table.text.lowercased() }) {
      table = query.name
      let text = SQLText("SELECT * FROM \(sqlName(query.name)) LIMIT 0", at: place)
      columns = try database.run(text, .query, prior: prior, values: values, editions: editions).columns.map(\.name)
    } else {
      throw database.unknownTable(lookup.table.text, at: lookup.table.place, prior: prior)
    }
    self.values = values
    column = try find(lookup.column, columns, table)
    var conditions: [Condition] = []
    for condition in lookup.conditions {
      let key = try find(condition.key, columns, table)
      let (cell, isText) = try value(of: condition, resource?.field(named: key), values)
      conditions.append(Condition(key: key, cell: cell, place: condition.place, isText: isText))
    }
    self.conditions = conditions
  }

  private let values: [String: Cell]

  func select(_ what: String, where conditions: [Condition], limit: Int) throws(Diagnostic) -> QueryResult {
    var bound = values
    var terms: [String] = []
    for (index, condition) in conditions.enumerated() {
      let (key, name) = (sqlName(condition.key), "_key_\(index)")
      bound[name] = condition.cell
      // A computed column has no type that would tell whether 2024 is a number or a text.
      if condition.isText, case .text(let text) = condition.cell, let number = parseCell(text, as: .number) {
        bound["\(name)n"] = number
        terms.append("(\(key) = :\(name) OR typeof(\(key)) IN ('integer', 'real') AND \(key) = :\(name)n)")
      } else {
        terms.append("\(key) = :\(name)")
      }
    }
    let filter = terms.isEmpty ? "" : " WHERE \(terms.joined(separator: " AND "))"
    let text = SQLText("SELECT \(what) FROM \(sqlName(table))\(filter) LIMIT \(limit)", at: place)
    return try database.run(text, .query, prior: prior, values: bound, editions: editions)
  }

  func fault(_ count: Int) throws(Diagnostic) -> Diagnostic { count == 0 ? try noRow() : try manyRows() }

  private func noRow() throws(Diagnostic) -> Diagnostic {
    for condition in conditions where try select("1", where: [condition], limit: 1).rows.isEmpty {
      let known = try distinct(condition.key, where: [])
      let value = condition.cell.plain
      return .error(
        "lookup-rows", "no row of '\(table)' has \(condition.key) = '\(value)'", at: condition.place,
        hint: closest(to: value, among: known).map { "did you mean '\($0)'?" },
        notes: ["\(condition.key) is \(list(known))"])
    }
    var notes: [String] = []
    if let last = conditions.last, conditions.count > 1 {
      let known = try distinct(last.key, where: Array(conditions.dropLast()))
      if !known.isEmpty { notes = ["with \(text(conditions.dropLast())), \(last.key) is \(list(known))"] }
    }
    return .error(
      "lookup-rows",
      conditions.isEmpty ? "'\(table)' has no rows" : "no row of '\(table)' has \(text(conditions[...]))",
      at: place, notes: notes)
  }

  private func manyRows() throws(Diagnostic) -> Diagnostic {
    let count = try select("count(*)", where: conditions, limit: 1).rows.first?.first?.plain ?? ""
    let shown = try select("*", where: conditions, limit: 5)
    let open = (resource?.primaryKey ?? []).filter { key in !conditions.contains { $0.key == key } }
    return .error(
      "lookup-rows", "\(count) rows of '\(table)' match, a lookup needs exactly one", at: place,
      hint: open.isEmpty ? nil : "add \(open.map { "\($0)=…" }.joined(separator: ", "))",
      notes: shown.rows.map { row in
        zip(columns, row).prefix(8).map { "\($0) = \($1.plain)" }.joined(separator: ", ")
      })
  }

  private func distinct(_ key: String, where conditions: [Condition]) throws(Diagnostic) -> [String] {
    let values = try select("DISTINCT \(sqlName(key))", where: conditions, limit: 500).rows.compactMap(\.first)
    return values.filter { !$0.isNull }.map(\.plain).sorted()
  }

  private func text(_ conditions: ArraySlice<Condition>) -> String {
    conditions.map { "\($0.key) = \($0.cell.plain)" }.joined(separator: " and ")
  }

  private func list(_ values: [String]) -> String {
    let shown = values.prefix(12).joined(separator: ", ")
    return values.count > 12 ? "one of \(values.count): \(shown) …" : shown
  }
}

private func find(_ name: Lookup.Name, _ columns: [String], _ table: String) throws(Diagnostic) -> String {
  if let column = columns.first(where: { $0.lowercased() == name.text.lowercased() }) { return column }
  throw .error(
    "lookup-column", "'\(table)' has no column '\(name.text)'", at: name.place,
    hint: closest(to: name.text, among: columns).map { "did you mean '\($0)'?" },
    notes: ["the columns of '\(table)' are \(columns.joined(separator: ", "))"])
}

/// The value that a key has to have, in the type of its field, and whether it is text whose type nobody knows.
private func value(
  of condition: Lookup.Condition, _ field: Field?, _ values: [String: Cell]
) throws(Diagnostic) -> (Cell, isText: Bool) {
  switch condition.value {
  case .value(let name):
    guard let cell = values[name] else {
      throw .error(
        "sql-parameter", "there is no value '\(name)' before this", at: condition.place,
        hint: suggestion(for: name, among: values.keys))
    }
    return (cell, false)
  case .text(let text):
    guard let field else { return (.text(text), true) }
    guard let cell = parseCell(text, as: field.kind) else {
      throw .error(
        "lookup-value", "\(quoted(text)) is not \(field.kind.example) (field '\(field.name)')", at: condition.place)
    }
    return (cell, false)
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// What an expression of a page came to.
public struct Evaluation: Sendable, Hashable {
  /// The value; null where it is missing.
  public let cell: Cell
  /// The field that the value was read from unchanged, whose unit it inherits.
  public let origin: FieldReference?
  /// The tables that were read.
  public let tables: Set<String>
}

/// Whether a condition holds.
public struct ConditionResult: Sendable, Hashable {
  /// nil where the condition is null: neither true nor false, since a value is missing.
  public let holds: Bool?
  /// The tables that were read.
  public let tables: Set<String>
}

extension TradeDatabase {
  /// Computes a value: a lookup `table.column[key=value]`, a SELECT that gives one cell, or a SQL expression.
  ///
  /// - Throws: what `query` throws; `lookup-…` for a lookup; `value-shape` for a SELECT that gives more or less than
  ///   one cell.
  public func evaluate(
    _ expression: String, at place: Place, prior: [NamedQuery] = [], values: [String: Cell] = [:],
    editions: Editions = .latest
  ) throws(Diagnostic) -> Evaluation {
    let text = SQLText(expression, at: place)
    if text.isQuery || text.isOtherStatement {
      return try cell(try run(text, .query, prior: prior, values: values, editions: editions), place)
    }
    if let lookup = try Lookup.parse(text) {
      return try run(lookup, at: place, prior: prior, values: values, editions: editions)
    }
    return try cell(try run(text, .expression, prior: prior, values: values, editions: editions), place)
  }

  /// Decides a condition, which is anything that `evaluate` takes and that comes to a number: zero is false.
  ///
  /// - Throws: what `evaluate` throws; `condition-type` for text.
  public func check(
    _ condition: String, at place: Place, prior: [NamedQuery] = [], values: [String: Cell] = [:],
    editions: Editions = .latest
  ) throws(Diagnostic) -> ConditionResult {
    let result = try evaluate(condition, at: place, prior: prior, values: values, editions: editions)
    switch result.cell {
    case .null: return ConditionResult(holds: nil, tables: result.tables)
    case .integer(let value): return ConditionResult(holds: value != 0, tables: result.tables)
    case .real(let value): return ConditionResult(holds: value != 0, tables: result.tables)
    case .text(let text):
      throw .error(
        "condition-type", "the condition gives the text \(quoted(text)), neither true nor false", at: place,
        hint: "compare two values: :a > :b")
    }
  }

  private func cell(_ result: QueryResult, _ place: Place) throws(Diagnostic) -> Evaluation {
    if result.rows.count == 1, result.columns.count == 1 {
      return Evaluation(cell: result.rows[0][0], origin: result.columns[0].origin, tables: result.tables)
    }
    let (rows, columns) = (result.rows.count, result.columns.count)
    throw .error(
      "value-shape",
      "a value is one cell, this gives \(rows) \(rows == 1 ? "row" : "rows") of \(columns) \(columns == 1 ? "column" : "columns")",
      at: place, hint: rows > 1 ? "narrow it with WHERE, or aggregate it" : nil,
      notes: result.rows.prefix(5).map { row in
        zip(result.columns, row).prefix(8).map { "\($0.name) = \($1.plain)" }.joined(separator: ", ")
      })
  }
}

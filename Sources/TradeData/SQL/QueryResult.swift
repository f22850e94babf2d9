// SPDX-License-Identifier: MIT
import Figures

/// What a query gave.
public struct QueryResult: Sendable, Hashable {
  /// In the order of the SELECT.
  public let columns: [ResultColumn]
  /// Each as long as `columns`.
  public let rows: [[Cell]]
  /// The tables that were read, in their resources' spelling, so that a page can name its sources.
  public let tables: Set<String>
  /// The indicators whose SQL functions were called, by name, so that a chart can name their variants.
  public let indicators: Set<String>
}

/// A column of a result.
public struct ResultColumn: Sendable, Hashable {
  /// The alias, else what SQLite calls the expression.
  public let name: String
  /// The field that the column shows unchanged, whose unit and title it inherits; nil for a computed column.
  public let origin: FieldReference?
}

/// A field of a table of the data package.
public struct FieldReference: Sendable, Hashable {
  /// The resource's name.
  public let table: String
  /// The field's name.
  public let field: String
}

/// What one query may cost; beyond it, the query is stopped with an error.
public struct QueryLimits: Sendable, Hashable {
  /// Steps of SQLite's virtual machine; ten million take about a tenth of a second.
  public var steps = 50_000_000
  /// Bytes that SQLite may take for it: sorting, grouping and intermediate results.
  public var memory = 1_000_000_000
  /// How long it may run, for functions that take long in few steps.
  public var duration = Duration.seconds(60)
  /// Rows times columns of a result.
  public var cells = 2_000_000
  /// Bytes of text in a result.
  public var bytes = 64_000_000

  /// The usual limits.
  public init() {}
}

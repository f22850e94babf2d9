// SPDX-License-Identifier: MIT
import Diagnostics

/// A page's query block: later SQL of the page reads its result by name, as it reads a table.
public struct NamedQuery: Sendable, Hashable {
  /// What later SQL calls it.
  public let name: String
  /// One SELECT.
  public let sql: String
  /// Where the SQL's first character stands.
  public let place: Place

  /// - Parameter place: Where the SQL's first character stands.
  public init(name: String, sql: String, at place: Place) {
    self.name = name
    self.sql = sql
    self.place = place
  }
}

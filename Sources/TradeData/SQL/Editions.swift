// SPDX-License-Identifier: MIT
import Figures

/// Which edition of each table SQL reads: the latest, but for the tables that are named.
///
/// SQLite holds every edition: `gdp` is the latest, `gdp@2024-12-16` an earlier one. Where a page reads an earlier one,
/// a common table expression before its statement gives it the table's own name, so that the page's SQL stays as it is.
public struct Editions: Sendable, Hashable {
  /// The earlier editions that are read, by their table's name.
  let tables: [String: String]

  /// The latest edition of every table.
  public static let latest = Editions(tables: [:])

  /// The tables of which another edition is read.
  public func differing(from other: Editions) -> Set<String> {
    if self == other { return [] }
    return Set(tables.keys).union(other.tables.keys).filter { tables[$0] != other.tables[$0] }
  }

  /// The name in SQLite of what a table, in small letters, stands for; nil where that is the table itself.
  func table(behind name: String) -> String? {
    tables.isEmpty ? nil : tables.first { $0.key.lowercased() == name }?.value
  }
}

extension TradeDatabase {
  /// The editions that were current on a day, the earliest where none is that old; the latest where there is no day.
  public func editions(on day: Period?) -> Editions {
    guard let day, !revised.isEmpty else { return .latest }
    var tables: [String: String] = [:]
    for resource in revised {
      let known = resource.asOf(day)
      guard let published = known.published, published != resource.published,
        let vintage = resource.vintages.first(where: { $0.published == published })
      else { continue }
      tables[resource.name] = resource.tableName(of: vintage)
    }
    return Editions(tables: tables)
  }
}

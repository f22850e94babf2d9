// SPDX-License-Identifier: MIT
import Figures

/// What an edition of a table changed against the one before it, row by row of the primary key.
public struct Revisions: Sendable {
  /// The day of the earlier edition.
  public let from: Period
  /// The day of the later edition.
  public let to: Period
  /// Every figure that both editions have a row for and state differently, in the order of the later one.
  public let cells: [Revision]
  /// Rows that only the later edition has.
  public let addedRows: Int
  /// Rows that only the earlier edition has.
  public let removedRows: Int
}

/// A figure that two editions of a table state differently.
public struct Revision: Sendable, Hashable {
  /// The values of the primary key, in its order.
  public let key: [Cell]
  /// Which field, from 0.
  public let field: Int
  public let old: Cell
  public let new: Cell

  /// `new − old`; nil where one of them is no number.
  public var change: Double? {
    guard let old = old.number, let new = new.number else { return nil }
    return new - old
  }

  /// `(new − old) / |old|`, a fraction; nil where one of them is no number or the old one is zero.
  public var relativeChange: Double? {
    guard let change, let old = old.number, old != 0 else { return nil }
    return change / abs(old)
  }
}

extension Resource {
  /// What each edition changed, the newest first; empty for a resource of one edition.
  public var revisions: [Revisions] {
    let editions = vintages.map { ($0.published, $0.table) } + (published.map { [($0, table)] } ?? [])
    return zip(editions, editions.dropFirst()).map { revisions(from: $0.0, $0.1, to: $1.0, $1.1) }.reversed()
  }

  /// What one edition of the resource's table changed against another.
  func revisions(from: Period, _ old: DataTable, to: Period, _ new: DataTable) -> Revisions {
    let (old, new) = (old.inMemory, new.inMemory)
    let key = primaryKey.compactMap { name in fields.firstIndex { $0.name == name } }
    let index = KeyIndex(old, columns: key)
    var cells: [Revision] = []
    var kept = 0
    for row in 0..<new.rowCount {
      guard let before = index.row(like: row, of: new, columns: key) else { continue }
      kept += 1
      for field in fields.indices where old[before, field] != new[row, field] {
        cells.append(
          Revision(key: key.map { new[row, $0] }, field: field, old: old[before, field], new: new[row, field]))
      }
    }
    return Revisions(
      from: from, to: to, cells: cells, addedRows: new.rowCount - kept, removedRows: old.rowCount - kept)
  }
}

extension Revisions {
  /// The largest changes first: by their share of the old figure, and before them what was or became no number.
  public var bySize: [Revision] {
    cells.enumerated().sorted { a, b in
      let (one, other) = (abs(a.element.relativeChange ?? .infinity), abs(b.element.relativeChange ?? .infinity))
      return one == other ? a.offset < b.offset : one > other
    }.map(\.element)
  }
}

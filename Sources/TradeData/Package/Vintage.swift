// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// An earlier edition of a resource: the same table, as its publisher gave it before.
public struct Vintage: Sendable {
  /// The day its publisher gave it out.
  public let published: Period
  /// The day it was fetched; nil where nobody noted it.
  public let retrieved: Period?
  /// What a reader has to know of this edition.
  public let note: String?
  /// Its CSV file, relative to the site's folder.
  public let path: String
  /// The rows, under the resource's own schema.
  public internal(set) var table: DataTable
  /// The first and last period of the rows; nil for a table without dates.
  public let period: ClosedRange<Period>?
}

extension Resource {
  /// The resource as it stood on a day: the edition that was current then, and those before it; where none is that old,
  /// the earliest.
  public func asOf(_ day: Period) -> Resource {
    guard let published, published > day, let first = vintages.first else { return self }
    let known = vintages.prefix { $0.published <= day }
    let current = known.last ?? first
    var resource = self
    resource.published = current.published
    resource.retrieved = current.retrieved
    resource.note = current.note
    resource.path = current.path
    resource.table = current.table
    resource.period = current.period
    resource.vintages = Array(known.dropLast())
    return resource
  }

  /// The name in SQL of an earlier edition: `gdp@2024-12-16`, to be quoted.
  public func tableName(of vintage: Vintage) -> String { "\(name)@\(vintage.published.iso)" }
}

extension DataPackage {
  /// The package as it stood on a day, each resource in the edition that was current then.
  public func asOf(_ day: Period) -> DataPackage {
    guard resources.contains(where: { !$0.vintages.isEmpty }) else { return self }
    return with(resources.map { $0.asOf(day) })
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// One table of the data package with its origin: a dataset page shows it, SQL reads it.
public struct Resource: Sendable {
  /// Where figures were taken from.
  public struct Source: Sendable, Hashable {
    public let title: String
    /// An address as it was written; nil where the source has none.
    public let path: String?
  }

  /// What a reader may do with the figures.
  public struct Licence: Sendable, Hashable {
    /// An identifier of the Open Definition such as `CC-BY-4.0`; nil where there is none.
    public let name: String?
    public let title: String?
    public let path: String?

    /// The title, else the name, else the address.
    public var text: String { title ?? name ?? path ?? "" }
  }

  /// Its table's name in SQL.
  public let name: String
  /// What a reader sees; the name where the package has no title.
  public let title: String
  /// What the rows are, in a sentence.
  public let description: String?
  /// The CSV file, relative to the site's folder: `Content/Data/trade.csv`.
  public internal(set) var path: String
  /// The columns, in the order of the file.
  public let fields: [Field]
  /// Fields that together tell rows apart.
  public let primaryKey: [String]
  /// Fields whose values are in other tables.
  public let foreignKeys: [ForeignKey]
  /// Never empty in a package without errors.
  public let sources: [Source]
  /// Never empty in a package without errors.
  public let licences: [Licence]
  /// Who published the figures.
  public let publisher: String?
  /// The economy whose statistics they are, often an ISO 3166-1 alpha-3 code.
  public let reporter: String?
  /// Such as `annual` or `monthly`.
  public let frequency: String?
  /// Customs value, FOB, CIF or FAS.
  public let valuation: String?
  /// The day the figures were fetched; nil in a package with errors, and for an earlier edition that does not say.
  public internal(set) var retrieved: Period?
  /// The day its publisher gave this edition out; nil where nobody noted it, and never where there are `vintages`.
  public internal(set) var published: Period?
  /// What a reader has to know of this edition.
  public internal(set) var note: String?
  /// Earlier editions, oldest first.
  public internal(set) var vintages: [Vintage]
  /// What a reader of the figures has to know.
  public let caveats: [String]
  /// The rows.
  public internal(set) var table: DataTable
  /// The first and last period of the rows; nil for a table without dates.
  public internal(set) var period: ClosedRange<Period>?
  /// Where the package describes it.
  public let place: Place

  /// The field of a name; case does not matter, as in SQL.
  public func field(named name: String) -> Field? { fields.first { $0.name.lowercased() == name.lowercased() } }
}

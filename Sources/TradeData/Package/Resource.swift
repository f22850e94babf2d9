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
  public let title: String
  public let description: String?
  /// The CSV file, relative to the site's folder: `Content/Data/trade.csv`.
  public let path: String
  public let fields: [Field]
  public let primaryKey: [String]
  public let foreignKeys: [ForeignKey]
  public let sources: [Source]
  public let licences: [Licence]
  /// Who published the figures.
  public let publisher: String?
  /// The economy whose statistics they are, often an ISO 3166-1 alpha-3 code.
  public let reporter: String?
  public let frequency: String?
  /// Customs value, FOB, CIF or FAS.
  public let valuation: String?
  /// The day the figures were fetched; nil only in a package with errors.
  public let retrieved: Period?
  public let caveats: [String]
  public let table: DataTable
  /// Where the package describes it.
  public let place: Place

  /// The field of a name; case does not matter, as in SQL.
  public func field(named name: String) -> Field? { fields.first { $0.name.lowercased() == name.lowercased() } }

  /// The first and last period of the rows: of the first date, month or year field, else of a text field whose
  /// values all are periods, such as `2024-Q1`.
  public var period: ClosedRange<Period>? {
    let temporal = fields.indices.filter { fields[$0].kind.isTemporal }
    for column in temporal + fields.indices.filter({ fields[$0].kind == .string }) {
      if let range = periods(ofColumn: column) { return range }
    }
    return nil
  }

  private func periods(ofColumn column: Int) -> ClosedRange<Period>? {
    var range: ClosedRange<Period>?
    for row in 0..<table.rowCount where !table[row, column].isNull {
      guard let period = Period(table[row, column]) else { return nil }
      range = range.map { min($0.lowerBound, period)...max($0.upperBound, period) } ?? period...period
    }
    return range
  }
}

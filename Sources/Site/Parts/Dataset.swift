// SPDX-License-Identifier: MIT
import Figures
import Markup

/// A dataset as it stands in a list.
public struct DatasetEntry: Sendable, Hashable {
  public let title: DataText
  public let name: String
  public let path: SitePath
  public let publisher: DataText
  public let frequency: String
  /// First and last period: `2013–2024`.
  public let coverage: String
  public let rowCount: Int

  public init(
    title: DataText, name: String, path: SitePath, publisher: DataText, frequency: String, coverage: String,
    rowCount: Int
  ) {
    self.title = title
    self.name = name
    self.path = path
    self.publisher = publisher
    self.frequency = frequency
    self.coverage = coverage
    self.rowCount = rowCount
  }
}

/// A column of a dataset.
public struct DatasetField: Sendable, Hashable {
  public let name: String
  public let title: String
  public let type: String
  public let unit: String
  public let description: String

  public init(name: String, title: String, type: String, unit: String, description: String) {
    self.name = name
    self.title = title
    self.type = type
    self.unit = unit
    self.description = description
  }
}

/// An edition of a dataset.
public struct DatasetEdition: Sendable, Hashable {
  /// The day its publisher gave it out.
  public let published: Period
  public let retrieved: Period?
  public let note: String?
  public let rowCount: Int
  public let csv: SitePath

  public init(published: Period, retrieved: Period?, note: String?, rowCount: Int, csv: SitePath) {
    self.published = published
    self.retrieved = retrieved
    self.note = note
    self.rowCount = rowCount
    self.csv = csv
  }
}

/// What one edition of a dataset changed against the one before it.
public struct DatasetRevisions: Sendable, Hashable {
  public let from: Period
  public let to: Period
  /// How many figures were revised.
  public let count: Int
  public let addedRows: Int
  public let removedRows: Int
  /// The largest changes first; no more than a page can show.
  public let cells: [RevisedCell]

  public init(from: Period, to: Period, count: Int, addedRows: Int, removedRows: Int, cells: [RevisedCell]) {
    self.from = from
    self.to = to
    self.count = count
    self.addedRows = addedRows
    self.removedRows = removedRows
    self.cells = cells
  }
}

/// A figure that an edition of a dataset revised; all texts formatted.
public struct RevisedCell: Sendable, Hashable {
  /// The values of the primary key: `KOR, 2023`.
  public let row: String
  public let field: String
  public let before: String
  public let after: String
  /// Empty for what is no number.
  public let change: String
  /// Empty for what is no number, and for a change from nothing.
  public let percent: String

  public init(row: String, field: String, before: String, after: String, change: String, percent: String) {
    self.row = row
    self.field = field
    self.before = before
    self.after = after
    self.change = change
    self.percent = percent
  }
}

/// A link with its words.
public struct LabelledLink: Sendable, Hashable {
  public let title: String
  public let url: ExternalURL?

  public init(title: String, url: ExternalURL?) {
    self.title = title
    self.url = url
  }
}

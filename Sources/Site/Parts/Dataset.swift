// SPDX-License-Identifier: MIT
import Figures
import Markup

/// A dataset as it stands in a list.
public struct DatasetEntry: Sendable, Hashable {
  public let title: String
  public let name: String
  public let path: SitePath
  public let publisher: String
  public let frequency: String
  /// First and last period: `2013–2024`.
  public let coverage: String
  public let rowCount: Int

  public init(
    title: String, name: String, path: SitePath, publisher: String, frequency: String, coverage: String, rowCount: Int
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

/// A link with its words.
public struct LabelledLink: Sendable, Hashable {
  public let title: String
  public let url: ExternalURL?

  public init(title: String, url: ExternalURL?) {
    self.title = title
    self.url = url
  }
}

// SPDX-License-Identifier: MIT
import Figures
import Markup

/// A row of the timeline: what happened, or is planned, when and where.
public struct Event: Sendable, Hashable {
  public let id: String
  public let date: Period
  /// The last day, where it takes several.
  public let end: Period?
  public let place: String?
  public let what: String
  public let countries: [Tag]
  public let source: String
  /// The page of the dataset that has the row.
  public let dataset: SitePath?

  public init(
    id: String, date: Period, end: Period?, place: String?, what: String, countries: [Tag], source: String,
    dataset: SitePath? = nil
  ) {
    self.id = id
    self.date = date
    self.end = end
    self.place = place
    self.what = what
    self.countries = countries
    self.source = source
    self.dataset = dataset
  }
}

/// A row of the tracker: who proposes what, in which field.
public struct Proposal: Sendable, Hashable {
  public let id: String
  public let who: String
  /// Position and organisation.
  public let role: String
  public let what: String
  public let field: String
  public let countries: [Tag]
  public let date: Period
  public let status: String
  public let source: String
  /// The page of the dataset that has the row.
  public let dataset: SitePath?

  public init(
    id: String, who: String, role: String, what: String, field: String, countries: [Tag], date: Period, status: String,
    source: String, dataset: SitePath? = nil
  ) {
    self.id = id
    self.who = who
    self.role = role
    self.what = what
    self.field = field
    self.countries = countries
    self.date = date
    self.status = status
    self.source = source
    self.dataset = dataset
  }
}

/// A company's case: what it does across the border, with a figure where there is one.
public struct CompanyCase: Sendable, Hashable {
  public let id: String
  public let company: String
  public let sector: String
  public let what: String
  public let countries: [Tag]
  public let source: String
  /// The page of the dataset that has the row.
  public let dataset: SitePath?

  public init(
    id: String, company: String, sector: String, what: String, countries: [Tag], source: String,
    dataset: SitePath? = nil
  ) {
    self.id = id
    self.company = company
    self.sector = sector
    self.what = what
    self.countries = countries
    self.source = source
    self.dataset = dataset
  }
}

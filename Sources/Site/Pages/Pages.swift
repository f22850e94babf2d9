// SPDX-License-Identifier: MIT
import Figures
import Markup

/// The front page of a language.
public struct HomePage: Sendable, Hashable {
  public let frame: PageFrame
  public let headline: [HeadlineFigure]
  public let lead: ListEntry?
  public let briefings: [ListEntry]
  public let events: [Event]
  public let proposals: [Proposal]
  public let proposalCount: Int
  public let datasets: [DatasetEntry]
  /// The page's own text: stands under the lead's summary; usually a sentence and the lead's chart.
  public let body: HTML
  public let links: HomeLinks

  public init(
    frame: PageFrame, headline: [HeadlineFigure], lead: ListEntry?, briefings: [ListEntry],
    events: [Event], proposals: [Proposal], proposalCount: Int, datasets: [DatasetEntry], body: HTML, links: HomeLinks
  ) {
    self.frame = frame
    self.headline = headline
    self.lead = lead
    self.briefings = briefings
    self.events = events
    self.proposals = proposals
    self.proposalCount = proposalCount
    self.datasets = datasets
    self.body = body
    self.links = links
  }
}

/// Where the parts of the front page lead; nil where the site has no such page.
public struct HomeLinks: Sendable, Hashable {
  public let archive: SitePath?
  public let timeline: SitePath?
  public let tracker: SitePath?
  public let datasets: SitePath?

  public init(archive: SitePath?, timeline: SitePath?, tracker: SitePath?, datasets: SitePath?) {
    self.archive = archive
    self.timeline = timeline
    self.tracker = tracker
    self.datasets = datasets
  }
}

/// One number at the head of the front page.
public struct HeadlineFigure: Sendable, Hashable {
  public let label: String
  /// Formatted in the page's language: `$328.1 billion`; leads to where it comes from.
  public let value: HTML
  public let detail: HTML
  public let link: RelativeURL?
  public let sparkline: HTML?

  public init(label: String, value: HTML, detail: HTML, link: RelativeURL?, sparkline: HTML?) {
    self.label = label
    self.value = value
    self.detail = detail
    self.link = link
    self.sparkline = sparkline
  }
}

/// A dated article.
public struct BriefingPage: Sendable, Hashable {
  public let frame: PageFrame
  public let date: Period
  public let tags: [Tag]
  /// Key points: sentences with values, inline markup.
  public let points: [HTML]
  public let contents: [ContentsEntry]
  public let body: HTML
  /// Every dataset whose numbers the page shows.
  public let sources: [SourceReference]
  public let related: [ListEntry]
  /// What the build has checked of this page, as sentences: the claims.
  public let claims: [String]

  public init(
    frame: PageFrame, date: Period, tags: [Tag], points: [HTML], contents: [ContentsEntry], body: HTML,
    sources: [SourceReference], related: [ListEntry], claims: [String]
  ) {
    self.frame = frame
    self.date = date
    self.tags = tags
    self.points = points
    self.contents = contents
    self.body = body
    self.sources = sources
    self.related = related
    self.claims = claims
  }
}

/// A section's list of pages: the archive.
public struct ArchivePage: Sendable, Hashable {
  public let frame: PageFrame
  public let body: HTML
  public let entries: [ListEntry]
  public let pagination: Pagination

  public init(frame: PageFrame, body: HTML, entries: [ListEntry], pagination: Pagination) {
    self.frame = frame
    self.body = body
    self.entries = entries
    self.pagination = pagination
  }
}

/// A topic or a country: its text, and what the site has on it.
public struct SubjectPage: Sendable, Hashable {
  public let frame: PageFrame
  /// ISO code of a country; nil for a topic.
  public let country: String?
  public let body: HTML
  public let contents: [ContentsEntry]
  public let entries: [ListEntry]
  public let pagination: Pagination
  public let events: [Event]
  public let proposals: [Proposal]
  public let cases: [CompanyCase]
  public let sources: [SourceReference]

  public init(
    frame: PageFrame, country: String?, body: HTML, contents: [ContentsEntry], entries: [ListEntry],
    pagination: Pagination, events: [Event], proposals: [Proposal], cases: [CompanyCase], sources: [SourceReference]
  ) {
    self.frame = frame
    self.country = country
    self.body = body
    self.contents = contents
    self.entries = entries
    self.pagination = pagination
    self.events = events
    self.proposals = proposals
    self.cases = cases
    self.sources = sources
  }
}

/// The tracker of proposals.
public struct TrackerPage: Sendable, Hashable {
  public let frame: PageFrame
  public let body: HTML
  public let proposals: [Proposal]
  public let source: SitePath?

  public init(frame: PageFrame, body: HTML, proposals: [Proposal], source: SitePath?) {
    self.frame = frame
    self.body = body
    self.proposals = proposals
    self.source = source
  }
}

/// The timeline of events, newest first.
public struct TimelinePage: Sendable, Hashable {
  public let frame: PageFrame
  public let body: HTML
  public let events: [Event]
  public let source: SitePath?

  public init(frame: PageFrame, body: HTML, events: [Event], source: SitePath?) {
    self.frame = frame
    self.body = body
    self.events = events
    self.source = source
  }
}

/// The list of datasets.
public struct DatasetsPage: Sendable, Hashable {
  public let frame: PageFrame
  public let body: HTML
  public let datasets: [DatasetEntry]

  public init(frame: PageFrame, body: HTML, datasets: [DatasetEntry]) {
    self.frame = frame
    self.body = body
    self.datasets = datasets
  }
}

/// One dataset: what it holds, where it is from, and a look at its rows.
public struct DatasetPage: Sendable, Hashable {
  public let frame: PageFrame
  public let entry: DatasetEntry
  public let description: String
  public let fields: [DatasetField]
  public let sources: [LabelledLink]
  public let licences: [LabelledLink]
  /// Pairs of label and text: valuation, reporter, retrieval.
  public let properties: [DatasetProperty]
  public let caveats: [String]
  /// The newest rows, formatted.
  public let preview: FigureTable
  public let csv: SitePath
  /// The newest first; empty where it never had but one.
  public let editions: [DatasetEdition]
  /// The newest first.
  public let revisions: [DatasetRevisions]
  /// Every revised figure as a file.
  public let revisionsCSV: SitePath?
  /// Pages that show numbers of this dataset.
  public let usedBy: [ListEntry]

  public init(
    frame: PageFrame, entry: DatasetEntry, description: String, fields: [DatasetField], sources: [LabelledLink],
    licences: [LabelledLink], properties: [DatasetProperty], caveats: [String], preview: FigureTable, csv: SitePath,
    editions: [DatasetEdition] = [], revisions: [DatasetRevisions] = [], revisionsCSV: SitePath? = nil,
    usedBy: [ListEntry]
  ) {
    self.frame = frame
    self.entry = entry
    self.description = description
    self.fields = fields
    self.sources = sources
    self.licences = licences
    self.properties = properties
    self.caveats = caveats
    self.preview = preview
    self.csv = csv
    self.editions = editions
    self.revisions = revisions
    self.revisionsCSV = revisionsCSV
    self.usedBy = usedBy
  }
}

/// A property of a dataset that has a name of its own.
public struct DatasetProperty: Sendable, Hashable {
  public enum Name: String, Sendable, CaseIterable {
    case valuation, reporter, published, retrieved, frequency, coverage
  }
  public let name: Name
  public let text: String

  public init(_ name: Name, _ text: String) {
    self.name = name
    self.text = text
  }
}

/// The indicators that the site's numbers are made with, each under an anchor of its name.
public struct GlossaryPage: Sendable, Hashable {
  public let frame: PageFrame
  public let body: HTML
  /// The headings of the body, then the indicators.
  public let contents: [ContentsEntry]
  public let entries: [GlossaryEntry]

  public init(frame: PageFrame, body: HTML, contents: [ContentsEntry], entries: [GlossaryEntry]) {
    self.frame = frame
    self.body = body
    self.contents = contents
    self.entries = entries
  }
}

/// A page of text that is no article: about, methods.
public struct PlainPage: Sendable, Hashable {
  public let frame: PageFrame
  public let body: HTML
  public let contents: [ContentsEntry]
  public let sources: [SourceReference]

  public init(frame: PageFrame, body: HTML, contents: [ContentsEntry], sources: [SourceReference]) {
    self.frame = frame
    self.body = body
    self.contents = contents
    self.sources = sources
  }
}

/// What a reader sees at an address that is none. It is served at any depth, so it links to absolute addresses only.
public struct NotFoundPage: Sendable, Hashable {
  public let frame: PageFrame

  public init(frame: PageFrame) { self.frame = frame }
}

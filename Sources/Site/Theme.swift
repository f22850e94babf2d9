// SPDX-License-Identifier: MIT
import Markup

/// The look of a site: one function for each page kind, given just what that kind may show.
public struct Theme: Sendable {
  public var home: @Sendable (HomePage) -> HTML
  public var briefing: @Sendable (BriefingPage) -> HTML
  public var archive: @Sendable (ArchivePage) -> HTML
  public var subject: @Sendable (SubjectPage) -> HTML
  public var tracker: @Sendable (TrackerPage) -> HTML
  public var timeline: @Sendable (TimelinePage) -> HTML
  public var datasets: @Sendable (DatasetsPage) -> HTML
  public var dataset: @Sendable (DatasetPage) -> HTML
  public var glossary: @Sendable (GlossaryPage) -> HTML
  public var page: @Sendable (PlainPage) -> HTML
  public var chart: @Sendable (ChartPage) -> HTML
  /// A chart for a frame in a page of others: a document of its own without navigation.
  public var embed: @Sendable (ChartPage) -> HTML
  public var notFound: @Sendable (NotFoundPage) -> HTML
  /// A chart inside a page's text.
  public var figure: @Sendable (Figure, PageFrame) -> HTML
  /// A number inside a page's text, which leads to where it comes from.
  public var value: @Sendable (ShownValue) -> HTML
  /// Files that the pages need; a file of the same name in `Templates/Assets` of the site's folder wins.
  public var assets: [Asset]

  public init(
    home: @escaping @Sendable (HomePage) -> HTML, briefing: @escaping @Sendable (BriefingPage) -> HTML,
    archive: @escaping @Sendable (ArchivePage) -> HTML, subject: @escaping @Sendable (SubjectPage) -> HTML,
    tracker: @escaping @Sendable (TrackerPage) -> HTML, timeline: @escaping @Sendable (TimelinePage) -> HTML,
    datasets: @escaping @Sendable (DatasetsPage) -> HTML, dataset: @escaping @Sendable (DatasetPage) -> HTML,
    glossary: @escaping @Sendable (GlossaryPage) -> HTML, page: @escaping @Sendable (PlainPage) -> HTML,
    chart: @escaping @Sendable (ChartPage) -> HTML, embed: @escaping @Sendable (ChartPage) -> HTML,
    notFound: @escaping @Sendable (NotFoundPage) -> HTML,
    figure: @escaping @Sendable (Figure, PageFrame) -> HTML, value: @escaping @Sendable (ShownValue) -> HTML,
    assets: [Asset]
  ) {
    self.home = home
    self.briefing = briefing
    self.archive = archive
    self.subject = subject
    self.tracker = tracker
    self.timeline = timeline
    self.datasets = datasets
    self.dataset = dataset
    self.glossary = glossary
    self.page = page
    self.chart = chart
    self.embed = embed
    self.notFound = notFound
    self.figure = figure
    self.value = value
    self.assets = assets
  }
}

/// A file of the look.
public struct Asset: Sendable, Hashable {
  public enum Role: Sendable { case stylesheet, script, icon, file }
  public let name: String
  public let role: Role
  public let bytes: [UInt8]

  public init(name: String, role: Role, bytes: [UInt8]) {
    self.name = name
    self.role = role
    self.bytes = bytes
  }
}

// SPDX-License-Identifier: MIT
import Figures
import Markup

/// A word that leads somewhere: a topic, a country.
public struct Tag: Sendable, Hashable {
  public let title: String
  /// Nil where the site has no page for it.
  public let path: SitePath?
  /// ISO code of a country, by which it has its colour; nil for a topic.
  public let country: String?

  public init(title: String, path: SitePath?, country: String? = nil) {
    self.title = title
    self.path = path
    self.country = country
  }
}

/// A page as it stands in a list.
public struct ListEntry: Sendable, Hashable {
  public let title: String
  public let summary: String
  public let path: SitePath
  public let date: Period?
  /// Topics and countries.
  public let tags: [Tag]
  /// The language the page is written in, where that is not the list's own.
  public let language: Language?
  /// A small chart of the page's own, or nothing.
  public let thumbnail: HTML?

  public init(
    title: String, summary: String, path: SitePath, date: Period?, tags: [Tag], language: Language?, thumbnail: HTML?
  ) {
    self.title = title
    self.summary = summary
    self.path = path
    self.date = date
    self.tags = tags
    self.language = language
    self.thumbnail = thumbnail
  }
}

/// A line of a page's table of contents.
public struct ContentsEntry: Sendable, Hashable {
  public let level: Int
  public let id: String
  /// The heading's inline markup, without links.
  public let title: HTML

  public init(level: Int, id: String, title: HTML) {
    self.level = level
    self.id = id
    self.title = title
  }
}

/// A place in a list that is split over pages.
public struct Pagination: Sendable, Hashable {
  /// From 1.
  public let number: Int
  public let count: Int
  public let newer: SitePath?
  public let older: SitePath?

  public init(number: Int, count: Int, newer: SitePath?, older: SitePath?) {
    self.number = number
    self.count = count
    self.newer = newer
    self.older = older
  }
}

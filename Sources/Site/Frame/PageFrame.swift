// SPDX-License-Identifier: MIT
import Figures
import Markup

/// What every page has, whatever its kind.
public struct PageFrame: Sendable, Hashable {
  public let site: SiteFacts
  public let kind: PageKind
  public let path: SitePath
  public let language: Language
  /// The headline, plain text.
  public let title: String
  /// One or two sentences, plain text; also the description that search engines and feeds show.
  public let summary: String
  /// The page in every language it is written in, itself among them.
  public let alternates: [Alternate]
  /// Feeds that a reader of this page would want.
  public let feeds: [FeedLink]
  /// Structured data for the head.
  public let structuredData: JSON?
  /// For OpenGraph: the day of a dated page, as `2025-04-28`.
  public let published: String?
  /// The summary with its numbers leading to where they come from; nil where it is plain.
  public var standfirst: HTML?
  /// Where the numbers of the page's text come from.
  public var provenance = Provenance()
  /// The picture that is shown beside links to the page.
  public var card: SocialCard?

  public init(
    site: SiteFacts, kind: PageKind, path: SitePath, language: Language, title: String, summary: String,
    alternates: [Alternate], feeds: [FeedLink], structuredData: JSON?, published: String?
  ) {
    self.site = site
    self.kind = kind
    self.path = path
    self.language = language
    self.title = title
    self.summary = summary
    self.alternates = alternates
    self.feeds = feeds
    self.structuredData = structuredData
    self.published = published
  }

  /// The link that this page writes to another place of the site.
  public func link(_ target: SitePath, fragment: String? = nil) -> RelativeURL {
    target.relative(from: path, fragment: fragment)
  }

  /// The same frame where the page's parts stand at another place, from which links are counted.
  public func at(_ place: SitePath) -> PageFrame {
    PageFrame(
      site: site, kind: kind, path: place, language: language, title: title, summary: summary, alternates: alternates,
      feeds: feeds, structuredData: structuredData, published: published)
  }

  /// This page's absolute address.
  public var canonical: ExternalURL { site.url.appending(path) }

  /// The language that the data's texts are in (events, proposals, titles of datasets), which is the site's first;
  /// nil on a page in that language.
  public var dataLanguage: String? {
    language == site.languages.first ? nil : site.languages.first?.tag
  }

  /// Where the site begins in this page's language.
  public var home: SitePath { site.home(in: language) }
}

/// What a page is; `data-kind` of its body.
public enum PageKind: String, Sendable, CaseIterable {
  case home, briefing, archive, topic, country, tracker, timeline, glossary, page
  case datasets, dataset, chart
  case notFound = "not-found"
}

/// A picture that social networks and chats show beside a link to a page.
public struct SocialCard: Sendable, Hashable {
  public let path: SitePath
  /// What it shows, in words.
  public let alt: String
  /// In pixels.
  public let width: Int
  public let height: Int

  public init(path: SitePath, alt: String, width: Int, height: Int) {
    (self.path, self.alt, self.width, self.height) = (path, alt, width, height)
  }
}

/// The same page in a language.
public struct Alternate: Sendable, Hashable {
  public let language: Language
  public let path: SitePath

  public init(language: Language, path: SitePath) {
    self.language = language
    self.path = path
  }
}

/// A feed that a page announces.
public struct FeedLink: Sendable, Hashable {
  public let title: String
  public let type: String
  public let path: SitePath

  public init(title: String, type: String, path: SitePath) {
    self.title = title
    self.type = type
    self.path = path
  }
}

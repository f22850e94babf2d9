// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension Library {
  /// The frame of a page that an editor wrote.
  /// - Parameters:
  ///   - path: Where it stands, when it is a further page of a list.
  ///   - title: Its title, when it is a further page of a list.
  func frame(of page: Page, path: SitePath? = nil, title: String? = nil) -> PageFrame {
    let path = path ?? page.path
    let isFirst = path == page.path
    let alternates = isFirst ? versions(of: page).map { Alternate(language: $0.language, path: $0.path) } : []
    return PageFrame(
      site: site(in: page.language), kind: page.kind, path: path, language: page.language, title: title ?? page.title,
      summary: page.summary,
      alternates: alternates.isEmpty ? [Alternate(language: page.language, path: path)] : alternates,
      feeds: feedLinks(for: page), structuredData: structuredData(of: page, at: path),
      published: page.kind == .briefing ? page.date?.iso : nil)
  }

  /// The frame of a page that the build makes by itself: a dataset.
  func frame(kind: PageKind, path: SitePath, title: String, summary: String, structuredData: JSON?) -> PageFrame {
    let language = site.languages.first ?? .english
    return PageFrame(
      site: site, kind: kind, path: path, language: language, title: title, summary: summary,
      alternates: [Alternate(language: language, path: path)], feeds: siteFeeds(in: language),
      structuredData: structuredData, published: nil)
  }

  /// RSS, Atom and JSON Feed of a list: the site in a language, a section, a topic.
  func feedLinks(at base: SitePath, title: String) -> [FeedLink] {
    [
      ("rss.xml", "application/rss+xml"), ("atom.xml", "application/atom+xml"), ("feed.json", "application/feed+json"),
    ].compactMap { name, type in
      SitePath(base.text + name).map { FeedLink(title: title, type: type, path: $0) }
    }
  }

  func siteFeeds(in language: Language) -> [FeedLink] {
    let base = language == site.languages.first ? "" : language.rawValue + "/"
    return SitePath(base).map { feedLinks(at: $0, title: site.title.text(in: language)) } ?? []
  }

  private func feedLinks(for page: Page) -> [FeedLink] {
    let own =
      hasFeed(page) && page.kind != .home
      ? feedLinks(at: page.path, title: "\(site.title.text(in: page.language)): \(page.title)") : []
    return own + siteFeeds(in: page.language)
  }

  /// Lists of dated pages have feeds: the home page, sections, topics.
  func hasFeed(_ page: Page) -> Bool {
    switch page.kind {
    case .home, .topic: true
    case .archive: page.draft.section == "briefings"
    default: false
    }
  }

  private func structuredData(of page: Page, at path: SitePath) -> JSON? {
    let publisher: JSON = ["@type": "Organization", "name": .string(site.publisher)]
    let url = JSON.string(site.url.appending(path).text)
    let language = JSON.string(page.language.tag)
    switch page.kind {
    case .home:
      return [
        "@context": "https://schema.org", "@type": "WebSite", "name": .string(site.title.text(in: page.language)),
        "url": url, "inLanguage": language, "description": .string(page.summary), "publisher": publisher,
      ]
    case .briefing:
      return .object([
        ("@context", "https://schema.org"), ("@type", "Report"), ("headline", .string(page.title)),
        ("description", .string(page.summary)), ("url", url), ("inLanguage", language),
        ("datePublished", page.date.map { .string($0.iso) }), ("author", publisher), ("publisher", publisher),
        ("about", .array(page.countries.map { .string(records.countryName($0, in: page.language)) })),
        (
          "isBasedOn",
          .array(
            data.resources.filter { page.numbers.tables.contains($0.name) }.map {
              .string(site.url.appending(datasetPath($0.name)).text)
            })
        ),
      ])
    default: return nil
    }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup
import Site
import TradeData

/// All pages of a build, and how they are found: by file, by address, by topic, by country, by language.
///
/// Made once, then read by every page that is rendered.
struct Library: Sendable {
  /// The site's facts as pages of the first language see them.
  let site: SiteFacts
  let settings: SiteSettings
  private(set) var pages: [Page]
  let data: DataPackage
  let media: [String: ImageSize?]
  let records: Records
  let absent: [String: String?]
  /// Whether the site has charts' cards.
  let hasCards: Bool
  private let sites: [Language: SiteFacts]
  /// Positions in `pages`.
  private let bySource: [String: Int]
  private let byName: [String: [Int]]
  /// Where each page stands among the dated ones, newest first.
  private let rank: [Int]
  private let dated: [Language: [Int]]
  private let byTopic: [Language: [String: [Int]]]
  private let byCountry: [Language: [String: [Int]]]
  private let countryPages: [String: String]
  private let byTable: [String: [Int]]

  /// - Parameter absent: Files of `Content` that are not in this build, with the reason; nil where it has failed
  ///   and is reported already.
  init(
    settings: SiteSettings, assets: PlacedAssets, pages: [Page], data: DataPackage, media: [String: ImageSize?],
    records: Records, absent: [String: String?], hasCards: Bool
  ) {
    self.settings = settings
    self.absent = absent
    self.hasCards = hasCards
    self.pages = pages
    self.data = data
    self.media = media
    self.records = records
    var bySource: [String: Int] = [:]
    var byName: [String: [Int]] = [:]
    var countryPages: [String: String] = [:]
    var byTable: [String: [Int]] = [:]
    for (index, page) in pages.enumerated() {
      bySource[page.draft.source.path] = index
      byName[page.draft.name, default: []].append(index)
      if let country = page.country { countryPages[country] = page.draft.name }
      if page.language == settings.languages.first {
        for table in page.numbers.tables { byTable[table, default: []].append(index) }
      }
    }
    self.bySource = bySource
    self.byName = byName
    self.countryPages = countryPages
    self.byTable = byTable
    let languages = settings.languages
    sites = Dictionary(
      uniqueKeysWithValues: languages.map { language in
        let navigation = settings.navigation.map { item in
          let versions = pages.first { $0.path == item.path }.flatMap { byName[$0.draft.name] } ?? []
          let path = versions.first { pages[$0].language == language }.map { pages[$0].path } ?? item.path
          return NavigationItem(title: item.title, path: path)
        }
        return (language, SiteFacts(settings, assets: assets, navigation: navigation))
      })
    site = sites[languages[0]] ?? SiteFacts(settings, assets: assets, navigation: [])
    let days = pages.map { $0.date?.firstDay ?? .min }
    let newestFirst = pages.indices.filter { pages[$0].kind == .briefing }.sorted { a, b in
      days[a] == days[b] ? pages[a].path < pages[b].path : days[a] > days[b]
    }
    var rank = [Int](repeating: pages.count, count: pages.count)
    for (position, index) in newestFirst.enumerated() { rank[index] = position }
    self.rank = rank
    var dated: [Language: [Int]] = [:]
    var byTopic: [Language: [String: [Int]]] = [:]
    var byCountry: [Language: [String: [Int]]] = [:]
    for index in newestFirst {
      let page = pages[index]
      // A list in a language shows a page in that language, or its original where there is no translation.
      for language in languages {
        let isShown =
          page.language == language
          || page.draft.name == page.original.name && page.language == page.original.language
            && !(byName[page.draft.name] ?? []).contains { pages[$0].language == language }
        guard isShown else { continue }
        dated[language, default: []].append(index)
        for topic in page.topics { byTopic[language, default: [:]][topic, default: []].append(index) }
        for country in page.countries { byCountry[language, default: [:]][country, default: []].append(index) }
      }
    }
    (self.dated, self.byTopic, self.byCountry) = (dated, byTopic, byCountry)
  }

  /// The same library with other texts.
  ///
  /// - Returns: nil where the indexes would not be the same: a page has another place, day, topic, or reads other data.
  func replacing(_ pages: [Page], _ assets: PlacedAssets) -> Library? {
    guard pages.count == self.pages.count, assets.stylesheet == site.stylesheet, assets.script == site.script,
      assets.icon == site.icon
    else { return nil }
    for (old, new) in zip(self.pages, pages) where old !== new {
      guard old.draft.source.path == new.draft.source.path, old.path == new.path, old.kind == new.kind,
        old.language == new.language, old.date == new.date, old.topics == new.topics, old.countries == new.countries,
        old.country == new.country, old.numbers.tables == new.numbers.tables,
        old.original.language == new.original.language, old.original.name == new.original.name
      else { return nil }
    }
    var library = self
    library.pages = pages
    return library
  }

  /// The site's facts for pages in a language: its navigation leads to that language's pages where there are any.
  func site(in language: Language) -> SiteFacts { sites[language] ?? site }

  /// The page that a file of `Content` became.
  func page(source: String) -> Page? { bySource[source].map { pages[$0] } }

  /// A page in a language, or its original.
  func page(named name: String, in language: Language) -> Page? {
    guard let versions = byName[name] else { return nil }
    let own = versions.first { pages[$0].language == language }
    return (own ?? versions.first { pages[$0].language == site.languages.first }).map { pages[$0] }
  }

  /// A page in all languages it is written in, in the site's order.
  func versions(of page: Page) -> [Page] {
    let versions = byName[page.draft.name, default: []].map { pages[$0] }
    if versions.count == 1 { return versions }
    return site.languages.compactMap { language in versions.first { $0.language == language } }
  }

  /// Dated pages, newest first.
  func briefings(in language: Language) -> [Page] { dated[language, default: []].map { pages[$0] } }

  func briefings(topic: String, in language: Language) -> [Page] {
    (byTopic[language]?[topic] ?? []).map { pages[$0] }
  }

  func briefings(country: String, in language: Language) -> [Page] {
    (byCountry[language]?[country] ?? []).map { pages[$0] }
  }

  /// The pages of a section that are not dated, by title; its index is not among them.
  func members(of section: String, in language: Language) -> [Page] {
    pages.filter {
      $0.draft.section == section && $0.kind != .archive && $0.kind != .home && $0.language == language
    }.sorted { ($0.title, $0.path) < ($1.title, $1.path) }
  }

  /// Pages that show numbers of a table.
  func pages(reading table: String) -> [Page] { (byTable[table] ?? []).map { pages[$0] } }

  /// The pages nearest to one: those that share most topics and countries, the newest first among equals.
  func related(to page: Page, limit: Int = 3) -> [Page] {
    var hits: [(index: Int, score: Int)] = []
    for topic in page.topics {
      for index in (byTopic[page.language]?[topic] ?? []).prefix(20) { hits.append((index, 2)) }
    }
    for country in page.countries {
      for index in (byCountry[page.language]?[country] ?? []).prefix(20) { hits.append((index, 1)) }
    }
    hits.sort { $0.index < $1.index }
    var candidates: [(index: Int, score: Int)] = []
    for hit in hits {
      if candidates.last?.index == hit.index {
        candidates[candidates.count - 1].score += hit.score
      } else if pages[hit.index].draft.name != page.draft.name {
        candidates.append(hit)
      }
    }
    candidates.sort { a, b in a.score == b.score ? rank[a.index] < rank[b.index] : a.score > b.score }
    return candidates.prefix(limit).map { pages[$0.index] }
  }

  /// The page of a topic, by the name that front matter uses.
  func topicPage(_ topic: String, in language: Language) -> Page? { page(named: "topics/\(topic)", in: language) }

  func countryPage(_ code: String, in language: Language) -> Page? {
    countryPages[code].flatMap { page(named: $0, in: language) }
  }

  var topicNames: [String] { byName.keys.filter { $0.hasPrefix("topics/") }.map { String($0.dropFirst(7)) }.sorted() }

  /// All files that a link may name, for suggestions.
  var sourcePaths: [String] { pages.map(\.draft.source.path).sorted() }
}

extension SiteFacts {
  fileprivate init(_ settings: SiteSettings, assets: PlacedAssets, navigation: [NavigationItem]) {
    self.init(
      title: settings.title, tagline: settings.tagline, publisher: settings.publisher, url: settings.url,
      languages: settings.languages, navigation: navigation, stylesheet: assets.stylesheet, script: assets.script,
      icon: assets.icon)
  }
}

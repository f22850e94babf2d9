// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup
import Site
import TradeData

/// The page that is shown where there is none.
func renderNotFound(_ library: Library, theme: Theme) -> Rendered {
  var rendered = Rendered()
  let title = library.site.title.text(in: library.site.languages.first ?? .english)
  if let path = SitePath("404.html") {
    let frame = library.frame(kind: .notFound, path: path, title: title, summary: "", structuredData: nil)
    rendered.add(theme.notFound(NotFoundPage(frame: frame)), at: path)
  }
  return rendered
}

/// The files that belong to the site as a whole: feeds, sitemap, robots, redirects.
func renderSite(_ library: Library) -> Rendered {
  var rendered = Rendered()
  for page in library.pages where library.hasFeed(page) {
    rendered.files += feeds(of: page, library)
  }
  rendered.files.append(xml("sitemap.xml", sitemap(sitemapEntries(library))))
  let sitemapURL = SitePath("sitemap.xml").map { library.site.url.appending($0).text } ?? ""
  rendered.files.append(OutputFile("robots.txt", Array("User-agent: *\nAllow: /\nSitemap: \(sitemapURL)\n".utf8)))
  let moved = redirects(library.pages)
  rendered.diagnostics += moved.diagnostics
  if !library.settings.hostFiles.contains(.redirects) {
    rendered.files += moved.redirects.map { $0.file(library.site) }
  }
  return rendered
}

private func feeds(of page: Page, _ library: Library) -> [OutputFile] {
  let language = page.language
  let members =
    page.kind == .topic
    ? library.briefings(topic: String(page.draft.name.dropFirst("topics/".count)), in: language)
    : library.briefings(in: language)
  let siteTitle = library.site.title.text(in: language)
  let content = FeedContent(
    title: page.kind == .home ? siteTitle : "\(siteTitle): \(page.title)", summary: page.summary, language: language,
    publisher: library.site.publisher, home: library.site.url.appending(page.path),
    entries: members.prefix(FeedContent.limit).compactMap { member in
      member.date.map { date in
        FeedEntry(
          title: member.title, summary: member.summary, url: library.site.url.appending(member.path), date: date,
          topics: library.topicTags(of: member, in: language).map(\.title))
      }
    })
  let zone = library.settings.timeZone
  return library.feedLinks(at: page.path, title: content.title).map { feed in
    let url = library.site.url.appending(feed.path)
    return switch feed.type {
    case "application/rss+xml": xml(feed.path.file, content.rss(at: url, zone: zone))
    case "application/atom+xml": xml(feed.path.file, content.atom(at: url, zone: zone))
    default: OutputFile(feed.path.file, content.json(at: url, zone: zone).bytes + [UInt8(ascii: "\n")])
    }
  }
}

private func xml(_ path: String, _ content: HTML) -> OutputFile {
  OutputFile(path, Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + content.bytes)
}

private func sitemapEntries(_ library: Library) -> [SitemapEntry] {
  let url = library.site.url
  func entry(_ path: SitePath, _ versions: [Alternate], _ day: String?) -> SitemapEntry {
    var alternates = versions.map { (tag: $0.language.tag, url: url.appending($0.path)) }
    if versions.count > 1, let first = versions.first { alternates.append(("x-default", url.appending(first.path))) }
    return SitemapEntry(
      url: url.appending(path), alternates: versions.count > 1 ? alternates : [], lastModified: day)
  }
  let pages = library.pages.flatMap { page in
    let day = page.kind == .briefing ? page.date?.iso : nil
    let versions = library.versions(of: page).map { Alternate(language: $0.language, path: $0.path) }
    return [entry(page.path, versions, day)]
      + page.draft.charts.compactMap { chart in
        library.chartPlace(chart.id, in: page.language).map {
          entry($0.page, library.chartAlternates(chart.id, of: page), day)
        }
      }
  }
  let datasets = library.data.resources.map {
    SitemapEntry(url: url.appending(datasetPath($0.name)), alternates: [], lastModified: $0.retrieved?.iso)
  }
  return pages + datasets
}

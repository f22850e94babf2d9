// SPDX-License-Identifier: MIT
import Markup
import Site

/// A page as the sitemap lists it.
struct SitemapEntry {
  let url: ExternalURL
  let alternates: [(tag: String, url: ExternalURL)]
  let lastModified: String?
}

func sitemap(_ entries: [SitemapEntry]) -> HTML {
  """
  <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
  \(each: entries, sitemapLine)</urlset>

  """
}

private func sitemapLine(_ entry: SitemapEntry) -> HTML {
  """
  <url><loc>\(entry.url)</loc>\(entry.lastModified, { "<lastmod>\($0)</lastmod>" })\
  \(each: entry.alternates, alternateLink)</url>

  """
}

private func alternateLink(_ alternate: (tag: String, url: ExternalURL)) -> HTML {
  "<xhtml:link rel=\"alternate\" hreflang=\"\(alternate.tag)\" href=\"\(alternate.url)\"/>"
}

// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  var head: HTML {
    """
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(headTitle)</title>
    <meta name="description" content="\(summary)">
    <link rel="canonical" href="\(canonical)">
    \(hreflangs)\
    \(each: feeds, feed)\
    \(icon)\
    <link rel="stylesheet" href="\(link(site.stylesheet))">
    \(site.script, script)\
    <meta name="color-scheme" content="light dark">
    \(openGraph)
    \(structuredData, HTML.jsonLD)
    """
  }

  /// The page's title and the site's; on the front page the site's and what it is.
  var headTitle: String {
    let siteTitle = site.title.text(in: language)
    guard kind == .home else { return title.isEmpty ? siteTitle : "\(title) – \(siteTitle)" }
    let tagline = site.tagline.text(in: language)
    return tagline.isEmpty ? siteTitle : "\(siteTitle) – \(tagline)"
  }

  /// The page's languages, itself among them, and for all others the site's first where the page has it.
  private var hreflangs: HTML? {
    guard alternates.count > 1 else { return nil }
    let fallback = alternates.first { $0.language == site.languages.first } ?? alternates.first
    return """
      \(each: alternates, alternate)\(fallback, defaultAlternate)
      """
  }

  private func alternate(_ alternate: Alternate) -> HTML {
    """
    <link rel="alternate" hreflang="\(alternate.language.tag)" href="\(site.url.appending(alternate.path))">

    """
  }

  private func defaultAlternate(_ alternate: Alternate) -> HTML {
    """
    <link rel="alternate" hreflang="x-default" href="\(site.url.appending(alternate.path))">

    """
  }

  private func feed(_ feed: FeedLink) -> HTML {
    """
    <link rel="alternate" type="\(feed.type)" title="\(feed.title)" href="\(link(feed.path))">

    """
  }

  private var icon: HTML? {
    guard let icon = site.icon else { return nil }
    return """
      <link rel="icon" type="image/svg+xml" href="\(link(icon))">

      """
  }

  /// Loaded before the first paint, so that a reader's choice of a dark page does not begin with a white flash.
  private func script(_ path: SitePath) -> HTML {
    """
    <script src="\(link(path))"></script>

    """
  }

  private var openGraph: HTML {
    """
    <meta property="og:type" content="\(openGraphType)">
    <meta property="og:title" content="\(title)">
    <meta property="og:description" content="\(summary)">
    <meta property="og:url" content="\(canonical)">
    <meta property="og:site_name" content="\(site.title.text(in: language))">
    <meta property="og:locale" content="\(language.locale)">
    \(each: alternates.filter { $0.language != language }, otherLocale)\
    \(published, publishedTime)\
    \(card, picture)\
    <meta name="twitter:card" content="\(card == nil ? "summary" : "summary_large_image")">
    """
  }

  private var openGraphType: String { kind == .briefing ? "article" : "website" }

  private func otherLocale(_ alternate: Alternate) -> HTML {
    """
    <meta property="og:locale:alternate" content="\(alternate.language.locale)">

    """
  }

  private func picture(_ card: SocialCard) -> HTML {
    """
    <meta property="og:image" content="\(site.url.appending(card.path))">
    <meta property="og:image:type" content="image/png">
    <meta property="og:image:width" content="\(card.width)">
    <meta property="og:image:height" content="\(card.height)">
    <meta property="og:image:alt" content="\(card.alt)">

    """
  }

  private func publishedTime(_ day: String) -> HTML {
    """
    <meta property="article:published_time" content="\(day)">

    """
  }
}

// SPDX-License-Identifier: MIT
import Markup
import Site

extension PageFrame {
  var footer: HTML {
    """
    <footer class="footer"><div class="wrap">
    <span class="house-rule" aria-hidden="true"></span>
    <p class="footer-title"><a href="\(link(home))">\(site.title.text(in: language))</a></p>
    \(publisherLine)
    \(feedLinks)
    \(themeSwitch)
    </div></footer>
    """
  }

  private var publisherLine: HTML? {
    guard !site.publisher.isEmpty else { return nil }
    return """
      <p class="publisher">\(words.publishedBy(site.publisher))</p>
      """
  }

  private var feedLinks: HTML? {
    guard !feeds.isEmpty else { return nil }
    return """
      <nav class="feeds" aria-label="\(words.feeds)"><ul>\(each: feeds, feedLink)</ul></nav>
      """
  }

  private func feedLink(_ feed: FeedLink) -> HTML {
    """
    <li><a href="\(link(feed.path))" type="\(feed.type)">\(label(of: feed))</a></li>
    """
  }

  /// `RSS`, and what it is a feed of, where that is not the site.
  private func label(of feed: FeedLink) -> String {
    let format = feed.type.contains("rss") ? "RSS" : feed.type.contains("atom") ? "Atom" : "JSON"
    return feed.title == site.title.text(in: language) && !format.isEmpty ? format : "\(feed.title) \(format)"
  }

  /// Hidden until the script, without which it could do nothing, shows it.
  private var themeSwitch: HTML? {
    guard site.script != nil else { return nil }
    return """
      <button class="theme-switch" type="button" aria-pressed="false" hidden>\(words.darkMode)</button>
      """
  }
}

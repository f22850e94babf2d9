// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  /// The site's name over the rule in three parts, the languages, and the sections.
  var masthead: HTML {
    """
    <header class="masthead"><div class="wrap">
    <p class="site-title"><a href="\(link(home))">\(site.title.text(in: language))</a></p>
    \(tagline)
    \(languageSwitch)
    <span class="house-rule" aria-hidden="true"></span>
    \(sectionLinks)
    </div></header>
    """
  }

  private var tagline: HTML? {
    let tagline = site.tagline.text(in: language)
    guard kind == .home, !tagline.isEmpty else { return nil }
    return """
      <p class="tagline">\(tagline)</p>
      """
  }

  private var languageSwitch: HTML? {
    guard site.languages.count > 1 else { return nil }
    return """
      <nav class="languages" aria-label="\(words.language)"><ul>\(each: site.languages, languageLink)</ul></nav>
      """
  }

  /// To this page in the language; where it is not translated, to where the site begins in that language.
  private func languageLink(_ other: Language) -> HTML {
    let target = alternates.first { $0.language == other }?.path ?? site.home(in: other)
    let current = other == language ? "true" : nil
    return """
      <li><a href="\(link(target))" lang="\(other.tag)" hreflang="\(other.tag)"\(attribute: "aria-current", current)>\
      \(other.ownName)</a></li>
      """
  }

  private var sectionLinks: HTML? {
    guard !site.navigation.isEmpty else { return nil }
    return """
      <nav class="sections" aria-label="\(words.sections)"><ul>\(each: site.navigation, sectionLink)</ul></nav>
      """
  }

  private func sectionLink(_ item: NavigationItem) -> HTML {
    """
    <li><a href="\(link(item.path))"\(attribute: "aria-current", current(item.path))>\
    \(item.title.text(in: language))</a></li>
    """
  }

  /// `page` for the page itself, `true` for the section that it is in.
  private func current(_ section: SitePath) -> String? {
    if section == path { return "page" }
    let isSection = section != home && section != .home && section.text.hasSuffix("/")
    return isSection && path.text.hasPrefix(section.text) ? "true" : nil
  }
}

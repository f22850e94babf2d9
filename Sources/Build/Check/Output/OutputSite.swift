// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Markup

/// The finished site as a whole: its pages, their files, and how one finds the other.
struct OutputSite {
  struct OutputPage {
    let facts: PageFacts
    let part: SitePart
    /// The page that an editor wrote; nil for those that the build makes by itself.
    let page: Page?

    /// Whether readers and search engines are to find it by itself.
    var isListed: Bool { !facts.isRedirect && !facts.isUnlisted && facts.path != "404.html" }
  }

  let library: Library
  let pages: [OutputPage]
  let weights: [String: Int]
  let feeds: [FeedFacts]
  let stylesheets: String
  /// Positions in `pages` by path.
  private let byPath: [String: Int]

  init(_ facts: [OutputFacts], library: Library) {
    self.library = library
    pages = facts.flatMap { facts in
      facts.pages.map { page in
        var source: Page?
        if case .page(let path) = facts.part { source = library.page(source: path) }
        return OutputPage(facts: page, part: facts.part, page: source)
      }
    }
    weights = facts.reduce(into: [:]) { $0.merge($1.weights, uniquingKeysWith: { first, _ in first }) }
    feeds = facts.flatMap(\.feeds)
    stylesheets = facts.map(\.stylesheets).joined()
    byPath = Dictionary(
      pages.enumerated().map { ($1.facts.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func page(at path: String) -> OutputPage? { byPath[path].map { pages[$0] } }

  /// Where an editor can mend a page: its own file, its entry in the data package, or the settings.
  func place(of page: OutputPage) -> Place {
    switch page.part {
    case .page(let source): Place(source)
    case .dataset(let name): library.data.resource(named: name)?.place ?? Place(SiteSettings.path)
    case .notFound, .site, .copies: Place(SiteSettings.path)
    }
  }

  /// The file of the site that a link on a page leads to, and the fragment in it; nil for a link to another host.
  func target(_ link: String, from path: String) -> (file: String, fragment: String?)? {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]).removingPercentEncoding ?? String(parts[1]) : nil
    let address = parts[0].prefix { $0 != "?" }
    let own = library.site.url.text
    if address.contains(":") || address.hasPrefix("//") {
      guard address.hasPrefix(own) else { return nil }
      return (file(String(address.dropFirst(own.count)), in: []), fragment)
    }
    if address.isEmpty { return (path, fragment) }
    return (file(String(address), in: address.hasPrefix("/") ? [] : path.split(separator: "/").dropLast()), fragment)
  }

  private func file(_ address: String, in folder: [Substring]) -> String {
    var parts = folder
    let decoded = address.removingPercentEncoding ?? address
    for part in decoded.split(separator: "/") where part != "." {
      if part == ".." {
        if !parts.isEmpty { parts.removeLast() } else { parts.append("..") }
      } else {
        parts.append(part)
      }
    }
    let path = parts.joined(separator: "/")
    let isFolder = decoded.isEmpty || decoded.hasSuffix("/") || decoded.hasSuffix(".")
    return isFolder ? (path.isEmpty ? "" : path + "/") + "index.html" : path
  }
}

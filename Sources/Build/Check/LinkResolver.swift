// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Indicators
import Markdown
import Markup
import TradeData

/// Turns what an author wrote as a link into the link that the page's HTML has, and finds those that lead nowhere.
///
/// Links name files (`../topics/tariffs.md#rates`), datasets (`dataset:us_trade_annual`), places of the page
/// (`#rates`) or files of `Content/Media`.
struct LinkResolver {
  let page: Page
  let library: Library

  /// - Throws: a `Diagnostic` of rule `link-dead`, `link-anchor` or `image-missing`.
  func url(_ destination: String, at place: Place) throws(Diagnostic) -> RelativeURL {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]).removingPercent : nil
    let target = String(parts.first ?? "").removingPercent
    if target.isEmpty {
      guard let fragment else { return page.path.relative(from: page.path) }
      try check(fragment, on: page, at: place)
      return RelativeURL(fragment: fragment)
    }
    if target.hasPrefix("dataset:") { return try dataset(String(target.dropFirst(8)), at: place) }
    let source = try sourcePath(target, at: place)
    if let found = library.page(source: source) {
      let version = library.page(named: found.draft.name, in: page.language) ?? found
      if let fragment { try check(fragment, on: version, at: place) }
      return version.path.relative(from: page.path, fragment: fragment)
    }
    if let reason = library.absent[source] {
      guard let reason else { return page.path.relative(from: page.path) }  // reported where it failed
      throw .error("link-absent", "the link leads to a page that is left out: it \(reason)", at: place)
    }
    if library.media[source] != nil, let path = mediaPath(source) { return path.relative(from: page.path) }
    throw .error(
      "link-dead", "the link '\(destination)' leads nowhere", at: place,
      hint: deadLinkHint(source, isPath: target.hasSuffix("/")))
  }

  /// The picture of an image and its size.
  func image(_ source: String, at place: Place) throws(Diagnostic) -> (url: RelativeURL, size: ImageSize?) {
    let path = try sourcePath(source.removingPercent, at: place)
    guard let size = library.media[path], let target = mediaPath(path) else {
      throw .error(
        "image-missing", "the image '\(source)' is not there", at: place,
        hint: closest(to: path, among: library.media.keys.sorted()).map { "did you mean '\(relative($0))'?" }
          ?? "put it into Content/Media and link to it from there")
    }
    return (target.relative(from: page.path), size)
  }

  private func dataset(_ name: String, at place: Place) throws(Diagnostic) -> RelativeURL {
    guard let resource = library.data.resource(named: name) else {
      throw .error(
        "link-dead", "there is no dataset '\(name)'", at: place,
        hint: suggestion(for: name, among: library.data.resources.map(\.name)))
    }
    return datasetPath(resource.name).relative(from: page.path)
  }

  /// The path in the site's folder that a relative link names: `../Media/port.jpg` → `Content/Media/port.jpg`.
  private func sourcePath(_ target: String, at place: Place) throws(Diagnostic) -> String {
    let base =
      target.hasPrefix("/") ? ["Content"] : page.draft.source.path.split(separator: "/").dropLast().map(String.init)
    var parts = base
    for part in target.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.count > 1 {
        parts.removeLast()
      } else {
        throw .error("link-dead", "the link '\(target)' leads out of Content", at: place)
      }
    }
    return parts.joined(separator: "/")
  }

  private func check(_ fragment: String, on target: Page, at place: Place) throws(Diagnostic) {
    let terms = target.kind == .glossary ? Indicator.all.map(\.name) : []
    let ids = target.draft.document.headings.map(\.id) + target.draft.charts.map(\.id) + terms
    guard !ids.contains(fragment) else { return }
    throw .error(
      "link-anchor", "there is no '#\(fragment)' on \(target.draft.source.path)", at: place,
      hint: suggestion(for: fragment, among: ids))
  }

  private func deadLinkHint(_ source: String, isPath: Bool) -> String {
    let asFile = source + (source.hasSuffix(".md") ? "" : ".md")
    if let page = library.page(source: asFile) ?? library.page(source: source + "/index.md") {
      return "link to the file: '\(relative(page.draft.source.path))'"
    }
    if let match = closest(to: asFile, among: library.sourcePaths) { return "did you mean '\(relative(match))'?" }
    return "links name files of Content, such as '\(relative(library.sourcePaths.first ?? "Content/index.md"))'"
  }

  /// A file's path as the page would write it.
  private func relative(_ source: String) -> String {
    let from = page.draft.source.path.split(separator: "/").dropLast()
    let to = source.split(separator: "/")
    let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    return String(repeating: "../", count: from.count - shared) + to.dropFirst(shared).joined(separator: "/")
  }
}

/// Where a file of `Content/Media` stands in the site: `media/port.jpg`.
func mediaPath(_ source: String) -> SitePath? { SitePath("media/" + source.dropFirst("Content/Media/".count)) }

/// Where a dataset's page stands in the site.
func datasetPath(_ name: String) -> SitePath { SitePath("datasets/\(name)/") ?? .home }

/// Where a dataset's file stands in the site.
func datasetFile(_ name: String) -> SitePath { SitePath("data/\(name).csv") ?? .home }

/// Where the file of an earlier edition stands. No table's name has a hyphen, so that the names are apart.
func datasetFile(_ name: String, _ vintage: Vintage) -> SitePath {
  SitePath("data/\(name)-\(vintage.published.iso).csv") ?? .home
}

/// Where the file of all that a dataset's editions revised stands.
func revisionsFile(_ name: String) -> SitePath { SitePath("data/\(name)-revisions.csv") ?? .home }

extension String {
  /// Percent escapes resolved; as it is where they are none.
  fileprivate var removingPercent: String { contains("%") ? removingPercentEncoding ?? self : self }
}

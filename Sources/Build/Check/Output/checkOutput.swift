// SPDX-License-Identifier: MIT
import Diagnostics
import Markdown

/// What only the finished site shows: links and files of the output, headings, titles, weights, feeds, pages and media
/// that nothing leads to. Says nothing of what the build itself reports.
func checkOutput(_ facts: [OutputFacts], library: Library) -> [Diagnostic] {
  let site = OutputSite(facts, library: library)
  return checkLinks(site) + checkReach(site) + checkTitles(site) + checkMedia(site) + checkFeeds(site)
    + site.pages.flatMap { checkHeadings($0, site) + checkIds($0, site) + checkWeight($0, site) }
    + library.pages.flatMap(checkAlternatives)
}

/// Every link and file of every page is there, and so is every fragment.
private func checkLinks(_ site: OutputSite) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for page in site.pages {
    let (path, place) = (page.facts.path, site.place(of: page))
    for link in Set(page.facts.links + page.facts.mentions).sorted() {
      guard let (file, fragment) = site.target(link, from: path) else { continue }
      if site.weights[file] == nil {
        diagnostics.append(
          .error("output-link", "on '/\(path)' the link '\(link)' leads to no file of the site", at: place))
      } else if let fragment, !fragment.isEmpty, fragment != "top", let target = site.page(at: file),
        !target.facts.ids.contains(fragment)
      {
        diagnostics.append(
          .error(
            "output-anchor", "on '/\(path)' the link '\(link)' leads to an id that '/\(file)' does not have", at: place,
            hint: closest(to: fragment, among: target.facts.ids.sorted()).map { "did you mean '#\($0)'?" }))
      }
    }
    for file in Set(page.facts.files).sorted() {
      guard let target = site.target(file, from: path), site.weights[target.file] == nil else { continue }
      diagnostics.append(.error("output-file", "'/\(path)' loads '\(file)', which the site does not have", at: place))
    }
  }
  return diagnostics
}

/// A reader who begins at the home page can come to every page by links.
private func checkReach(_ site: OutputSite) -> [Diagnostic] {
  var reached: Set<String> = ["index.html"]
  var open = ["index.html"]
  while let path = open.popLast() {
    for link in site.page(at: path)?.facts.links ?? [] {
      guard let file = site.target(link, from: path)?.file, reached.insert(file).inserted else { continue }
      open.append(file)
    }
  }
  return site.pages.filter { $0.isListed && !reached.contains($0.facts.path) }.map { page in
    .warning(
      "orphan-page", "no links lead from the home page to '/\(page.facts.path)'", at: site.place(of: page),
      hint: "link to it from another page, or put it into the navigation of site.yml")
  }
}

private func checkTitles(_ site: OutputSite) -> [Diagnostic] {
  var owners: [String: OutputSite.OutputPage] = [:]
  var diagnostics: [Diagnostic] = []
  for page in site.pages where page.isListed {
    let key = page.facts.language + " " + page.facts.title
    guard let other = owners[key] else {
      owners[key] = page
      continue
    }
    if other.part == page.part { continue }
    diagnostics.append(
      .warning(
        "duplicate-title", "the title '\(page.facts.title)' is that of another page too",
        at: page.page?.draft.front.title.place ?? site.place(of: page),
        hint: "say what is different here; the other page is \(site.place(of: other).path)"))
  }
  return diagnostics
}

/// One heading of level 1, and no level left out below it.
private func checkHeadings(_ page: OutputSite.OutputPage, _ site: OutputSite) -> [Diagnostic] {
  if page.facts.isRedirect || page.facts.isUnlisted { return [] }
  let written = page.page?.draft.document.headings ?? []
  func place(_ heading: PageFacts.Heading?) -> Place {
    written.first { $0.id == heading?.id }?.place ?? site.place(of: page)
  }
  var diagnostics: [Diagnostic] = []
  let headings = page.facts.headings
  let tops = headings.filter { $0.level == 1 }
  if tops.count != 1 {
    diagnostics.append(
      .warning(
        "heading-top", "'/\(page.facts.path)' has \(tops.isEmpty ? "no heading" : "\(tops.count) headings") of level 1",
        at: place(tops.count > 1 ? tops[1] : nil),
        hint: tops.isEmpty ? nil : "the title is the heading of level 1; begin those of the text with '##'"))
  }
  for (before, heading) in zip(headings, headings.dropFirst()) where heading.level > before.level + 1 {
    diagnostics.append(
      .warning(
        "heading-order",
        "on '/\(page.facts.path)' a heading of level \(heading.level) follows one of level \(before.level)",
        at: place(heading), hint: "begin it with '\(String(repeating: "#", count: before.level + 1))'"))
  }
  return diagnostics
}

private func checkIds(_ page: OutputSite.OutputPage, _ site: OutputSite) -> [Diagnostic] {
  page.facts.repeatedIds.sorted().map { id in
    .error("duplicate-id", "'/\(page.facts.path)' has the id '\(id)' more than once", at: site.place(of: page))
  }
}

private func checkWeight(_ page: OutputSite.OutputPage, _ site: OutputSite) -> [Diagnostic] {
  if page.facts.isRedirect { return [] }
  let files = Set(page.facts.files.compactMap { site.target($0, from: page.facts.path)?.file })
  let parts = files.map { (path: $0, weight: site.weights[$0] ?? 0) }.sorted { a, b in
    (b.weight, a.path) < (a.weight, b.path)
  }
  let weight = parts.reduce(page.facts.weight) { $0 + $1.weight }
  let limit = site.library.settings.checks.pageWeight
  if weight <= limit { return [] }
  return [
    .warning(
      "page-weight",
      "'/\(page.facts.path)' and what it loads weigh \(kilobytes(weight)), the limit is \(kilobytes(limit))",
      at: site.place(of: page), hint: "make its pictures smaller, or divide it; the limit stands in site.yml",
      notes: ["\(kilobytes(page.facts.weight)) the page itself"]
        + parts.prefix(3).map { "\(kilobytes($0.weight)) \($0.path)" })
  ]
}

private func kilobytes(_ bytes: Int) -> String { "\((bytes + 999) / 1000) KB" }

/// Every file of Content/Media is on a page, or in the stylesheet.
private func checkMedia(_ site: OutputSite) -> [Diagnostic] {
  var used: Set<String> = []
  for page in site.pages {
    for link in page.facts.links + page.facts.files + page.facts.mentions {
      if let file = site.target(link, from: page.facts.path)?.file { used.insert(file) }
    }
  }
  return site.library.media.keys.sorted().compactMap { source in
    guard let path = mediaPath(source), !used.contains(path.file), !site.stylesheets.contains(path.encoded) else {
      return nil
    }
    return .note("unused-media", "no page shows or links to this file", at: Place(source), hint: "use it, or remove it")
  }
}

private func checkFeeds(_ site: OutputSite) -> [Diagnostic] {
  site.feeds.flatMap { feed in
    let folder = feed.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let owner = site.library.pages.first { $0.path.text == folder }
    let place = Place(owner?.draft.source.path ?? SiteSettings.path)
    var diagnostics: [Diagnostic] = []
    if let fault = feed.fault {
      diagnostics.append(
        .error(
          "feed-form", "'/\(feed.path)' is not well formed: \(fault)", at: place,
          hint: "look for control characters in titles and summaries"))
    }
    let repeated = Dictionary(grouping: feed.ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
    for id in repeated {
      diagnostics.append(.error("feed-id", "'/\(feed.path)' has two entries with the id '\(id)'", at: place))
    }
    return diagnostics
  }
}

/// Every picture that an editor put on a page says in words what it shows.
private func checkAlternatives(_ page: Page) -> [Diagnostic] {
  ([page.draft.document] + page.draft.points).flatMap(\.images).compactMap { image in
    let text = image.alt.text { _ in "1" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if text.isEmpty {
      return .warning(
        "alt-missing", "the picture '\(image.source)' has no alternative text", at: image.place,
        hint: "say between the brackets what it shows: ![the port of Busan at night](…)")
    }
    return isFileName(text, of: image.source)
      ? .warning(
        "alt-file-name", "the alternative text '\(text)' is the name of a file", at: image.place,
        hint: "say what the picture shows") : nil
  }
}

/// `port.jpg`, `IMG_2041`, or the picture's own name without its ending.
private func isFileName(_ text: String, of source: String) -> Bool {
  let endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"]
  let lower = text.lowercased()
  let name = source.split(separator: "/").last?.lowercased() ?? ""
  let bare = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  let isOfCamera = ["img_", "dsc_", "dsc0", "pxl_", "image-"].contains { lower.hasPrefix($0) } && !lower.contains(" ")
  // One plain word, such as 'port' for port.jpg, is poor but a word.
  return endings.contains { lower.hasSuffix($0) } || lower == bare && bare.contains { !$0.isLetter } || isOfCamera
}

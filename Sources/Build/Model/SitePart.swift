// SPDX-License-Identifier: MIT
import Markup
import TradeData

/// What is rendered at once.
enum SitePart: Sendable, Hashable {
  /// A page that an editor wrote, with its charts' files, by its own file.
  case page(String)
  /// The page of a dataset and its file, by the dataset's name.
  case dataset(String)
  case notFound
  /// Feeds, sitemap, robots, redirects.
  case site
  /// Assets and media.
  case copies
}

extension SiteModel {
  /// All parts; datasets first, whose files may be the largest, so that no thread is left with one at the end.
  var parts: [SitePart] {
    library.data.resources.map { .dataset($0.name) } + library.pages.map { .page($0.draft.source.path) }
      + [.notFound, .site, .copies]
  }

  /// - Returns: Nothing for a page or a dataset that the site does not have. Its diagnostics have the site's levels.
  func render(_ part: SitePart) -> Rendered {
    var rendered = files(of: part)
    rendered.diagnostics = library.settings.checks.applied(to: rendered.diagnostics)
    return rendered
  }

  private func files(of part: SitePart) -> Rendered {
    switch part {
    case .page(let source):
      library.page(source: source).map { Build.render($0, library: library, database: database, theme: theme) }
        ?? Rendered()
    case .dataset(let name):
      library.data.resource(named: name).map { renderDataset($0, library: library, theme: theme) } ?? Rendered()
    case .notFound: renderNotFound(library, theme: theme)
    case .site: renderSite(library)
    case .copies: Rendered(files: copies)
    }
  }

  /// Files that a redirect of the host takes the place of.
  var movedFiles: [(path: String, source: String)] {
    guard library.settings.hostFiles.contains(.redirects) else { return [] }
    return redirects(library.pages).redirects.map { ($0.from.file, name(of: .site)) }
  }

  /// What a part is made from, as diagnostics call it.
  func name(of part: SitePart) -> String {
    switch part {
    case .page(let source): source
    case .dataset(let name): library.data.resource(named: name)?.path ?? name
    case .notFound, .site: "the site's own files"
    case .copies: "assets and media"
    }
  }

  /// The part that has a file of the site, if any has.
  func part(holding file: String) -> SitePart? {
    if file == "404.html" { return .notFound }
    if copies.contains(where: { $0.path == file }) { return .copies }
    if file == "index.html" || file.hasSuffix("/index.html") {
      let path = file.dropLast("index.html".count)
      if let page = page(at: path) ?? listPage(path).flatMap(page) { return .page(page.draft.source.path) }
    }
    return dataset(holding: file).map { .dataset($0.name) }
      ?? chartPage(file).map { .page($0.draft.source.path) } ?? .site
  }

  private func page(at path: Substring) -> Page? { library.pages.first { $0.path.text == path } }

  /// `topics/trade/page/2/` is made by the page at `topics/trade/`.
  private func listPage(_ path: Substring) -> Substring? {
    let parts = path.split(separator: "/")
    guard parts.count >= 2, parts[parts.count - 2] == "page", Int(parts[parts.count - 1]) != nil else { return nil }
    return path.dropLast("page/\(parts[parts.count - 1])/".utf8.count)
  }

  private func dataset(holding file: String) -> Resource? {
    guard file.hasPrefix("datasets/") || file.hasPrefix("data/") else { return nil }
    return library.data.resources.first { resource in
      file == datasetPath(resource.name).file || file == datasetFile(resource.name).file
        || file.hasPrefix("data/\(resource.name)-")
    }
  }

  /// The page with the chart that a file belongs to: `charts/partners.csv`, `ja/charts/partners/index.html`.
  private func chartPage(_ file: String) -> Page? {
    guard let (id, folder) = ChartPlace.chart(holding: file) else { return nil }
    return library.pages.first { page in
      page.draft.charts.contains { $0.id == id } && library.site.home(in: page.language).text + "charts/" == folder
    }
  }
}

// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Site
import TradeData

/// A site at one moment: every page computed, everything indexed. Its parts are rendered when they are asked for.
struct SiteModel: Sendable {
  let library: Library
  let leftOut: [LeftOut]
  /// Pages that are shown although a build for readers would leave them out, by their files.
  let notices: [String: LeftOut]
  /// All that is wrong, but for what only rendering finds.
  let diagnostics: [Diagnostic]
  let database: TradeDatabase
  let theme: Theme
  let copies: [OutputFile]
  private let computed: [String: ComputedPage]

  /// - Parameter previous: The site as it was; pages that do not depend on what changed are taken over from it.
  /// - Returns: nil where the site has no settings or no data that could be read; the sources say why.
  init?(
    _ sources: SiteSources, _ options: BuildOptions, _ theme: Theme, previous: SiteModel? = nil,
    _ timer: inout StageTimer
  ) async {
    guard let settings = sources.settings, let database = sources.database else { return nil }
    let selection = select(
      sources.pages.compactMap(\.draft), on: options.day.map(BuildDay.init) ?? .today(in: settings.timeZone),
      options, originalLanguage: settings.languages[0])
    (leftOut, notices) = (selection.leftOut, selection.notices)
    let pages = await computePages(
      selection.shown, originalLanguage: settings.languages[0], database: database, previous: previous?.computed ?? [:],
      threads: options.threads)
    computed = Dictionary(pages.map { ($0.draft.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    timer.end("compute")

    let assets = PlacedAssets(theme.assets, root: sources.root, chartStyle: ChartStyle.css)
    let absent =
      leftOut.map { ($0.path, Optional($0.text)) }
      + sources.pages.lazy.filter { $0.draft == nil }.map { ($0.file.path, nil) }
    library = Library(
      settings: settings, assets: assets, pages: pages.map(\.page), data: sources.data,
      media: Dictionary(
        sources.media.filter { $0.output != nil }.map { ($0.file.path, $0.size) }, uniquingKeysWith: { a, _ in a }),
      records: Records(sources.data, tables: settings.records),
      absent: Dictionary(absent, uniquingKeysWith: { a, _ in a }))
    diagnostics =
      sources.diagnostics + pages.flatMap(\.diagnostics) + checkReferences(library.pages, library: library)
      + checkNavigation(settings, library)
    copies = assets.files + sources.media.compactMap(\.output)
    self.database = database
    self.theme = theme
    timer.end("assemble")
  }
}

/// A page and what it was computed from.
struct ComputedPage: Sendable {
  let draft: Draft
  let original: Draft
  let database: TradeDatabase
  /// Of the last time that nothing was wrong with its numbers; of the first where something always was.
  let page: Page
  let diagnostics: [Diagnostic]
}

/// Computes the pages whose own file, original or data is not what it was.
private func computePages(
  _ drafts: [Draft], originalLanguage: Language, database: TradeDatabase, previous: [String: ComputedPage], threads: Int
) async -> [ComputedPage] {
  let originals = Dictionary(
    drafts.lazy.filter { $0.language == originalLanguage }.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  return await parallelMap(drafts, threads: threads) { draft in
    let original = originals[draft.name] ?? draft
    let known = previous.isEmpty ? nil : previous[draft.source.path]
    if let known, known.draft === draft, known.original === original, known.database === database { return known }
    let (page, diagnostics) = compute(draft, original: original, database: database)
    return ComputedPage(
      draft: draft, original: original, database: database,
      page: diagnostics.hasErrors ? known?.page ?? page : page, diagnostics: diagnostics)
  }
}

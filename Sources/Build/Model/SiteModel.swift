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
  /// Pages that are not what they were in the previous model.
  let changed: [Page]
  private let computed: [ComputedPage]
  private let edition: Int

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
      selection.shown, originalLanguage: settings.languages[0], database: database, previous: previous?.computed ?? [],
      threads: options.threads)
    changed = pages.filter(\.isNew).map(\.page.page)
    computed = pages.map(\.page)
    edition = sources.edition
    timer.end("compute")

    let assets = PlacedAssets(theme.assets, root: sources.root, chartStyle: ChartStyle.css)
    copies = assets.files + sources.media.compactMap(\.output)
    let sitePages = computed.map(\.page)
    let same = previous.flatMap { $0.edition == sources.edition && $0.leftOut == selection.leftOut ? $0.library : nil }
    library =
      same?.replacing(sitePages, assets)
      ?? Library(sources, settings, assets, pages: sitePages, leftOut: selection.leftOut)
    diagnostics = settings.checks.applied(
      to: sources.diagnostics + computed.flatMap(\.diagnostics) + checkReferences(library.pages, library: library)
        + checkNavigation(settings, library))
    self.database = database
    self.theme = theme
    timer.end("assemble")
  }
}

extension Library {
  fileprivate init(
    _ sources: SiteSources, _ settings: SiteSettings, _ assets: PlacedAssets, pages: [Page], leftOut: [LeftOut]
  ) {
    let absent =
      leftOut.map { ($0.path, Optional($0.text)) }
      + sources.pages.lazy.filter { $0.draft == nil }.map { ($0.file.path, nil) }
    self.init(
      settings: settings, assets: assets, pages: pages, data: sources.data,
      media: Dictionary(
        sources.media.filter { $0.output != nil }.map { ($0.file.path, $0.size) }, uniquingKeysWith: { a, _ in a }),
      records: Records(sources.data, tables: settings.records),
      absent: Dictionary(absent, uniquingKeysWith: { a, _ in a }))
  }
}

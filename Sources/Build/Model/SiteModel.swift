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
  /// No edition of the data that is younger is shown; nil for any.
  private let dataDay: Period?

  /// - Parameter previous: The site as it was; pages that do not depend on what changed are taken over from it.
  /// - Returns: nil where the site has no settings or no data that could be read; the sources say why.
  init?(
    _ sources: SiteSources, _ options: BuildOptions, _ theme: Theme, previous: SiteModel? = nil,
    _ timer: inout StageTimer
  ) async {
    guard let settings = sources.settings, let database = sources.database else { return nil }
    let day = options.day.map(BuildDay.init) ?? .today(in: settings.timeZone)
    let selection = select(
      sources.pages.compactMap(\.draft), on: day, options, originalLanguage: settings.languages[0])
    let dataDay = options.ignoresDates ? nil : day.day
    self.dataDay = dataDay
    (leftOut, notices) = (selection.leftOut, selection.notices)
    let pages = await computePages(
      selection.shown, originalLanguage: settings.languages[0], database: database, on: dataDay,
      previous: previous?.computed ?? [], threads: options.threads)
    changed = pages.filter(\.isNew).map(\.page.page)
    computed = pages.map(\.page)
    edition = sources.edition
    timer.end("compute")

    let assets = PlacedAssets(theme.assets, root: sources.root, chartStyle: ChartStyle.css)
    copies = assets.files + sources.media.compactMap(\.output)
    let sitePages = computed.map(\.page)
    let isSame =
      previous.map { previous in
        previous.edition == sources.edition && previous.leftOut == selection.leftOut
          && database.editions(on: previous.dataDay) == database.editions(on: dataDay)
      } ?? false
    let same = isSame ? previous?.library : nil
    library =
      same?.replacing(sitePages, assets)
      ?? Library(
        sources, dataDay.map(sources.data.asOf) ?? sources.data, settings, assets, pages: sitePages,
        leftOut: selection.leftOut)
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
    _ sources: SiteSources, _ data: DataPackage, _ settings: SiteSettings, _ assets: PlacedAssets, pages: [Page],
    leftOut: [LeftOut]
  ) {
    let absent =
      leftOut.map { ($0.path, Optional($0.text)) }
      + sources.pages.lazy.filter { $0.draft == nil }.map { ($0.file.path, nil) }
    self.init(
      settings: settings, assets: assets, pages: pages, data: data,
      media: Dictionary(
        sources.media.filter { $0.output != nil }.map { ($0.file.path, $0.size) }, uniquingKeysWith: { a, _ in a }),
      records: Records(data, tables: settings.records),
      absent: Dictionary(absent, uniquingKeysWith: { a, _ in a }),
      hasCards: settings.wantsCards && sources.cardPainter != nil)
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Markup
import Site

/// A site that is kept in memory while its files change: content is parsed once, pages are rendered when they are
/// asked for, to the bytes that a build writes.
///
/// Where something is wrong, the last good version of it stays, and `diagnostics` says what is wrong.
package actor LiveSite {
  private let options: BuildOptions
  private let theme: Theme
  private var sources: SiteSources
  private var model: SiteModel?
  /// What was rendered since the last update.
  private var renderings: [SitePart: [OutputFile]] = [:]
  /// The last rendering without an error.
  private var good: [SitePart: [OutputFile]] = [:]
  private var faults: [SitePart: [Diagnostic]] = [:]
  private var collisions: [Diagnostic] = []
  private var updateCount = 0
  /// More pages than these are not rendered within an update, and not kept.
  private static let keptParts = 200

  /// Holds nothing until the first `update(.all)`.
  package init(_ options: BuildOptions, theme: Theme) {
    self.options = options
    self.theme = theme
    sources = SiteSources(options, cache: options.tableCache(isWritable: false))
  }

  /// All that is known to be wrong, in reading order. What only rendering finds is known of the pages that were
  /// rendered since the last update; `check` renders all.
  package var diagnostics: [Diagnostic] {
    ((model?.diagnostics ?? sources.diagnostics) + faults.values.flatMap { $0 } + collisions).inReadingOrder
  }

  /// Whether something is wrong with the files themselves, whatever the templates are.
  package var hasContentErrors: Bool { (model?.diagnostics ?? sources.diagnostics).hasErrors }

  /// Whether there is a site to serve: false until its settings could be read once.
  package var isReady: Bool { model != nil }

  package var pageCount: Int { model?.library.pages.count ?? 0 }

  /// The path of the stylesheet, which has a fingerprint in its name.
  package var stylesheet: String { model?.library.site.stylesheet.file ?? "" }

  /// Reads what changed, computes what depends on it, and renders what has changed itself or was at fault. Run one
  /// update at a time.
  package func update(_ changes: ChangedFiles) async -> LiveUpdate {
    var (sources, timer) = (sources, StageTimer())
    await sources.read(changes, threads: options.threads, &timer)
    let previous = model
    let next = await SiteModel(sources, options, theme, previous: previous, &timer)
    let changed = next?.changed ?? []
    let again = changed.count > Self.keptParts ? [] : changed.map { SitePart.page($0.draft.source.path) }
    (self.sources, model) = (sources, next)
    updateCount += 1
    renderings = [:]
    let faulty = faults.keys
    faults = [:]
    for part in Set(again + faulty) { _ = files(of: part) }
    let media = sources.media.filter { changes.contains($0.file.path) }.compactMap(\.output?.path)
    return LiveUpdate(pageCount: changed.count, media: media)
  }

  /// A file of the site, by its path such as `briefings/index.html`; nil where the site has none there.
  package func file(_ path: String) -> LiveFile? {
    guard let model, let part = model.part(holding: path),
      let file = files(of: part).first(where: { $0.path == path }) ?? keptCard(path, of: part, model)
    else { return nil }
    var notice: String?
    if case .page(let source) = part { notice = model.notices[source]?.text }
    return LiveFile(bytes: file.bytes, notice: notice)
  }

  /// A card that a build has drawn. Nothing is drawn here: readers' networks fetch cards from the published site.
  private func keptCard(_ path: String, of part: SitePart, _ model: SiteModel) -> OutputFile? {
    guard path.hasSuffix(".png"), let painter = sources.cardPainter,
      let card = model.render(part).cards.first(where: { $0.path == path })
    else { return nil }
    let cache = CardCache(root: options.root, painter: painter.file)
    return cache.png(cache.key(of: card)).map { OutputFile(path, $0) }
  }

  /// Where the page has moved to that stood at a path; nil where none did. A host is told so in `_redirects`.
  package func moved(from path: SitePath) -> SitePath? {
    guard let library = model?.library, library.settings.hostFiles.contains(.redirects) else { return nil }
    return redirects(library.pages).redirects.first { $0.from == path || $0.from.text == path.text + "/" }?.page.path
  }

  private func files(of part: SitePart) -> [OutputFile] {
    guard let model else { return [] }
    if let files = renderings[part] { return files }
    let rendered = model.render(part)
    faults[part] = rendered.diagnostics.isEmpty ? nil : rendered.diagnostics
    var files = rendered.files
    if rendered.diagnostics.hasErrors { files = good[part] ?? files }
    if renderings.count >= Self.keptParts { renderings = [:] }
    if good.count >= Self.keptParts { good = [:] }
    renderings[part] = files
    if !rendered.diagnostics.hasErrors { good[part] = files }
    return files
  }

  /// Renders every page, as a build does, to find all that is wrong. Ends early when the task is cancelled.
  ///
  /// - Returns: Whether `diagnostics` are not what they were; false too where an update came in between.
  package func check() async -> Bool {
    guard let model else { return false }
    let (number, before) = (updateCount, diagnostics)
    guard let found = await model.checked(), number == updateCount else { return false }
    (faults, collisions) = found
    return diagnostics != before
  }
}

/// A file as it is served.
package struct LiveFile: Sendable {
  package let bytes: [UInt8]
  /// Why a build for readers leaves the page out, such as `is a draft`; nil where it does not.
  package let notice: String?

  package init(bytes: [UInt8], notice: String?) {
    self.bytes = bytes
    self.notice = notice
  }
}

/// What an update did.
package struct LiveUpdate: Sendable {
  /// How many pages were computed anew.
  package let pageCount: Int
  /// The files of `Content/Media` that were read again, by their paths in the site.
  package let media: [String]
}

extension SiteModel {
  /// Lets others have the processor between pages.
  ///
  /// - Returns: nil where the task was cancelled.
  fileprivate func checked() async -> (faults: [SitePart: [Diagnostic]], collisions: [Diagnostic])? {
    var faults: [SitePart: [Diagnostic]] = [:]
    var outputs: [(path: String, source: String)] = []
    for part in parts {
      if Task.isCancelled { return nil }
      let rendered = render(part)
      if !rendered.diagnostics.isEmpty { faults[part] = rendered.diagnostics }
      outputs += (rendered.files.map(\.path) + rendered.cards.map(\.path)).map { ($0, name(of: part)) }
      await Task.yield()
    }
    return (faults, checkCollisions(outputs + movedFiles))
  }
}

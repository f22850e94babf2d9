// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings
import TradeData

/// What an editor wrote, read and parsed. Kept between readings, so that only what changed is read again.
///
/// What cannot be read any more stays as it was when it last could, and the diagnostics say what is wrong.
struct SiteSources: Sendable {
  let root: String
  private let otherSettings: OtherSettings
  private(set) var tree = SourceTree()
  private(set) var settings: SiteSettings?
  /// The pages' files in the tree's order.
  private(set) var pages: [ParsedPage] = []
  private(set) var data = DataPackage()
  private(set) var database: TradeDatabase?
  private(set) var media: [MediaFile] = []
  /// Counts the readings of anything but the text of known pages.
  private(set) var edition = 0
  private var treeFaults: [Diagnostic] = []
  private var settingsFaults: [Diagnostic] = []
  private var dataFaults: [Diagnostic] = []

  /// Where large tables are kept between builds.
  private let cache: TableCache?
  /// What draws cards; nil where they are not wanted or the program is not there.
  let cardPainter: CardPainter?

  init(_ options: BuildOptions, cache: TableCache?) {
    root = options.root
    otherSettings = options.otherSettings
    self.cache = cache
    cardPainter = options.drawsCards ? CardPainter() : nil
  }

  var diagnostics: [Diagnostic] {
    treeFaults + settingsFaults + pages.flatMap(\.diagnostics) + dataFaults + media.compactMap(\.fault)
  }

  /// Reads what changed.
  mutating func read(_ changes: ChangedFiles, threads: Int, _ timer: inout StageTimer) async {
    let before = (tree: tree, languages: settings?.languages)
    if mayMoveFiles(changes) { readTree() }
    if changes.touches(SiteSettings.path) { readSettings() }
    timer.end("load")
    guard let settings else { return }
    let isSameTree = tree.pages == before.tree.pages
    let known = before.languages == settings.languages ? changes : .all
    await parsePages(known, isSameTree: isSameTree, languages: settings.languages, threads: threads)
    timer.end("parse")
    if database == nil || changes.touches("Content/Data") { readData() }
    timer.end("data")
    if tree.media != before.tree.media || changes.touches("Content/Media") { readMedia(changes) }
  }

  /// Whether files have come or gone: a path that changed is no known page, or is one that is no longer there.
  private func mayMoveFiles(_ changes: ChangedFiles) -> Bool {
    guard case .paths(let paths) = changes else { return true }
    return paths.contains { path in
      guard path.hasPrefix("Content"), path != SiteSettings.path, !path.hasPrefix("Content/Data/") else { return false }
      let kind = Disk.kind(of: root + "/" + path)
      if isKnown(path) { return kind != .file }
      return kind == .folder || path.hasSuffix(".md") || path.hasPrefix("Content/Media/") || holdsKnown(path)
    }
  }

  /// Whether a path that is gone was a folder of the site.
  private func holdsKnown(_ path: String) -> Bool {
    let folder = path + "/"
    return tree.pages.contains { $0.path.hasPrefix(folder) } || tree.media.contains { $0.path.hasPrefix(folder) }
  }

  private func isKnown(_ path: String) -> Bool {
    path.hasPrefix("Content/Media/")
      ? tree.media.contains { $0.path == path } : tree.pages.contains { $0.path == path }
  }

  private mutating func readTree() {
    edition += 1
    treeFaults = []
    let read = load(root: root, diagnostics: &treeFaults)
    if !read.pages.isEmpty || tree.pages.isEmpty { tree = read }
  }

  private mutating func readSettings() {
    edition += 1
    settingsFaults = []
    if tree.pages.isEmpty { return }
    settings = Build.readSettings(root: root, others: otherSettings, &settingsFaults) ?? settings
  }

  private mutating func parsePages(
    _ changes: ChangedFiles, isSameTree: Bool, languages: [Language], threads: Int
  ) async {
    if isSameTree, case .paths(let paths) = changes {
      for index in pages.indices where paths.contains(pages[index].file.path) {
        let hadDraft = pages[index].draft != nil
        pages[index] = ParsedPage(parse(pages[index].file, languages: languages), of: pages[index].file, pages[index])
        if !hadDraft { edition += 1 }
      }
      return
    }
    let known = Dictionary(pages.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    pages = await parallelMap(tree.pages, threads: threads) { file in
      if let page = known[file.path], !changes.contains(file.path) { return page }
      return ParsedPage(parse(file, languages: languages), of: file, known[file.path])
    }
  }

  private mutating func readData() {
    edition += 1
    dataFaults = []
    let read = tree.hasData ? Build.readData(root: root, cache: cache, &dataFaults) : DataPackage()
    // What pages say over a table that could not be read is no mistake of theirs.
    let isUnread = read.resources.contains { $0.table.rowCount == 0 }
    if dataFaults.hasErrors, database != nil || isUnread { return }
    do {
      let opened = try TradeDatabase(read, cache: cache)
      (database, data) = (opened, read.reading(opened))
    } catch {
      dataFaults.append(error)
    }
  }

  private mutating func readMedia(_ changes: ChangedFiles) {
    edition += 1
    let known = Dictionary(media.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    media = tree.media.map { file in
      if let read = known[file.path], !changes.contains(file.path) { return read }
      return MediaFile(file)
    }
  }
}

/// A page's file and what it holds.
struct ParsedPage: Sendable {
  let file: SourceFile
  /// Of the last time that the file had no error; of the first where it never had none.
  let draft: Draft?
  let diagnostics: [Diagnostic]

  init(_ parsed: (draft: Draft?, diagnostics: [Diagnostic]), of file: SourceFile, _ previous: ParsedPage?) {
    self.file = file
    draft = parsed.diagnostics.hasErrors ? previous?.draft ?? parsed.draft : parsed.draft
    diagnostics = parsed.diagnostics
  }
}

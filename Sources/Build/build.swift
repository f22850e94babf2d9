// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Foundation
import Markup
import Settings
import Site
import TradeData

/// Builds a site: load · parse · select · compute · render · commit.
///
/// All faults are collected; with one error among them nothing is written, and the output is what it was.
public func buildSite(_ options: BuildOptions, theme: Theme) async -> BuildResult {
  var timer = StageTimer()
  let record = options.toolIdentity.flatMap { BuildRecord(options, tool: $0) }
  if let counts = record?.unchangedCounts(), counts.count == 3 {
    timer.end("compare")
    var result = BuildResult()
    (result.pageCount, result.chartCount) = (counts[0], counts[1])
    result.commit = CommitSummary(written: 0, unchanged: counts[2], removed: 0)
    result.timings = timer.stages
    return result
  }
  var result = await buildSite(options, theme, &timer)
  if let commit = result.commit, result.diagnostics.isEmpty, result.leftOut.isEmpty {
    record?.write(counts: [result.pageCount, result.chartCount, commit.written + commit.unchanged])
    timer.end("record")
  }
  result.timings = timer.stages
  return result
}

private func buildSite(_ options: BuildOptions, _ theme: Theme, _ timer: inout StageTimer) async -> BuildResult {
  var result = BuildResult()
  var diagnostics: [Diagnostic] = []

  let tree = load(root: options.root, diagnostics: &diagnostics)
  let settings = readSettings(root: options.root, tree, &diagnostics)
  timer.end("load")
  guard let settings else {
    result.diagnostics = diagnostics.inReadingOrder
    return result
  }

  let languages = settings.languages
  let parsed = await parallelMap(tree.pages, threads: options.threads) { parse($0, languages: languages) }
  let drafts = parsed.compactMap(\.draft)
  diagnostics += parsed.flatMap(\.diagnostics)
  timer.end("parse")

  let data = readData(root: options.root, tree, &diagnostics)
  let database: TradeDatabase
  do { database = try TradeDatabase(data) } catch {
    result.diagnostics = (diagnostics + [error]).inReadingOrder
    return result
  }
  timer.end("data")

  let day = options.day.map(BuildDay.init) ?? .today(in: settings.timeZone)
  let (shown, leftOut) = select(drafts, on: day, withDrafts: options.withDrafts, originalLanguage: languages[0])
  result.leftOut = leftOut
  var originals: [String: Draft] = [:]
  for draft in shown where draft.language == languages[0] { originals[draft.name] = draft }
  let originalDrafts = originals
  let computed = await parallelMap(shown, threads: options.threads) { draft in
    compute(draft, original: originalDrafts[draft.name] ?? draft, database: database)
  }
  let pages = computed.map(\.page)
  diagnostics += computed.flatMap(\.diagnostics)
  timer.end("compute")

  let assets = PlacedAssets(theme.assets, root: options.root, chartStyle: ChartStyle.css)
  let media = readMedia(tree.media, &diagnostics)
  let library = Library(
    settings: settings, assets: assets, pages: pages, data: data, media: media.sizes,
    records: Records(data, tables: settings.records),
    absent: Dictionary(
      leftOut.map { ($0.path, $0.text) } + zip(tree.pages, parsed).filter { $1.draft == nil }.map { ($0.0.path, nil) },
      uniquingKeysWith: { a, _ in a }))
  diagnostics += checkReferences(pages, library: library)
  diagnostics += checkNavigation(settings, library)
  result.pageCount = pages.count
  result.chartCount = pages.reduce(0) { $0 + $1.draft.charts.count }
  timer.end("assemble")

  var staging: Staging?
  if !diagnostics.hasErrors, !options.checksOnly {
    do { staging = try Staging(output: options.output, shownAs: options.output) } catch { diagnostics.append(error) }
  }
  let committer = Committer(staging: staging)
  let rendered = await parallelMap(pages, threads: options.threads) { page in
    committer.take(
      render(page, library: library, database: database, theme: theme), source: page.draft.source.path)
  }
  let datasets = await parallelMap(data.resources, threads: options.threads) { resource in
    committer.take(renderDataset(resource, library: library, theme: theme), source: resource.path)
  }
  let site = committer.take(renderSite(library, theme: theme), source: "the site's own files")
  let copied = committer.take(Rendered(files: assets.files + media.files), source: "assets and media")
  let taken = rendered + datasets + [site, copied]
  diagnostics += taken.flatMap(\.diagnostics)
  diagnostics += checkCollisions(taken.flatMap { taken in taken.files.map { ($0.path, taken.source) } })
  timer.end("render")

  if let staging {
    if diagnostics.hasErrors {
      staging.discard()
    } else {
      do { result.commit = try finish(staging, taken.flatMap(\.files)) } catch {
        staging.discard()
        diagnostics.append(
          .error("output-unwritable", "cannot write '\(error.path)': \(error.reason)", at: Place(options.output)))
      }
    }
    timer.end("commit")
  }
  result.diagnostics = diagnostics.inReadingOrder
  return result
}

/// Swaps the new site in, unless it is the one that is there.
private func finish(_ staging: Staging, _ files: [TakenFile]) throws(DiskFault) -> CommitSummary {
  let unchanged = files.filter(\.isUnchanged).map(\.path)
  let stale = Set(staging.previousFiles()).subtracting(files.map(\.path))
  let summary = CommitSummary(written: files.count - unchanged.count, unchanged: unchanged.count, removed: stale.count)
  if summary.written == 0, summary.removed == 0 {
    staging.discard()
  } else {
    try staging.swap(unchanged: unchanged)
  }
  return summary
}

private func readSettings(root: String, _ tree: SourceTree, _ diagnostics: inout [Diagnostic]) -> SiteSettings? {
  if tree.pages.isEmpty { return nil }
  let place = Place(SiteSettings.path)
  do {
    let bytes = try Disk.read(root + "/" + SiteSettings.path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      diagnostics.append(.error("not-utf8", "the file is not UTF-8", at: place))
      return nil
    }
    let origin = Place(SiteSettings.path, line: 1, column: 1)
    let setting = try Setting(yaml: text, at: origin) ?? Setting(.mapping([]), at: origin)
    return SiteSettings(setting, diagnostics: &diagnostics)
  } catch let fault as DiskFault {
    diagnostics.append(
      .error(
        "site-missing", "cannot read Content/site.yml: \(fault.reason)", at: place,
        hint: "it needs title, url and publisher"))
  } catch let fault as Diagnostic {
    diagnostics.append(fault)
  } catch {
    diagnostics.append(.error("yaml-syntax", "\(error)", at: place))
  }
  return nil
}

private func readData(root: String, _ tree: SourceTree, _ diagnostics: inout [Diagnostic]) -> DataPackage {
  guard tree.hasData else { return DataPackage() }
  return loadDataPackage(folder: "Content/Data", files: FileReader(root: root), diagnostics: &diagnostics)
}

extension FileReader {
  /// Reads from a site's folder; a link that leads out of it counts as missing.
  fileprivate init(root: String) {
    let realRoot = Disk.resolved(root) ?? root
    self.init { path throws(FileFault) in
      guard let location = Disk.resolved(root + "/" + path), location.hasPrefix(realRoot + "/") else { throw .missing }
      do throws(DiskFault) { return try Disk.read(location) } catch { throw .unreadable(error.reason) }
    }
  }
}

private func readMedia(
  _ files: [SourceFile], _ diagnostics: inout [Diagnostic]
) -> (sizes: [String: ImageSize?], files: [OutputFile]) {
  var sizes: [String: ImageSize?] = [:]
  var outputs: [OutputFile] = []
  for file in files {
    do {
      let bytes = try Disk.read(file.location)
      guard let path = mediaPath(file.path) else { continue }
      sizes[file.path] = .some(ImageSize(bytes))
      outputs.append(OutputFile(path.file, bytes))
    } catch {
      diagnostics.append(
        .error("file-unreadable", "cannot read the file: \(error.reason)", at: Place(file.path)))
    }
  }
  return (sizes, outputs)
}

/// How long each stage took.
private struct StageTimer {
  private(set) var stages: [(stage: String, duration: Duration)] = []
  private var last = ContinuousClock.now

  mutating func end(_ stage: String) {
    let now = ContinuousClock.now
    stages.append((stage, now - last))
    last = now
  }
}

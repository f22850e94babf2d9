// SPDX-License-Identifier: MIT
import Diagnostics
import Site
import Synchronization
import TradeData

/// Builds a site: load · parse · select · compute · render · commit. The first four make a `SiteModel`, whose parts are
/// then rendered, all of them.
///
/// All faults are collected; with one error among them nothing is written, and the output is what it was.
public func buildSite(_ options: BuildOptions, theme: Theme) async -> BuildResult {
  var timer = StageTimer()
  var record: BuildRecord?
  if !options.isForced, let tool = options.toolIdentity { record = await BuildRecord(options, tool: tool) }
  if let counts = await record?.unchangedCounts(), counts.count == 3 {
    timer.end("compare")
    var result = BuildResult()
    (result.pageCount, result.chartCount) = (counts[0], counts[1])
    result.commit = CommitSummary(written: 0, unchanged: counts[2], removed: 0)
    result.timings = timer.stages
    return result
  }
  var result = await buildSite(options, theme, &timer)
  if let commit = result.commit, result.diagnostics.isEmpty, result.leftOut.isEmpty {
    await record?.write(counts: [result.pageCount, result.chartCount, commit.written + commit.unchanged])
    timer.end("record")
  }
  result.timings = timer.stages
  return result
}

private func buildSite(_ options: BuildOptions, _ theme: Theme, _ timer: inout StageTimer) async -> BuildResult {
  var result = BuildResult()
  result.isCheck = options.checksOnly
  options.progress?(BuildProgress(stage: "reading"))
  var sources = SiteSources(options, cache: options.tableCache(isWritable: !options.checksOnly))
  await sources.read(.all, threads: options.threads, &timer)
  options.progress?(BuildProgress(stage: "computing"))
  guard let model = await SiteModel(sources, options, theme, &timer) else {
    result.diagnostics = sources.diagnostics.inReadingOrder
    return result
  }
  result.checks = model.library.settings.checks
  var diagnostics = model.diagnostics
  result.leftOut = model.leftOut
  result.pageCount = model.library.pages.count
  result.chartCount = model.library.pages.reduce(0) { $0 + $1.draft.charts.count }

  var staging: Staging?
  if !diagnostics.hasErrors, !options.checksOnly {
    do { staging = try Staging(output: options.output, shownAs: options.output) } catch { diagnostics.append(error) }
  }
  let committer = Committer(staging: staging, hostFiles: model.library.settings.hostFiles)
  let parts = model.parts
  let shelf = staging == nil ? nil : CardShelf(model, sources, options)
  let done = Mutex(0)
  let rendered = await parallelMap(parts, threads: options.threads) { part in
    var files = model.render(part)
    let facts = options.checksOutput ? OutputFacts(files.files, cards: files.cards, of: part) : nil
    shelf?.fill(&files)
    if let progress = options.progress {
      let number = done.withLock { done in
        done += 1
        return done
      }
      progress(BuildProgress(stage: "rendering", done: number, total: parts.count))
    }
    return (
      taken: committer.take(files, source: model.name(of: part)), facts: facts, cards: files.cards
    )
  }
  var taken = rendered.map(\.taken)
  diagnostics += taken.flatMap(\.diagnostics)
  timer.end("render")
  var cards = rendered.flatMap(\.cards)
  if let staging, !diagnostics.hasErrors {
    if model.lacksCards(sources, options) { diagnostics += result.checks.applied(to: [CardPainter.missing]) }
    do throws(Diagnostic) {
      taken += try await shelf?.draw(cards, staging, options).map { committer.take($0, source: $1) } ?? []
      cards = []
    } catch { diagnostics.append(error) }
    timer.end("cards")
  }
  taken.append(committer.take(model.hostFiles(beside: taken), source: model.name(of: .site)))
  diagnostics += taken.dropFirst(rendered.count).flatMap(\.diagnostics)
  diagnostics += checkCollisions(
    taken.flatMap { taken in taken.files.map { ($0.path, taken.source) } } + model.movedFiles
      + cards.map { ($0.path, $0.place.path) })
  if options.checksOutput {
    let facts = rendered.compactMap(\.facts)
    diagnostics += result.checks.applied(to: checkOutput(facts, library: model.library))
    result.outgoing = outgoingLinks(facts, library: model.library)
    timer.end("check")
  }

  if let staging {
    if diagnostics.hasErrors {
      staging.discard()
    } else {
      let settings = model.library.settings
      do throws(Diagnostic) {
        result.commit = try await finish(staging, taken.flatMap(\.files), settings, options, &diagnostics)
      } catch {
        staging.discard()
        diagnostics.append(error)
      }
    }
    timer.end("commit")
  }
  result.diagnostics = diagnostics.inReadingOrder
  return result
}

extension BuildOptions {
  /// Where large tables are kept; nil for a build that is to use nothing of another one.
  func tableCache(isWritable: Bool) -> TableCache? {
    guard !isForced, let toolIdentity else { return nil }
    return TableCache(folder: root + "/.briefing", tool: toolIdentity, isWritable: isWritable)
  }
}

/// Swaps the new site in, unless it is the one that is there.
private func finish(
  _ staging: Staging, _ files: [TakenFile], _ settings: SiteSettings, _ options: BuildOptions,
  _ diagnostics: inout [Diagnostic]
) async throws(Diagnostic) -> CommitSummary {
  let previous = Set(staging.previousFiles())
  var unchanged = files.filter(\.isUnchanged).map(\.path)
  var compressed = settings.hostFiles.contains(.brotli) ? files.filter(\.isCompressible) : []
  // The .br beside a file that stays was made from the same bytes.
  unchanged += compressed.filter { $0.isUnchanged && previous.contains($0.path + ".br") }.map { $0.path + ".br" }
  compressed.removeAll { $0.isUnchanged && previous.contains($0.path + ".br") }
  if compressed.isEmpty, files.allSatisfy(\.isUnchanged), previous.subtracting(unchanged).isEmpty {
    staging.discard()
    return CommitSummary(written: 0, unchanged: unchanged.count, removed: 0)
  }
  do throws(DiskFault) { try staging.link(unchanged) } catch { throw unwritable(error, options) }
  if !compressed.isEmpty {
    do throws(Diagnostic) {
      try await compressByBrotli(
        compressed.map(\.path), in: staging.folder, threads: options.threads, at: settings.hostFilesPlace)
    } catch {
      if error.severity == .error { throw error }
      diagnostics += settings.checks.applied(to: [error])
      compressed = []
    }
  }
  let written = files.filter { !$0.isUnchanged }.map(\.path) + compressed.map { $0.path + ".br" }
  let stale = previous.subtracting(unchanged).subtracting(written)
  let summary = CommitSummary(written: written.count, unchanged: unchanged.count, removed: stale.count)
  if summary.written == 0, summary.removed == 0 {
    staging.discard()
  } else {
    do throws(DiskFault) { try staging.swap() } catch { throw unwritable(error, options) }
  }
  return summary
}

private func unwritable(_ fault: DiskFault, _ options: BuildOptions) -> Diagnostic {
  .error("output-unwritable", "cannot write '\(fault.path)': \(fault.reason)", at: Place(options.output))
}

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
  var sources = SiteSources(root: options.root, cache: options.tableCache(isWritable: !options.checksOnly))
  options.progress?(BuildProgress(stage: "reading"))
  await sources.read(.all, threads: options.threads, &timer)
  options.progress?(BuildProgress(stage: "computing"))
  guard let model = await SiteModel(sources, options, theme, &timer) else {
    result.diagnostics = sources.diagnostics.inReadingOrder
    return result
  }
  var diagnostics = model.diagnostics
  result.leftOut = model.leftOut
  result.pageCount = model.library.pages.count
  result.chartCount = model.library.pages.reduce(0) { $0 + $1.draft.charts.count }

  var staging: Staging?
  if !diagnostics.hasErrors, !options.checksOnly {
    do { staging = try Staging(output: options.output, shownAs: options.output) } catch { diagnostics.append(error) }
  }
  let committer = Committer(staging: staging)
  let parts = model.parts
  let done = Mutex(0)
  let rendered = await parallelMap(parts, threads: options.threads) { part in
    let files = model.render(part)
    if let progress = options.progress {
      let number = done.withLock { done in
        done += 1
        return done
      }
      progress(BuildProgress(stage: "rendering", done: number, total: parts.count))
    }
    return (
      taken: committer.take(files, source: model.name(of: part)),
      facts: options.checksOutput ? OutputFacts(files.files, of: part) : nil
    )
  }
  let taken = rendered.map(\.taken)
  diagnostics += taken.flatMap(\.diagnostics)
  diagnostics += checkCollisions(taken.flatMap { taken in taken.files.map { ($0.path, taken.source) } })
  timer.end("render")
  result.checks = model.library.settings.checks
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

extension BuildOptions {
  /// Where large tables are kept; nil for a build that is to use nothing of another one.
  func tableCache(isWritable: Bool) -> TableCache? {
    guard !isForced, let toolIdentity else { return nil }
    return TableCache(folder: root + "/.briefing", tool: toolIdentity, isWritable: isWritable)
  }
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

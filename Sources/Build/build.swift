// SPDX-License-Identifier: MIT
import Diagnostics
import Site
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
  var sources = SiteSources(root: options.root, cache: options.tableCache(isWritable: !options.checksOnly))
  await sources.read(.all, threads: options.threads, &timer)
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
  let taken = await parallelMap(model.parts, threads: options.threads) { part in
    committer.take(model.render(part), source: model.name(of: part))
  }
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

// SPDX-License-Identifier: MIT
import Build
import Diagnostics

/// Compiles templates in the background when they are saved, while the last good site is served.
struct TemplateRebuilder: Sendable {
  let package: ToolPackage
  let session: Session
  let log: Log
  /// The site's folder.
  let root: String

  /// Works until its task is cancelled, or there is a new tool for the preview to go on with.
  ///
  /// - Returns: Whether there is.
  func run(polls: Bool) async -> Bool {
    let (changes, signals) = watch(root: package.folder, files: .templates, polls: polls)
    defer { changes.end() }
    var isFirst = true
    for await _ in signals {
      let changed = changes.take()
      // The watcher's first report is that it watches.
      if isFirst || changed == .paths([]) {
        isFirst = false
        continue
      }
      let file = Log.reason(changed)
      log.saved(changed, "compiling")
      let start = ContinuousClock.now
      var faults = await package.compile(file)
      if faults.isEmpty, !changes.isPending { faults = await package.tryOut(file, site: root) }
      if Task.isCancelled { return false }
      if !faults.isEmpty {
        await session.show(templateFaults: faults)
      } else if !changes.isPending {
        log.saved(changed, "compiled in \(Log.milliseconds(ContinuousClock.now - start)) ms")
        return true
      }
    }
    return false
  }
}

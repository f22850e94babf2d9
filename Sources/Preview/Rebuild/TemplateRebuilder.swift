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
        await session.show(templateFaults: [])
        if await contentIsWhole(changes) { return true }
      }
    }
    return false
  }

  /// Waits while the content has errors: a new tool has never seen the last good version of what is broken.
  ///
  /// - Returns: Whether the preview can go on; not where templates were saved again.
  private func contentIsWhole(_ changes: Changes) async -> Bool {
    if await session.hasContentErrors {
      log.say("the preview goes on with the new templates once the errors are mended")
    }
    while await session.hasContentErrors, !changes.isPending, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(100))
    }
    return !changes.isPending && !Task.isCancelled
  }
}

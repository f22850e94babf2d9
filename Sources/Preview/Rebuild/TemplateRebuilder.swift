// SPDX-License-Identifier: MIT
import Build
import Diagnostics

/// Compiles templates in the background when they are saved, while the last good site is served.
struct TemplateRebuilder: Sendable {
  private let package: ToolPackage
  private let session: Session
  private let log: Log
  /// The site's folder.
  private let root: String
  private let changes: Changes
  private let signals: AsyncStream<Void>

  init(package: ToolPackage, session: Session, log: Log, root: String, polls: Bool) {
    (self.package, self.session, self.log, self.root) = (package, session, log, root)
    (changes, signals) = watch(root: package.folder, files: .templates, polls: polls)
  }

  /// Returns when no save can be missed any more: the watcher's first report is that it watches.
  func ready() async {
    for await _ in signals { break }
    _ = changes.take()
  }

  /// Works until its task is cancelled, or there is a new tool for the preview to go on with.
  ///
  /// - Returns: Whether there is.
  func run() async -> Bool {
    defer { changes.end() }
    for await _ in signals {
      let changed = changes.take()
      if changed == .paths([]) { continue }
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
        if await contentIsWhole() { return true }
      }
    }
    return false
  }

  /// Waits while the content has errors: a new tool has never seen the last good version of what is broken.
  ///
  /// - Returns: Whether the preview can go on; not where templates were saved again.
  private func contentIsWhole() async -> Bool {
    if await session.hasContentErrors {
      log.say("the preview goes on with the new templates once the errors are mended")
    }
    while await session.hasContentErrors, !changes.isPending, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(100))
    }
    return !changes.isPending && !Task.isCancelled
  }
}

// SPDX-License-Identifier: MIT
import Build
import Foundation
import Synchronization

/// Watches a site's folder: one element tells that there are changes to take. The first is of everything.
///
/// - Parameter polls: Looks at every file three times a second instead of asking the system, for disks that tell nothing
///   (network shares, some containers).
func watch(root: String, polls: Bool) -> (changes: Changes, signals: AsyncStream<Void>) {
  let changes = Changes()
  let (signals, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  continuation.onTermination = { _ in changes.end() }
  let report: @Sendable (ChangedFiles) -> Void = { found in
    changes.add(found)
    continuation.yield()
  }
  let thread = Thread {
    #if canImport(Glibc)
      if !polls {
        while !changes.hasEnded, let watcher = InotifyWatcher(root: root) { watcher.run(report, until: changes) }
      }
    #endif
    PollingWatcher(root: root).run(report, until: changes)
  }
  thread.name = "watch"
  thread.start()
  return (changes, signals)
}

/// What has changed since somebody last asked, whoever reports it and however often.
final class Changes: Sendable {
  private let state = Mutex<(pending: ChangedFiles, hasEnded: Bool)>((.paths([]), false))

  func add(_ found: ChangedFiles) {
    state.withLock { state in
      guard case .paths(let known) = state.pending, case .paths(let new) = found else {
        state.pending = .all
        return
      }
      state.pending = .paths(known.union(new))
    }
  }

  func take() -> ChangedFiles {
    state.withLock { state in
      defer { state.pending = .paths([]) }
      return state.pending
    }
  }

  func end() { state.withLock { $0.hasEnded = true } }

  var hasEnded: Bool { state.withLock { $0.hasEnded } }
}

/// Which paths of a site's folder the site is made from. Editors' own files (`.page.md.swp`, `page.md~`) are not.
enum WatchedPath {
  static func holds(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    if name.hasPrefix(".") || name.hasSuffix("~") { return false }
    return path == "Content" || path.hasPrefix("Content/") || path == "Templates" || path == "Templates/Assets"
      || path.hasPrefix("Templates/Assets/")
  }

  static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }
}

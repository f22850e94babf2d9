// SPDX-License-Identifier: MIT
import Build
import Foundation
import Synchronization

/// Watches a folder: one element tells that there are changes to take. The first is of everything.
///
/// - Parameter polls: Looks at every file three times a second instead of asking the system, for disks that tell nothing
///   (network shares, some containers).
func watch(
  root: String, files: WatchedFiles, polls: Bool
) -> (changes: Changes, signals: AsyncStream<Void>) {
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
        while !changes.hasEnded, let watcher = InotifyWatcher(root: root, files: files) {
          watcher.run(report, until: changes)
        }
      }
    #endif
    PollingWatcher(root: root, files: files).run(report, until: changes)
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

  /// Whether there is something to take.
  var isPending: Bool { state.withLock { $0.pending != .paths([]) } }

  func end() { state.withLock { $0.hasEnded = true } }

  var hasEnded: Bool { state.withLock { $0.hasEnded } }
}

/// Which paths of a folder are looked at: files, and the folders on the way to them. Editors' own files (`.page.md.swp`,
/// `page.md~`) are not.
struct WatchedFiles: Sendable {
  let holds: @Sendable (_ path: String) -> Bool

  private init(_ holds: @escaping @Sendable (_ path: String, _ name: Substring) -> Bool) {
    self.holds = { path in
      let name = path.split(separator: "/").last ?? ""
      return !name.hasPrefix(".") && !name.hasSuffix("~") && holds(path, name)
    }
  }

  /// What a site is made from.
  static let site = WatchedFiles { path, _ in
    path == "Content" || path.hasPrefix("Content/") || path == "Templates" || path == "Templates/Assets"
      || path.hasPrefix("Templates/Assets/")
  }

  /// What a tool is made from: Swift under `Templates` and `Sources`.
  static let templates = WatchedFiles { path, name in
    let isFolder = !name.contains(".")
    let isBelow = ["Templates", "Sources"].contains { path == $0 || path.hasPrefix($0 + "/") }
    return path == "Package.swift" || isBelow && (isFolder || name.hasSuffix(".swift"))
  }

  static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }
}

// SPDX-License-Identifier: MIT
import Build
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds changes by looking at every file: for systems without inotify.
struct PollingWatcher {
  let root: String
  let files: WatchedFiles
  private static let interval = 0.3

  /// What tells one state of a file from another.
  fileprivate struct Stamp: Equatable {
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  func run(_ report: (ChangedFiles) -> Void, until changes: Changes) {
    var before = stamps()
    report(.all)
    while !changes.hasEnded {
      Thread.sleep(forTimeInterval: Self.interval)
      let now = stamps()
      let changed = now.filter { before[$0.key] != $0.value }.keys + before.keys.filter { now[$0] == nil }
      if !changed.isEmpty { report(.paths(Set(changed))) }
      before = now
    }
  }

  private func stamps() -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    func look(_ folder: String) {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? [] {
        let path = WatchedFiles.join(folder, name)
        var status = stat()
        guard files.holds(path), lstat(root + "/" + path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          look(path)
        } else {
          stamps[path] = Stamp(status)
        }
      }
    }
    look("")
    return stamps
  }
}

extension PollingWatcher.Stamp {
  fileprivate init(_ status: stat) {
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    self.init(
      inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }
}

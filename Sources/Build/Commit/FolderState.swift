// SPDX-License-Identifier: MIT
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the disk says of the files below a folder, links followed: paths, sizes, times and file numbers, no contents.
///
/// It is a sum over the files, so that they can be looked at in any order and on all cores.
struct FolderState: Sendable {
  private(set) var digest: UInt64 = 0
  /// When the youngest was last changed, in seconds since 1970; 0 without change times.
  private(set) var newest = 0

  /// - Parameter withChangeTimes: Whether the times count at which the system last touched a file in any way.
  /// - Returns: nil where something cannot be read.
  init?(of folder: String, withChangeTimes: Bool, threads: Int) async {
    guard let names = try? Disk.names(in: folder) else { return nil }
    digest = Digest.of(folder, UInt64(names.count))
    let states: [FolderState?]
    if names.count < 64 {
      var found: [FolderState?] = []
      for name in names {
        let path = folder + "/" + name
        let isFolder = Disk.kind(of: path) == .folder
        found.append(
          isFolder
            ? await FolderState(of: path, withChangeTimes: withChangeTimes, threads: threads)
            : FolderState(at: path, withChangeTimes: withChangeTimes))
      }
      states = found
    } else {
      states = await parallelMap(names, threads: threads) {
        FolderState(at: folder + "/" + $0, withChangeTimes: withChangeTimes)
      }
    }
    for state in states {
      guard let state else { return nil }
      add(state)
    }
  }

  /// A file, or a folder with all below it.
  private init?(at path: String, withChangeTimes: Bool) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR {
      guard let names = try? Disk.names(in: path) else { return nil }
      digest = Digest.of(path, UInt64(names.count))
      for name in names {
        guard let state = FolderState(at: path + "/" + name, withChangeTimes: withChangeTimes) else { return nil }
        add(state)
      }
      return
    }
    if withChangeTimes { newest = changeTime(status) }
    digest = Digest.of(
      path, UInt64(truncatingIfNeeded: status.st_size), UInt64(truncatingIfNeeded: status.st_ino),
      UInt64(truncatingIfNeeded: modified(status).0), UInt64(truncatingIfNeeded: modified(status).1),
      UInt64(truncatingIfNeeded: newest))
  }

  private mutating func add(_ other: FolderState) {
    digest &+= other.digest
    newest = max(newest, other.newest)
  }
}

extension Digest {
  fileprivate static func of(_ path: String, _ words: UInt64...) -> UInt64 {
    var digest = Digest()
    digest.mix(path)
    for word in words { digest.mix(word) }
    return digest.number
  }
}

private func changeTime(_ status: stat) -> Int {
  #if canImport(Glibc)
    status.st_ctim.tv_sec
  #else
    status.st_ctimespec.tv_sec
  #endif
}

private func modified(_ status: stat) -> (Int, Int) {
  #if canImport(Glibc)
    (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  #else
    (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
  #endif
}

// SPDX-License-Identifier: MIT
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a build read and what it left, as the disk describes them: paths, sizes, times and file numbers, no contents.
///
/// Two builds between which none of it changed give the same site, so the second has nothing to do. The record is kept
/// in `.briefing/` of the site's folder, and only after a build without a word to say; what is in doubt is built.
struct BuildRecord {
  private let inputs: Digest
  /// Whether every input has rested for a while: one that was written while its time was read could change again
  /// without its time showing it.
  private let isSettled: Bool
  private let path: String
  private let output: String

  /// Describes the inputs, before any of them is read.
  ///
  /// - Parameter key: What else decides the result: the tool itself, the options, the day.
  /// - Returns: nil where something cannot be read.
  init?(root: String, output: String, key: String) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var inputs = Digest()
    inputs.mix(key)
    var newest = 0
    for folder in ["Content", "Templates/Assets"] where Disk.kind(of: root + "/" + folder) != nil {
      let isRead = describe(root + "/" + folder, into: &inputs) { status in
        newest = max(newest, changeTime(status))
        return changeTime(status)
      }
      guard isRead else { return nil }
    }
    self.inputs = inputs
    self.output = output
    isSettled = newest + 1 < now.tv_sec
    path = "\(root)/.briefing/last-build-\(fingerprint(Array(output.utf8)))"
  }

  /// A record for a build with these options; nil for one that writes nothing.
  init?(_ options: BuildOptions, tool: String) {
    if options.checksOnly { return nil }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    // Which pages are out depends on the day in the site's own zone; every zone's midnight is a quarter of an hour's.
    let day = options.day?.iso ?? "quarter \(now.tv_sec / 900)"
    self.init(root: options.root, output: options.output, key: "\(tool) \(options.withDrafts) \(day)")
  }

  /// The counts that the last build noted, if nothing that it read or left has changed since.
  func unchangedCounts() -> [Int]? {
    guard let recorded = try? Disk.read(path), let state = state() else { return nil }
    let lines = String(decoding: recorded, as: UTF8.self).split(separator: "\n")
    guard lines.count == 2, lines[1] == state else { return nil }
    return lines[0].split(separator: " ").compactMap { Int($0) }
  }

  /// Notes what is there after a build. A record that cannot be written is none: the next build builds.
  func write(counts: [Int]) {
    guard isSettled, let state = state() else { return }
    let text = counts.map(String.init).joined(separator: " ") + "\n" + state + "\n"
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    do {
      try Disk.makeFolder(folder)
      try Disk.remove(path)
      try Disk.write(Array(text.utf8), to: path)
    } catch {
      try? Disk.remove(path)
    }
  }

  /// What was read and what is there now. Of the output without change times, which move when an older site that
  /// shares a file is removed.
  private func state() -> String? {
    var outputs = Digest()
    return describe(output, into: &outputs) { _ in nil } ? "\(inputs.text) \(outputs.text)" : nil
  }
}

private func changeTime(_ status: stat) -> Int {
  #if canImport(Glibc)
    status.st_ctim.tv_sec
  #else
    status.st_ctimespec.tv_sec
  #endif
}

/// Mixes every file below a folder into a digest, links followed. False where one cannot be read.
///
/// - Parameter times: Takes a file's status; a number it returns is mixed in too.
private func describe(_ folder: String, into digest: inout Digest, _ times: (stat) -> Int?) -> Bool {
  guard let names = try? Disk.names(in: folder) else { return false }
  digest.mix(UInt64(names.count))
  for name in names {
    let location = folder + "/" + name
    var status = stat()
    guard stat(location, &status) == 0 else { return false }
    digest.mix(name)
    if status.st_mode & S_IFMT == S_IFDIR {
      guard describe(location, into: &digest, times) else { return false }
    } else {
      digest.mix(UInt64(truncatingIfNeeded: status.st_size))
      digest.mix(UInt64(truncatingIfNeeded: status.st_ino))
      digest.mix(UInt64(truncatingIfNeeded: modified(status).0))
      digest.mix(UInt64(truncatingIfNeeded: modified(status).1))
      if let time = times(status) { digest.mix(UInt64(truncatingIfNeeded: time)) }
    }
  }
  return true
}

private func modified(_ status: stat) -> (Int, Int) {
  #if canImport(Glibc)
    (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  #else
    (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
  #endif
}

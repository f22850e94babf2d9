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
  private let threads: Int

  /// Describes the inputs, before any of them is read.
  ///
  /// - Parameter key: What else decides the result: the tool itself, the options, the day.
  /// - Returns: nil where something cannot be read.
  private init?(root: String, output: String, key: String, threads: Int) async {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var inputs = Digest()
    inputs.mix(key)
    var newest = 0
    for folder in ["Content", "Templates/Assets"] where Disk.kind(of: root + "/" + folder) != nil {
      guard let state = await FolderState(of: root + "/" + folder, withChangeTimes: true, threads: threads) else {
        return nil
      }
      inputs.mix(state.digest)
      newest = max(newest, state.newest)
    }
    self.inputs = inputs
    self.threads = threads
    self.output = output
    isSettled = newest + 1 < now.tv_sec
    path = "\(root)/.briefing/last-build-\(fingerprint(Array(output.utf8)))"
  }

  /// A record for a build with these options; nil for one that writes nothing.
  init?(_ options: BuildOptions, tool: String) async {
    if options.checksOnly { return nil }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    // Which pages are out depends on the day in the site's own zone; every zone's midnight is a quarter of an hour's.
    let day = options.day?.iso ?? "quarter \(now.tv_sec / 900)"
    let painter = options.drawsCards ? CardPainter()?.file.identity ?? "none" : ""
    await self.init(
      root: options.root, output: options.output, key: "\(tool) \(options.withDrafts) \(day) \(painter)",
      threads: options.threads)
  }

  /// The counts that the last build noted, if nothing that it read or left has changed since.
  func unchangedCounts() async -> [Int]? {
    guard let recorded = try? Disk.read(path), let state = await state() else { return nil }
    let lines = String(decoding: recorded, as: UTF8.self).split(separator: "\n")
    guard lines.count == 2, lines[1] == state else { return nil }
    return lines[0].split(separator: " ").compactMap { Int($0) }
  }

  /// Notes what is there after a build. A record that cannot be written is none: the next build builds.
  func write(counts: [Int]) async {
    guard isSettled, let state = await state() else { return }
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
  private func state() async -> String? {
    guard let outputs = await FolderState(of: output, withChangeTimes: false, threads: threads) else { return nil }
    return "\(inputs.text) \(String(outputs.digest, radix: 16))"
  }
}

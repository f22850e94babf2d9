// SPDX-License-Identifier: MIT
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
  private let inputs: [String]
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
    var inputs = [key]
    var newest = 0
    for folder in ["Content", "Templates/Assets"] where Disk.kind(of: root + "/" + folder) != nil {
      let isRead = describe(root + "/" + folder, folder) { path, status in
        newest = max(newest, status.st_ctim.tv_sec)
        inputs.append("\(path) \(facts(status)) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)")
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
    guard let recorded = try? Disk.read(path), let outputs = outputs() else { return nil }
    let text = String(decoding: recorded, as: UTF8.self)
    guard let end = text.firstIndex(of: "\n"), text[text.index(after: end)...] == inputsAndOutputs(outputs) else {
      return nil
    }
    return text[..<end].split(separator: " ").compactMap { Int($0) }
  }

  /// Notes what is there after a build. A record that cannot be written is none: the next build builds.
  func write(counts: [Int]) {
    guard isSettled, let outputs = outputs() else { return }
    let text = counts.map(String.init).joined(separator: " ") + "\n" + inputsAndOutputs(outputs)
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    do {
      try Disk.makeFolder(folder)
      try Disk.remove(path)
      try Disk.write(Array(text.utf8), to: path)
    } catch {
      try? Disk.remove(path)
    }
  }

  private func inputsAndOutputs(_ outputs: [String]) -> String { (inputs + outputs).joined(separator: "\n") }

  /// Without change times, which move when an older site that shares a file is removed.
  private func outputs() -> [String]? {
    var outputs: [String] = []
    let isRead = describe(output, "") { path, status in outputs.append("\(path) \(facts(status))") }
    return isRead ? outputs : nil
  }
}

private func facts(_ status: stat) -> String {
  "\(status.st_size) \(status.st_ino) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
}

/// Every file below a folder, links followed. False where one cannot be read.
private func describe(_ folder: String, _ name: String, _ file: (String, stat) -> Void) -> Bool {
  guard let names = try? Disk.names(in: folder) else { return false }
  for entry in names {
    let (location, path) = (folder + "/" + entry, name + "/" + entry)
    var status = stat()
    guard stat(location, &status) == 0 else { return false }
    if status.st_mode & S_IFMT == S_IFDIR {
      guard describe(location, path, file) else { return false }
    } else {
      file(path, status)
    }
  }
  return true
}

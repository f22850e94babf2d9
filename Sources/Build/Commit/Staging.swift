import CExchange
import Diagnostics

// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a commit did to the output folder.
public struct CommitSummary: Sendable, Hashable {
  public var written = 0
  public var unchanged = 0
  public var removed = 0
}

/// The folder next to the output in which a new site is put together, until it takes the output's place at once.
///
/// At any moment, also after `kill -9`, the output folder holds the previous site or the new one, never a mix. Files
/// whose bytes did not change are hard links to the previous site's; where nothing changed, nothing is written.
struct Staging: Sendable {
  /// In the output folder, says that the folder is ours to replace.
  static let marker = ".briefing"
  private static let markerText = Array("This folder is made by briefing; a build replaces all of it.\n".utf8)

  private let output: String
  let folder: String
  private let lock: Int32

  /// - Throws: a `Diagnostic` where the output is not ours, cannot be written, or another build is at work.
  init(output: String, shownAs name: String) throws(Diagnostic) {
    let path = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { String(path[..<$0]) } ?? "."
    let last = slash.map { String(path[path.index(after: $0)...]) } ?? path
    self.output = path
    folder = (parent.isEmpty ? "/" : parent + "/") + ".\(last)-staging"
    let place = Place(name)
    try Staging.checkOwnership(of: path, at: place)
    do throws(DiskFault) {
      try Disk.makeFolder(parent.isEmpty ? "/" : parent)
      if mkdir(folder, 0o755) != 0, errno != EEXIST { throw DiskFault(folder) }
    } catch {
      throw .error("output-unwritable", "cannot write beside the output folder: \(error.reason)", at: place)
    }
    lock = open(folder, O_RDONLY | O_CLOEXEC)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw .error("output-busy", "another build is writing this folder", at: place, hint: "wait until it has ended")
    }
    do {
      for stale in try Disk.names(in: folder) { try Disk.remove(folder + "/" + stale) }
    } catch {
      throw .error("output-unwritable", "cannot clear what an interrupted build left: \(error.reason)", at: place)
    }
  }

  private static func checkOwnership(of output: String, at place: Place) throws(Diagnostic) {
    guard let kind = Disk.kind(of: output) else { return }
    guard kind == .folder else {
      throw .error("output-not-folder", "the output '\(place.path)' is not a folder", at: place)
    }
    let names: [String]
    do { names = try Disk.names(in: output) } catch {
      throw .error("output-unwritable", "cannot read the output folder: \(error.reason)", at: place)
    }
    let isOurs = names.contains(marker) || names.allSatisfy { $0 == ".gitignore" }
    if !isOurs {
      throw .error(
        "output-foreign", "the output folder holds files that no build of briefing made", at: place,
        hint: "choose an empty folder with --output")
    }
  }

  /// Where a file of the site is kept until the swap.
  private func staged(_ path: String) -> String { folder + "/" + path }

  /// Whether the previous site has the same bytes at the file's path.
  func isUnchanged(_ file: OutputFile) -> Bool {
    let previous = output + "/" + file.path
    var status = stat()
    guard lstat(previous, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == file.bytes.count,
      let bytes = try? Disk.read(previous)
    else { return false }
    return bytes == file.bytes
  }

  /// Puts a new or changed file into the staging folder. Safe from many threads.
  func write(_ file: OutputFile) throws(DiskFault) {
    do { try Disk.write(file.bytes, to: staged(file.path)) } catch {
      guard error.code == ENOENT, let slash = file.path.lastIndex(of: "/") else { throw error }
      try Disk.makeFolder(staged(String(file.path[..<slash])))
      try Disk.write(file.bytes, to: staged(file.path))
    }
  }

  private func makeFolders(for paths: some Sequence<String>) throws(DiskFault) {
    var made: Set<Substring> = [""]
    for path in paths {
      guard let slash = path.lastIndex(of: "/"), made.insert(path[..<slash]).inserted else { continue }
      try Disk.makeFolder(staged(String(path[..<slash])))
    }
  }

  /// Links what did not change.
  func link(_ unchanged: [String]) throws(DiskFault) {
    try makeFolders(for: unchanged)
    for path in unchanged {
      let (from, to) = (output + "/" + path, staged(path))
      if hardLink(from, to) != 0 { try Disk.write(try Disk.read(from), to: to) }
    }
  }

  /// Swaps the new site into place.
  func swap() throws(DiskFault) {
    try Disk.write(Staging.markerText, to: staged(Staging.marker))
    if let ignore = try? Disk.read(output + "/.gitignore") { try Disk.write(ignore, to: staged(".gitignore")) }
    if Disk.kind(of: output) == nil {
      guard rename(folder, output) == 0 else { throw DiskFault(output) }
    } else {
      try exchange(folder, output)
    }
    // What is left in the staging folder now is the previous site; removing it may fail without harm.
    discard()
  }

  /// Leaves no trace beside the output.
  func discard() {
    try? Disk.remove(folder)
    close(lock)
  }

  /// The paths of all files in the previous site, for what has to go.
  func previousFiles() -> [String] {
    var files: [String] = []
    func list(_ folder: String) {
      for name in (try? Disk.names(in: output + "/" + folder)) ?? [] {
        let path = folder + name
        if Disk.kind(of: output + "/" + path) == .folder { list(path + "/") } else { files.append(path) }
      }
    }
    list("")
    return files.filter { $0 != Staging.marker && $0 != ".gitignore" }
  }

}

private func hardLink(_ from: String, _ to: String) -> Int32 { link(from, to) }

/// Swaps two folders in one step where the system can; else the output is away for the time of one rename.
private func exchange(_ a: String, _ b: String) throws(DiskFault) {
  if exchange_paths(a, b) == 0 { return }
  if errno != EINVAL, errno != ENOSYS, errno != ENOTSUP { throw DiskFault(b) }
  let aside = a + "-previous"
  try Disk.remove(aside)
  guard rename(b, aside) == 0 else { throw DiskFault(b) }
  guard rename(a, b) == 0 else {
    let fault = DiskFault(b)
    rename(aside, b)
    throw fault
  }
  try? Disk.remove(aside)
}

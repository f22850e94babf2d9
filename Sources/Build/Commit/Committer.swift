// SPDX-License-Identifier: MIT
import Diagnostics

/// Takes files as they are rendered and puts those that are new or changed into the staging folder at once, so that
/// no more than a few pages are held in memory.
struct Committer: Sendable {
  /// Nil where nothing is to be written: a check, or a build that has failed already.
  let staging: Staging?
  let hostFiles: Set<HostFile>

  func take(_ rendered: Rendered, source: String) -> Taken {
    var diagnostics = rendered.diagnostics
    let inline = hostFiles.contains(where: \.needsInlineContent) ? InlineContent(rendered.files) : InlineContent()
    let files = (rendered.files + compressed(rendered.files)).map { file in
      let size = file.bytes.count
      guard let staging else { return TakenFile(path: file.path, size: size, isUnchanged: false) }
      if staging.isUnchanged(file) { return TakenFile(path: file.path, size: size, isUnchanged: true) }
      do throws(DiskFault) { try staging.write(file) } catch {
        // Two files on one path are reported as such, with both their sources.
        let isThere: Int32 = 17  // EEXIST
        if error.code != isThere {
          diagnostics.append(
            .error("output-unwritable", "cannot write '\(file.path)': \(error.reason)", at: Place(file.path)))
        }
      }
      return TakenFile(path: file.path, size: size, isUnchanged: false)
    }
    return Taken(source: source, files: files, inline: inline, diagnostics: diagnostics)
  }

  private func compressed(_ files: [OutputFile]) -> [OutputFile] {
    guard hostFiles.contains(.gzip), staging != nil else { return [] }
    return files.filter { isCompressible($0.path, bytes: $0.bytes.count) }.compactMap { file in
      gzipped(file.bytes).map { OutputFile(file.path + ".gz", $0) }
    }
  }
}

/// A file that has been taken: its path, and whether the previous site has the same bytes there.
struct TakenFile: Sendable {
  let path: String
  /// In bytes.
  let size: Int
  let isUnchanged: Bool

  var isCompressible: Bool { Build.isCompressible(path, bytes: size) }
}

/// What one source gave.
struct Taken: Sendable {
  let source: String
  let files: [TakenFile]
  /// What its pages have inside them, where that is wanted.
  let inline: InlineContent
  let diagnostics: [Diagnostic]
}

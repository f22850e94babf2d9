// SPDX-License-Identifier: MIT
import Diagnostics

/// Takes files as they are rendered and puts those that are new or changed into the staging folder at once, so that
/// no more than a few pages are held in memory.
struct Committer: Sendable {
  /// Nil where nothing is to be written: a check, or a build that has failed already.
  let staging: Staging?

  func take(_ rendered: Rendered, source: String) -> Taken {
    var diagnostics = rendered.diagnostics
    let files = rendered.files.map { file in
      guard let staging else { return TakenFile(path: file.path, isUnchanged: false) }
      if staging.isUnchanged(file) { return TakenFile(path: file.path, isUnchanged: true) }
      do throws(DiskFault) { try staging.write(file) } catch {
        // Two files on one path are reported as such, with both their sources.
        let isThere: Int32 = 17  // EEXIST
        if error.code != isThere {
          diagnostics.append(
            .error("output-unwritable", "cannot write '\(file.path)': \(error.reason)", at: Place(file.path)))
        }
      }
      return TakenFile(path: file.path, isUnchanged: false)
    }
    return Taken(source: source, files: files, diagnostics: diagnostics)
  }
}

/// A file that has been taken: its path, and whether the previous site has the same bytes there.
struct TakenFile: Sendable {
  let path: String
  let isUnchanged: Bool
}

/// What one source gave.
struct Taken: Sendable {
  let source: String
  let files: [TakenFile]
  let diagnostics: [Diagnostic]
}

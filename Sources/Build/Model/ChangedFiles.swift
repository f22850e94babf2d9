// SPDX-License-Identifier: MIT

/// Which files of a site's folder are not what they were when they were read.
package enum ChangedFiles: Sendable, Equatable {
  /// Any file may have changed.
  case all
  /// Paths from the site's folder, of files and of folders: `Content/index.md`.
  case paths(Set<String>)

  func contains(_ path: String) -> Bool {
    switch self {
    case .all: true
    case .paths(let paths): paths.contains(path)
    }
  }

  /// Whether a folder or anything in it has changed, or a folder above it.
  func touches(_ folder: String) -> Bool {
    switch self {
    case .all: true
    case .paths(let paths):
      paths.contains { $0 == folder || $0.hasPrefix(folder + "/") || folder.hasPrefix($0 + "/") }
    }
  }
}

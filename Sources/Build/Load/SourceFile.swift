// SPDX-License-Identifier: MIT
import Diagnostics

/// A file that an editor wrote, by its path in the site's folder: `Content/briefings/2025-04-28-x.md`.
struct SourceFile: Sendable, Hashable {
  let path: String
  /// Where it is on this machine.
  let location: String
}

/// What the site's folder holds.
struct SourceTree: Sendable {
  var pages: [SourceFile] = []
  /// Images and files that are copied, from `Content/Media`.
  var media: [SourceFile] = []
  /// Files of the data package; read by its descriptor, not all of them.
  var hasData = false
}

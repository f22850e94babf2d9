// SPDX-License-Identifier: MIT

/// A file of the built site.
struct OutputFile: Sendable, Hashable {
  /// From the site's root: `briefings/index.html`.
  let path: String
  let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

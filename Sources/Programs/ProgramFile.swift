// SPDX-License-Identifier: MIT
import Foundation

/// A program as the disk has it.
package struct ProgramFile: Sendable, Hashable {
  /// The whole path.
  package let path: String
  /// What tells this version of it from another: size and time of its file.
  package let identity: String

  /// Looks for a program in the folders of PATH; runs nothing.
  ///
  /// - Returns: nil where there is none.
  package init?(named name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
    self.init(path: path)
  }

  package init(path: String) {
    let file = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false))
    let date = (file?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    self.path = path
    identity = "\(file?[.size] ?? 0) \(date)"
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation

/// Runs `body` with the path of a new folder that only this user can read, and removes it after.
func withTemporaryFolder<Result>(
  at place: Place, _ body: (String) async throws(Diagnostic) -> Result
) async throws(Diagnostic) -> Result {
  let folder = FileManager.default.temporaryDirectory.path + "/briefing-publish-\(UUID().uuidString)"
  do {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  } catch {
    throw .error("publish-failed", "cannot make a folder for temporary files: \(reason(error))", at: place)
  }
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try await body(folder)
}

/// Writes a small file of the publisher's own.
func writeFile(_ text: String, to path: String, at place: Place) throws(Diagnostic) {
  do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch {
    throw .error("publish-failed", "cannot write '\(path)': \(reason(error))", at: place)
  }
}

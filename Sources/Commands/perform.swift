// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Diagnostics
import Foundation
import Synchronization

/// Runs a build with the theme of this run, and shows its progress.
func runBuild(_ options: BuildOptions) async throws -> BuildResult {
  guard let theme = CurrentTheme.theme else { throw ValidationError("no theme was given to the tool") }
  return await ProgressLine.during { line in await buildSite(options.showing(on: line), theme: theme) }
}

/// The lines that diagnostics point at. The file that was read last is kept, since faults come file by file.
final class SourceLines: Sendable {
  private let root: String
  private let last = Mutex<(path: String, lines: [Data])>(("", []))

  /// - Parameter root: The folder that places are relative to.
  init(root: String) { self.root = root }

  func line(_ place: Place) -> String? {
    guard place.line > 0 else { return nil }
    return last.withLock { last in
      if last.path != place.path {
        let data = FileManager.default.contents(atPath: root + "/" + place.path) ?? Data()
        last = (place.path, data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false))
      }
      guard place.line <= last.lines.count else { return nil }
      let line = last.lines[place.line - 1]
      return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
  }
}

/// The line of a file that a diagnostic points at.
/// - Parameter root: The folder that the place's path is relative to; nil for the current one.
func sourceLine(_ place: Place, root: String?) -> String? {
  let path = root.map { $0 + "/" + place.path } ?? place.path
  guard place.line > 0, let data = FileManager.default.contents(atPath: path) else { return nil }
  let lines = data.split(separator: UInt8(ascii: "\n"), maxSplits: place.line, omittingEmptySubsequences: false)
  guard place.line <= lines.count else { return nil }
  var line = lines[place.line - 1]
  if line.last == UInt8(ascii: "\r") { line.removeLast() }
  return String(decoding: line, as: UTF8.self)
}

func write(_ text: String, to file: FileHandle) { file.write(Data(text.utf8)) }

/// Colour is for a terminal whose user has not declined it (no-color.org).
func wantsColor(_ descriptor: Int32) -> Bool {
  let environment = ProcessInfo.processInfo.environment
  return isatty(descriptor) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
}

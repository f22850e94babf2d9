// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Diagnostics
import Foundation

/// Runs a build with the theme of this run, and shows its progress.
func runBuild(_ options: BuildOptions) async throws -> BuildResult {
  guard let theme = CurrentTheme.theme else { throw ValidationError("no theme was given to the tool") }
  return await ProgressLine.during { line in await buildSite(options.showing(on: line), theme: theme) }
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

// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Diagnostics
import Foundation
import Markup

/// Runs a build and prints what came of it: diagnostics on standard error (as JSON on standard output), and one line
/// that says what was done.
func perform(
  _ options: BuildOptions, site: SiteArguments, timings: Bool, _ summary: (BuildResult) -> String
) async throws {
  guard let theme = CurrentTheme.theme else { throw ValidationError("no theme was given to the tool") }
  let result = await buildSite(options, theme: theme)
  let printer = DiagnosticPrinter(color: !site.json && wantsColor(STDERR_FILENO)) { place in
    sourceLine(place, root: site.folder)
  }
  if site.json {
    print(json(result, printer).text)
  } else {
    write(printer.text(result.diagnostics), to: .standardError)
  }
  if timings {
    for stage in result.timings { write("\(stage.stage): \(milliseconds(stage.duration)) ms\n", to: .standardError) }
  }
  guard result.isComplete else {
    if !site.json { write(failure(result.diagnostics), to: .standardError) }
    throw ExitCode(1)
  }
  if !site.json {
    for page in result.leftOut { print("left out: \(page.path) \(page.text)") }
    print(summary(result))
  }
}

/// `3 errors, 1 warning; nothing was written`
private func failure(_ diagnostics: [Diagnostic]) -> String {
  let errors = diagnostics.filter { $0.severity == .error }.count
  let warnings = diagnostics.filter { $0.severity == .warning }.count
  let also = warnings == 0 ? "" : ", \(count(warnings, "warning"))"
  return "\(count(errors, "error"))\(also); nothing was written\n"
}

private func json(_ result: BuildResult, _ printer: DiagnosticPrinter) -> JSON {
  [
    "complete": .bool(result.isComplete), "pages": .integer(result.pageCount), "charts": .integer(result.chartCount),
    "leftOut": .array(result.leftOut.map { ["path": .string($0.path), "reason": .string($0.text)] }),
    "diagnostics": .array(result.diagnostics.map { $0.json(excerpt: printer.excerpt(at: $0.place)?.text) }),
  ]
}

extension Diagnostic {
  func json(excerpt: String?) -> JSON {
    .object([
      ("severity", .string(severity.rawValue)), ("rule", .string(rule)), ("path", .string(place.path)),
      ("line", .integer(place.line)), ("column", .integer(place.column)), ("message", .string(message)),
      ("hint", hint.map { .string($0) }), ("notes", notes.isEmpty ? nil : .array(notes.map { .string($0) })),
      ("excerpt", excerpt.map { .string($0) }),
    ])
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

private func milliseconds(_ duration: Duration) -> String {
  let (seconds, attoseconds) = duration.components
  let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
  return "\(microseconds / 1000).\(microseconds % 1000 / 100)"
}

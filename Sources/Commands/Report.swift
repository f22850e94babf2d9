// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Diagnostics
import Foundation
import Markup

/// Prints what came of a build or a check: diagnostics on standard error (as JSON or SARIF on standard output), and
/// one line that says what was done.
///
/// - Throws: the exit status 1 where there is an error among the diagnostics.
func report(
  _ result: BuildResult, site: SiteArguments, timings: Bool, _ summary: (BuildResult) -> String
) throws {
  let lines = SourceLines(root: site.folder)
  let printer = DiagnosticPrinter(color: !site.json && wantsColor(STDERR_FILENO)) { lines.line($0) }
  if site.json {
    print(json(result, printer).text)
  } else {
    write(printer.text(result.diagnostics), to: .standardError)
  }
  if site.sarif { print(sarif(result, folder: site.folder, printer).text) }
  if timings {
    for stage in result.timings { write("\(stage.stage): \(milliseconds(stage.duration)) ms\n", to: .standardError) }
  }
  guard result.isComplete else {
    let end = result.isCheck ? "" : "; nothing was written"
    if !site.json { write("\(tally(result.diagnostics) ?? "")\(end)\n", to: .standardError) }
    throw ExitCode(1)
  }
  if !site.isForMachines {
    for page in result.leftOut { print("left out: \(page.path) \(page.text)") }
    print(summary(result))
  }
}

/// `3 errors, 1 warning`, `no error, 2 notes`; nil where there is nothing at all.
func tally(_ diagnostics: [Diagnostic]) -> String? {
  if diagnostics.isEmpty { return nil }
  let kinds: [(severity: Diagnostic.Severity, noun: String)] = [
    (.error, "error"), (.warning, "warning"), (.note, "note"),
  ]
  return kinds.compactMap { kind in
    let number = diagnostics.count { $0.severity == kind.severity }
    return number == 0 ? (kind.severity == .error ? "no error" : nil) : count(number, kind.noun)
  }.joined(separator: ", ")
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

private func milliseconds(_ duration: Duration) -> String {
  let (seconds, attoseconds) = duration.components
  let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
  return "\(microseconds / 1000).\(microseconds % 1000 / 100)"
}

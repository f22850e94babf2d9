// SPDX-License-Identifier: MIT
import Build
import Diagnostics
import Foundation

/// What the preview says on the terminal.
public struct Log: Sendable {
  private let printer: DiagnosticPrinter
  private let plainPrinter: DiagnosticPrinter
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - line: A line of a source file, for excerpts.
  ///   - write: Takes whole lines.
  public init(
    color: Bool, line: @escaping @Sendable (Place) -> String?, write: @escaping @Sendable (String) -> Void
  ) {
    printer = DiagnosticPrinter(color: color, line: line)
    plainPrinter = DiagnosticPrinter(limit: .max, line: line)
    self.write = write
  }

  func say(_ text: String) { write(text + "\n") }

  /// Diagnostics as the overlay shows them, without colour.
  func text(_ diagnostics: [Diagnostic]) -> String { plainPrinter.text(diagnostics) }

  /// `14:03:22 Content/about.md: 1 page in 12 ms`
  func rebuilt(_ changes: ChangedFiles, pages: Int, in duration: Duration) {
    saved(changes, "\(pages) page\(pages == 1 ? "" : "s") in \(Log.milliseconds(duration)) ms")
  }

  /// `14:03:22 Templates/Home.swift: compiling`
  func saved(_ changes: ChangedFiles, _ what: String) { say("\(Log.time()) \(Log.reason(changes)): \(what)") }

  static func milliseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }

  /// Names with an ending: without one they are editors' own, or folders.
  static func reason(_ changes: ChangedFiles) -> String {
    guard case .paths(let paths) = changes else { return "everything" }
    let files = paths.filter { $0.split(separator: "/").last?.contains(".") == true }
    let named = files.isEmpty ? paths : files
    return (named.min() ?? "nothing") + (named.count > 1 ? " and \(named.count - 1) more" : "")
  }

  /// Says what is wrong that was not wrong before, and how much is.
  func found(_ diagnostics: [Diagnostic], before: [Diagnostic]) {
    let known = Set(before)
    write(printer.text(diagnostics.filter { !known.contains($0) }))
    func count(_ severity: Diagnostic.Severity, _ noun: String) -> String {
      let number = diagnostics.count { $0.severity == severity }
      return number == 1 ? "1 \(noun)" : number == 0 ? "no \(noun)" : "\(number) \(noun)s"
    }
    say("\(Log.time()) \(count(.error, "error")), \(count(.warning, "warning"))")
  }

  private static func time() -> String {
    let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
    return [parts.hour, parts.minute, parts.second].map { part in
      let text = String(part ?? 0)
      return text.count < 2 ? "0" + text : text
    }.joined(separator: ":")
  }
}

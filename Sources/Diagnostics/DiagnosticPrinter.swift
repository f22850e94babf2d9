// SPDX-License-Identifier: MIT

/// Prints diagnostics for people, in the manner of compilers.
public struct DiagnosticPrinter: Sendable {
  /// Gives a file's line (from 1), for the excerpt; nil where there is none.
  private let line: @Sendable (Place) -> String?
  private let color: Bool
  private let limit: Int

  /// - Parameter limit: How many of one rule are printed; the rest is counted.
  public init(color: Bool = false, limit: Int = 20, line: @escaping @Sendable (Place) -> String?) {
    self.color = color
    self.limit = limit
    self.line = line
  }

  /// `path:line:column: error: message [rule]`, the line with a caret, notes and hint; at the end a line for each rule
  /// that has more than are printed.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    var numbers: [String: Int] = [:]
    var out = ""
    for diagnostic in diagnostics {
      numbers[diagnostic.rule, default: 0] += 1
      if numbers[diagnostic.rule, default: 0] <= limit { out += text(diagnostic) }
    }
    for (rule, number) in numbers.sorted(by: { $0.key < $1.key }) where number > limit {
      out += "… and \(number - limit) more [\(rule)]; briefing check --json has all\n"
    }
    return out
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let severity = paint(diagnostic.severity.rawValue, diagnostic.severity == .error ? "1;31" : "1;33")
    var out = "\(paint("\(diagnostic.place)", "1")): \(severity): \(diagnostic.message) [\(diagnostic.rule)]\n"
    if let excerpt = excerpt(at: diagnostic.place) {
      let gutter = String(diagnostic.place.line)
      let margin = String(repeating: " ", count: gutter.count)
      out += " \(gutter) | \(excerpt.text)\n"
      if let caret = excerpt.caret { out += " \(margin) | \(String(repeating: " ", count: caret))^\n" }
    }
    for note in diagnostic.notes { out += "   note: \(note)\n" }
    if let hint = diagnostic.hint { out += "   hint: \(hint)\n" }
    return out
  }

  /// The line around the place, cut to a width that a terminal shows, and where in it the caret goes.
  public func excerpt(at place: Place) -> (text: String, caret: Int?)? {
    guard place.line > 0, !place.isCell, let full = line(place) else { return nil }
    let scalars = Array(full.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 })
    let start = max(0, place.column - 60)
    let shown = scalars.dropFirst(start).prefix(100)
    if shown.isEmpty { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: shown)
    guard place.column > 0, place.column - 1 - start <= shown.count else { return (String(text), nil) }
    let before = shown.prefix(place.column - 1 - start)
    return (String(text), terminalWidth(of: before))
  }

  private func paint(_ text: String, _ code: String) -> String { color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

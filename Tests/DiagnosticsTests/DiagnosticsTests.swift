// SPDX-License-Identifier: MIT
import Testing

@testable import Diagnostics

@Suite("Diagnostics")
struct DiagnosticsTests {
  @Test("a diagnostic prints its place, its line with a caret, notes and hint")
  func text() {
    let printer = DiagnosticPrinter { _ in "sumary: Trade" }
    let diagnostic = Diagnostic.error(
      "settings-unknown-key", "front matter has no key 'sumary'", at: Place("Content/a.md", line: 3, column: 1),
      hint: "did you mean 'summary'?", notes: ["a note"])
    #expect(
      printer.text([diagnostic]) == """
        Content/a.md:3:1: error: front matter has no key 'sumary' [settings-unknown-key]
         3 | sumary: Trade
           | ^
           note: a note
           hint: did you mean 'summary'?

        """)
  }

  @Test("the caret stands under the character, wide ones counted as two cells")
  func wideCaret() {
    let printer = DiagnosticPrinter { _ in "関税は{{ x }}" }
    let text = printer.text([.error("claim-false", "m", at: Place("a", line: 1, column: 4))])
    #expect(text.contains("\n   |       ^\n"))
  }

  @Test("of one rule the first 20 are printed and the rest is counted")
  func manyOfOneRule() {
    let many = (1...23).map { Diagnostic.warning("raw-html", "number \($0)", at: Place("a", line: $0, column: 1)) }
    let text = DiagnosticPrinter { _ in nil }.text(many + [.error("claim-false", "another", at: Place("b"))])
    #expect(text.contains("number 20 ") && !text.contains("number 21 ") && text.contains("another"))
    #expect(text.hasSuffix("\n… and 3 more [raw-html]; briefing check --json has all\n"))
    #expect(DiagnosticPrinter(limit: .max) { _ in nil }.text(many).contains("number 23 "))
  }

  @Test("a long line is cut around the place")
  func longLine() throws {
    let printer = DiagnosticPrinter { _ in String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    }
    let excerpt = try #require(printer.excerpt(at: Place("a", line: 1, column: 501)))
    #expect(excerpt.text.count == 100)
    #expect(Array(excerpt.text)[try #require(excerpt.caret)] == "X")
  }

  @Test("diagnostics are sorted by place and printed once each")
  func order() {
    let second = Diagnostic.error("claim-false", "second", at: Place("a", line: 10, column: 1))
    let first = Diagnostic.warning("raw-html", "first", at: Place("a", line: 9, column: 2))
    #expect([second, first, second].inReadingOrder == [first, second])
  }

  @Test("the closest word is at most three edits away, and a choice is shown when none is near")
  func suggestions() {
    #expect(closest(to: "sumary", among: ["title", "summary"]) == "summary")
    #expect(closest(to: "xyz", among: ["title", "summary"]) == nil)
    #expect(closest(to: "ab", among: ["cd"]) == nil)
    #expect(suggestion(for: "xyzxyz", among: ["b", "a"]) == "use one of a, b")
  }
}

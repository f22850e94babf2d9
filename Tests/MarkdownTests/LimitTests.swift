// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Markdown

struct LimitTests {
  @Test(
    "a text past a limit is an error at its line",
    arguments: [
      (
        "the text has 1000001 bytes; a page can have 1000000 [text-too-long]", 0,
        String(repeating: "a", count: 1_000_001)
      ),
      (
        "the line has 50001 bytes; a line can have 50000 [too-complex]", 2,
        "a\n" + String(repeating: "a", count: 50_001)
      ),
      (
        "the line opens more than 100 lists or quotations within one another [too-complex]", 3,
        "a\n\n" + String(repeating: ">", count: 101)
      ),
      (
        "the line opens more than 100 lists or quotations within one another [too-complex]", 1,
        String(repeating: "- ", count: 101)
      ),
      (
        "the line opens more than 100 lists or quotations within one another [too-complex]", 1,
        String(repeating: "1. ", count: 101)
      ),
      (
        "the tables of this page have more than 100000 cells by here [too-complex]", 102,
        String(repeating: "|a", count: 1000) + "\n" + String(repeating: "|-", count: 1000) + "\n"
          + String(repeating: "a\n", count: 1000)
      ),
      (
        "too many lines here could be the second line of a table [too-complex]", 286,
        String(repeating: "a|b\n|-|-|-|\n", count: 10_000)
      ),
      (
        "too many lines here could be the second line of a table [too-complex]", 2001,
        String(repeating: "a\n", count: 2000) + "|-|\n|-|\n"
      ),
      (
        "too many '![' stand in one paragraph [too-complex]", 11,
        String(repeating: String(repeating: "![[]()", count: 1000) + "\n", count: 20)
      ),
      ("too many addresses stand in long lines [too-complex]", 1, String(repeating: "www.a_", count: 5000)),
      (
        "too many '*', '_', '~' and '[' stand in long lines [too-complex]", 2,
        String(repeating: String(repeating: "*~", count: 15_000) + "\n", count: 3)
      ),
      ("more than 100 '<?' and '<!' stand in the text [too-complex]", 101, String(repeating: "a <?\n", count: 200)),
      ("more than 100 '<?' and '<!' stand in the text [too-complex]", 101, String(repeating: "a <![\n", count: 200)),
      (
        "a link definition is too long for the number of its uses [too-complex]", 3,
        "[a]: " + String(repeating: "u", count: 10_000) + "\n\n" + String(repeating: "[a]", count: 10_000)
      ),
    ])
  func limits(message: String, line: Int, markdown: String) {
    let reading = Reading(markdown)
    #expect(reading.diagnostics.map { "\($0.message) [\($0.rule)]" } == [message])
    #expect(reading.diagnostics.map(\.place.line) == [line])
    #expect(reading.diagnostics.allSatisfy { $0.hint != nil })
    #expect(reading.document == Document())
  }

  @Test(
    "hostile texts end, with a result or an error",
    arguments: [
      "![l", "![l![l", "<!--", "a <!--", "a <?", "a <![CDATA[", "a <!A ", "<a ", "> ", ">", "- ", "* ", "-", "_", "*",
      "`", "*a_ ", "a**b", "**a ", "*_", "*~", "[", "]", "![", "[a](", "[a](<b", "[a]: ", "[a][", "[^a]", "[^a]: ",
      "![[]()", "www.a_", "http://", "://", "a@", "a@b.c ", "|", "|-", "&", "\\", "{{", "{{a}}", "。*", "~*。", "\t", "#",
      "a\n|-|\n", "- a\n", "  - a\n", ">\n", "[a]: b\n", "<a>\n", "```\n", "- [ ] ", "\r",
    ])
  func hostile(piece: String) {
    let lines = String(repeating: piece, count: 300) + "\n"
    for text in [String(repeating: piece, count: 40_000 / piece.utf8.count), String(repeating: lines, count: 40)] {
      let start = ContinuousClock.now
      _ = Reading(text)
      // A debug build on a busy machine is slow; a quadratic run takes minutes.
      #expect(ContinuousClock.now - start < .seconds(10), "\(piece)")
    }
  }

  @Test("900 nested lists and 6,000 nested emphases need no deep stack")
  func depth() {
    let steps = (0..<900).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined()
    let nested = Reading(steps).html
    #expect(nested.components(of: "<ul>") == 900)
    let emphasis = String(repeating: "*a **a ", count: 3_000) + String(repeating: "a** a* ", count: 3_000)
    #expect(Reading(emphasis + "\n").html.components(of: "<strong>") == 3_000)
  }
}

extension String {
  /// How often a piece comes.
  fileprivate func components(of piece: String) -> Int { ranges(of: piece).count }
}

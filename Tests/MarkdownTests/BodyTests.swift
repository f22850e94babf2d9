// SPDX-License-Identifier: MIT
import Diagnostics
import Markup
import Testing

@testable import Markdown

struct BodyTests {
  @Test(
    "a site's body",
    arguments: [
      ("## Trade & *growth*\n", "<h2 id=\"trade-growth\">Trade &amp; <em>growth</em></h2>\n"),
      ("a  \nb\n\n***\n", "<p>a<br>\nb</p>\n<hr>\n"),
      ("[a](b.md \"t\") [c](#d)\n", "<p><a href=\"b.md\" title=\"t\">a</a> <a href=\"#d\">c</a></p>\n"),
      (
        "<https://a.b/?c=d&e=ü>\n",
        "<p><a href=\"https://a.b/?c=d&amp;e=%C3%BC\" rel=\"noopener\">https://a.b/?c=d&amp;e=ü</a></p>\n"
      ),
      (
        "![a *b*](c.png \"d\")\n",
        "<p><img src=\"c.png\" alt=\"a b\" title=\"d\" loading=\"lazy\" decoding=\"async\"[size 0]></p>\n"
      ),
      (
        "```swift x\na < b\n```\n",
        "<pre tabindex=\"0\"><code class=\"language-swift\">a &lt; b\n</code></pre>\n"
      ),
      (
        "- [ ] a\n- [x] b\n\n  c\n",
        """
        <ul>
        <li class="task">
        <p><label><input type="checkbox" disabled> a</label></p>
        </li>
        <li class="task">
        <p><label><input type="checkbox" checked disabled> b</label></p>
        <p>c</p>
        </li>
        </ul>

        """
      ),
      (
        "# A \"b\"\n\n| c | d |\n|--:|:-:|\n| e | f |\n",
        """
        <h1 id="a-b">A &quot;b&quot;</h1>
        <div class="table-scroll" tabindex="0" role="group" aria-label="A &quot;b&quot;">
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-right">c</th>
        <th scope="col" class="align-center">d</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-right">e</td>
        <td class="align-center">f</td>
        </tr>
        </tbody>
        </table>
        </div>

        """
      ),
      (
        "a[^x] b[^x]\n\n[^x]: c\n",
        """
        <p>a<sup class="footnote-ref"><a href="#fn-x" id="fnref-x" role="doc-noteref" aria-label="Note 1">1</a></sup> \
        b<sup class="footnote-ref"><a href="#fn-x" id="fnref-x-2" role="doc-noteref" aria-label="Note 1">1</a></sup></p>
        <section class="footnotes" role="doc-endnotes" aria-label="Notes">
        <ol>
        <li id="fn-x">
        <p>c <a href="#fnref-x" class="footnote-backref" role="doc-backlink" aria-label="Back to the text">↩</a> \
        <a href="#fnref-x-2" class="footnote-backref" role="doc-backlink" aria-label="Back to the text 2">↩\
        <sup class="footnote-ref">2</sup></a></p>
        </li>
        </ol>
        </section>

        """
      ),
    ])
  func siteBody(markdown: String, html: String) {
    let reading = Reading(markdown)
    #expect(reading.html == html)
    #expect(reading.messages == [])
  }

  @Test("a body's text has no tags and no references, and its values")
  func plainText() {
    let reading = Reading("# A & *b* {{ c }}\n\n\"d\" <https://e.f> ![g {{ h }}](i.png)\n")
    #expect(reading.document.body.text { "<\($0)>" } == "A & b <0>\n\"d\" https://e.f \n")
  }

  @Test("a table that no heading precedes has the name of the options")
  func tableName() {
    let options = ReadingOptions(labels: .init(table: "表"))
    #expect(Reading("|a|\n|-|\n", options: options).html.contains("aria-label=\"表\""))
  }

  @Test("addresses become links and words are struck, whatever other threads parse meanwhile")
  func threadsAtExtensions() async {
    let line = "See https://example.org/a and www.example.org, or mail@example.org. "
    let plain = Array((String(repeating: line, count: 60) + "\n\n").utf8)
    let struck = plain + Array(String(repeating: "~~old~~ ", count: 60).utf8)
    @Sendable func read(_ text: [UInt8]) -> Document {
      var diagnostics: [Diagnostic] = []
      return parseMarkdown(text, path: "a.md", diagnostics: &diagnostics)
    }
    let expected = [plain, struck].map(read)
    #expect(expected.map(\.links.count) == [180, 180])
    #expect(expected[1].body.text { _ in "" }.contains("~") == false)
    let isAlike = await withTaskGroup(of: Bool.self) { group in
      for worker in 0..<8 {
        group.addTask {
          (0..<40).allSatisfy { round in
            let isStruck = (worker + round) % 4 == 0
            return read(isStruck ? struck : plain) == expected[isStruck ? 1 : 0]
          }
        }
      }
      return await group.allSatisfy { $0 }
    }
    #expect(isAlike)
  }

  @Test("the same text gives the same document on one thread and on eight")
  func threads() async throws {
    let snippets = try Corpus.snippets()
    let texts =
      snippets.map(\.markdown)
      + snippets.map { snippet in
        snippets.prefix(40).flatMap { $0.markdown + [10, 10] } + snippet.markdown
      }
    @Sendable func read(_ text: [UInt8]) -> Document {
      var diagnostics: [Diagnostic] = []
      return parseMarkdown(text, path: "a.md", diagnostics: &diagnostics)
    }
    let expected = texts.map(read)
    let found = await withTaskGroup(of: (Int, [Document]).self) { group in
      for worker in 0..<8 {
        group.addTask {
          (worker, stride(from: worker, to: texts.count, by: 8).map { read(texts[$0]) })
        }
      }
      var found = [Document?](repeating: nil, count: texts.count)
      for await (worker, documents) in group {
        for (index, document) in documents.enumerated() { found[worker + 8 * index] = document }
      }
      return found
    }
    #expect(found == expected)
  }
}

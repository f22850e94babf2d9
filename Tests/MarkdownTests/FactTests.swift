// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Markdown

struct FactTests {
  @Test("headings have level, content without links, and place")
  func headings() {
    let (text, places) = Reading.marked("a\n\n👉## B *c* [d](e) `f`[^1]\n\n> Set\n> ext\n> ===\n\n[^1]: g\n")
    let headings = Reading(text).document.headings
    #expect(headings.map(\.level) == [2, 1])
    #expect(headings.map(\.place.line) == [places[0].line, places[0].line + 2])
    #expect(headings[0].content.filled { _ in "" }.description == "B <em>c</em> d <code>f</code>")
    #expect(headings[1].content.text { _ in "" } == "Set\next")
  }

  @Test("links have their destination and line, and a column where they stand in the line")
  func links() {
    let (text, places) = Reading.marked(
      """
      # [a](👉/one "t")

      日本 [b](👉two.md#c) and
      *[d](👉two.md#c)* <👉https://e.f/g>, https://h.i

      > 1. [j][k] ![l](👉m.png)

      [k]: /far
      """)
    let document = Reading(text).document
    #expect(
      document.links.map(\.destination) == ["/one", "two.md#c", "two.md#c", "https://e.f/g", "https://h.i", "/far"])
    #expect(document.links.map(\.isExternal) == [false, false, false, true, true, false])
    #expect(document.links.prefix(4).map(\.place) == Array(places.prefix(4)))
    #expect(document.links.map(\.place.line) == [1, 3, 4, 4, 4, 6])
    #expect(document.images.map(\.source) == ["m.png"])
    #expect(document.images.map(\.place) == [places[4]])
  }

  @Test("a block in a list or quotation knows what stands before its lines, so that columns are those of the file")
  func margins() {
    let text =
      "> ```query a\n> SELECT 1\n>\n> FROM d\n> ```\n\n- 가\n\n  ```chart\n  id: b\n  ```\n\n"
      + "```query c\n  SELECT 1\n```\n"
    let fences = Reading(text, firstLine: 1).document.fences
    #expect(fences.map(\.margin) == [2, 2, 0])
    #expect(fences.map(\.textInPlace) == ["  SELECT 1\n\n  FROM d\n", "  id: b\n", "  SELECT 1\n"])
  }

  @Test("chart and query blocks are taken out, with the place of their first line")
  func fences() {
    let (text, places) = Reading.marked(
      """
      a
      ```chart source
      👉id: b
      title: "{{ c }}"
      ```
      - ~~~query  totals
        👉SELECT 1

        FROM d
        ~~~
      > ```chart
      > 👉e
      > ```

      ```charts
      f
      ```
      """)
    let reading = Reading(text, firstLine: 1)
    let fences = reading.document.fences
    #expect(fences.map(\.kind) == [.chart, .query, .chart])
    #expect(fences.map(\.name) == ["", "totals", ""])
    #expect(fences.map(\.showsSource) == [true, false, false])
    #expect(fences.map(\.text) == ["id: b\ntitle: \"{{ c }}\"\n", "SELECT 1\n\nFROM d\n", "e\n"])
    #expect(fences.map(\.place.line) == places.map(\.line))
    #expect(reading.document.values == [])
    #expect(
      reading.html
        == "<p>a</p>\n[chart 0]\n<ul>\n<li></li>\n</ul>\n<blockquote>\n[chart 2]\n</blockquote>\n"
        + "<pre tabindex=\"0\"><code class=\"language-charts\">f\n</code></pre>\n")
  }

  @Test(
    "what an editor has to know",
    arguments: [
      ("a\n\n👉```chart sorce\nb\n```\n", "error: 'sorce' behind '```chart' says nothing [chart-word]"),
      ("a\n\n👉<div>\nb\n</div>\n", "warning: HTML is left out of the page: '<div>' [raw-html]"),
      ("a 👉<b\nc=\"d\"> e\n", "warning: HTML is left out of the page: '<b' [raw-html]"),
      ("![a 👉<br>](c.png)\n", "warning: HTML is left out of the page: '<br>' [raw-html]"),
      ("a\n[b](👉javascript:c)\n", "error: the link 'javascript:c' cannot be followed from a page [link-scheme]"),
      ("[b](👉//c.d/e)\n", "error: the link '//c.d/e' cannot be followed from a page [link-scheme]"),
      ("![b](👉https://c.d/e.png)\n", "error: the picture 'https://c.d/e.png' is not in the site [image-remote]"),
      (
        "![b](👉data:image/png;base64,AA)\n",
        "error: the picture 'data:image/png;base64,AA' is not in the site [image-remote]"
      ),
      ("- 👉```query\n  SELECT 1\n  ```\n", "error: the query has no name [query-name]"),
      ("a\n日👉\u{0}b\n", "error: the text holds a NUL byte [not-text]"),
    ])
  func messages(markdown: String, message: String) {
    let (text, places) = Reading.marked(markdown)
    let reading = Reading(text)
    #expect(reading.diagnostics.map { "\($0.severity): \($0.message) [\($0.rule)]" } == [message])
    let hasColumn = reading.diagnostics.first?.place.column != 0
    #expect(reading.diagnostics.first?.place.line == places[0].line)
    if hasColumn { #expect(reading.diagnostics.map(\.place) == places) }
    #expect(reading.diagnostics.allSatisfy { $0.hint != nil })
    #expect(!reading.html.contains("javascript") && !reading.html.contains("<b") && !reading.html.contains("<div"))
  }

  @Test(
    "a byte that is not UTF-8 is an error at its line and column",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE3, 0x81], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0x80],
    ] as [[UInt8]])
  func encoding(bytes: [UInt8]) {
    var diagnostics: [Diagnostic] = []
    let document = parseMarkdown(Array("a\n日本".utf8) + bytes + [10], path: "a.md", diagnostics: &diagnostics)
    let byte = String(bytes[0], radix: 16, uppercase: true)
    #expect(
      diagnostics.map { "\($0.place): \($0.message)" }
        == ["a.md:2:3: the text holds byte 0x\(byte), which is not UTF-8"])
    #expect(document == Document())
  }

  @Test("the noncharacters that stand for marks are refused in an author's text")
  func noncharacters() {
    var diagnostics: [Diagnostic] = []
    _ = parseMarkdown(Array("a\n日本".utf8) + [0xEF, 0xB7, 0x93, 10], path: "a.md", diagnostics: &diagnostics)
    #expect(diagnostics.map { "\($0.place): \($0.message)" } == ["a.md:2:3: the text holds the noncharacter U+FDD3"])
  }

  @Test("a text reports 200 errors and 200 warnings, and that there are more")
  func manyFaults() {
    let reading = Reading(String(repeating: "a <b> {{\n\n", count: 500))
    #expect(reading.rules.filter { $0 == "raw-html" }.count == 200)
    #expect(reading.rules.filter { $0 == "value-open" }.count == 200)
    #expect(
      reading.messages.suffix(2) == [
        "a.md:401:3: warning: the text has more warnings from here on; mend those above first [more-faults]",
        "a.md:401:7: error: the text has more errors from here on; mend those above first [more-faults]",
      ])
  }

  @Test("HTML stays where the options keep it")
  func keptHTML() {
    let reading = Reading("<div>{{ a }}</div>\n\nb <i>c</i>\n", options: ReadingOptions(keepsRawHTML: true))
    #expect(reading.html == "<div>{{ a }}</div>\n<p>b <i>c</i></p>\n")
    #expect(reading.messages == [])
  }

  @Test("a body can stand without a site")
  func standalone() {
    let html = Reading("{{ a usd }} [b](c d.md) [e](f&g) ![h](i.png)\n\n```chart\nx < y\n```\n").document.standalone()
    #expect(
      html.description == """
        <p>{{ a usd }} [b](c d.md) <a href="f&amp;g">e</a> \
        <img src="i.png" alt="h" loading="lazy" decoding="async"></p>
        <pre><code class="language-chart">x &lt; y
        </code></pre>

        """)
  }
}

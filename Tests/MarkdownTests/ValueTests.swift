// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Markdown

struct ValueTests {
  @Test("a value has its name, its format and its exact place, wherever it shows")
  func places() {
    let (text, places) = Reading.marked(
      """
      # 貿易 👉{{ total }} &

      日本の*輸出*は👉{{ export  usd 3 }}、**👉{{gap}}**。
      > - quoted 👉{{ a }}\tand 👉{{ b percent }}

      | 👉{{ c }} | `x` 👉{{ d }} |
      |---|---|
      | ![👉{{ e }}](f.png) | [👉{{ g }}](h) |

      [^1] x

      [^1]: note 👉{{ i }}
      """)
    let reading = Reading(text)
    #expect(reading.messages == [])
    #expect(reading.document.values.map(\.place) == places)
    #expect(reading.document.values.map(\.name) == ["total", "export", "gap", "a", "b", "c", "d", "e", "g", "i"])
    #expect(reading.document.values.map(\.format) == ["", "usd 3", "", "", "percent", "", "", "", "", ""])
  }

  @Test("lines count from where the text begins in its file")
  func firstLine() {
    #expect(Reading("\n{{ a }}\n", firstLine: 10).document.values.map(\.place) == [Place("a.md", line: 11, column: 1)])
  }

  @Test(
    "a value is never parsed as Markdown, and behaves like a letter",
    arguments: [
      (
        "**{{ a }}** *{{ a }}*b _{{ a }}_", "<p><strong>[value 0]</strong> <em>[value 1]</em>b <em>[value 2]</em></p>\n"
      ),
      ("x_{{ a }}_y", "<p>x_[value 0]_y</p>\n"),
      ("{{ a * b }} *c*", "<p>[value 0] <em>c</em></p>\n"),
      ("**率は{{ a }}。**次", "<p><strong>率は[value 0]。</strong>次</p>\n"),
      ("次**{{ a }}**は", "<p>次<strong>[value 0]</strong>は</p>\n"),
      ("[b](c \"{{ d }}\")", "<p><a href=\"c\" title=\"[attribute 0]\">b</a></p>\n"),
      ("\\{{ a }} and \\\\{{ a }}", "<p>{{ a }} and \\[value 0]</p>\n"),
      ("`{{ a }}` and `\\{{`", "<p><code>{{ a }}</code> and <code>\\{{</code></p>\n"),
      ("    {{ a }}", "<pre tabindex=\"0\"><code>{{ a }}\n</code></pre>\n"),
      ("```{{ a }}\n{{ b | c\n```", "<pre tabindex=\"0\"><code class=\"language-{{\">{{ b | c\n</code></pre>\n"),
    ])
  func text(markdown: String, html: String) {
    let reading = Reading(markdown + "\n")
    #expect(reading.html == html)
    #expect(reading.messages == [])
  }

  @Test("a value in a picture's text or a title is asked for as text")
  func attributes() {
    let reading = Reading("![b {{ a }}](c.png \"{{ d }}\")\n")
    #expect(reading.document.body.holes == [.imageSource(0), .attributeValue(0), .attributeValue(1), .imageSize(0)])
    #expect(reading.document.images[0].alt.holes == [.attributeValue(0)])
  }

  @Test("a heading's id has the value's name, so that it does not change with the data")
  func headingID() {
    let heading = Reading("## Up {{ gap usd 3 }}!\n").document.headings.first
    #expect(heading?.id == "up-gap")
    #expect(heading?.content.holes == [.plainValue(0)])
  }

  @Test("where no link may stand, in a heading or a link, a value is asked for as plain text")
  func withoutLink() {
    let reading = Reading("## Up {{ a }}\n\n{{ b }} [by {{ c }}](d.md) or {{ e }}\n\n| {{ f }} |\n|-|\n")
    #expect(
      reading.document.body.holes
        == [.plainValue(0), .value(1), .link(0), .plainValue(2), .value(3), .attributeValue(0), .value(4)])
  }

  @Test(
    "a value that is none is an error at its place",
    arguments: [
      ("a {{ b\n", "a.md:1:3: error: '{{' has no '}}' on its line [value-open]"),
      ("a {{ }}\n", "a.md:1:3: error: '{{ }}' names no value [value-name]"),
      ("a {{ \"b\" }}\n", "a.md:1:3: error: '{{ \"b\" }}' names no value [value-name]"),
      (
        "[a](b/{{ c }})\n",
        "a.md:1:7: error: a value cannot be part of the address of a link [value-in-link]"
      ),
      (
        "![a](b/{{ c }})\n",
        "a.md:1:8: error: a value cannot be part of the address of a picture [value-in-link]"
      ),
    ])
  func faults(markdown: String, message: String) {
    let reading = Reading(markdown)
    #expect(reading.messages == [message])
    #expect(reading.diagnostics.allSatisfy { $0.hint != nil })
  }

  @Test("in plain output braces are text")
  func plain() {
    var diagnostics: [Diagnostic] = []
    let html = renderPlain(Array("{{ *a* }} {{\n".utf8), path: "a.md", diagnostics: &diagnostics)
    #expect(html.description == "<p>{{ <em>a</em> }} {{</p>\n")
    #expect(diagnostics == [])
  }
}

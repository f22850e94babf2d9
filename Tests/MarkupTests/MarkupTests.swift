// SPDX-License-Identifier: MIT
import Testing

@testable import Markup

@Suite("HTML from interpolated literals")
struct HTMLTests {
  @Test("the five special characters are escaped between tags and in attributes")
  func escaping() {
    let text = "& < > \" '"
    let html: HTML = "<p title=\"\(text)\">\(text)</p>"
    let escaped = "&amp; &lt; &gt; &quot; &#39;"
    #expect(html.description == "<p title=\"\(escaped)\">\(escaped)</p>")
    #expect(HTML(text: text).description == escaped)
  }

  @Test("text that looks like a reference is shown as it is written")
  func references() { #expect(HTML(text: "&lt;").description == "&amp;lt;") }

  @Test("a substring is escaped like its text, wherever it is cut")
  func substrings() {
    let text = "三国 <b> & 貿易"
    let html: HTML = "<p>\(text.dropFirst(3))</p>"
    #expect(html.description == "<p>&lt;b&gt; &amp; 貿易</p>")
  }

  @Test("control characters are dropped; tab, line feed and carriage return stay")
  func controls() {
    #expect(HTML(text: "a\u{0}b\u{1B}c\u{7F}d\te\nf\rg").description == "abcd\te\nf\rg")
  }

  @Test("markup in a hole between tags stays as it is, and absent markup is nothing")
  func nesting() {
    let inner: HTML = "<b>\("<")</b>"
    let absent: HTML? = nil
    let html: HTML = "<p>\(inner)\(absent)\(3)</p>"
    #expect(html.description == "<p><b>&lt;</b>3</p>")
  }

  @Test("a fragment stands once for each element, with the separator between two")
  func each() {
    func item(_ text: String) -> HTML { "<li>\(text)</li>" }
    let all: HTML = "<ul>\(each: ["a", "<"], item)</ul>"
    #expect(all.description == "<ul><li>a</li><li>&lt;</li></ul>")
    let separated: HTML = "<p>\(each: ["a", "b"], { HTML(text: $0) }, separator: ", ")</p>"
    #expect(separated.description == "<p>a, b</p>")
    let none: HTML = "<ul>\(each: [String](), item)</ul>"
    #expect(none.description == "<ul></ul>")
  }

  @Test("an attribute hole writes a whole attribute, or nothing")
  func attributes() {
    let some: HTML = "<a\(attribute: "lang", "\"><b>") href=\"#x\"\(attribute: "class", nil)>x</a>"
    #expect(some.description == "<a lang=\"&quot;&gt;&lt;b&gt;\" href=\"#x\">x</a>")
  }

  @Test("structured data cannot end its script")
  func rawText() {
    let data = HTML.jsonLD(.object([("name", .string("</script><!--&"))])).description
    #expect(data == #"<script type="application/ld+json">{"name":"\u003c/script\u003e\u003c!--\u0026"}</script>"#)
  }
}

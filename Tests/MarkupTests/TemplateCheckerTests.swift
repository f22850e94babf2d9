// SPDX-License-Identifier: MIT
import Testing

@testable import Markup

#if DEBUG
  /// Each template that must not be written ends the process in a debug build.
  @Suite("The checker of templates")
  struct TemplateCheckerTests {
    @Test("allows void elements, comments, declarations, raw text, self-closing SVG and both quotes")
    func allowed() {
      let url = RelativeURL(fragment: "a")
      let html: HTML = """
        <!doctype html><!-- <b> & </i> --><p class='a' hidden>x<br>y<img src="\(url)" alt=""></p>\
        <script>if (a < b && c > d) { "</b>" }</script><style>a > b { }</style><svg><path d="M0 0"/></svg>
        """
      #expect(html.description.hasSuffix("</svg>"))
    }

    @Test("a String in href traps")
    func stringInHref() async {
      await #expect(processExitsWith: .failure) {
        let address = "javascript:alert(1)"
        let html: HTML = "<a href=\"\(address)\">x</a>"
        _ = html
      }
    }

    @Test("a String in src traps")
    func stringInSource() async {
      await #expect(processExitsWith: .failure) {
        let address = "x.png"
        let html: HTML = "<img src=\"\(address)\">"
        _ = html
      }
    }

    @Test("a hole as an unquoted attribute value traps")
    func unquotedHole() async {
      await #expect(processExitsWith: .failure) {
        let name = "a"
        let html: HTML = "<p class=\(name)>x</p>"
        _ = html
      }
    }

    @Test("an unquoted attribute value traps, without any hole")
    func unquotedLiteral() async {
      await #expect(processExitsWith: .failure) {
        let html: HTML = "<p class=a>x</p>"
        _ = html
      }
    }

    @Test("markup in an attribute value traps")
    func markupInAttribute() async {
      await #expect(processExitsWith: .failure) {
        let inner: HTML = "<b>x</b>"
        let html: HTML = "<p title=\"\(inner)\">x</p>"
        _ = html
      }
    }

    @Test("a hole as an attribute name traps")
    func attributeName() async {
      await #expect(processExitsWith: .failure) {
        let name = "onclick"
        let html: HTML = "<p \(name)=\"a\">x</p>"
        _ = html
      }
    }

    @Test("a hole as a tag name traps")
    func tagName() async {
      await #expect(processExitsWith: .failure) {
        let name = "script"
        let html: HTML = "<\(name)>x"
        _ = html
      }
    }

    @Test("a hole in an event handler traps")
    func eventHandler() async {
      await #expect(processExitsWith: .failure) {
        let code = "x"
        let html: HTML = "<p onclick=\"\(code)\">x</p>"
        _ = html
      }
    }

    @Test("a hole in a style attribute traps")
    func styleAttribute() async {
      await #expect(processExitsWith: .failure) {
        let width = 3
        let html: HTML = "<p style=\"width: \(width)px\">x</p>"
        _ = html
      }
    }

    @Test("an attribute hole that names a URL traps")
    func urlAttributeHole() async {
      await #expect(processExitsWith: .failure) {
        let html: HTML = "<a\(attribute: "href", "javascript:x")>x</a>"
        _ = html
      }
    }

    @Test("a hole in a comment traps")
    func comment() async {
      await #expect(processExitsWith: .failure) {
        let text = "x"
        let html: HTML = "<!-- \(text) -->"
        _ = html
      }
    }

    @Test("a hole in a script traps")
    func script() async {
      await #expect(processExitsWith: .failure) {
        let text = "x"
        let html: HTML = "<script>let a = \"\(text)\"</script>"
        _ = html
      }
    }

    @Test("a hole in a style element traps")
    func style() async {
      await #expect(processExitsWith: .failure) {
        let colour: HTML = "red"
        let html: HTML = "<style>a { color: \(colour) }</style>"
        _ = html
      }
    }

    @Test("an element that is not closed traps")
    func unclosed() async {
      await #expect(processExitsWith: .failure) {
        let html: HTML = "<div><p>x</p>"
        _ = html
      }
    }

    @Test("elements closed in the wrong order trap")
    func crossed() async {
      await #expect(processExitsWith: .failure) {
        let html: HTML = "<b><i>x</b></i>"
        _ = html
      }
    }

    @Test("a closing tag without its opening one traps")
    func unopened() async {
      await #expect(processExitsWith: .failure) {
        let html: HTML = "x</p>"
        _ = html
      }
    }

    @Test("a template that ends inside a tag traps")
    func endsInTag() async {
      await #expect(processExitsWith: .failure) {
        let html: HTML = "<p class=\"a\""
        _ = html
      }
    }
  }
#endif

// SPDX-License-Identifier: MIT
import Testing

@testable import Markup

@Suite("Addresses")
struct URLTests {
  @Test(
    "a relative link leads from any page to any other",
    arguments: [
      ("", "", "./"), ("", "about/", "about/"), ("about/", "", "../"), ("about/", "about/", "./"),
      ("a/b/", "a/c/", "../c/"), ("a/b/", "a/", "../"), ("a/", "a/b/", "b/"), ("a/b/c/", "x/y.css", "../../../x/y.css"),
      ("a/page.html", "a/other.html", "other.html"), ("", "ja/三国/", "ja/%E4%B8%89%E5%9B%BD/"),
      ("ja/三国/", "ja/三国/図.svg", "%E5%9B%B3.svg"), ("ja/三国/", "ko/", "../../ko/"),
    ])
  func relative(origin: String, target: String, link: String) throws {
    let (from, to) = (try #require(SitePath(origin)), try #require(SitePath(target)))
    #expect(to.relative(from: from).text == link)
  }

  @Test("a part whose name has a colon is no scheme in a link")
  func colon() throws {
    let target = try #require(SitePath("javascript:alert(1)/"))
    #expect(target.relative(from: .home).text == "javascript%3Aalert%281%29/")
  }

  @Test("a fragment is encoded, and stands alone within its own page")
  func fragments() throws {
    let page = try #require(SitePath("a/"))
    #expect(page.relative(from: page, fragment: "関税 \"1\"").text == "#%E9%96%A2%E7%A8%8E%20%221%22")
    #expect(page.relative(from: .home, fragment: "x").text == "a/#x")
    #expect(SitePath.home.relative(from: page, fragment: "x").text == "../#x")
    #expect(RelativeURL(fragment: "a b").text == "#a%20b")
  }

  @Test(
    "a path that leaves its root or hides a part is none",
    arguments: ["/", "/a", "a//b", ".", "..", "a/../b", "a/./b", "a?b", "a#b", "a\\b", "a\nb", "a\u{0}"])
  func badPaths(text: String) { #expect(SitePath(text) == nil) }

  @Test("a page's file is the index of its folder")
  func files() throws {
    #expect(SitePath.home.file == "index.html")
    #expect(try #require(SitePath("a/b/")).file == "a/b/index.html")
    #expect(try #require(SitePath("a/b.csv")).file == "a/b.csv")
  }

  @Test(
    "https, http and mailto are links out of the site",
    arguments: ["https://a.example/", "http://a.example", "HTTPS://A.example/?a=1&b=2#c", "mailto:a@b.example"])
  func goodSchemes(text: String) { #expect(ExternalURL(text)?.text == text) }

  @Test(
    "any other scheme, no host, or a space is none",
    arguments: [
      "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:x", " https://a.example", "data:text/html,x",
      "ftp://a",
      "vbscript:x", "//a.example", "https:", "https://", "https:a.example", "mailto:", "a.example", "", "https://a b",
    ])
  func badSchemes(text: String) { #expect(ExternalURL(text) == nil) }

  @Test("the site's own address joins a path, encoded, with one slash")
  func appending() throws {
    let path = try #require(SitePath("ja/三国/"))
    for base in ["https://a.example", "https://a.example/"] {
      #expect(try #require(ExternalURL(base)).appending(path).text == "https://a.example/ja/%E4%B8%89%E5%9B%BD/")
    }
    #expect(try #require(ExternalURL("https://a.example/sub/")).appending(.home).text == "https://a.example/sub/")
  }
}

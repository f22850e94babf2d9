// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Markup
import Site
import Templates
import Testing

@testable import Build

private let about = "Content/about.md"

/// A topic that is not called as the dataset is.
private let goods = "---\ntitle: Goods\nsummary: Trade in goods.\n---\n"

private func page(_ body: String, title: String = "About") -> String {
  "---\ntitle: \(title)\nsummary: S.\n---\n\(body)\n"
}

/// A site's settings with `checks`, and a navigation that leads to the page that is tried.
private func settings(_ checks: String = "") -> String {
  """
  title: Test
  url: https://test.example/
  publisher: Desk
  languages: [en]
  navigation: [{path: about/, en: About}, {path: briefings/, en: Briefings}, {path: topics/trade/, en: Trade}]
  \(checks)
  """
}

@Suite("Check")
struct CheckTests {
  /// A site with one more page, and its check.
  private func check(_ text: String, checks: String = "", _ more: [String: String] = [:]) async throws -> BuildResult {
    let files = [
      about: text, "Content/site.yml": settings(checks), "Content/index.ja.md": "", "Content/topics/trade.md": goods,
    ]
    let site = try SiteFolder(files.merging(more, uniquingKeysWith: { $1 }))
    try site.write("Content/Media/port.png", try #require(Data(base64Encoded: pixel)).map { $0 })
    return await site.check()
  }

  private func found(_ result: BuildResult) -> [String] {
    result.diagnostics.map { "\($0.place) \($0.severity) \($0.rule)" }
  }

  @Test("a sound site has nothing to say, and nothing is written")
  func sound() async throws {
    let site = try SiteFolder([
      about: page("![A port](Media/port.png)"), "Content/site.yml": settings(), "Content/index.ja.md": "",
      "Content/topics/trade.md": goods,
    ])
    try site.write("Content/Media/port.png", try #require(Data(base64Encoded: pixel)).map { $0 })
    let result = await site.check()
    #expect(found(result) == [])
    #expect(!FileManager.default.fileExists(atPath: site.root + "/Public"))
  }

  @Test(
    "what only the finished pages show is found at its place",
    arguments: [
      ("# One\n\n![A port](Media/port.png)", "Content/about.md:5 warning heading-top"),
      ("## One\n\n#### Two\n\n![A port](Media/port.png)", "Content/about.md:7 warning heading-order"),
      ("![](Media/port.png)", "Content/about.md:5:5 warning alt-missing"),
      ("![port.png](Media/port.png)", "Content/about.md:5:13 warning alt-file-name"),
      ("![IMG_2041](Media/port.png)", "Content/about.md:5:13 warning alt-file-name"),
      ("Nothing.", "Content/Media/port.png note unused-media"),
    ])
  func pages(_ body: String, _ expected: String) async throws {
    #expect(found(try await check(page(body))) == [expected])
  }

  @Test("a page that no links lead to is found, also where such pages link to each other")
  func orphans() async throws {
    let result = try await check(
      page("![A port](Media/port.png)"),
      [
        "Content/a.md": page("[b](b.md)", title: "A"), "Content/b.md": page("[a](a.md)", title: "B"),
        "Content/c.md": "---\ntitle: C\nsummary: S.\naliases: [old/]\n---\n",
      ])
    #expect(
      found(result) == [
        "Content/a.md warning orphan-page", "Content/b.md warning orphan-page", "Content/c.md warning orphan-page",
      ])
  }

  @Test("two pages of one title are found, but not a title in two languages")
  func titles() async throws {
    let result = try await check(
      page("![A port](Media/port.png) [b](b.md)"), ["Content/b.md": page("x")])
    #expect(found(result) == ["Content/b.md:2:8 warning duplicate-title"])
    let languages = try SiteFolder([
      "Content/index.ja.md": "---\ntitle: Home\nsummary: S.\n---\n", "Content/topics/trade.md": goods,
    ])
    #expect(!found(await languages.check()).contains { $0.contains("duplicate-title") })
  }

  @Test("the standard theme keeps the order of headings on lists of pages without a date")
  func lists() async throws {
    let result = try await check(
      page("![A port](Media/port.png) [n](notes/index.md)"),
      ["Content/notes/index.md": page("x", title: "Notes"), "Content/notes/one.md": page("x", title: "One")])
    #expect(found(result) == [])
  }

  @Test("a page heavier than the limit of site.yml says what weighs most")
  func weight() async throws {
    let result = try await check(
      page("![A port](Media/port.png)"), checks: "checks: {page-weight: {level: error, limit: 20 KB}}",
      ["Content/Media/big.png": String(repeating: "x", count: 30_000), "Content/b.md": page("x", title: "B")])
    let heavy = result.diagnostics.filter { $0.rule == "page-weight" }
    #expect(heavy.contains { $0.severity == .error && $0.place.path == about })
    #expect(heavy.first { $0.place.path == about }?.notes.contains { $0.hasSuffix(".css") } == true)
  }

  @Test("a feed that is not well formed, or names an entry twice, is found out")
  func feeds() {
    func fault(_ text: String) -> String? { FeedFacts(xml: OutputFile("rss.xml", Array(text.utf8))).fault }
    #expect(fault("<?xml version=\"1.0\"?><!-- a < b --><rss><item a='<'>x &amp; y</item><br/></rss>") == nil)
    #expect(fault("<rss><item></rss>") == "line 1: </rss> closes <item>")
    #expect(fault("<rss>\n<item>") == "<item> is not closed")
    #expect(fault("<rss>a & b</rss>") == "line 1: '& b' is no reference")
    #expect(fault("<rss>\na\u{B}</rss>") == "line 2 holds the character U+000B")
    #expect(FeedFacts(json: OutputFile("feed.json", Array("{]".utf8))).fault != nil)
    let atom = "<feed><id>f</id><entry><id>a</id></entry><entry><id>a</id></entry></feed>"
    #expect(FeedFacts(xml: OutputFile("atom.xml", Array(atom.utf8))).ids == ["a", "a"])
  }

  @Test("a theme that writes a dead link, a dead anchor, a missing file or an id twice is found out")
  func theme() async throws {
    let site = try SiteFolder()
    var theme = Theme.standard
    theme.page = { page in
      let markup = """
        <!doctype html><html lang="en"><head><title>T</title></head><body id="a"><h1 id="a">T</h1>\
        <a href='../gone/'>x</a><a href="../#nowhere">y</a><img src="no.png" alt=""></body></html>
        """
      return page.frame.path.text == "about/" ? HTML(trusted: Array(markup.utf8)) : Theme.standard.page(page)
    }
    try site.write(about, page(""))
    let rules = await site.check(theme: theme).diagnostics.map(\.rule)
    #expect(rules.contains("output-link") && rules.contains("output-anchor"))
    #expect(rules.contains("output-file") && rules.contains("duplicate-id"))
  }

  @Test("a value that cannot be computed is one error, and no dead link besides")
  func failedValue() async throws {
    let result = try await check(
      "---\ntitle: About\nsummary: S.\nvalues:\n  a: trade.total[year=2024]\n---\n![A port](Media/port.png) {{ a }}\n")
    #expect(result.diagnostics.map(\.rule) == ["lookup-rows"])
  }

  @Test("links to other hosts are collected with their places, those to the site itself are not")
  func outgoing() async throws {
    let body = "[a](https://other.example/x#part), <https://other.example/x> and [own](https://test.example/about/)"
    let result = try await check(page(body + "\n\n[j](https://other.example/関税)"))
    let encoded = result.outgoing.first { $0.address.hasSuffix("/%E9%96%A2%E7%A8%8E") }
    #expect(encoded?.places.first?.line == 7)
    let link = try #require(result.outgoing.first { $0.address == "https://other.example/x" })
    #expect(link.places.map(\.description) == ["Content/about.md:5:5", "Content/about.md:5:37"])
    #expect(!result.outgoing.contains { $0.address.contains("test.example") })
    #expect(
      result.outgoing.contains {
        $0.address == "https://customs.example/" && $0.places[0].path.hasSuffix("package.yaml")
      })
  }
}

@Suite("Levels of rules")
struct CheckSettingsTests {
  private func check(_ checks: String, _ body: String = "Nothing.") async throws -> [Diagnostic] {
    let site = try SiteFolder([
      "Content/site.yml": settings(checks), "Content/index.ja.md": "", about: page(body),
      "Content/topics/trade.md": goods,
      "Content/b.md": page("x"), "Content/Media/a.txt": "x",
    ])
    return await site.check().diagnostics
  }

  @Test("a rule can be off, heavier or lighter, or say nothing of some files")
  func levels() async throws {
    let standard = try await check("").map { "\($0.severity) \($0.rule)" }
    #expect(Set(standard) == ["note unused-media", "warning duplicate-title", "warning orphan-page"])
    #expect(
      try await check("checks: {unused-media: off, duplicate-title: error}").map(\.severity).sorted() == [
        .error, .warning,
      ])
    #expect(
      try await check("checks: {unused-media: {except: [Content/Media/]}, orphan-page: {except: [Content/b.md]}}")
        .map(\.rule) == ["duplicate-title"])
  }

  @Test("what a build reports has the site's level in a build too")
  func build() async throws {
    let site = try SiteFolder(["Content/about.md": page("x<br>y")])
    #expect(await site.build().diagnostics.map(\.severity) == [.warning])
    let strict = try SiteFolder([
      "Content/about.md": page("x<br>y"),
      "Content/site.yml": (SiteFolder.sound["Content/site.yml"] ?? "") + "\nchecks: {raw-html: error}\n",
    ])
    #expect(await strict.build().diagnostics.map(\.severity) == [.error])
    #expect(!FileManager.default.fileExists(atPath: strict.root + "/Public"))
  }

  @Test(
    "a mistake in 'checks' is an error at its place, with what was meant",
    arguments: [
      ("checks: {duplicat-title: off}", "checks-unknown", "duplicat", "did you mean 'duplicate-title'?"),
      ("checks: {claim-false: warning}", "checks-fixed", "claim", "mend that, and take this line out"),
      ("checks: {duplicate-title: critical}", "settings-choice", "critical", "use one of error, note, off, warning"),
      ("checks: {page-weight: {limt: 3 KB}}", "settings-unknown-key", "limt", "did you mean 'limit'?"),
      ("checks: {page-weight: {limit: heavy}}", "settings-type", "heavy", "for example 300 KB"),
      ("checks: [a]", "settings-type", "[a]", "for example duplicate-title: off"),
    ])
  func mistakes(_ checks: String, _ rule: String, _ marker: String, _ hint: String) async throws {
    let faults = try await check(checks)
    let fault = try #require(faults.first { $0.severity == .error })
    #expect(fault.rule == rule)
    #expect("\(fault.place)" == "Content/site.yml:\(position(of: marker, in: settings(checks)))")
    #expect(fault.hint?.contains(hint) == true, "\(fault.hint ?? "")")
  }
}

/// A PNG of one pixel.
private let pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

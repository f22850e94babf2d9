// SPDX-License-Identifier: MIT
import Foundation
import Markup
import Settings
import Testing

@testable import Build

private let site = "title: Test\nurl: https://test.example/\npublisher: Desk\nlanguages: [en, ja]\n"
private let aliased = "---\ntitle: About\nsummary: Us.\naliases: [/old/about, 옛/page.html]\n---\nText.\n"

@Suite("Files for hosts")
struct HostTests {
  @Test("none is written where none is asked for, and redirects are pages")
  func none() async throws {
    let folder = try SiteFolder(["Content/about.md": aliased])
    #expect(await folder.build().diagnostics == [])
    let paths = try folder.output().keys
    #expect(!paths.contains { $0.hasPrefix("_") || $0.hasSuffix(".gz") || $0.hasSuffix(".br") })
    #expect(try folder.text("old/about/index.html").contains("url=../../about/"))
  }

  @Test("redirects are lines for the host in place of pages, with and without the slash")
  func redirectLines() async throws {
    let folder = try SiteFolder(["Content/site.yml": site + "output: redirects\n", "Content/about.md": aliased])
    #expect(await folder.build().diagnostics == [])
    let lines = "/old/about /about/ 301\n/old/about/ /about/ 301\n/%EC%98%9B/page.html /about/ 301\n"
    #expect(try folder.text("_redirects") == lines)
    #expect(try folder.output()["old/about/index.html"] == nil)
  }

  @Test("redirects of a site under a path lead to whole addresses")
  func redirectsUnderPath() async throws {
    let settings = site.replacing("https://test.example/", with: "https://test.example/a/") + "output: [redirects]\n"
    let folder = try SiteFolder(["Content/site.yml": settings, "Content/about.md": aliased])
    #expect(await folder.build().diagnostics == [])
    #expect(try folder.text("_redirects").hasPrefix("/old/about https://test.example/a/about/ 301\n"))
  }

  @Test(
    "a redirect from where a page stands is an error, in lines as in pages", arguments: ["", "output: redirects\n"])
  func takenPath(settings: String) async throws {
    let folder = try SiteFolder([
      "Content/site.yml": site + settings, "Content/about.md": aliased.replacing("/old/about", with: "briefings/"),
    ])
    let faults = await folder.build().diagnostics
    #expect(faults.map(\.message) == ["'/briefings/index.html' is made twice"])
  }

  @Test("headers let assets be kept for a year and all else be asked for again, no header twice for a path")
  func headerRules() async throws {
    let folder = try SiteFolder(["Content/site.yml": site + "output: [headers, gzip]\n"])
    #expect(await folder.build().diagnostics == [])
    let text = try folder.text("_headers")
    #expect(text.contains("\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
    let places = text.split(separator: "\n").filter { $0.hasPrefix("/") }.map(String.init)
    #expect(Set(places).count == places.count)
    #expect(places.contains("/") && places.contains("/briefings/*") && places.contains("/rss.xml"))
    #expect(!places.contains { $0.hasSuffix(".gz") })
    for path in try folder.output().keys where !path.hasPrefix("_") && !path.hasPrefix(".") && !path.hasSuffix(".gz") {
      let covering = places.dropFirst().filter { place in
        place.hasSuffix("*")
          ? ("/" + path).hasPrefix(place.dropLast()) : "/" + path == place || place == "/" && path == "index.html"
      }
      #expect(covering.count == 1, "\(path): \(covering)")
    }
  }

  @Test("nginx is told the policy of the other hosts, in a file of its own")
  func nginx() async throws {
    let folder = try SiteFolder(["Content/site.yml": site + "output: [headers, nginx]\n"])
    #expect(await folder.build().diagnostics == [])
    let lines = try folder.text("_headers").split(separator: "\n").map { $0.drop { $0 == " " } }
    let policy = try #require(lines.first { $0.hasPrefix("Content-Security-Policy: ") })
    let value = policy.dropFirst("Content-Security-Policy: ".count)
    let text = try folder.text("_nginx.conf")
    #expect(value.contains("'sha256-"))
    #expect(text.contains("\nadd_header Content-Security-Policy \"\(value)\" always;\n"))
    #expect(text.contains("\nadd_header X-Content-Type-Options \"nosniff\" always;\n"))
    let alone = try SiteFolder(["Content/site.yml": site + "output: nginx\n"])
    #expect(await alone.build().diagnostics == [])
    #expect(try alone.text("_nginx.conf") == text)
    #expect(try alone.output()["_headers"] == nil)
  }

  @Test("more places than a host reads rules for are left to the host")
  func manyPlaces() {
    let text = String(
      decoding: headers(for: (0..<200).map { "page\($0)/index.html" }, InlineContent()).bytes, as: UTF8.self)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("/") } == ["/*", "/assets/*"])
  }

  @Test("a policy names what stands inside pages by its digest, data not")
  func policy() {
    let page = """
      <!doctype html><!-- <script>no</script> --><p title="a > b" CLASS=x>1 < 2</p><script src="a.js"></script>
      <style>p { color: red }</style><script type="application/ld+json">{}</script><script>go()</script>
      """
    let inline = InlineContent([OutputFile("a.html", Array(page.utf8)), OutputFile("a.csv", Array("<style>x".utf8))])
    #expect(inline.styles == [sha256("p { color: red }".utf8)])
    #expect(inline.scripts == [sha256("go()".utf8)])
    #expect(!inline.hasHandlers && !inline.hasStyleAttributes)
    #expect(contentPolicy(inline).contains("script-src 'self' 'sha256-\(sha256("go()".utf8))';"))
    #expect(!contentPolicy(inline).contains("unsafe"))
    let loose = InlineContent([OutputFile("a.svg", Array("<g style='x'><path onclick=\"y\"/></g>".utf8))])
    #expect(loose.hasHandlers && loose.hasStyleAttributes)
    #expect(contentPolicy(loose).contains("style-src-attr 'unsafe-inline'"))
  }

  @Test(
    "a digest is the one of FIPS 180-4",
    arguments: [
      ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
      ), (String(repeating: "a", count: 1_000_000), "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA="),
    ])
  func digests(text: String, expected: String) {
    #expect(sha256(text.utf8) == expected)
  }

  @Test("a compressed file has no time in it, and none is made that is no smaller")
  func compression() throws {
    let bytes = Array(String(repeating: "trade ", count: 100).utf8)
    let once = try #require(gzipped(bytes))
    #expect(once.prefix(4) == [0x1f, 0x8b, 8, 0])
    #expect(once[4..<8] == [0, 0, 0, 0])
    #expect(gzipped(bytes) == once)
    #expect(gzipped([1, 2, 3]) == nil)
    #expect(gzipped([]) == nil)
  }

  @Test("a word that 'output' does not know is an error at its place")
  func unknownWord() async throws {
    let folder = try SiteFolder(["Content/site.yml": site + "output: [headers, gzp]\n"])
    let fault = try #require(await folder.build().diagnostics.first)
    #expect(fault.message == "'gzp' is nothing that 'output' knows")
    #expect(fault.hint == "did you mean 'gzip'?")
    #expect(fault.place.line == 5 && fault.place.column == 19)
  }

  @Test("keys that others read are checked by them in every build")
  func otherKeys() async throws {
    let folder = try SiteFolder(["Content/site.yml": site + "publish: {live: nonsense}\n"])
    var options = BuildOptions(root: folder.root, output: folder.root + "/Public", threads: 1)
    options.otherSettings = ["publish": { [.error("publish-target", "not so", at: $0.place)] }]
    let result = await buildSite(options, theme: .standard)
    #expect(result.diagnostics.map(\.message) == ["not so"])
    #expect(result.diagnostics.first?.place.line == 5)
  }
}

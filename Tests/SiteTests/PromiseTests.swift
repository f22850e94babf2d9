// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Testing

@testable import Build

@Suite("The promises of a build")
struct PromiseTests {
  @Test("a sound site builds without a word, its values and charts in place")
  func soundSite() async throws {
    let site = try SiteFolder([
      "Content/briefings/2025-04-28-trade.md": SiteFolder.briefing(body: "It was {{ gap usd }}.\n\n" + SiteFolder.chart)
    ])
    let result = await site.build()
    #expect(result.diagnostics.map(\.message) == [])
    let page = try site.text("briefings/2025-04-28-trade/index.html")
    #expect(page.contains("Trade reached $328.1 billion"))
    #expect(page.contains("It was <a class=\"value\" href=\"#value_gap\">$19.81 billion</a>."))
    #expect(page.contains("<svg"))
    let output = try site.output()
    for path in [
      "index.html", "404.html", "rss.xml", "atom.xml", "feed.json", "sitemap.xml", "robots.txt", "charts/partners.csv",
      "charts/partners.svg", "data/trade.csv", "datasets/trade/index.html", "topics/trade/index.html",
      "topics/trade/rss.xml", "briefings/index.html",
    ] {
      #expect(output[path] != nil, "\(path)")
    }
  }

  @Test("a failed build leaves the previous site as it was, to the byte")
  func failureWritesNothing() async throws {
    let site = try SiteFolder()
    #expect(await site.build().isComplete)
    let before = try site.output()
    try site.write("Content/briefings/2025-04-28-trade.md", SiteFolder.briefing(claim: ":ck < :cj"))
    try site.write("Content/about.md", "---\ntitle: About\nsummary: New.\n---\n")
    #expect(await site.build().isComplete == false)
    #expect(try site.output() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.root).sorted() == ["Content", "Public"])
  }

  @Test("nothing is there after a first build that failed")
  func failureOnFreshFolder() async throws {
    let site = try SiteFolder(["Content/index.md": "no front matter"])
    #expect(await site.build().isComplete == false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.root) == ["Content"])
  }

  @Test("a page that is no longer written is no longer there")
  func stalePages() async throws {
    let site = try SiteFolder()
    _ = await site.build()
    try site.remove("Content/briefings/2025-04-28-trade.md")
    let result = await site.build()
    #expect(result.commit?.removed == 1)
    #expect(try site.output()["briefings/2025-04-28-trade/index.html"] == nil)
    #expect(try !site.text("sitemap.xml").contains("2025-04-28"))
  }

  @Test("a second build of the same content touches no file")
  func unchanged() async throws {
    let site = try SiteFolder()
    _ = await site.build()
    let before = try FileManager.default.attributesOfItem(atPath: site.root + "/Public/index.html")
    let folder = try FileManager.default.attributesOfItem(atPath: site.root + "/Public")
    let result = await site.build()
    #expect(result.commit?.written == 0)
    let after = try FileManager.default.attributesOfItem(atPath: site.root + "/Public/index.html")
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    let again = try FileManager.default.attributesOfItem(atPath: site.root + "/Public")
    #expect(folder[.systemFileNumber] as? Int == again[.systemFileNumber] as? Int)
  }

  @Test("the same bytes on one thread and on eight, in another folder")
  func determinism() async throws {
    var files: [String: String] = [:]
    for number in 1...60 {
      files[
        "Content/briefings/2025-03-\(number % 28 + 1)-page-\(number).md".replacing(
          "03-\(number % 28 + 1)", with: "03-10")] =
        SiteFolder.briefing(body: "Number \(number): {{ gap usd }}, **bold** ~~gone~~ https://example.org\n")
    }
    let (one, many) = (try SiteFolder(files), try SiteFolder(files))
    #expect(await one.build(threads: 1).isComplete)
    #expect(await many.build(threads: 8).isComplete)
    #expect(try one.output() == many.output())
  }

  @Test("drafts, embargoed and expired pages reach no page, list, feed or sitemap, and are named")
  func leftOut() async throws {
    func page(_ extra: String) -> String { "---\ntitle: Secret\nsummary: S.\n\(extra)\n---\nsecret text\n" }
    let site = try SiteFolder([
      "Content/briefings/2025-05-01-draft.md": page("date: 2025-05-01\ndraft: true"),
      "Content/briefings/2026-02-01-future.md": page("date: 2026-02-01\ntopics: [trade]"),
      "Content/briefings/2025-01-01-expired.md": page("date: 2025-01-01\nexpires: 2025-12-31"),
    ])
    let result = await site.build(on: "2026-01-15")
    #expect(
      result.leftOut.map(\.text).sorted() == ["expired on 2025-12-31", "is a draft", "is dated 2026-02-01"])
    for (path, bytes) in try site.output() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Secret"), "\(path)")
    }
    let later = await site.build(drafts: true, on: "2026-02-01")
    #expect(later.leftOut.map(\.text) == ["expired on 2025-12-31"])
    #expect(try site.output()["briefings/2026-02-01-future/index.html"] != nil)
  }

  @Test("an interrupted build's remains are cleared, and another build at work is respected")
  func interrupted() async throws {
    let site = try SiteFolder()
    try site.write(".Public-staging/half/index.html", "half a page")
    #expect(await site.build().isComplete)
    #expect(try site.output()["half/index.html"] == nil)
    #expect(!FileManager.default.fileExists(atPath: site.root + "/.Public-staging"))
    let other = try Staging(output: site.root + "/Public", shownAs: "Public")
    #expect(errors(await site.build()).map { $0.split(separator: " ")[1] } == ["output-busy"])
    other.discard()
    #expect(await site.build().isComplete)
  }

  @Test("an output folder with somebody else's files is not touched")
  func foreignOutput() async throws {
    let site = try SiteFolder(["Public/thesis.doc": "years of work"])
    #expect(errors(await site.build()).map { $0.split(separator: " ")[1] } == ["output-foreign"])
    #expect(try site.text("thesis.doc") == "years of work")
  }

  @Test("the output's own .gitignore survives")
  func gitignore() async throws {
    let site = try SiteFolder(["Public/.gitignore": "*\n"])
    #expect(await site.build().isComplete)
    try site.write("Content/index.md", "---\ntitle: Other\nsummary: S.\n---\n")
    #expect(await site.build().isComplete)
    #expect(try site.text(".gitignore") == "*\n")
  }

  @Test("an output that cannot be written is an error with the system's reason")
  func unwritable() async throws {
    let site = try SiteFolder(["Public": "a file, not a folder"])
    #expect(errors(await site.build()).map { $0.split(separator: " ")[1] } == ["output-not-folder"])
  }

  @Test("text with every special character is escaped wherever it goes")
  func hostileText() async throws {
    let hostile = #"<b>"x"</b> & 'y' </script><script>alert(1)</script>"#
    let yaml = "'" + hostile.replacing("'", with: "''") + "'"
    let site = try SiteFolder([
      "Content/briefings/2025-04-28-trade.md": """
      ---
      title: \(yaml)
      summary: \(yaml)
      date: 2025-04-28
      topics: [trade]
      points: [\(yaml)]
      claims: [{says: \(yaml), check: "1 = 1"}]
      ---
      ## Heading & more

      \(SiteFolder.chart.replacing("title: South Korea was ahead of Japan", with: "title: \(yaml)").replacing("subtitle: China's", with: "note: \(yaml)\nsubtitle: China's"))
      """,
      "Content/Data/trade.csv": "year,partner,total\n2024,\"<i>&\"\"'</script>\",3\n2024,JPN,2\n",
      "Content/site.yml": SiteFolder.sound["Content/site.yml"]!.replacing(
        "publisher: Desk", with: "publisher: \(yaml)"),
    ])
    let result = await site.build()
    #expect(errors(result).filter { !$0.hasSuffix("chart-title") } == [])
    for (path, bytes) in try site.output()
    where path.hasSuffix(".html") || path.hasSuffix(".xml") || path.hasSuffix(".svg") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("<script>alert"), "\(path)")
      #expect(!text.contains("<i>&"), "\(path)")
    }
  }

  @Test("a killed build leaves the old site or the new one", .timeLimit(.minutes(2)))
  func killed() async throws {
    let site = try SiteFolder()
    _ = await site.build()
    let before = try site.output()
    try site.write("Content/index.md", "---\ntitle: Changed\nsummary: S.\n---\n")
    // What a kill leaves: a staging folder in any state of completeness beside the whole old site.
    let staging = try Staging(output: site.root + "/Public", shownAs: "Public")
    try staging.write(OutputFile("index.html", Array("half".utf8)))
    #expect(try site.output() == before)
    staging.discard()
    #expect(await site.build().isComplete)
    #expect(try site.text("index.html").contains("Changed"))
  }
}

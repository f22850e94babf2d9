// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Templates
import Testing

@testable import Build

@Suite("A site that is kept in memory")
struct LiveSiteTests {
  private static let page = "Content/briefings/2025-04-28-trade.md"
  private static let html = "briefings/2025-04-28-trade/index.html"

  private func live(_ site: SiteFolder, drafts: Bool = false, allDates: Bool = false) async -> LiveSite {
    var options = BuildOptions(root: site.root, output: site.root + "/Public", threads: 2)
    options.day = Period("2026-01-15")
    options.withDrafts = drafts
    options.ignoresDates = allDates
    let live = LiveSite(options, theme: .standard)
    _ = await live.update(.all)
    return live
  }

  private func text(_ live: LiveSite, _ path: String) async throws -> String {
    String(decoding: try #require(await live.file(path)).bytes, as: UTF8.self)
  }

  /// Every file that a build writes, against what the live site gives.
  private func expectSame(_ live: LiveSite, _ site: SiteFolder, _ moment: String) async throws {
    let result = await site.build()
    #expect(result.diagnostics.map(\.message) == [], "\(moment)")
    for (path, bytes) in try site.output() where path != Staging.marker {
      #expect(await live.file(path)?.bytes == Array(bytes), "\(moment): \(path)")
    }
    #expect(await live.diagnostics.map(\.message) == [], "\(moment)")
  }

  @Test("each file is that of a build, to the byte, at first and after every kind of change")
  func sameBytes() async throws {
    var files = [
      Self.page: SiteFolder.briefing(body: "It was {{ gap usd }}.\n\n" + SiteFolder.chart),
      "Content/about.md": "---\ntitle: About\nsummary: Us.\naliases: [us]\n---\nSee [trade](topics/trade.md).\n",
      "Content/한국어 안내.md": "---\ntitle: 안내\nsummary: 안내.\n---\n안내.\n",
      "Content/Media/note.txt": "A note.",
    ]
    for number in 1...55 {
      files["Content/briefings/2025-03-01-\(number).md"] =
        "---\ntitle: Page \(number)\nsummary: S.\ndate: 2025-03-01\ntopics: [trade]\n---\nText.\n"
    }
    let site = try SiteFolder(files)
    let live = await live(site)
    #expect(await live.file("topics/trade/page/2/index.html") != nil)
    #expect(await live.file("us/index.html") != nil)
    try await expectSame(live, site, "at first")

    let changes: [(what: String, path: String, text: String?)] = [
      ("text", Self.page, SiteFolder.briefing(title: "Other", body: "Other.\n\n" + SiteFolder.chart)),
      ("a new page", "Content/briefings/2025-05-01-new.md", SiteFolder.briefing(body: "New.\n")),
      ("a new folder", "Content/notes/first.md", "---\ntitle: First\nsummary: S.\n---\n"),
      ("a page removed", "Content/briefings/2025-03-01-7.md", nil),
      ("data", "Content/Data/trade.csv", "year,partner,total\n2024,KOR,9000000000\n2024,JPN,8000000000\n"),
      (
        "settings", "Content/site.yml", SiteFolder.sound["Content/site.yml"]?.replacing("title: Test", with: "title: T")
      ),
      ("media", "Content/Media/note.txt", "Another note."),
      ("new media", "Content/Media/more/photo.gif", "GIF89a\u{1}\u{0}\u{1}\u{0}"),
      ("the look", "Templates/Assets/site.css", "body { color: red }"),
    ]
    for change in changes {
      if let text = change.text { try site.write(change.path, text) } else { try site.remove(change.path) }
      _ = await live.update(.paths([change.path]))
      try await expectSame(live, site, change.what)
    }
    #expect(await live.file("briefings/2025-03-01-7/index.html") == nil)
    #expect(await live.file("notes/first/index.html") != nil)
    try site.remove("Content/notes")
    _ = await live.update(.paths(["Content/notes"]))
    #expect(await live.file("notes/first/index.html") == nil)
    try await expectSame(live, site, "a folder removed")
  }

  @Test("a saved page is computed alone, with its translations")
  func oneUpdate() async throws {
    let site = try SiteFolder()
    let live = await live(site)
    try site.write("Content/topics/trade.md", "---\ntitle: Goods\nsummary: S.\n---\n")
    #expect(await live.update(.paths(["Content/topics/trade.md"])).pageCount == 1)
    try site.write("Content/index.md", "---\ntitle: Other home\nsummary: S.\n---\n")
    #expect(await live.update(.paths(["Content/index.md"])).pageCount == 2)
    #expect(try await text(live, "index.html").contains("Other home"))
    #expect(try await text(live, Self.html).contains("Goods"))
  }

  @Test(
    "an error leaves the last good page, and goes when it is mended",
    arguments: [
      SiteFolder.briefing(title: "Broken", claim: ":ck < :cj"),
      SiteFolder.briefing(title: "Broken", body: "[x](no.md)\n"),
      "---\ntitel: Broken\n---\n", "no front matter", SiteFolder.briefing(title: "Broken {{ nothing }}"),
    ])
  func mend(broken: String) async throws {
    let site = try SiteFolder()
    let live = await live(site)
    let good = try #require(await live.file(Self.html)).bytes
    try site.write(Self.page, broken)
    _ = await live.update(.paths([Self.page]))
    #expect(await live.diagnostics.hasErrors)
    #expect(await live.diagnostics.allSatisfy { $0.place.path == Self.page })
    #expect(await live.file(Self.html)?.bytes == good)
    try site.write(Self.page, SiteFolder.briefing(title: "Mended"))
    _ = await live.update(.paths([Self.page]))
    #expect(await live.diagnostics.isEmpty)
    #expect(try await text(live, Self.html).contains("Mended"))
  }

  @Test("a page that links to one not yet written is mended when that is written")
  func otherFile() async throws {
    let site = try SiteFolder()
    let live = await live(site)
    try site.write(Self.page, SiteFolder.briefing(body: "[later](later.md)\n"))
    _ = await live.update(.paths([Self.page]))
    #expect(await live.diagnostics.map(\.rule) == ["link-dead"])
    try site.write("Content/briefings/later.md", SiteFolder.briefing(title: "Later"))
    _ = await live.update(.paths(["Content/briefings/later.md"]))
    #expect(await live.diagnostics.isEmpty)
    #expect(try await text(live, Self.html).contains("../later/"))
  }

  @Test("what another page's change breaks is found by the check of all pages")
  func check() async throws {
    let site = try SiteFolder([
      "Content/about.md": "---\ntitle: About\nsummary: S.\n---\n## Us\n",
      Self.page: SiteFolder.briefing(body: "[us](../about.md#us)\n"),
    ])
    let live = await live(site)
    #expect(await live.check() == false)
    try site.write("Content/about.md", "---\ntitle: About\nsummary: S.\n---\n## You\n")
    _ = await live.update(.paths(["Content/about.md"]))
    #expect(await live.check())
    #expect(await live.diagnostics.map(\.rule) == ["link-anchor"])
  }

  @Test("broken settings and data leave the site as it was")
  func settingsAndData() async throws {
    let site = try SiteFolder()
    let live = await live(site)
    let good = try #require(await live.file(Self.html)).bytes
    for (path, broken) in [("Content/site.yml", "title: ["), ("Content/Data/trade.csv", "year,partner\n2024,KOR\n")] {
      try site.write(path, broken)
      _ = await live.update(.paths([path]))
      #expect(await live.diagnostics.hasErrors, "\(path)")
      #expect(await live.file(Self.html)?.bytes == good, "\(path)")
      try site.write(path, try #require(SiteFolder.sound[path]))
      _ = await live.update(.paths([path]))
      #expect(await live.diagnostics.isEmpty, "\(path)")
    }
  }

  @Test("a folder that is gone and comes back is read again")
  func folderGone() async throws {
    let site = try SiteFolder()
    let live = await live(site)
    try site.remove("Content")
    _ = await live.update(.all)
    #expect(await live.diagnostics.hasErrors)
    #expect(await live.file(Self.html) != nil)
    for (path, text) in SiteFolder.sound { try site.write(path, text) }
    _ = await live.update(.all)
    #expect(await live.diagnostics.isEmpty)
  }

  @Test("a site that cannot be read at first is served once it can")
  func brokenAtFirst() async throws {
    let site = try SiteFolder(["Content/site.yml": "title: ["])
    let live = await live(site)
    #expect(await !live.isReady)
    #expect(await live.diagnostics.hasErrors)
    try site.write("Content/site.yml", try #require(SiteFolder.sound["Content/site.yml"]))
    _ = await live.update(.paths(["Content/site.yml"]))
    #expect(await live.isReady)
    #expect(await live.diagnostics.isEmpty)
  }

  @Test("drafts, future and expired pages say so where they are shown at all")
  func notices() async throws {
    func page(_ extra: String) -> String { "---\ntitle: Secret\nsummary: S.\n\(extra)\n---\n" }
    let site = try SiteFolder([
      "Content/briefings/draft.md": page("date: 2025-05-01\ndraft: true"),
      "Content/briefings/future.md": page("date: 2026-02-01"),
      "Content/briefings/past.md": page("date: 2025-01-01\nexpires: 2025-12-31"),
    ])
    let readers = await live(site)
    let editors = await live(site, drafts: true, allDates: true)
    for (name, notice) in [
      ("draft", "is a draft"), ("future", "is dated 2026-02-01"), ("past", "expired on 2025-12-31"),
    ] {
      let path = "briefings/\(name)/index.html"
      #expect(await readers.file(path) == nil)
      #expect(await editors.file(path)?.notice == notice)
    }
    #expect(await editors.file("index.html")?.notice == nil)
  }

  @Test("a stylesheet that is a link out of the site's folder is not read")
  func linkedStylesheet() async throws {
    let site = try SiteFolder(["secret.css": "body { color: red }"])
    let other = try SiteFolder()
    try FileManager.default.createDirectory(atPath: other.root + "/Templates/Assets", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: other.root + "/Templates/Assets/site.css", withDestinationPath: site.root + "/secret.css")
    let live = await live(other)
    #expect(try await !text(live, await live.stylesheet).contains("color: red }\n"))
  }
}

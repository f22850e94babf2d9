// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Programs
import Templates
import Testing

@testable import Build

/// These draw with rsvg-convert, which `make test` installs.
@Suite("Cards of charts for social networks", .enabled(if: CardPainter() != nil))
struct CardTests {
  private static let page = "Content/briefings/2025-04-28-trade"
  private static let translation = """
    ---
    title: 題
    summary: 要約。
    ---
    ```chart
    id: partners
    title: 韓国が日本を上回る
    subtitle: 中国の対韓・対日貿易額、ドル、2024年
    ```
    """

  private func site(_ settings: String = "") throws -> SiteFolder {
    try SiteFolder([
      Self.page + ".md": SiteFolder.briefing(body: SiteFolder.chart), Self.page + ".ja.md": Self.translation,
      "Content/site.yml": "title: Test\nurl: https://test.example/a/\npublisher: Desk\nlanguages: [en, ja]\n"
        + settings,
    ])
  }

  private func options(_ site: SiteFolder, output: String = "Public") -> BuildOptions {
    var options = BuildOptions(root: site.root, output: "\(site.root)/\(output)", threads: 2)
    options.drawsCards = true
    return options
  }

  private func kept(_ site: SiteFolder) throws -> [String: Int] {
    let folder = site.root + "/.briefing/cards"
    return try Dictionary(
      uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: folder).map { name in
        let file = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
        return (name, file[.systemFileNumber] as? Int ?? 0)
      })
  }

  @Test("a chart's card is a PNG of 1200 × 630 in each language, named by its page and by the page it stands in")
  func card() async throws {
    let site = try site()
    var options = options(site)
    options.checksOutput = true
    #expect(errors(await buildSite(options, theme: .standard)) == [])
    let output = try site.output()
    for folder in ["", "ja/"] {
      let card = try #require(output["\(folder)charts/partners.png"])
      #expect(ImageSize(Array(card)).map { [$0.width, $0.height] } == [1200, 630])
      for page in ["briefings/2025-04-28-trade/", "charts/partners/"] {
        let html = try site.text("\(folder)\(page)index.html")
        #expect(html.contains("property=\"og:image\" content=\"https://test.example/a/\(folder)charts/partners.png\""))
        #expect(html.contains("<meta property=\"og:image:width\" content=\"1200\">"))
        #expect(html.contains("<meta property=\"og:image:height\" content=\"630\">"))
        #expect(html.contains("<meta property=\"og:image:alt\" content=\""))
        #expect(html.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"))
      }
    }
    #expect(output["charts/partners.png"] != output["ja/charts/partners.png"])
    #expect(!(try site.text("index.html")).contains("og:image"))
    #expect(try !FileManager.default.contentsOfDirectory(atPath: site.root + "/Public").contains(".cards"))
  }

  @Test("a chart that has not changed is not drawn again; a damaged file is")
  func cache() async throws {
    let site = try site()
    #expect(await buildSite(options(site), theme: .standard).isComplete)
    let first = try kept(site)
    #expect(first.count == 2)
    #expect(await buildSite(options(site, output: "again"), theme: .standard).isComplete)
    #expect(try kept(site) == first)
    let card = "charts/partners.png"
    let again = try Data(contentsOf: URL(filePath: "\(site.root)/again/\(card)"))
    #expect(try site.output()[card] == again)

    let name = try #require(first.keys.min())
    try Data(again.dropLast(9)).write(to: URL(filePath: "\(site.root)/.briefing/cards/\(name)"))
    #expect(await buildSite(options(site, output: "third"), theme: .standard).isComplete)
    #expect(try Data(contentsOf: URL(filePath: "\(site.root)/third/\(card)")) == again)

    try site.write(Self.page + ".md", SiteFolder.briefing(body: SiteFolder.chart.replacing("South", with: "North")))
    #expect(await buildSite(options(site), theme: .standard).isComplete)
    #expect(try kept(site).count == 3)
    #expect(try site.output()[card] != again)
  }

  @Test("what no build has asked for in a week is let go")
  func stale() async throws {
    let site = try site()
    try site.write(".briefing/cards/0000-1111.png", "old")
    try site.write(".briefing/cards/2222-3333.png", "young")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -8 * 24 * 3600)],
      ofItemAtPath: site.root + "/.briefing/cards/0000-1111.png")
    #expect(await buildSite(options(site), theme: .standard).isComplete)
    let names = try kept(site).keys
    #expect(names.contains("2222-3333.png") && !names.contains("0000-1111.png") && names.count == 3)
  }

  @Test("a site that wants none has none, and no page names one")
  func unwanted() async throws {
    let site = try site("cards: false\n")
    #expect(await buildSite(options(site), theme: .standard).isComplete)
    #expect(try !site.output().keys.contains { $0.hasSuffix(".png") })
    #expect(!(try site.text("charts/partners/index.html")).contains("og:image"))
  }

  @Test("a check draws nothing, and finds every card that pages name")
  func check() async throws {
    let site = try site()
    var options = options(site)
    (options.checksOnly, options.checksOutput) = (true, true)
    #expect(errors(await buildSite(options, theme: .standard)) == [])
    #expect(!FileManager.default.fileExists(atPath: site.root + "/.briefing/cards"))
  }

  @Test("a live site names the same cards, draws none, and has those that a build has drawn")
  func live() async throws {
    let site = try site()
    let live = LiveSite(options(site), theme: .standard)
    _ = await live.update(.all)
    #expect(await live.file("charts/partners.png") == nil)
    #expect(await buildSite(options(site), theme: .standard).isComplete)
    for (path, bytes) in try site.output() where path != Staging.marker {
      #expect(await live.file(path)?.bytes == Array(bytes), "\(path)")
    }
  }

  @Test(
    "a program that fails, hangs or leaves nothing is an error that names the chart",
    arguments: [
      ("echo broken >&2; exit 3", "could not draw (it ended with 3)", ["broken"]),
      ("exec sleep 60", "took longer than 1 second and was ended", []),
      ("true", "left no picture of 1200 × 630", []),
    ])
  func failure(script: String, message: String, notes: [String]) async throws {
    let site = try site()
    let program = site.root + "/rsvg-convert"
    try site.write("rsvg-convert", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let painter = CardPainter(
      ProgramFile(path: program), patience: script.hasPrefix("exec") ? .seconds(1) : .seconds(60))
    let card = ChartCardFile(
      path: "charts/partners.png", svg: [], chart: "partners", place: Place("Content/a.md", line: 7, column: 1))
    let folder = site.root + "/work"
    await #expect {
      _ = try await draw(
        [card, card], by: painter, keptIn: CardCache(root: site.root, painter: painter.file), folder: folder, threads: 1
      ) { _ in }
    } throws: { error in
      let fault = error as? Diagnostic
      return fault?.rule == "card-failed" && fault?.place == card.place && fault?.notes == notes
        && fault?.message == "the card of the chart 'partners' was not drawn: \(program) \(message)"
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }
}

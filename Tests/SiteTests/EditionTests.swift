// SPDX-License-Identifier: MIT
import Figures
import Foundation
import Templates
import Testing

@testable import Build

@Suite("The edition that a page reads")
struct EditionTests {
  /// A package of one table in two editions, 1 March 2025 and 1 June 2025.
  static let package =
    SiteFolder.package.replacing(
      "retrieved: 2025-04-20",
      with: """
        retrieved: 2025-06-02
            published: 2025-06-01
            vintages:
              - published: 2025-03-01
                path: vintages/trade-2025-03-01.csv
                retrieved: 2025-03-02
                note: First estimates.
        """)

  static let files = [
    "Content/Data/datapackage.yaml": package,
    "Content/Data/trade.csv":
      "year,partner,total\n2023,KOR,310700000000\n2024,KOR,338080000000\n2024,JPN,308270000000\n",
    "Content/Data/vintages/trade-2025-03-01.csv":
      "year,partner,total\n2023,KOR,310700000000\n2024,KOR,328080000000\n2024,JPN,308270000000\n2022,KOR,1\n",
  ]

  static let page = "briefings/2025-04-28-trade/index.html"

  private func page(_ keys: String) -> String {
    "---\ntitle: Page\nsummary: S.\n\(keys)\nvalues: {ck: 'trade.total[partner=KOR, year=2024]'}\n---\nIt was {{ ck usd }}.\n"
  }

  @Test("a dated page reads that of its date, as_of overrides, an undated page reads the latest")
  func choice() async throws {
    let site = try SiteFolder(
      EditionTests.files.merging([
        "Content/briefings/early.md": page("date: 2024-01-01"), "Content/briefings/before.md": page("date: 2025-05-31"),
        "Content/briefings/after.md": page("date: 2025-06-01"),
        "Content/briefings/late-as-of.md": page("date: 2025-07-01\nas_of: 2025-05-01"),
        "Content/briefings/early-as-of.md": page("date: 2025-04-01\nas_of: 2025-06-01"),
        "Content/about.md": page(""), "Content/kept.md": page("as_of: 2025-05-01"),
      ]) { $1 })
    #expect(await site.build().diagnostics.map(\.message) == [])
    for (path, amount) in [
      ("briefings/early", "328.1"), ("briefings/before", "328.1"), ("briefings/after", "338.1"),
      ("briefings/late-as-of", "328.1"), ("briefings/early-as-of", "338.1"), ("about", "338.1"), ("kept", "328.1"),
    ] {
      #expect(try site.text("\(path)/index.html").contains("$\(amount) billion"), "\(path)")
    }
  }

  @Test("queries, charts and their claims read the same edition as the values")
  func everything() async throws {
    let body = """
      ```query korea
      SELECT year, total FROM trade WHERE partner = 'KOR' AND year = 2024
      ```

      \(SiteFolder.chart)
      """.replacing("title: South", with: "claim: (SELECT max(total) FROM chart) = 328080000000\ntitle: South")
    let site = try SiteFolder(
      EditionTests.files.merging([
        "Content/briefings/2025-04-28-trade.md": SiteFolder.briefing(
          claim: ":ck = 328080000000 AND (SELECT total FROM korea) = :ck", body: body)
      ]) { $1 })
    #expect(await site.build().diagnostics.map(\.message) == [])
    #expect(try site.text("charts/partners.csv").contains("328080000000"))
  }

  @Test("a site as of a day shows that day's pages and that day's data")
  func asOf() async throws {
    let site = try SiteFolder(EditionTests.files.merging(["Content/about.md": page("")]) { $1 })
    #expect(await site.build(on: "2025-05-01").diagnostics.isEmpty)
    #expect(try site.text("about/index.html").contains("$328.1 billion"))
    #expect(try site.text("data/trade.csv").contains("2024,KOR,328080000000"))
    #expect(try site.text("datasets/trade/index.html").contains("2 March 2025"))
    #expect(try !site.text(EditionTests.page).contains("338.1"))
    #expect(await site.build(on: "2025-06-01").diagnostics.isEmpty)
    #expect(try site.text("about/index.html").contains("$338.1 billion"))
    #expect(try site.text("data/trade.csv").contains("2024,KOR,338080000000"))
    #expect(try site.text(EditionTests.page).contains("$328.1 billion"))
  }

  @Test("a preview reads the same editions, and follows a change of as_of and of the package")
  func preview() async throws {
    let path = "Content/briefings/2025-04-28-trade.md"
    let site = try SiteFolder(EditionTests.files)
    var options = BuildOptions(root: site.root, output: site.root + "/Public", threads: 2)
    options.day = Period("2026-01-15")
    let live = LiveSite(options, theme: .standard)
    _ = await live.update(.all)
    func expect(_ amount: String, _ moment: String) async throws {
      #expect(await site.build().diagnostics.isEmpty, "\(moment)")
      for (path, bytes) in try site.output() where path != Staging.marker {
        #expect(await live.file(path)?.bytes == Array(bytes), "\(moment): \(path)")
      }
      #expect(try site.text(EditionTests.page).contains("Trade reached $\(amount) billion"), "\(moment)")
    }
    try await expect("328.1", "at first")
    try site.write(
      path, SiteFolder.briefing().replacing("date: 2025-04-28", with: "date: 2025-04-28\nas_of: 2025-06-01"))
    _ = await live.update(.paths([path]))
    try await expect("338.1", "with as_of")
    try site.write(
      "Content/Data/datapackage.yaml",
      EditionTests.package.replacing("published: 2025-06-01", with: "published: 2025-06-02"))
    _ = await live.update(.paths(["Content/Data/datapackage.yaml"]))
    try await expect("328.1", "the package changed")
    try site.write(
      "Content/Data/vintages/trade-2025-03-01.csv", "year,partner,total\n2024,KOR,318080000000\n2024,JPN,1\n")
    _ = await live.update(.paths(["Content/Data/vintages/trade-2025-03-01.csv"]))
    try await expect("318.1", "an earlier edition changed")
  }
}

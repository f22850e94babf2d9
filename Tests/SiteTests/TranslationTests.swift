// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Testing

@testable import Build

@Suite("Translations")
struct TranslationTests {
  private static let page = "Content/briefings/2025-04-28-trade"

  private func site(_ translation: String) throws -> SiteFolder {
    try SiteFolder([
      Self.page + ".md": SiteFolder.briefing(body: "It was {{ gap usd }}.\n\n" + SiteFolder.chart),
      Self.page + ".ja.md": translation,
    ])
  }

  @Test("a translation shares values and chart data, and writes them its own way")
  func shares() async throws {
    let site = try site(
      """
      ---
      title: 対韓貿易は{{ ck usd }}
      summary: 要約。
      ---
      差は{{ gap usd }}。

      ```chart
      id: partners
      title: 韓国が日本を上回る
      subtitle: 中国の対韓・対日貿易額、ドル、2024年
      ```
      """)
    let result = await site.build()
    #expect(errors(result) == [])
    let page = try site.text("ja/briefings/2025-04-28-trade/index.html")
    #expect(page.contains("対韓貿易は3,281億ドル"))
    #expect(page.contains("差は<a class=\"value\" href=\"#value_gap\">198.1億ドル</a>。"))
    #expect(page.contains("韓国が日本を上回る"))
    #expect(page.contains("<html lang=\"ja\""))
    #expect(page.contains("hreflang=\"en\""))
    #expect(try site.text("briefings/2025-04-28-trade/index.html").contains("hreflang=\"ja\""))
    #expect(try site.text("sitemap.xml").contains("hreflang=\"ja\""))
  }

  @Test("a chart's table and sources are in the page's language where the data package has them so")
  func dataTexts() async throws {
    let site = try site(
      """
      ---
      title: 題
      summary: 要約。
      ---
      ```chart
      id: partners
      title: 韓国が日本を上回る
      subtitle: 中国の対韓・対日貿易額、ドル、2024年
      ```
      """)
    let package = SiteFolder.package + "\ntranslations: {ja: {Trade: 貿易統計, partner: 相手国}}\n"
    try site.write("Content/Data/datapackage.yaml", package)
    #expect(errors(await site.build()) == [])
    let page = try site.text("ja/briefings/2025-04-28-trade/index.html")
    #expect(page.contains("<th scope=\"col\">相手国</th>"))
    #expect(page.contains(">貿易統計</a>") && !page.contains("lang=\"en\">貿易統計"))
    #expect(page.contains("lang=\"en\""), "what is not translated is marked as the data's language")
    #expect(try site.text("briefings/2025-04-28-trade/index.html").contains(">Trade</a>"))
  }

  @Test("a translation older than its original is reported, with the fingerprint to write")
  func stale() async throws {
    let translation = "---\ntitle: 題\nsummary: 要約。\noriginal: '0000000000000000'\n---\n本文。\n"
    let site = try site(translation)
    let warning = try #require(await site.build().diagnostics.first)
    #expect(warning.rule == "translation-stale")
    let current = try #require(warning.hint?.split(separator: "'").last.map(String.init))
    try site.write(Self.page + ".ja.md", translation.replacing("0000000000000000", with: current))
    #expect(await site.build().diagnostics == [])
  }

  @Test("a translated chart cannot change its data")
  func chartData() async throws {
    let site = try site(
      "---\ntitle: 題\nsummary: 要約。\n---\n```chart\nid: partners\nwhere: year = 2023\n```\n")
    #expect(errors(await site.build()).contains { $0.hasSuffix("translation-data") })
  }

  private static let noted = """
    ```query totals
    SELECT 2024 AS year, 1 AS n
    UNION ALL SELECT 2025, 2
    ```

    ```chart source
    id: noted
    type: line
    data: totals
    x: year
    y: n
    references:
      - {y: 1.5, text: The middle}
    source: A count
    title: It rose
    subtitle: Number of things in China, thousands, 2024 and 2025
    ```
    """

  private func translated(_ chart: String) throws -> SiteFolder {
    try SiteFolder([
      Self.page + ".md": SiteFolder.briefing(body: Self.noted),
      Self.page + ".ja.md":
        "---\ntitle: 題\nsummary: 要約。\n---\n```chart\nid: noted\ntitle: 増えた\n\(chart)```\n",
    ])
  }

  @Test("a translated reference gives its text, and keeps its place")
  func references() async throws {
    let site = try translated("references:\n  - {text: 真ん中}\n")
    #expect(errors(await site.build()) == [])
    let page = try site.text("ja/briefings/2025-04-28-trade/index.html")
    #expect(page.contains(">真ん中</text>"))
    #expect(!page.contains(">The middle</text>"))
  }

  @Test(
    "a translated reference cannot move, come or go",
    arguments: ["references:\n  - {y: 1.7, text: 真ん中}\n", "references:\n  - {text: 一}\n  - {text: 二}\n"])
  func foreignReferences(_ chart: String) async throws {
    #expect(errors(try await translated(chart).build()).contains { $0.hasSuffix("translation-data") })
  }

  @Test("a chart with its source shows the queries it reads and its block, and a translation its own behind them")
  func sources() async throws {
    let site = try translated("")
    #expect(errors(await site.build()) == [])
    func listings(_ path: String) throws -> [String] {
      try site.text(path).split(separator: "<div class=\"listing\">").dropFirst().map {
        String($0.prefix(upTo: $0.range(of: "</div>")?.lowerBound ?? $0.endIndex))
          .replacing(/<[^>]*>/, with: "")
      }
    }
    let original = try listings("briefings/2025-04-28-trade/index.html")
    #expect(original.map { $0.contains(Self.noted.replacing(" source\n", with: "\n")) } == [true])
    let both = try listings("ja/briefings/2025-04-28-trade/index.html")
    #expect(both.first == original.first)
    #expect(both.last?.contains("2025-04-28-trade.ja.md") == true)
    #expect(both.last?.contains("```chart\nid: noted\ntitle: 増えた\n```") == true)
  }

  @Test("a query that only the words of a chart name is none of its source")
  func sourcesByName() async throws {
    let other = "```query things\nSELECT 1 AS n\n```\n\n"
    let site = try SiteFolder([Self.page + ".md": SiteFolder.briefing(body: other + Self.noted)])
    #expect(errors(await site.build()) == [])
    let page = try site.text("briefings/2025-04-28-trade/index.html")
    #expect(page.contains("Number of things in China"))
    #expect(!page.contains("query things"))
  }
}

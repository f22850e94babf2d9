// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Testing

@testable import Build

@Suite("Pages of charts")
struct ChartPageTests {
  private static let page = "Content/briefings/2025-04-28-trade"
  private static let chart = SiteFolder.chart.replacing(
    "title: South", with: "note: The gap is {{ gap usd }}.\ntitle: South")
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

  private func site() throws -> SiteFolder {
    try SiteFolder([
      Self.page + ".md": SiteFolder.briefing(body: Self.chart), Self.page + ".ja.md": Self.translation,
    ])
  }

  @Test("a chart has a page, a bare page and files in every language that has it, all found from its figure")
  func pages() async throws {
    let site = try site()
    #expect(errors(await site.build()) == [])
    let article = try site.text("briefings/2025-04-28-trade/index.html")
    #expect(article.contains("<a href=\"../../charts/partners/\""))
    let page = try site.text("charts/partners/index.html")
    for link in ["../partners.svg", "../partners.csv", "../partners.json", "embed/"] {
      #expect(page.contains("<a href=\"\(link)\""))
    }
    #expect(page.contains("<a href=\"../../briefings/2025-04-28-trade/#partners\">Trade reached $328.1 billion</a>"))
    #expect(page.contains("hreflang=\"ja\" href=\"https://test.example/ja/charts/partners/\""))
    #expect(
      page.contains(
        "Desk, “South Korea was ahead of Japan”, 28 April 2025, https://test.example/charts/partners/. "
          + "Data: Customs, retrieved 20 April 2025."))
    let japanese = try site.text("ja/charts/partners/index.html")
    #expect(
      japanese.contains(
        "Desk「韓国が日本を上回る」2025年4月28日、https://test.example/ja/charts/partners/（データ：Customs、2025年4月20日取得）"))
    #expect(try site.text("ja/charts/partners/embed/index.html").contains("<svg"))
  }

  @Test("a CSV with Han or Hangul in it begins with the mark that spreadsheets know UTF-8 by, another does not")
  func byteOrderMark() async throws {
    let sql = "SELECT replace(partner, 'KOR', '한국') AS partner, total FROM trade WHERE year = 2024"
    let chart = SiteFolder.chart.replacing("id: partners", with: "id: hangul")
      .replacing("data: trade\nwhere: year = 2024", with: "sql: \(sql)")
    let site = try SiteFolder([
      Self.page + ".md": SiteFolder.briefing(body: SiteFolder.chart + "\n" + chart)
    ])
    #expect(errors(await site.build()) == [])
    let output = try site.output()
    #expect(try #require(output["charts/hangul.csv"]).starts(with: Array("\u{FEFF}partner,total\r\n한국,".utf8)))
    #expect(try #require(output["charts/partners.csv"]).starts(with: Array("partner,".utf8)))
  }

  @Test("the bare page holds the figure and no way about the site, and is kept out of search engines and sitemap")
  func embed() async throws {
    let site = try site()
    #expect(errors(await site.build()) == [])
    let bare = try site.text("charts/partners/embed/index.html")
    #expect(bare.contains("<meta name=\"robots\" content=\"noindex\">") && bare.contains("<base target=\"_top\">"))
    #expect(bare.contains("<link rel=\"canonical\" href=\"https://test.example/charts/partners/\">"))
    #expect(bare.contains("<a href=\"../\">Test</a>"))
    #expect(!bare.contains("<nav") && !bare.contains("<script") && bare.matches(of: /<svg/).count == 2)
    let listed = try site.text("sitemap.xml")
    #expect(listed.contains("<loc>https://test.example/charts/partners/</loc>"))
    #expect(listed.contains("<loc>https://test.example/ja/charts/partners/</loc>"))
    #expect(!listed.contains("embed"))
    let page = try site.text("charts/partners/index.html")
    #expect(page.contains("&lt;div style=&quot;container-type:inline-size&quot;&gt;"))
    #expect(page.contains("&lt;iframe src=&quot;https://test.example/charts/partners/embed/&quot;"))
  }

  @Test("the file for machines has the block with its values, the sources, and the numbers as numbers")
  func json() async throws {
    struct File: Decodable {
      struct Source: Decodable { let publisher, licence, retrieved: String }
      let title, url, page, published: String
      let spec: [String: String]
      let sources: [Source]
      let columns: [String]
      let rows: [[Value]]
    }
    enum Value: Decodable, Equatable {
      case text(String)
      case number(Double)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = try (try? .number(container.decode(Double.self))) ?? .text(container.decode(String.self))
      }
    }
    let site = try site()
    #expect(errors(await site.build()) == [])
    let file = try JSONDecoder().decode(File.self, from: Data(try site.text("charts/partners.json").utf8))
    #expect(file.title == "South Korea was ahead of Japan" && file.published == "2025-04-28")
    #expect(file.spec["note"] == "The gap is $19.81 billion." && file.spec["where"] == "year = 2024")
    #expect(file.sources.map(\.publisher) == ["Customs"] && file.sources.map(\.retrieved) == ["2025-04-20"])
    #expect(file.columns == ["partner", "total"])
    #expect(file.rows == [[.text("KOR"), .number(328_080_000_000)], [.text("JPN"), .number(308_270_000_000)]])
  }

  @Test("two charts of one id are an error that names both places")
  func twice() async throws {
    let site = try SiteFolder([
      Self.page + ".md": SiteFolder.briefing(body: Self.chart),
      "Content/topics/trade.md": "---\ntitle: Trade\nsummary: Goods.\n---\n" + SiteFolder.chart,
    ])
    let fault = try #require(await site.build().diagnostics.first { $0.rule == "chart-id" })
    #expect(fault.place.description == "Content/topics/trade.md:6:1")
    #expect(fault.hint?.hasSuffix("the other one is at Content/briefings/2025-04-28-trade.md:15:1") == true)
  }
}

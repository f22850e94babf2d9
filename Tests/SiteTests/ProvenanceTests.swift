// SPDX-License-Identifier: MIT
import Figures
import Foundation
import Testing

@testable import Build

@Suite("From a number to its data, and to what has become of it")
struct ProvenanceTests {
  private static let body = """
    ## Up by {{ gap usd }}

    It was {{ gap usd }}, [{{ ck usd }}](../topics/trade.md) and {{ before usd }}, to the dollar {{ ck integer }}.

    | a |
    |---|
    | {{ cj usd }} |

    """

  private func site(_ extra: String = "", body: String = ProvenanceTests.body, _ files: [String: String] = [:]) throws
    -> SiteFolder
  {
    try SiteFolder(
      EditionTests.files.merging([
        "Content/briefings/2025-04-28-trade.md": SiteFolder.briefing(body: body).replacing(
          "values:\n", with: "\(extra)values:\n  before: trade.total[partner=KOR, year=2023]\n")
      ]) { $1 }.merging(files) { $1 })
  }

  /// The part of a page between two marks.
  private func part(_ page: String, from start: String, to end: String) -> String {
    page.components(separatedBy: start).dropFirst().first?.components(separatedBy: end).first ?? ""
  }

  @Test("a number in running text leads to its entry, which leads to its dataset; headings and links stay plain")
  func links() async throws {
    let site = try site()
    #expect(await site.build(on: "2025-05-01").diagnostics.map(\.message) == [])
    let page = try site.text(EditionTests.page)
    #expect(page.contains("It was <a class=\"value\" href=\"#value_gap\">$19.81 billion</a>, "))
    #expect(page.contains("<h2 id=\"up-by-gap\">Up by $19.81 billion</h2>"))
    #expect(page.contains("<a href=\"../../topics/trade/\">$328.1 billion</a>"))
    #expect(page.contains("<td><a class=\"value\" href=\"#value_cj\">$308.3 billion</a></td>"))
    #expect(page.contains("<h1>Trade reached $328.1 billion</h1>"))
    let entry = part(page, from: "<div id=\"value_gap\">", to: "</div>")
    #expect(entry.contains("<dt>$19.81 billion</dt>"))
    #expect(entry.contains("<code>:ck - :cj</code>"))
    #expect(entry.contains("<code>ck = trade.total[partner=KOR, year=2024]</code>"))
    #expect(entry.contains("<a href=\"../../datasets/trade/\">Trade</a>"))
    #expect(entry.contains("https://customs.example/"))
    let words = entry.replacing("<span class=\"nb\">", with: "").replacing("</span>", with: "")
    #expect(words.contains("edition of 1 March 2025, retrieved 2 March 2025"))
    #expect(part(page, from: "<div id=\"value_ck\">", to: "</div>").contains("$328.1 billion · 328,080,000,000"))
    // The site as it stood that day knows no later edition.
    #expect(!page.contains("revised"))
    for feed in ["rss.xml", "atom.xml", "feed.json", "index.html"] {
      #expect(try !site.text(feed).contains("class=\"value\""), "\(feed)")
    }
  }

  @Test("every number of every page with values has its entry, once")
  func everyNumber() async throws {
    let site = try site()
    #expect(await site.build().isComplete)
    for (path, bytes) in try site.output() where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      for link in page.components(separatedBy: "<a class=\"value").dropFirst() {
        let target = part(String(link), from: "href=\"#", to: "\"")
        #expect(page.components(separatedBy: " id=\"\(target)\"").count == 2, "\(path) #\(target)")
      }
    }
  }

  @Test("what a later edition states otherwise is marked in the text and told at the end")
  func revised() async throws {
    let site = try site()
    #expect(await site.build().diagnostics.map(\.message) == [])
    let page = try site.text(EditionTests.page)
    #expect(
      page.contains("<a class=\"value revised\" href=\"#revised_gap\">$19.81 billion<sup>†</sup></a>"))
    // Japan's figure and that of 2023 were not revised.
    #expect(page.contains("<a class=\"value\" href=\"#value_cj\">"))
    #expect(page.contains("<a class=\"value\" href=\"#value_before\">"))
    let section = part(page, from: "<section class=\"part revisions\">", to: "</section>")
    let row = part(section, from: "<tr id=\"revised_gap\">", to: "</tr>")
    #expect(row.contains("$19.81 billion"))
    #expect(row.contains("<strong>$29.81 billion</strong>"))
    #expect(row.contains("href=\"../../datasets/trade/#revisions\""))
    #expect(row.contains("edition of 1 March 2025 → edition of 1 June 2025"))
    #expect(part(section, from: "<tr id=\"revised_ck\">", to: "</tr>").contains("$338.1 billion · 338,080,000,000"))
    #expect(!section.contains("revised_cj"))
    #expect(page.contains("<h1>Trade reached $328.1 billion</h1>"))
  }

  @Test("a revision that the shown digits hide is none")
  func hidden() async throws {
    let site = try site(
      body: "About {{ ck usd 1 }}.\n",
      [
        "Content/Data/trade.csv": "year,partner,total\n2023,KOR,1\n2024,KOR,328090000000\n2024,JPN,308270000000\n"
      ])
    #expect(await site.build().isComplete)
    #expect(try !site.text(EditionTests.page).contains("class=\"value revised\""))
  }

  @Test("a figure that the latest edition no longer gives is told as such, and is no fault")
  func withdrawn() async throws {
    let site = try site(
      body: "{{ ck usd }} and {{ before usd }}.\n",
      ["Content/Data/trade.csv": "year,partner,total\n2024,KOR,328080000000\n2024,JPN,308270000000\n"])
    #expect(await site.build().diagnostics.map(\.message) == [])
    let row = part(try site.text(EditionTests.page), from: "<tr id=\"revised_before\">", to: "</tr>")
    #expect(row.contains("$310.7 billion"))
    #expect(row.contains("not in this edition"))
  }

  @Test("a chart of revised rows says so, one of unrevised rows does not, and new rows are no revision")
  func charts() async throws {
    let japan = SiteFolder.chart.replacing("partners", with: "japan").replacing(
      "where: year = 2024", with: "where: partner = 'JPN'")
    let site = try site(
      body: SiteFolder.chart + "\n" + japan,
      [
        "Content/Data/trade.csv":
          "year,partner,total\n2024,KOR,338080000000\n2024,JPN,308270000000\n2024,USA,9000000000\n2023,KOR,310700000000\n"
      ])
    let result = await site.build()
    #expect(errors(result) == [])
    let page = try site.text(EditionTests.page)
    let chart = part(page, from: "id=\"partners\"", to: "</figure>")
    #expect(
      chart.contains("Revised: <a href=\"../../datasets/trade/#revisions\">the edition of 1 June 2025 states 1 figure"))
    #expect(!part(page, from: "id=\"japan\"", to: "</figure>").contains("Revised:"))
    let section = part(page, from: "<section class=\"part revisions\">", to: "</section>")
    #expect(section.contains("<a href=\"#partners\">South Korea was ahead of Japan</a>"))
    #expect(!section.contains("#japan"))
  }

  @Test(
    "a translation says it in its language",
    arguments: [
      ("ja", "その後の改定・除外", "2025年6月1日版"), ("ko", "이후 개정되거나 빠진 수치", "2025년 6월 1일판"), ("zh", "此后的修订与删减", "2025年6月1日版"),
    ])
  func languages(code: String, heading: String, edition: String) async throws {
    let site = try site(
      body: "It was {{ gap usd }}.\n",
      [
        "Content/briefings/2025-04-28-trade.\(code).md": "---\ntitle: T\nsummary: S.\n---\n{{ gap usd }}\n",
        "Content/index.ko.md": "---\ntitle: T\nsummary: S.\n---\n",
        "Content/index.zh.md": "---\ntitle: T\nsummary: S.\n---\n",
        "Content/site.yml": (SiteFolder.sound["Content/site.yml"] ?? "").replacing(
          "[en, ja]", with: "[en, ja, ko, zh]"),
      ])
    #expect(errors(await site.build()) == [])
    let page = try site.text("\(code)/\(EditionTests.page)")
    #expect(page.contains("<h2>\(heading)</h2>"))
    #expect(page.contains(edition))
  }

  @Test("a dataset's page lists its editions and what each revised, with files of both")
  func datasetPage() async throws {
    let site = try site()
    #expect(await site.build().isComplete)
    let page = try site.text("datasets/trade/index.html")
    #expect(page.contains("First estimates."))
    #expect(page.contains("href=\"../../data/trade-2025-03-01.csv\""))
    #expect(try site.text("data/trade-2025-03-01.csv").hasPrefix("year,partner,total\n2023,KOR,310700000000\n"))
    let section = part(page, from: "<section class=\"part revisions\" id=\"revisions\">", to: "</section>")
    #expect(section.contains("1 figure revised, 0 rows added, 1 row no longer there."))
    #expect(section.contains("<th scope=\"row\">2024, KOR</th><td>total</td>"))
    for cell in ["328,080,000,000", "338,080,000,000", "+10,000,000,000", "+3.05%"] {
      #expect(section.contains("<td class=\"number\">\(cell)</td>"), "\(cell)")
    }
    #expect(
      try site.text("data/trade-revisions.csv") == """
        from,to,year,partner,field,old,new,change,change_percent
        2025-03-01,2025-06-01,2024,KOR,total,328080000000,338080000000,10000000000,3.0480370641306997

        """)
    let early = try self.site()
    #expect(await early.build(on: "2025-05-01").isComplete)
    #expect(try early.output()["data/trade-revisions.csv"] == nil)
    #expect(try !early.text("datasets/trade/index.html").contains("Editions"))
  }

  @Test("the home page's figures lead to their data too")
  func home() async throws {
    let site = try SiteFolder([
      "Content/index.md": """
      ---
      title: Home
      summary: Trade was {{ ck usd }}.
      values: {ck: 'trade.total[partner=KOR, year=2024]'}
      headline: [{label: Trade, value: ck usd, detail: 'or {{ ck integer }}'}]
      ---
      """,
      "Content/index.ja.md": "---\ntitle: T\nsummary: S.\n---\n",
    ])
    #expect(errors(await site.build()) == [])
    let page = try site.text("index.html")
    #expect(page.contains("<p class=\"figure-value\"><a class=\"value\" href=\"#value_ck\">$328.1 billion</a></p>"))
    #expect(page.contains("<div id=\"value_ck\"><dt>$328.1 billion · 328,080,000,000</dt>"))
    #expect(page.contains("<meta name=\"description\" content=\"Trade was $328.1 billion.\">"))
  }
}

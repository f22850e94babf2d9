// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Build

@Suite("Lines within the text")
struct SparkTests {
  private static let query =
    "```query sums\nSELECT year, sum(total) AS total, 'a' AS word FROM trade GROUP BY year\n```\n"

  private func site(_ text: String) throws -> SiteFolder {
    try SiteFolder([
      "Content/briefings/2025-04-28-trade.md": SiteFolder.briefing(body: Self.query + text + "\n"),
      "Content/briefings/2025-04-28-trade.ja.md":
        "---\ntitle: 題\nsummary: 要約。\n---\n増えた{{ spark sums.total usd }}。\n",
    ])
  }

  @Test("a column of a query is drawn as a line of a word's size, and told in words, in each language")
  func drawn() async throws {
    let site = try site("It rose {{ spark sums.total usd }} fast.")
    #expect(errors(await site.build()) == [])
    let page = try site.text("briefings/2025-04-28-trade/index.html")
    #expect(page.contains("<p>It rose <svg class=\"spark\" viewBox=\"0 0 240 46\" role=\"img\" aria-label=\""))
    #expect(page.contains("from $310.7 billion in 2023 to $636.4 billion in 2024"))
    #expect(try site.text("ja/briefings/2025-04-28-trade/index.html").contains("3,107億ドル"))
  }

  @Test(
    "a line that cannot be drawn is an error at its place",
    arguments: [
      ("spark", "spark-columns"), ("spark sums", "spark-columns"), ("spark sum.total", "sql-table"),
      ("spark sums.totl", "sql-column"), ("spark sums.word", "spark-columns"),
      ("spark sums.total usb", "format-unknown"),
    ])
  func faults(_ text: String, _ rule: String) async throws {
    let faults = errors(await (try site("It {{ \(text) }}.")).build())
    #expect(faults.contains { $0.hasPrefix("Content/briefings/2025-04-28-trade.md:") && $0.hasSuffix(rule) })
  }
}

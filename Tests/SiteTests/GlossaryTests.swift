// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Build

@Suite struct GlossaryTests {
  private let glossary = [
    "Content/glossary.md": "---\ntitle: Glossary\nsummary: What is computed how.\nkind: glossary\n---\nWords first.\n"
  ]

  private func chart(_ lines: String) -> String {
    """
    ```chart
    id: partners
    type: bar
    x: partner
    y: total
    title: South Korea was ahead of Japan
    subtitle: China's goods trade with each partner, 2024
    \(lines)
    ```

    """
  }

  @Test("the glossary has an entry for each indicator, under an anchor that links and the contents use")
  func page() async throws {
    let site = try SiteFolder(glossary)
    try site.write("Content/topics/more.md", "---\ntitle: T\nsummary: S.\n---\nSee [RCA](../glossary.md#rca).\n")
    #expect(errors(await site.build()) == [])
    let html = try site.text("glossary/index.html")
    #expect(html.contains("<p>Words first.</p>"))
    #expect(html.contains("<section class=\"indicator\" id=\"trade_intensity_excluding_reporter\">"))
    #expect(html.contains("<a href=\"#moving-average\">Moving average</a>"))
    for text in [
      "(x<sub>ik</sub> / x<sub>i</sub>) / (x<sub>wk</sub> / x<sub>w</sub>)", "Laursen, DRUID Working Paper 98-30",
      "When it is null",
    ] {
      #expect(html.contains(text))
    }
    #expect(try site.text("topics/more/index.html").contains("href=\"../../glossary/#rca\""))
  }

  @Test("a link to an indicator that is none is an error with the nearest")
  func deadAnchor() async throws {
    let site = try SiteFolder(glossary)
    try site.write("Content/topics/more.md", "---\ntitle: T\nsummary: S.\n---\n[RCA](../glossary.md#rcca)\n")
    let found = (await site.build()).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.rule) == ["link-anchor"])
    #expect(found.first?.hint == "did you mean 'rca'?")
  }

  @Test("a chart that uses an indicator names its variant and links to the glossary, from a query block too")
  func variants() async throws {
    let body =
      chart("data: trade\nwhere: year = 2024\ntransform: share")
      + "```query concentration\nSELECT 'all' AS partner, hhi(total) AS total FROM trade WHERE year = 2024\n```\n\n"
      + chart("data: concentration").replacing("id: partners", with: "id: hhi")
      .replacing("with each partner, 2024", with: "with its partners, index of concentration, 2024")
    let site = try SiteFolder(glossary)
    try site.write("Content/briefings/2025-04-28-trade.md", SiteFolder.briefing(body: body))
    let result = await site.build()
    #expect(errors(result) == [])
    let html = try site.text("briefings/2025-04-28-trade/index.html")
    #expect(html.contains("<a href=\"../../glossary/#share\">Share of the total shown</a>: x<sub>k</sub> / Σ x</p>"))
    #expect(html.contains("<a href=\"../../glossary/#hhi\">Herfindahl–Hirschman index</a>: H = Σ s²</p>"))
    #expect(try site.text("charts/hhi.csv").contains("0.500"))
  }

  @Test("without a glossary the variant stands there all the same")
  func withoutGlossary() async throws {
    let site = try SiteFolder()
    try site.write(
      "Content/briefings/2025-04-28-trade.md",
      SiteFolder.briefing(body: chart("data: trade\nwhere: year = 2024\ntransform: rank")))
    #expect(errors(await site.build()) == [])
    let html = try site.text("briefings/2025-04-28-trade/index.html")
    #expect(html.contains("<p class=\"figure-note figure-variant\">Rank, 1 = largest: "))
  }

  @Test("a translated chart keeps the original's transform and names it in its own language")
  func translation() async throws {
    let site = try SiteFolder(glossary)
    let original = SiteFolder.briefing(body: chart("data: trade\nwhere: year = 2024\ntransform: share"))
    try site.write("Content/briefings/2025-04-28-trade.md", original)
    try site.write(
      "Content/briefings/2025-04-28-trade.ja.md",
      """
      ---
      title: 韓国が日本を上回る
      summary: 要約。
      original: \(fingerprint(Array(original.utf8)))
      ---
      ```chart
      id: partners
      title: 韓国が日本を上回る
      subtitle: 中国との貿易、2024年
      ```
      """)
    #expect(errors(await site.build()) == [])
    let html = try site.text("ja/briefings/2025-04-28-trade/index.html")
    #expect(html.contains("<a href=\"../../../glossary/#share\">構成比</a>：x<sub>k</sub> / Σ x</p>"))
  }
}

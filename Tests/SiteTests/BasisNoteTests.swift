// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import Build

@Suite struct BasisNoteTests {
  private let countries = """
      - name: countries
        title: Countries
        path: countries.csv
        publisher: Desk
        retrieved: 2025-04-20
        sources: [{title: Desk}]
        licenses: [{name: CC0-1.0}]
        schema:
          fields: [{name: code, type: string}, {name: name_en, type: string}, {name: name_ja, type: string}]

    """

  /// The notes below the chart of a page, in English and in Japanese.
  private func notes(
    _ more: String, subtitle: String? = nil, valuation: String = "Exports FOB, imports CIF.",
    format: String = "usd"
  ) async throws -> [String] {
    let chart = SiteFolder.chart.replacing(
      "subtitle: China's goods trade with each partner, US dollars, 2024\n",
      with:
        "subtitle: \(subtitle ?? "China's goods trade with each partner, US dollars, 2024")\n\(more.isEmpty ? "" : more + "\n")"
    ).replacing("format: usd", with: "format: \(format)")
    let package = SiteFolder.package.replacing(
      "publisher: Customs\n", with: "publisher: Customs\n    reporter: CHN\n    valuation: \(valuation)\n")
    let original = SiteFolder.briefing(body: chart)
    let site = try SiteFolder([
      "Content/Data/datapackage.yaml": package + countries,
      "Content/Data/countries.csv": "code,name_en,name_ja\nCHN,China,中国\n",
      "Content/briefings/2025-04-28-trade.md": original,
      "Content/briefings/2025-04-28-trade.ja.md":
        "---\ntitle: 貿易\nsummary: 要約。\n---\n```chart\nid: partners\ntitle: 韓国が日本を上回る\nsubtitle: 中国の対韓・対日輸出額、ドル、2024年\n```\n",
    ])
    #expect(errors(await site.build()) == [])
    return try ["", "ja/"].map { folder in
      let html = try site.text("\(folder)briefings/2025-04-28-trade/index.html")
      let found = html.firstMatch(of: /<p class="figure-note">(.*?)<\/p>/).map { String($0.1) }
      return found ?? ""
    }
  }

  @Test("a note names whose statistics they are and how goods are valued, in the page's language")
  func whole() async throws {
    let found = try await notes("")
    #expect(found == ["Note: As China reports it: exports FOB, imports CIF.", "注：中国側の統計（輸出はFOBベース）。"])
  }

  @Test("an author's note goes first, and what it says is not said again")
  func said() async throws {
    #expect(
      try await notes("note: As China reports it").first == "Note: As China reports it. Exports FOB, imports CIF.")
    #expect(try await notes("note: Imports are CIF").first == "Note: Imports are CIF. As China reports it.")
    #expect(try await notes("note: As China reports it, FOB.").first == "Note: As China reports it, FOB.")
  }

  @Test("only the direction of trade that the texts speak of is valued, and only by the customs' terms")
  func direction() async throws {
    let subtitle = "China’s imports from each partner, US dollars, 2024"
    #expect(try await notes("", subtitle: subtitle).first == "Note: As China reports it: imports CIF.")
    let american = "General imports at customs value; total exports FAS."
    #expect(
      try await notes("", subtitle: subtitle, valuation: american).first
        == "Note: As China reports it: imports at customs value.")
    #expect(try await notes("", valuation: "Not applicable.") == ["", ""])
    #expect(try await notes("", format: "percent") == ["", ""])
  }
}

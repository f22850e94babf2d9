// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Build

@Suite("Figures typed by hand")
struct TypedFigureTests {
  private static let page = "Content/briefings/2025-04-28-trade.md"

  private func warnings(_ files: [String: String]) async throws -> [Diagnostic] {
    await (try SiteFolder(files).build()).diagnostics.filter { $0.rule.hasPrefix("figure-") }
  }

  private func inBody(_ body: String, shown: String = "It was {{ gap usd }}, a {{ share percent }} lead.") async throws
    -> [Diagnostic]
  {
    let text = SiteFolder.briefing(body: "\(shown)\n\n\(body)\n")
      .replacing("  gap: :ck - :cj", with: "  gap: :ck - :cj\n  share: :ck / :cj - 1\n  loss: :cj - :ck")
    return try await warnings([Self.page: text])
  }

  @Test("a value that is typed is named, with its place and what to write")
  func typed() async throws {
    let body = "Trade came to **$328.1** billion, and $19.81 billion more."
    let text = SiteFolder.briefing(body: body + "\n")
    let found = try await warnings([Self.page: text])
    #expect(found.map(\.rule) == ["figure-typed", "figure-typed"])
    #expect(found.map(\.severity) == [.warning, .warning])
    #expect(
      found.map { "\($0.place.line):\($0.place.column)" }
        == [position(of: "$328.1", in: text), position(of: "$19.81", in: text)])
    #expect(
      found.map(\.message) == [
        "'$328.1 billion' is typed by hand; it is the value 'ck'",
        "'$19.81 billion' is typed by hand; it is the value 'gap'",
      ])
    #expect(found[0].hint == "write {{ ck usd }}, which changes with the data")
  }

  @Test("a figure that the value is no longer is named with the value")
  func stale() async throws {
    let found = try await inBody("It came to $329.5 billion.")
    #expect(found.map(\.rule) == ["figure-stale"])
    #expect(found[0].message == "'$329.5 billion' is typed by hand; the value 'ck' is $328.1 billion")
    #expect(
      found[0].hint
        == "write {{ ck usd }}, or where it is another figure, typed: ['$329.5 billion'] in the front matter")
  }

  @Test(
    "text that only looks like a value is left alone",
    arguments: [
      "A duty of 25% and one of 10% since 2024.", "Section 328.1 of the act", "It costs `$328.1 billion`.",
      "[It reached $328.1 billion](https://a.example/)", "> It reached $328.1 billion.", "“It reached $328.1 billion.”",
      "A note.[^n]\n\n[^n]: $328.1 billion.", "    $328.1 billion", "328.1 km away", "€328.1 billion", "328.1%",
      "$328.1 million", "more than $330 billion", "about $329.5 billion", "On 28 April 2025, at 6:42.", "6.5%",
    ])
  func quiet(_ body: String) async throws { #expect(try await inBody(body) == []) }

  @Test("figures of titles, summaries, key points and charts are found where they stand in the file")
  func frontMatter() async throws {
    let chart = SiteFolder.chart.replacing("title: South", with: "title: At $328.1 billion, South")
    let text = SiteFolder.briefing(title: "Trade of $328.1 billion", body: chart)
      .replacing(
        "summary: A test.",
        with:
          "summary: >-\n  A test of a summary that is folded\n  and says $308.3 billion.\npoints:\n  - >-\n    One and\n    **$308.3 billion**"
      )
    let found = try await warnings([Self.page: text])
    #expect(
      found.map { "\($0.place.line):\($0.place.column)" } == [
        position(of: "328.1 billion\nsummary", in: text), position(of: "308.3 billion.", in: text),
        position(of: "308.3 billion**", in: text), position(of: "328.1 billion, South", in: text),
      ])
  }

  @Test("a negative value is written without its sign")
  func sign() async throws {
    let found = try await inBody("It fell by $19.81 billion.", shown: "{{ loss usd }}")
    #expect(found.map(\.hint) == ["write a value 'abs(:loss)', which changes with the data"])
  }

  @Test("a whole per cent is compared where the page shows its value so")
  func wholePercent() async throws {
    let shown = "A {{ share percent 0 }} lead, {{ part percent 0 }} of the total."
    let text = SiteFolder.briefing(body: "\(shown) It is 94% and not 95% or 93%.\n")
      .replacing("  gap: :ck - :cj", with: "  gap: :ck - :cj\n  share: :ck / :cj - 1\n  part: :cj / :ck")
    let found = try await warnings([Self.page: text])
    #expect(found.map(\.message) == ["'94%' is typed by hand; it is the value 'part'"])
    #expect(found.first?.hint == "write {{ part percent 0 }}, which changes with the data")
  }

  @Test("figures that are meant to be typed are listed in the front matter")
  func meant() async throws {
    let text = SiteFolder.briefing(body: "It came to $329.5 billion and $328.1 billion.\n")
      .replacing("topics:", with: "typed: ['$329.5 billion', '328.1']\ntopics:")
    #expect(try await warnings([Self.page: text]) == [])
  }

  @Test("a translation's figures are compared with its original's values")
  func translation() async throws {
    let found = try await warnings([
      "Content/briefings/2025-04-28-trade.ja.md":
        "---\ntitle: 貿易\nsummary: 要約。\n---\n貿易額は3,281億ドルだった。\\$3,295億ドル、3,295億円。\n"
    ])
    #expect(
      found.map { "\($0.place.line):\($0.place.column) \($0.rule)" } == ["5:5 figure-typed", "5:17 figure-stale"])
    #expect(found.first?.hint == "write {{ ck usd }}, which changes with the data")
  }

  @Test("a page without values is not looked at")
  func without() async throws {
    #expect(try await warnings(["Content/about.md": "---\ntitle: A\nsummary: S\n---\n$328.1 billion\n"]) == [])
  }
}

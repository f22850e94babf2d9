// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Testing

@testable import Build

/// One mistake of an editor: the files it is in, the rule it breaks, and a marker at which the error has to point.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let path: String
  let text: String
  let rule: String
  /// The text at which the error points; nil for the file as a whole.
  let marker: String?

  init(_ name: String, in path: String, _ text: String, _ rule: String, at marker: String?) {
    self.name = name
    self.path = path
    self.text = text
    self.rule = rule
    self.marker = marker
  }

  var testDescription: String { name }
}

private let page = "Content/briefings/2025-04-28-trade.md"

private func front(_ lines: String, body: String = "") -> String {
  "---\ntitle: T\nsummary: S.\ndate: 2025-04-28\n\(lines)\n---\n\(body)"
}

private func chart(_ changes: (String, String)) -> String {
  front("topics: [trade]", body: SiteFolder.chart.replacing(changes.0, with: changes.1))
}

@Suite("Bad input")
struct BadInputTests {
  static let mistakes: [Mistake] = [
    Mistake("no front matter", in: page, "Hello\n", "front-matter-missing", at: "Hello"),
    Mistake("unclosed front matter", in: page, "---\ntitle: T\n", "front-matter-unclosed", at: "---"),
    Mistake("a key misspelt", in: page, front("sumary: x"), "settings-unknown-key", at: "sumary"),
    Mistake(
      "a date that is none", in: page, "---\ntitle: T\nsummary: S\ndate: 2025-02-30\n---\n", "settings-date",
      at: "2025-02-30"),
    Mistake("a missing title", in: page, "---\nsummary: S\ndate: 2025-04-28\n---\n", "settings-missing", at: "summary"),
    Mistake("broken YAML", in: page, front("topics: [trade"), "yaml-syntax", at: nil),
    Mistake("an unknown topic", in: page, front("topics: [trad]"), "topic-unknown", at: "trad]"),
    Mistake("an unknown table", in: page, front("values:\n  a: trad.total[year=2024]"), "sql-table", at: "trad.total"),
    Mistake(
      "an unknown column", in: page, front("values:\n  a: SELECT max(totl) FROM trade"), "sql-column", at: "totl"),
    Mistake("a lookup of two rows", in: page, front("values:\n  a: trade.total[year=2024]"), "lookup-rows", at: nil),
    Mistake("an unknown value", in: page, front("values: {a: '1'}", body: "x {{ b }} y"), "value-unknown", at: "{{ b"),
    Mistake(
      "an unknown format", in: page, front("values: {a: '1'}", body: "x {{ a dollars }} y"), "format-unknown",
      at: "{{ a"),
    Mistake("a value left open", in: page, front("values: {a: '1'}", body: "x {{ a y"), "value-open", at: "{{ a"),
    Mistake("a name that is none", in: page, front("values: {Big: '1'}"), "value-name", at: "Big"),
    Mistake("SQL that writes", in: page, front("values:\n  a: DELETE FROM trade"), "sql-write", at: nil),
    Mistake("SQL that attaches", in: page, front("", body: "```query q\nATTACH 'x' AS y\n```\n"), "sql-write", at: nil),
    Mistake(
      "SQL that never ends", in: page,
      front(
        "",
        body: "```query q\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n\n```\n"),
      "sql-step-limit", at: nil),
    Mistake("a false claim", in: page, SiteFolder.briefing(claim: ":ck < :cj"), "claim-false", at: "\":ck <"),
    Mistake("a claim that is null", in: page, SiteFolder.briefing(claim: ":ck > NULL"), "claim-false", at: "\":ck >"),
    Mistake("a dead link", in: page, front("", body: "See [it](../about.md)."), "link-dead", at: "../about.md"),
    Mistake("a dead anchor", in: page, front("", body: "## One\n\nSee [it](#two)."), "link-anchor", at: "#two"),
    Mistake("a link out of the site", in: page, front("", body: "[x](../../../etc/passwd)"), "link-dead", at: "../../"),
    Mistake("a script link", in: page, front("", body: "[x](javascript:alert(1))"), "link-scheme", at: "javascript"),
    Mistake("a missing image", in: page, front("", body: "![x](../Media/no.png)"), "image-missing", at: "../Media"),
    Mistake("an unknown dataset", in: page, front("", body: "[x](dataset:trde)"), "link-dead", at: "dataset:trde"),
    Mistake("a chart of no type", in: page, chart(("type: bar", "type: pie")), "settings-choice", at: nil),
    Mistake("a chart key misspelt", in: page, chart(("subtitle:", "subtitel:")), "settings-unknown-key", at: nil),
    Mistake("a chart without rows", in: page, chart(("year = 2024", "year = 1900")), "chart-no-rows", at: nil),
    Mistake("a chart of an unknown table", in: page, chart(("data: trade", "data: trad")), "sql-table", at: nil),
    Mistake("a chart of an unknown column", in: page, chart(("y: total", "y: totl")), "chart-column", at: nil),
    Mistake("a chart's condition misspelt", in: page, chart(("year = 2024", "yer = 2024")), "sql-column", at: "yer ="),
    Mistake("a ragged row", in: "Content/Data/trade.csv", "year,partner,total\n2024,KOR\n", "csv-ragged", at: nil),
    Mistake("a wrong type", in: "Content/Data/trade.csv", "year,partner,total\n2024,KOR,n/a\n", "csv-type", at: "n/a"),
    Mistake("a CSV without rows", in: "Content/Data/trade.csv", "year,partner,total\n", "csv-no-rows", at: nil),
    Mistake(
      "a bad address of the site", in: "Content/site.yml", "title: T\npublisher: P\nurl: ftp:x\n", "site-url",
      at: "ftp:x"),
    Mistake(
      "a language without a home page", in: "Content/site.yml",
      "title: T\npublisher: P\nurl: https://a.b/\nlanguages: [en, ja, zh]\n", "home-missing", at: nil),
    Mistake(
      "a navigation that leads nowhere", in: "Content/site.yml",
      "title: T\npublisher: P\nurl: https://a.b/\nlanguages: [en, ja]\nnavigation: [{path: brief/, en: B}]\n",
      "link-dead", at: "{path"),
    Mistake("an unknown language", in: "Content/about.xx.md", "---\ntitle: T\nsummary: S\n---\n", "page-name", at: nil),
    Mistake(
      "a line below a headline figure that is no column of numbers", in: "Content/index.md",
      """
      ---
      title: T
      summary: S
      values: {one: 1 + 1}
      headline:
        - label: L
          value: one
          spark: SELECT 'a' AS x, 'b' AS y
      ---

      """, "spark-columns", at: "SELECT"),
    Mistake(
      "a page in a language the site has not", in: "Content/about.ko.md", "---\ntitle: T\nsummary: S\n---\n",
      "page-language", at: nil),
  ]

  @Test("every mistake is an error of its rule at its place, and nothing is written", arguments: BadInputTests.mistakes)
  func isReported(_ mistake: Mistake) async throws {
    let site = try SiteFolder([mistake.path: mistake.text])
    let result = await site.build()
    let found = result.diagnostics.filter { $0.severity == .error && $0.rule == mistake.rule }
    #expect(!found.isEmpty, "found instead: \(result.diagnostics)")
    if let marker = mistake.marker {
      let expected = "\(mistake.path):\(position(of: marker, in: mistake.text))"
      #expect(found.contains { "\($0.place)" == expected }, "expected \(expected), found \(found.map(\.place))")
    } else {
      #expect(found.allSatisfy { $0.place.path == mistake.path })
    }
    #expect(!FileManager.default.fileExists(atPath: site.root + "/Public"))
  }

  @Test("a false claim shows the sentence and the values it saw")
  func claim() async throws {
    let site = try SiteFolder([page: SiteFolder.briefing(claim: ":ck < :cj")])
    let claim = try #require(await site.build().diagnostics.first { $0.rule == "claim-false" })
    #expect(claim.message == "the data contradicts that 'Korea was larger'")
    #expect(claim.notes == [":ck < :cj is false", ":cj = 308270000000", ":ck = 328080000000"])
  }

  @Test("all mistakes of a site come at once, in order")
  func together() async throws {
    let site = try SiteFolder([
      "Content/about.md": "---\ntitle: A\nsummary: S\n---\n[x](gone.md) {{ nothing }}\n",
      page: front("sumary: x\ntopics: [none]", body: "[y](#nowhere)"),
    ])
    let rules = await site.build().diagnostics.map(\.rule)
    #expect(rules == ["link-dead", "value-unknown", "settings-unknown-key", "topic-unknown", "link-anchor"])
  }

  @Test("two pages on one path are named together")
  func collision() async throws {
    let site = try SiteFolder([
      "Content/about.md": "---\ntitle: A\nsummary: S\n---\n",
      "Content/about/index.md": "---\ntitle: B\nsummary: S\n---\n",
    ])
    let fault = try #require(await site.build().diagnostics.first { $0.rule == "path-taken" })
    #expect(fault.notes == ["made by Content/about/index.md", "made by Content/about.md"])
  }

  @Test("two charts of one id are an error, wherever they are")
  func chartIds() async throws {
    let other = "Content/briefings/2025-04-29-other.md"
    let site = try SiteFolder([page: front("", body: SiteFolder.chart), other: front("", body: SiteFolder.chart)])
    #expect(errors(await site.build()).contains { $0.hasSuffix("chart-id") })
  }

  @Test("an empty Content folder, and none, say what to do")
  func noContent() async throws {
    let none = try SiteFolder(SiteFolder.sound.mapValues { _ in "" })
    #expect(errors(await none.build()) == ["Content content-missing"])
    try FileManager.default.createDirectory(atPath: none.root + "/Content", withIntermediateDirectories: true)
    #expect(errors(await none.build()) == ["Content content-empty"])
  }

  @Test("a link that leads out of the folder is an error")
  func symlink() async throws {
    let site = try SiteFolder()
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Content/outside.md", withDestinationPath: "/etc/hostname")
    #expect(errors(await site.build()) == ["Content/outside.md path-outside"])
  }

  @Test("a page that is not UTF-8, or of 50 MB, is an error within seconds", .timeLimit(.minutes(1)))
  func hugeAndForeign() async throws {
    let site = try SiteFolder()
    try site.write("Content/latin.md", Array("---\ntitle: T\nsummary: S\n---\ncaf".utf8) + [0xE9])
    try site.write(
      "Content/huge.md", "---\ntitle: T\nsummary: S\n---\n" + String(repeating: "word and word\n", count: 3_600_000))
    let found = errors(await site.build())
    #expect(found.contains { $0.hasPrefix("Content/latin.md:5:4 ") })
    #expect(found.contains { $0.hasPrefix("Content/huge.md") })
  }
}

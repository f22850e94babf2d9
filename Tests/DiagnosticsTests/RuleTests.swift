// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import Diagnostics

/// The project's folder, in which these tests read sources and documentation.
private let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

@Suite("The list of rules")
struct RuleTests {
  /// Every rule id that the sources name where they report it, with the severities that they give it; and all that
  /// stands in quotes. An id that is chosen first and reported later is found by an assertion where it is reported.
  private static let (emitted, quoted): ([String: Set<String>], Set<String>) = {
    var found: [String: Set<String>] = [:]
    var quoted: Set<String> = []
    let files = FileManager.default.enumerator(at: top.appending(path: "Sources"), includingPropertiesForKeys: nil)
    let pattern = /(?:\.(error|warning|note)|Diagnostic)\(\s*(?:\.(error|warning|note),\s*)?"([a-z0-9-]+)"/
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "swift" {
      // The list itself is written in the same words.
      if file.path.contains("/Diagnostics/Rules/") { continue }
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      for match in text.matches(of: pattern) {
        found[String(match.3), default: []].insert(String(match.1 ?? match.2 ?? ""))
      }
      quoted.formUnion(text.matches(of: /"([a-z]+(?:-[a-z0-9]+)+)"/).map { String($0.1) })
    }
    return (found, quoted)
  }()

  @Test("every rule that a module reports is in the list, and every rule of the list is reported somewhere")
  func isComplete() {
    #expect(Self.emitted.count > 150, "the search for rule ids finds too few of them")
    let listed = Set(Rule.all.map(\.id))
    #expect(listed.count == Rule.all.count, "an id is there twice")
    #expect(Set(Self.emitted.keys).subtracting(listed).sorted() == [], "add a line to Sources/Diagnostics/Rules")
    #expect(listed.subtracting(Self.quoted).sorted() == [], "take the line out of Sources/Diagnostics/Rules")
  }

  @Test("the level of a rule is one that it is reported with, the heavier of two")
  func levels() {
    for rule in Rule.all where Self.emitted[rule.id] != nil {
      let heaviest = ["error", "warning", "note"].first { Self.emitted[rule.id]?.contains($0) == true }
      #expect(rule.level.rawValue == heaviest, "\(rule.id)")
      if !rule.isAdjustable { #expect(rule.level == .error, "\(rule.id)") }
    }
  }

  @Test("ids are in kebab case, and a rule is explained in a sentence")
  func wording() {
    for rule in Rule.all {
      #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil, "\(rule.id)")
      #expect(rule.summary.hasSuffix(".") && rule.summary.count < 120, "\(rule.id)")
    }
    #expect(Rule.all.filter { $0.field == .charts }.allSatisfy { $0.id.hasPrefix("chart-") })
    #expect(Rule.all.filter { $0.field != .charts }.allSatisfy { !$0.id.hasPrefix("chart-") })
  }
}

@Suite("The documentation of the rules")
struct RuleDocumentationTests {
  private let folder = top.appending(path: "docs/rules")

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test("every rule of a chart has its page, and every page its rule")
  func pages() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("chart-") }
    #expect(pages.sorted() == Rule.all.filter { $0.field == .charts }.map { $0.id + ".md" }.sorted())
  }

  @Test(
    "a page says what is wrong, how much it weighs, why, and how to mend it",
    arguments: Rule.all.filter { $0.field == .charts })
  func content(_ rule: Rule) throws {
    let page = try text("\(rule.id).md")
    let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.hasPrefix("# \(rule.id) \(rule.summary) "))
    let level = rule.isAdjustable ? "\(rule.level.rawValue); [`checks` in site.yml](README.md)" : "Always an error:"
    #expect(page.contains(level))
    #expect(page.contains("\n## Why\n\n") && page.contains("\n## How to mend it\n\n"))
  }

  @Test("the tests that hold what has no rule are there")
  func namedTests() throws {
    let page = try text("README.md")
    let start = try #require(page.range(of: "## The chart rules, row by row")).upperBound
    let end = try #require(page.range(of: "<!-- made from")).lowerBound
    let named = page[start..<end].matches(of: /`(\w+)\.(\w+)`/)
    #expect(named.count > 20)
    let tests = FileManager.default.enumerator(at: top.appending(path: "Tests"), includingPropertiesForKeys: nil)
    let files = tests?.compactMap { $0 as? URL } ?? []
    for name in named {
      let isThere = files.contains { file in
        file.deletingPathExtension().lastPathComponent == name.1
          && (try? String(contentsOf: file, encoding: .utf8))?.contains(" \(name.2)(") == true
      }
      #expect(isThere, "\(name.0)")
    }
  }

  /// `RECORD=1` writes the table anew.
  @Test("the page of all rules is made from the list")
  func table() throws {
    let page = try text("README.md")
    let start = try #require(page.range(of: "<!-- made from Sources/Diagnostics/Rules -->\n")).upperBound
    let made = String(page[..<start]) + RuleDocumentationTests.table
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try made.write(to: folder.appending(path: "README.md"), atomically: true, encoding: .utf8)
    } else {
      #expect(page == made, "run this test with RECORD=1")
    }
  }

  private static let table = Rule.Field.allCases.map { field in
    "\n## \(field.rawValue)\n\n| rule | level | what it finds |\n|---|---|---|\n"
      + Rule.all.filter { $0.field == field }.map { rule in
        let name = field == .charts ? "[`\(rule.id)`](\(rule.id).md)" : "<a id=\"\(rule.id)\"></a>`\(rule.id)`"
        return "| \(name) | \(rule.level.rawValue)\(rule.isAdjustable ? " \\*" : "") | \(rule.summary) |\n"
      }.joined()
  }.joined()
}

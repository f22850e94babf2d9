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

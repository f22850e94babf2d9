// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Settings

@Suite("Settings")
struct SettingsTests {
  private func read(_ yaml: String) throws -> Setting {
    try #require(try Setting(yaml: yaml, at: Place("a.yml", line: 2, column: 1)))
  }

  @Test("places count from where the text begins in its file")
  func places() throws {
    var fields = Fields(of: try read("title: A\nsumary: B\n"), as: "front matter")
    _ = fields.text("title")
    _ = fields.text("summary")
    #expect(
      fields.finish() == [
        .error(
          "settings-unknown-key", "front matter has no key 'sumary'", at: Place("a.yml", line: 3, column: 1),
          hint: "did you mean 'summary'?")
      ])
  }

  @Test("scalars stay text until a field gives them a type")
  func scalars() throws {
    var fields = Fields(of: try read("country: NO\nn: 3\nb: yes\nd: 2025-04-28"), as: "a page")
    #expect(fields.text("country") == "NO")
    #expect(fields.integer("n") == 3)
    #expect(fields.bool("b") == true)
    #expect(fields.text("d") == "2025-04-28")
    #expect(fields.finish().isEmpty)
  }

  @Test("a wrong type is an error at the value, and says what was given")
  func types() throws {
    var fields = Fields(of: try read("n: three\ntitle: {{ x }}\n"), as: "a page")
    _ = fields.integer("n")
    _ = fields.text("title")
    let faults = fields.finish()
    #expect(
      faults.map(\.message) == ["'n' has to be a whole number, not 'three'", "'title' has to be text, not a mapping"])
    #expect(faults.map(\.place) == [Place("a.yml", line: 2, column: 4), Place("a.yml", line: 3, column: 8)])
    #expect(faults[1].hint == "quote a text that begins with '{{'")
  }

  @Test("a required text that is missing is named")
  func missing() throws {
    var fields = Fields(of: try read("a: 1"), as: "a chart")
    _ = fields.text("a")
    _ = fields.requiredText("id")
    #expect(fields.finish().map(\.message) == ["a chart needs 'id'"])
  }

  @Test("broken YAML and duplicate keys have a place", arguments: ["a: [1\nb: 2", "a: 1\na: 2", "a: b: c", "\"x"])
  func syntax(_ yaml: String) {
    #expect(throws: Diagnostic.self) { try Setting(yaml: yaml, at: Place("a.yml", line: 5, column: 1)) }
    do { _ = try Setting(yaml: yaml, at: Place("a.yml", line: 5, column: 1)) } catch {
      #expect(error.place.path == "a.yml")
      #expect(error.place.line >= 5)
    }
  }

  @Test("aliases cannot grow a document without bound", .timeLimit(.minutes(1)))
  func bomb() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      yaml += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(throws: Diagnostic.self) { try Setting(yaml: yaml, at: Place("a.yml")) }
  }
}

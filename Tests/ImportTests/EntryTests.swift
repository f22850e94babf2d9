// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Testing

@testable import Import

@Suite("the entry")
struct EntryTests {
  private let entry = ["name: trade", "path: trade.csv"]

  private func appended(_ descriptor: String?, name: String = "trade") throws -> String {
    try append(entry, name: name, to: descriptor, path: "datapackage.yaml")
  }

  private func fault(_ descriptor: String, name: String = "trade") -> Diagnostic? {
    do {
      _ = try append(["name: \(name)"], name: name, to: descriptor, path: "datapackage.yaml")
      return nil
    } catch {
      return error
    }
  }

  @Test("a package that is missing is made")
  func made() throws {
    #expect(try appended(nil) == "name: data\nresources:\n  - name: trade\n    path: trade.csv\n")
  }

  @Test("the entry goes to the end of the list, and every other byte stays")
  func end() throws {
    let text = "# ours\nname:   x   # odd\nresources:\n- {name: a, path: a.csv}\n- name: b\n  path: 'b.csv'"
    #expect(try appended(text) == text + "\n- name: trade\n  path: trade.csv\n")
    let indented = "resources:\n    - name: a\n      path: a.csv\n"
    #expect(try appended(indented) == indented + "    - name: trade\n      path: trade.csv\n")
    #expect(try appended("name: x\n") == "name: x\nresources:\n  - name: trade\n    path: trade.csv\n")
    #expect(try appended("resources:\n") == "resources:\n  - name: trade\n    path: trade.csv\n")
  }

  @Test("a key behind the list stays behind it, with its comment")
  func middle() throws {
    #expect(
      try appended("resources:\n  - name: a\n\n# who\ntitle: T\n")
        == "resources:\n  - name: a\n  - name: trade\n    path: trade.csv\n\n# who\ntitle: T\n")
  }

  @Test("lines that end with CR LF go on to do so")
  func lineEnds() throws {
    let text = "resources:\r\n  - name: a\r\n"
    #expect(try appended(text) == text + "  - name: trade\r\n    path: trade.csv\r\n")
    let mixed = "title: T\nresources:\r\n  - name: a\n  - name: b\r\n"
    #expect(try appended(mixed) == mixed + "  - name: trade\r\n    path: trade.csv\r\n")
  }

  @Test("line ends that only YAML counts are refused or read, and never crash")
  func rareLineEnds() {
    for end in ["\r", "\u{85}", "\u{2028}"] {
      let text = "title: T\(end)\(end)\(end)\nresources:\n  - name: a\(end)\n  - name: b\n"
      do { #expect(try appended(text).contains("- name: trade")) } catch { #expect(error is Diagnostic) }
    }
  }

  @Test("a name that is there is refused at its entry")
  func taken() {
    let found = fault("resources:\n  - path: a.csv\n    name: Trade\n")
    #expect(found?.short == "datapackage.yaml:2:5 import-exists")
    #expect(found?.message == "there is a resource 'trade' already")
  }

  @Test(
    "a list in brackets, and a package that is no mapping, are refused",
    arguments: [
      "resources: [{name: a}]\n", "resources: []\n", "{\"resources\": [{\"name\": \"a\"}]}\n", "- a\n",
    ])
  func brackets(text: String) { #expect(fault(text)?.rule == "import-package") }

  @Test("a text is quoted where YAML would read it as something else")
  func scalars() {
    #expect(yaml("Trade in goods, by partner") == "Trade in goods, by partner")
    #expect(yaml("Exports: FOB") == "'Exports: FOB'")
    #expect(yaml("it's © here") == "it's © here")
    #expect(yaml("'quoted' text") == "'''quoted'' text'")
    #expect(yaml("no") == "'no'")
    #expect(yaml("2024") == "'2024'")
    #expect(yaml("a #b") == "'a #b'")
    #expect(yaml("two\nlines") == "two lines")
    #expect(yaml("") == "''")
  }

  @Test("a name that cannot be a table's is refused, with a better one")
  func names() {
    let folder = DataFolder(root: NSTemporaryDirectory() + "briefing-nowhere")
    for (name, hint) in [("China-Trade", "use 'china_trade'"), ("2024", nil), ("../x", nil), ("", nil)]
      as [(String, String?)]
    {
      do {
        try folder.checkName(name)
        Issue.record("'\(name)' was accepted")
      } catch {
        #expect(error.rule == "import-name")
        #expect(error.hint == hint)
      }
    }
  }

  @Test("a write that fails leaves neither the table nor the entry; a table of other rows is not replaced")
  func allOrNothing() throws {
    let root = NSTemporaryDirectory() + "briefing-import-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: root) }
    let data = root + "/Content/Data"
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    try "other\n1\n".write(toFile: data + "/taken.csv", atomically: true, encoding: .utf8)
    let folder = DataFolder(root: root)
    func new(_ name: String) -> Import {
      Import(name: name, csv: Array("year,value\n2024,1\n".utf8), entry: ["name: \(name)"], understanding: "")
    }
    #expect(throws: Diagnostic.self) { try folder.write(new("taken")) }
    #expect(try String(contentsOfFile: data + "/taken.csv", encoding: .utf8) == "other\n1\n")
    #expect(!FileManager.default.fileExists(atPath: data + "/datapackage.yaml"))
    // A folder where the package should be: it can be neither read nor replaced.
    try FileManager.default.createDirectory(atPath: data + "/datapackage.yaml", withIntermediateDirectories: true)
    #expect(throws: Diagnostic.self) { try folder.write(new("fresh")) }
    #expect(!FileManager.default.fileExists(atPath: data + "/fresh.csv"))
  }
}

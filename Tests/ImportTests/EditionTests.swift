// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Testing

@testable import Import

@Suite("A newer edition of a table")
struct EditionTests {
  private func advanced(_ descriptor: String, to day: String = "2025-04-01") throws -> String {
    let published = try #require(Period(day))
    return try advance(
      "trade", in: descriptor, published: published, retrieved: Period("2025-04-02") ?? published,
      former: "vintages/trade-2025-01-10.csv", path: "datapackage.yaml")
  }

  private func fault(_ descriptor: String, to day: String = "2025-04-01") -> String? {
    do {
      _ = try advanced(descriptor, to: day)
      return nil
    } catch {
      return (error as? Diagnostic).map { "\($0.place) \($0.rule)" }
    }
  }

  @Test("the former edition goes into the list of vintages, and every other byte stays")
  func list() throws {
    let head =
      "# ours\nresources:\n  - name: other\n    path: o.csv\n  - name: trade # the best\n    title:   'T'  # odd\n"
    let tail = "    schema:\n      fields: [{name: year}]\n\n# the end\ntitle: T\n"
    #expect(
      try advanced(head + "    published: 2025-01-10  # first\n    retrieved: '2025-01-11'\n" + tail)
        == head + """
              published: 2025-04-01  # first
              vintages:
                - published: 2025-01-10
                  path: vintages/trade-2025-01-10.csv
                  retrieved: '2025-01-11'
              retrieved: '2025-04-02'

          """ + tail)
  }

  @Test("a list that is there gets one more, with the note of the edition")
  func longer() throws {
    let text = """
      resources:
      - name: trade
        note: Provisional, and
          on two lines.
        # about the days
        published: "2025-01-10"
        retrieved: 2025-01-11
        vintages:
        - published: 2024-06-01
          path: vintages/trade-1.csv
      """
    #expect(
      try advanced(text) == """
        resources:
        - name: trade
          # about the days
          published: "2025-04-01"
          retrieved: 2025-04-02
          vintages:
          - published: "2025-01-10"
            path: vintages/trade-2025-01-10.csv
            retrieved: 2025-01-11
            note: Provisional, and
              on two lines.
          - published: 2024-06-01
            path: vintages/trade-1.csv
        """)
  }

  @Test("lines that end with CR LF go on to do so, and the entry may end the file")
  func lineEnds() throws {
    let text = "resources:\r\n  - name: trade\r\n    retrieved: 2025-01-11\r\n    published: 2025-01-10\r\n"
    let answer = try advanced(text)
    #expect(
      answer.hasSuffix(
        "    published: 2025-04-01\r\n    vintages:\r\n      - published: 2025-01-10\r\n"
          + "        path: vintages/trade-2025-01-10.csv\r\n        retrieved: 2025-01-11\r\n"))
    #expect(answer.utf8.count { $0 == 13 } == answer.utf8.count { $0 == 10 })
  }

  @Test("what is no newer edition, or cannot be written, is refused at its place")
  func refused() {
    let entry = "resources:\n  - name: trade\n    retrieved: 2025-01-11\n"
    #expect(fault(entry) == "datapackage.yaml:2:5 data-published")
    #expect(fault(entry + "    published: 2025-04-01\n") == "datapackage.yaml:4:16 data-published")
    #expect(fault(entry + "    published: 2025-05-01\n") == "datapackage.yaml:4:16 data-published")
    #expect(fault(entry + "    published: soon\n") == "datapackage.yaml:4:16 data-published")
    #expect(
      fault("resources:\n  - {name: trade, published: 2025-01-10}\n") == "datapackage.yaml:2:5 import-package")
    #expect(
      fault(entry + "    published: 2025-01-10\n    vintages: [{published: 2024-06-01, path: x.csv}]\n")
        == "datapackage.yaml:5:15 import-package")
  }

  @Test("a write that fails leaves the present edition where it was")
  func allOrNothing() throws {
    let root = NSTemporaryDirectory() + "briefing-edition-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: root) }
    let data = root + "/Content/Data"
    try FileManager.default.createDirectory(atPath: data + "/datapackage.yaml", withIntermediateDirectories: true)
    try "old\n".write(toFile: data + "/trade.csv", atomically: true, encoding: .utf8)
    let edition = NewEdition(
      csv: Array("new\n".utf8), table: "Content/Data/trade.csv", formerBytes: Data("old\n".utf8),
      former: "Content/Data/vintages/trade-1.csv", descriptor: "", understanding: "")
    #expect(throws: Diagnostic.self) { try DataFolder(root: root).write(edition) }
    #expect(try String(contentsOfFile: data + "/trade.csv", encoding: .utf8) == "old\n")
    #expect(!FileManager.default.fileExists(atPath: data + "/vintages/trade-1.csv"))
  }
}

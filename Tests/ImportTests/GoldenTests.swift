// SPDX-License-Identifier: MIT
import Build
import Diagnostics
import Figures
import Foundation
import Templates
import Testing

@testable import Import

@Suite("goldens")
struct GoldenTests {
  @Test("every fixture has the table, the entry and the understanding on record", arguments: Fixture.all)
  func golden(fixture: Fixture) throws {
    var diagnostics: [Diagnostic] = []
    let maybe = try fixture.imported(&diagnostics)
    #expect(diagnostics == [])
    let new = try #require(maybe)
    try compare(String(decoding: new.csv, as: UTF8.self), name: "\(fixture.name).csv")
    try compare(new.entry.map { $0 + "\n" }.joined(), name: "\(fixture.name).yaml")
    try compare(new.understanding, name: "\(fixture.name).txt")
  }

  @Test("a site with all fixtures imported builds without an error")
  func builds() async throws {
    let root = NSTemporaryDirectory() + "briefing-import-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: root) }
    try FileManager.default.createDirectory(atPath: root + "/Content", withIntermediateDirectories: true)
    let settings = "title: T\nurl: https://test.example/\npublisher: Desk\ntimezone: Asia/Seoul\nlanguages: [en]\n"
    try settings.write(toFile: root + "/Content/site.yml", atomically: true, encoding: .utf8)
    try "---\ntitle: Home\nsummary: S.\n---\nHello.\n".write(
      toFile: root + "/Content/index.md", atomically: true, encoding: .utf8)
    for fixture in Fixture.all {
      var diagnostics: [Diagnostic] = []
      try DataFolder(root: root).write(try #require(try fixture.imported(&diagnostics)))
    }
    var options = BuildOptions(root: root, output: root + "/Public", threads: 2)
    options.day = Period("2026-01-15")
    let result = await buildSite(options, theme: .standard)
    #expect(result.diagnostics == [])
    #expect(result.isComplete)
    for fixture in Fixture.all {
      #expect(FileManager.default.fileExists(atPath: "\(root)/Content/Data/\(fixture.name).csv"))
    }
  }

  /// Compares with the file on record; `RECORD=1` writes it instead, never on a build server.
  private func compare(_ text: String, name: String) throws {
    let file = Fixture.folder.appending(path: "Golden/\(name)")
    let environment = ProcessInfo.processInfo.environment
    if environment["RECORD"] == "1", environment["CI"] == nil {
      try Data(text.utf8).write(to: file)
      return
    }
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("no golden '\(name)': look at the output, then RECORD=1")
      return
    }
    if recorded == text { return }
    try Data(text.utf8).write(to: Fixture.folder.appending(path: "Golden/\(name)-changed"))
    let pairs = zip(recorded.split(separator: "\n"), text.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    Issue.record("'\(name)' differs: was \(first?.0 ?? "shorter"), is \(first?.1 ?? "shorter")")
  }
}

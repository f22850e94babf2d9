// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Testing

@testable import Charts

@Suite("goldens")
struct GoldenTests {
  @Test(
    "every sample chart has the bytes on record, in every language, and breaks no rule", arguments: Language.allCases)
  func bytes(language: Language) throws {
    for sample in Samples.all(language) {
      var diagnostics: [Diagnostic] = []
      let maybe = sample.drawn(language, &diagnostics)
      let drawn = try #require(maybe, "\(sample.name): \(diagnostics)")
      #expect(diagnostics.filter { $0.rule != "chart-series-many" } == [], "\(sample.name)")
      let text = """
        <!-- wide -->
        \(drawn.wide)
        <!-- narrow -->
        \(drawn.narrow)
        <!-- description -->
        <p>\(drawn.description)</p>
        <!-- rows -->
        <p>\(drawn.data.headers.joined(separator: " | "))</p>
        \(drawn.data.rows.map { "<p>" + $0.map(\.text).joined(separator: " | ") + "</p>" }.joined(separator: "\n"))

        """
      try compare(text.replacing("><", with: ">\n<"), name: "\(sample.name).\(language.rawValue).html")
    }
  }

  @Test("a picture that stands alone has its words and its colours inside")
  func standalone() throws {
    var diagnostics: [Diagnostic] = []
    let credits = Credits(site: "Trilateral Briefing", publishers: ["Customs", "Ministry of Finance"])
    let maybe = Samples.partners(.english).drawn(.english, credits: credits, &diagnostics)
    let drawn = try #require(maybe)
    let text = String(decoding: try #require(drawn.standalone), as: UTF8.self)
    try compare(text.replacing("><", with: ">\n<"), name: "standalone.svg")
  }

  @Test("the stylesheet has the bytes on record")
  func style() throws { try compare(ChartStyle.css, name: "charts.css") }

  /// Compares with the file on record; `RECORD=1` writes it instead, never on a build server.
  private func compare(_ text: String, name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: name)
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
    try Data(text.utf8).write(to: folder.appending(path: "\(name)-changed"))
    let pairs = zip(recorded.split(separator: "\n"), text.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    Issue.record("'\(name)' differs: was \(first?.0 ?? "shorter"), is \(first?.1 ?? "shorter")")
  }
}

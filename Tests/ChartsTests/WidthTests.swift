// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Testing

@testable import Charts

@Suite("widths of texts")
struct WidthTests {
  /// Language, weight, estimate in thousandths of an em, text: the browser's tests compare them with Chromium's widths.
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Browser/widths.tsv")

  @Test("the estimates that Chromium is asked about are those of the layout")
  func estimates() throws {
    let lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
    let measured = lines.map { line in
      let parts = line.split(separator: "\t", maxSplits: 3)
      let width = TextWidth(language: Language(rawValue: String(parts[0])) ?? .english)
      let estimate = Int((width.em(parts[3], isBold: parts[1] == "600") * 1000).rounded())
      return "\(parts[0])\t\(parts[1])\t\(estimate)\t\(parts[3])"
    }
    #expect(lines.count == 500)
    let environment = ProcessInfo.processInfo.environment
    if environment["RECORD"] == "1", environment["CI"] == nil {
      return try Data((measured.joined(separator: "\n") + "\n").utf8).write(to: Self.file)
    }
    for (recorded, measured) in zip(lines, measured) { #expect(recorded == measured, "look, then RECORD=1") }
  }

  @Test("a text is measured in the weight that the stylesheet sets it in", arguments: Language.allCases)
  func weights(language: Language) throws {
    let bold = ChartStyle.css.split(separator: "\n").filter { $0.contains("font-weight:600") }
    for sample in Samples.all(language) {
      var diagnostics: [Diagnostic] = []
      for text in sample.drawn(language, &diagnostics)?.layouts.flatMap(\.texts) ?? [] {
        let isSetBold = bold.contains { $0.contains(".v-\(text.kind.rawValue)") }
        #expect(text.isBold == isSetBold, "\(sample.name): '\(text.text)' (\(text.kind))")
      }
    }
  }
}

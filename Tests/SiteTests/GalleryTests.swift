// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Foundation
import Templates
import Testing

@testable import Build

/// The gallery of the project's own site, `Content/charts.md`, is the record of what each type looks like with real data.
@Suite("The gallery")
struct GalleryTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  private func model() async throws -> SiteModel {
    var options = BuildOptions(root: Self.project, output: Self.project + "Public", threads: 2)
    options.day = Period("2026-11-28")
    var timer = StageTimer()
    var sources = SiteSources(options, cache: nil)
    await sources.read(.all, threads: 2, &timer)
    return try #require(await SiteModel(sources, options, .standard, &timer), "\(sources.diagnostics)")
  }

  @Test("every type has a chart; each has the layout and the bytes on record, in every language, and breaks no rule")
  func golden() async throws {
    let model = try await model()
    for page in model.library.pages where page.draft.path.text.hasSuffix("charts/") && page.kind != .chart {
      var diagnostics: [Diagnostic] = []
      var record = ""
      let blocks = charts(of: page, &diagnostics)
      let types = blocks.compactMap { ChartSpec(setting: $0.setting, diagnostics: &diagnostics)?.type }
      #expect(Set(types) == Set(ChartType.allCases), "each type is shown")
      for block in blocks {
        var shown = ShownNumbers(page: page)
        let drawn = draw(
          block, page: page, library: model.library, database: model.database, &shown, &diagnostics)
        let figure = try #require(drawn, "\(block.id): \(diagnostics)")
        record += "# \(block.id)\n" + figure.layouts.map(Self.numbers).joined()
        for picture in [figure.figure.wide, figure.figure.narrow].compactMap({ $0?.description }) {
          let lines = picture.replacing("><", with: ">\n<")
          // What languages have in common is on record in the first.
          record += page.language == .english ? lines + "\n" : "bytes \(md5(picture))\n"
        }
      }
      #expect(diagnostics == [], "\(page.language)")
      try compare(record, name: "gallery.\(page.language.rawValue).txt")
    }
  }

  /// What a layout decides, a line for each scale and text.
  private static func numbers(_ layout: ChartLayout) -> String {
    let scale = layout.valueScale
    let head =
      "\(layout.size.rawValue) \(layout.width) × \(layout.height), \(layout.marks.count) marks, "
      + "scale \(scale.low)…\(scale.high) at \(scale.start)…\(scale.end), ticks \(layout.valueTicks)\n"
    return head
      + layout.texts.map { "  \($0.kind.rawValue) \($0.anchor.rawValue) \($0.x),\($0.y) \($0.width): \($0.text)\n" }
      .joined()
  }

  private func md5(_ text: String) -> String {
    md5Digest(Array(text.utf8)).map { String($0, radix: 16) }.joined(separator: ".")
  }

  /// Compares with the file on record; `RECORD=1` writes it instead, never on a build server.
  private func compare(_ text: String, name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let environment = ProcessInfo.processInfo.environment
    if environment["RECORD"] == "1", environment["CI"] == nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: folder.appending(path: name))
      return
    }
    let recorded = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    if recorded == text { return }
    try Data(text.utf8).write(to: folder.appending(path: "\(name)-changed"))
    let pairs = zip((recorded ?? "").split(separator: "\n"), text.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    Issue.record("'\(name)' differs: was \(first?.0 ?? "shorter"), is \(first?.1 ?? "shorter")")
  }
}

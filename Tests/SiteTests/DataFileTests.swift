// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Templates
import Testing

@testable import Build

@Suite("Files of data")
struct DataFileTests {
  private static let path = "Content/Data/trade.csv"

  @Test("a file that grows while it is read is an error that says so")
  func changing() throws {
    let site = try SiteFolder()
    let location = site.root + "/" + Self.path
    let files = FileReader(root: site.root) {
      let handle = FileHandle(forWritingAtPath: location)
      _ = try? handle?.seekToEnd()
      try? handle?.write(contentsOf: Data("2024,CHN,1\n".utf8))
      try? handle?.close()
    }
    let fault = #expect(throws: FileFault.self) { try files.read(Self.path) }
    #expect(fault == .changing)
    #expect(throws: Never.self) { try FileReader(root: site.root).read(Self.path) }
  }

  @Test("a file of two gigabytes is refused by its size, before it is read")
  func huge() async throws {
    let site = try SiteFolder()
    let handle = try #require(FileHandle(forWritingAtPath: site.root + "/" + Self.path))
    try handle.truncate(atOffset: 2 << 30)
    try handle.close()
    let faults = await site.build().diagnostics
    #expect(throws: FileFault.tooLarge(size: 2 << 30, limit: 1_000_000_000)) {
      try FileReader(root: site.root).read(Self.path)
    }
    let fault = try #require(faults.first)
    #expect("\(fault.place) \(fault.rule)" == "\(Self.path) data-file-too-large")
    #expect(fault.message == "the file has 2147 MB; at most 1000 MB are read")
  }

  @Test("a file that is not there is one error; what its pages, charts and links would say without it is none")
  func missing() async throws {
    let site = try SiteFolder()
    try site.remove(Self.path)
    #expect(await site.build().diagnostics.map(\.rule) == ["data-file-missing"])
  }

  @Test("a value that fails is one error, whatever a chart claims of it")
  func failedValue() async throws {
    let site = try SiteFolder()
    let path = "Content/about.md"
    try site.write(
      path,
      """
      ---
      title: T
      summary: S
      values:
        a: trade.total[partner=XXX, year=2024]
      ---
      ```chart
      id: claimed
      type: bar
      title: Totals are made up
      subtitle: South Korea and Japan, made-up exports, US dollars, 2024
      source: Nobody
      data: trade
      where: year = 2024
      x: partner
      y: total
      claim: :a > 1
      ```

      """)
    let said = await site.build().diagnostics.map { "\($0.place.path) \($0.rule)" }
    #expect(said == ["\(path) lookup-rows"])
  }

  @Test("a build with the cache writes the bytes of one without, and the second finds its tables")
  func cached() async throws {
    let rows = (0..<70_000).map { "\(1900 + $0 % 120),P\($0),\($0).5\n" }.joined()
    let page = "---\ntitle: P\nsummary: S\nvalues:\n  all: SELECT sum(total) FROM trade\n---\n{{ all usd }}\n"
    let site = try SiteFolder([
      Self.path: "year,partner,total\n" + rows, "Content/about.md": page,
      "Content/briefings/2025-04-28-trade.md": "",
    ])
    var options = BuildOptions(root: site.root, output: site.root + "/Public", threads: 2)
    options.day = Period("2026-01-15")
    #expect(await buildSite(options, theme: .standard).isComplete)
    let plain = try site.output()
    options.toolIdentity = "test"
    for _ in 0..<2 {
      try FileManager.default.removeItem(atPath: site.root + "/Public")
      let result = await buildSite(options, theme: .standard)
      #expect(result.isComplete)
      #expect(try site.output() == plain)
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: site.root + "/.briefing")
    #expect(kept.count { $0.hasSuffix(".sqlite") } == 1)
  }
}

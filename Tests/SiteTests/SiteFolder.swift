// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Site
import Templates
import Testing

@testable import Build

/// A site in a folder of its own: files in, files out. Removed when the test ends.
final class SiteFolder {
  let root: String
  private var day = Period("2026-01-15")

  /// - Parameter files: Over a small sound site; an empty text removes a file of it.
  init(_ files: [String: String] = [:]) throws {
    root = NSTemporaryDirectory() + "briefing-test-" + UUID().uuidString
    for (path, text) in SiteFolder.sound.merging(files, uniquingKeysWith: { $1 }) where !text.isEmpty {
      try write(path, text)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

  func build(threads: Int = 2, drafts: Bool = false, on day: String = "2026-01-15") async -> BuildResult {
    var options = BuildOptions(root: root, output: root + "/Public", threads: threads)
    options.day = Period(day)
    options.withDrafts = drafts
    return await buildSite(options, theme: .standard)
  }

  func check(theme: Theme = .standard) async -> BuildResult {
    var options = BuildOptions(root: root, output: root + "/Public", threads: 2)
    options.day = Period("2026-01-15")
    options.checksOnly = true
    options.checksOutput = true
    return await buildSite(options, theme: theme)
  }

  /// The built site: paths and bytes.
  func output() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let base = root + "/Public"
    for case let path as String in FileManager.default.enumerator(atPath: base) ?? FileManager.DirectoryEnumerator() {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: base + "/" + path, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = try Data(contentsOf: URL(fileURLWithPath: base + "/" + path))
      }
    }
    return files
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: root + "/Public/" + path)), as: UTF8.self)
  }

  private static let home = "---\ntitle: Home\nsummary: The home page.\n---\nHello.\n"
  private static let homeFingerprint = fingerprint(Array(home.utf8))

  static let sound: [String: String] = [
    "Content/site.yml": """
    title: Test
    url: https://test.example/
    publisher: Desk
    timezone: Asia/Seoul
    languages: [en, ja]
    """,
    "Content/index.md": home,
    "Content/index.ja.md": "---\ntitle: ホーム\nsummary: 要約。\noriginal: \(homeFingerprint)\n---\nこんにちは。\n",
    "Content/briefings/index.md": "---\ntitle: Briefings\nsummary: All of them.\n---\n",
    "Content/briefings/2025-04-28-trade.md": briefing(),
    "Content/topics/trade.md": "---\ntitle: Trade\nsummary: Goods.\n---\n",
    "Content/Data/datapackage.yaml": package,
    "Content/Data/trade.csv":
      "year,partner,total\n2023,KOR,310700000000\n2024,KOR,328080000000\n2024,JPN,308270000000\n",
  ]

  /// A page with values, a claim, a query and a chart.
  static func briefing(
    title: String = "Trade reached {{ ck usd }}", claim: String = ":ck > :cj", body: String = "It was {{ gap usd }}.\n"
  ) -> String {
    """
    ---
    title: \(title)
    summary: A test.
    date: 2025-04-28
    topics: [trade]
    values:
      ck: trade.total[partner=KOR, year=2024]
      cj: trade.total[partner=JPN, year=2024]
      gap: :ck - :cj
    claims:
      - says: Korea was larger
        check: "\(claim)"
    ---
    \(body)
    """
  }

  static let chart = """
    ```chart
    id: partners
    type: bar
    data: trade
    where: year = 2024
    x: partner
    y: total
    format: usd
    title: South Korea was ahead of Japan
    subtitle: China's goods trade with each partner, US dollars, 2024
    ```

    """

  static let package = """
    name: test
    resources:
      - name: trade
        title: Trade
        path: trade.csv
        publisher: Customs
        retrieved: 2025-04-20
        sources: [{title: Customs, path: "https://customs.example/"}]
        licenses: [{name: CC0-1.0}]
        schema:
          fields:
            - {name: year, type: year}
            - {name: partner, type: string}
            - {name: total, type: number, unit: USD}
          primaryKey: [year, partner]

    """
}

/// The diagnostics of a build as `path:line:column rule`, errors only.
func errors(_ result: BuildResult) -> [String] {
  result.diagnostics.filter { $0.severity == .error }.map { "\($0.place) \($0.rule)" }
}

/// The position of a marker in a text, as `line:column`.
func position(of marker: String, in text: String) -> String {
  let before = text.components(separatedBy: marker)[0]
  let lines = before.components(separatedBy: "\n")
  return "\(lines.count):\((lines.last ?? "").unicodeScalars.count + 1)"
}

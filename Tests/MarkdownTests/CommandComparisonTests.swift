// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Markup
import Testing

@testable import Markdown

/// Compares with Debian's `cmark-gfm` command; without it these tests fail.
struct CommandComparisonTests {
  /// Where we mean to print something else, and why.
  static let differences: [(markdown: String, reason: String)] = [
    ("**関税率は3%。**次", "emphasis works beside East Asian punctuation"),
    ("日本は**「引用」**と", "the same, with an opening bracket"),
    ("他说**“引用”**的", "the same, with curly quotes"),
    ("**\"인용\"**은", "the same, with a Korean particle behind"),
    ("~~「旧」~~は", "the same, for strikethrough"),
    ("貿易は\n増えた", "a line break between two Han or kana characters adds no space"),
  ]

  private func command(_ markdown: [UInt8], rawHTML: Bool) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["cmark-gfm"] + (rawHTML ? ["--unsafe"] : [])
    process.arguments? += ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] }
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(markdown))
    input.fileHandleForWriting.closeFile()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "cmark-gfm is missing or failed")
    return String(decoding: printed, as: UTF8.self)
  }

  private func ours(_ markdown: [UInt8], rawHTML: Bool) -> String {
    var diagnostics: [Diagnostic] = []
    let html = renderPlain(markdown, path: "a.md", rawHTML: rawHTML, diagnostics: &diagnostics)
    #expect(diagnostics.isEmpty)
    return html.description
  }

  @Test("plain output equals the cmark-gfm command's on every snippet", arguments: [false, true])
  func corpus(rawHTML: Bool) throws {
    let snippets = try Corpus.snippets()
    #expect(snippets.count > 300)
    for snippet in snippets {
      let expected = try command(snippet.markdown, rawHTML: rawHTML)
      #expect(ours(snippet.markdown, rawHTML: rawHTML) == expected, "\(snippet.name)")
    }
  }

  @Test("the known differences are differences")
  func knownDifferences() throws {
    for difference in Self.differences {
      let markdown = Array((difference.markdown + "\n").utf8)
      #expect(try command(markdown, rawHTML: false) != ours(markdown, rawHTML: false), "\(difference.reason)")
    }
  }
}

/// The snippets that many tests go through.
enum Corpus {
  struct Snippet: Sendable {
    let name: String
    let markdown: [UInt8]
  }

  static func snippets() throws -> [Snippet] {
    let url = try #require(Bundle.module.url(forResource: "Corpus/snippets", withExtension: "txt"))
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
      .components(separatedBy: "⁂ ").dropFirst().map { part in
        let name = part.unicodeScalars.prefix { $0 != "\n" }
        return Snippet(name: String(name), markdown: Array(part.utf8.dropFirst(String(name).utf8.count + 1)))
      }
  }
}

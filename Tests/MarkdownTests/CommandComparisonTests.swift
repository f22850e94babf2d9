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
    let extensions = ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] }
    return try run(["cmark-gfm"] + (rawHTML ? ["--unsafe"] : []) + extensions, input: markdown)
  }

  private func run(_ arguments: [String], input bytes: [UInt8] = []) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(bytes))
    input.fileHandleForWriting.closeFile()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments[0]) is missing or failed")
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

  /// The specification of GitHub's dialect, which comes with the command; a slim system leaves documents out.
  private static let specification = "/usr/share/doc/cmark-gfm/spec.txt.gz"

  @Test(
    "plain output equals the cmark-gfm command's on every example of the specification",
    .enabled(if: FileManager.default.fileExists(atPath: specification)), arguments: [false, true])
  func specificationExamples(rawHTML: Bool) throws {
    let fence = String(repeating: "`", count: 32)
    let examples = try run(["gzip", "--decompress", "--stdout", Self.specification])
      .components(separatedBy: "\n\(fence) example").dropFirst()
    #expect(examples.count > 600)
    for (number, example) in examples.enumerated() {
      let body = example.drop { $0 != "\n" }.dropFirst()
      guard let end = body.range(of: "\n.\n") ?? body.range(of: ".\n") else { continue }
      let source = Array((body[..<end.lowerBound].replacing("→", with: "\t") + "\n").utf8)
      #expect(ours(source, rawHTML: rawHTML) == (try command(source, rawHTML: rawHTML)), "example \(number + 1)")
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

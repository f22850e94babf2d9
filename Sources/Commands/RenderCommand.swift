// SPDX-License-Identifier: MIT
import ArgumentParser
import Diagnostics
import Foundation
import Markdown

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Prints one Markdown file's body as HTML.",
    discussion: "Links, pictures and values are printed as they are written; front matter is left out.")

  @Argument(help: "The Markdown file, or - for standard input.")
  var file: String

  @Flag(name: .customLong("raw-html"), help: "Let raw HTML through, as cmark-gfm --unsafe does.")
  var rawHTML = false

  @Flag(help: "Print what cmark-gfm prints: no heading ids, no wrappers, no values.")
  var plain = false

  func run() throws {
    let isInput = file == "-"
    let path = isInput ? "standard input" : file
    guard
      let data = isInput
        ? try FileHandle.standardInput.readToEnd() ?? Data() : FileManager.default.contents(atPath: file)
    else { throw ValidationError("cannot read '\(file)'") }
    var diagnostics: [Diagnostic] = []
    var (body, firstLine) = (data[...], 1)
    if !plain, let end = frontMatterEnd(data) {
      firstLine += data[..<end].count { $0 == UInt8(ascii: "\n") }
      body = data[end...]
    }
    let html =
      plain
      ? renderPlain([UInt8](body), path: path, rawHTML: rawHTML, diagnostics: &diagnostics)
      : parseMarkdown(
        [UInt8](body), path: path, firstLine: firstLine, options: ReadingOptions(keepsRawHTML: rawHTML),
        diagnostics: &diagnostics
      ).standalone()
    let input = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let printer = DiagnosticPrinter(color: wantsColor(STDERR_FILENO)) { place in
      place.line <= input.count ? String(input[place.line - 1]) : nil
    }
    write(printer.text(diagnostics.inReadingOrder), to: .standardError)
    if diagnostics.hasErrors { throw ExitCode(1) }
    FileHandle.standardOutput.write(Data(html.bytes))
  }
}

/// Where the body of a page begins; nil where there is no front matter.
private func frontMatterEnd(_ data: Data) -> Int? {
  guard data.starts(with: Data("---\n".utf8)), let close = data.firstRange(of: Data("\n---\n".utf8), in: 3..<data.count)
  else { return nil }
  return close.upperBound
}

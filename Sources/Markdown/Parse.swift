// SPDX-License-Identifier: MIT
import Diagnostics
import Markup

/// Reads Markdown: GitHub's dialect with values, charts, queries and emphasis beside East Asian punctuation.
///
/// - Parameters:
///   - source: UTF-8 without front matter.
///   - path: names the file in diagnostics.
///   - firstLine: the line of the file in which `source` begins.
///   - diagnostics: gets what is wrong. A text that exceeds a limit, or is not text, gives an empty document.
public func parseMarkdown(
  _ source: [UInt8], path: String, firstLine: Int = 1, options: ReadingOptions = ReadingOptions(),
  diagnostics: inout [Diagnostic]
) -> Document {
  source.withUnsafeBufferPointer { bytes in
    guard let text = SourceText(bytes, path: path, firstLine: firstLine, diagnostics: &diagnostics),
      checkLimits(text, &diagnostics)
    else { return Document() }
    let marked = MarkedText(text, marksValues: options.output == .site)
    var walker = Walker(text: text, marked: marked, options: options)
    marked.withBytes(of: text) { walker.walk(SyntaxTree(parsing: $0)) }
    diagnostics += walker.diagnostics
    return walker.document()
  }
}

/// The body as the `cmark-gfm` command prints it with all its extensions, for `briefing render --plain`.
///
/// - Parameter rawHTML: passes HTML through, as the command's `--unsafe` does.
public func renderPlain(
  _ source: [UInt8], path: String, rawHTML: Bool = false, diagnostics: inout [Diagnostic]
) -> HTML {
  parseMarkdown(
    source, path: path, options: ReadingOptions(output: .plain, keepsRawHTML: rawHTML), diagnostics: &diagnostics
  ).body.filled { _ in HTML() }
}

extension Document {
  /// The body of a site's page without a site: links and pictures as written, values as `{{ name format }}`,
  /// charts as their YAML. For `briefing render`.
  public func standalone() -> HTML {
    body.filled { hole in
      switch hole {
      case .value(let index), .plainValue(let index), .attributeValue(let index):
        HTML(text: "{{ \([values[index].name, values[index].format].filter { !$0.isEmpty }.joined(separator: " ")) }}")
      case .chart(let index):
        "<pre><code class=\"language-chart\">\(fences[index].text)</code></pre>"
      case .link(let index): escapedAddress(links[index].destination)
      case .imageSource(let index): escapedAddress(images[index].source)
      case .imageSize: HTML()
      }
    }
  }
}

private func escapedAddress(_ address: String) -> HTML {
  var out: [UInt8] = []
  Array(address.utf8).withUnsafeBufferPointer { appendAddress($0, to: &out) }
  return HTML(trusted: out)
}

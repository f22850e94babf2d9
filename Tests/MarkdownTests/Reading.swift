// SPDX-License-Identifier: MIT
import Diagnostics
import Markup
import Testing

@testable import Markdown

/// A text, its document and what was found wrong.
struct Reading {
  let document: Document
  let diagnostics: [Diagnostic]

  init(_ markdown: String, options: ReadingOptions = ReadingOptions(), firstLine: Int = 1) {
    var found: [Diagnostic] = []
    document = parseMarkdown(
      Array(markdown.utf8), path: "a.md", firstLine: firstLine, options: options, diagnostics: &found)
    diagnostics = found
  }

  /// Holes filled so that a test can see them: `[value 0]`, `[chart 0]`, links and sources as written.
  var html: String {
    document.body.filled { hole in
      switch hole {
      case .value(let index), .plainValue(let index): HTML(text: "[value \(index)]")
      case .attributeValue(let index): HTML(text: "[attribute \(index)]")
      case .chart(let index): HTML(text: "[chart \(index)]")
      case .link(let index): HTML(text: document.links[index].destination)
      case .imageSource(let index): HTML(text: document.images[index].source)
      case .imageSize(let index): HTML(text: "[size \(index)]")
      }
    }.description
  }

  var messages: [String] { diagnostics.map { "\($0.place): \($0.severity): \($0.message) [\($0.rule)]" } }

  var rules: [String] { diagnostics.map(\.rule) }

  /// The text without its `👉` marks, and the place of each.
  static func marked(_ markdown: String) -> (text: String, places: [Place]) {
    var text = ""
    var places: [Place] = []
    var (line, column) = (1, 1)
    for scalar in markdown.unicodeScalars {
      if scalar == "👉" {
        places.append(Place("a.md", line: line, column: column))
        continue
      }
      text.unicodeScalars.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return (text, places)
  }
}

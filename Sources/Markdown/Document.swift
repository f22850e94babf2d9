// SPDX-License-Identifier: MIT
import Diagnostics

/// What one Markdown text is: its body with holes, and the facts that the rest of the build needs.
///
/// It does not depend on data: values, charts, links and image sizes are holes, filled later.
public struct Document: Sendable, Hashable {
  public let body: Body
  public let headings: [Heading]
  /// The `chart` and `query` blocks, in the order of the text.
  public let fences: [Fence]
  /// Every link, external ones and those in footnotes among them; footnote references are not links.
  public let links: [Link]
  public let images: [Image]
  /// Every `{{ name format }}` that shows in the body; those inside code are code.
  public let values: [ValueReference]
  /// The paragraphs that have numbers, where the reading options ask for them.
  public let passages: [Passage]

  public init(
    body: Body = Body(), headings: [Heading] = [], fences: [Fence] = [], links: [Link] = [], images: [Image] = [],
    values: [ValueReference] = [], passages: [Passage] = []
  ) {
    self.body = body
    self.headings = headings
    self.fences = fences
    self.links = links
    self.images = images
    self.values = values
    self.passages = passages
  }
}

/// A heading and the address it has within its page.
public struct Heading: Sendable, Hashable {
  /// 1 to 6.
  public let level: Int
  /// Unique in the page, and the same whatever the values in the heading are: they count by name.
  public let id: String
  /// The heading's text without links, footnotes and pictures, for a table of contents.
  public let content: Body
  public let place: Place
}

/// A fenced block that is an instruction, not text to show.
public struct Fence: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// YAML; its figure appears at `Hole.chart`.
    case chart
    /// SQL; shows nothing.
    case query
  }

  public let kind: Kind
  /// A query's name, which is the rest of its opening line; empty for a chart.
  public let name: String
  /// Whether a chart is to be shown with its source: ```` ```chart source ````.
  public let showsSource: Bool
  /// The lines between the fences, without the indentation of a list or quotation around them.
  public let text: String
  /// The first line of `text`.
  public let place: Place
  /// How many characters stand before each line of `text`: the indentation or the marks of a list or quotation.
  public let margin: Int

  /// The text with spaces for what stands before its lines, so that columns are those of the file.
  public var textInPlace: String {
    guard margin > 0 else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.isEmpty ? "" : String(repeating: " ", count: margin) + $0 }.joined(separator: "\n")
  }
}

/// A link as the author wrote it.
public struct Link: Sendable, Hashable {
  /// Backslashes and character references are resolved: a path, `#fragment`, or an address with a scheme.
  public let destination: String
  /// Whether it has a scheme; the others are holes, resolved by the site.
  public let isExternal: Bool
  /// The line is exact; the column is that of the destination, 0 where it stands elsewhere (a reference).
  public let place: Place
}

/// A picture as the author wrote it.
public struct Image: Sendable, Hashable {
  public let source: String
  /// What stands in for it, as text with values.
  public let alt: Body
  public let place: Place
}

/// One use of a value: `{{ gap usd 3 }}` has the name `gap` and the format `usd 3`.
public struct ValueReference: Sendable, Hashable {
  public let name: String
  /// Words separated by single spaces; empty where there is none.
  public let format: String
  /// The first brace, exactly.
  public let place: Place
}

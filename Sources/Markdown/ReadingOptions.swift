// SPDX-License-Identifier: MIT

/// How a Markdown text is read and what HTML it becomes.
public struct ReadingOptions: Sendable, Hashable {
  public enum Output: Sendable, Hashable {
    /// For a page of the site: values, charts, heading ids, table wrappers, checked links.
    case site
    /// What the `cmark-gfm` command prints: no values, no charts, no ids of our own.
    case plain
  }

  /// The words that the HTML itself needs, in the page's language.
  public struct Labels: Sendable, Hashable {
    /// The name of a table that no heading precedes.
    public let table: String
    /// The name of the list of footnotes.
    public let notes: String
    /// Goes before a footnote's number where it is referred to.
    public let note: String
    /// The link from a footnote to where it is referred to.
    public let back: String

    public init(
      table: String = "Table", notes: String = "Notes", note: String = "Note", back: String = "Back to the text"
    ) {
      self.table = table
      self.notes = notes
      self.note = note
      self.back = back
    }
  }

  public let output: Output
  /// Whether HTML in the text goes into the body as it is; it is dropped otherwise, with a warning in a site.
  public let keepsRawHTML: Bool
  public let labels: Labels
  /// Whether the paragraphs with numbers are gathered, in which figures are looked for.
  public let findsFigures: Bool

  public init(
    output: Output = .site, keepsRawHTML: Bool = false, labels: Labels = Labels(), findsFigures: Bool = false
  ) {
    self.output = output
    self.keepsRawHTML = keepsRawHTML
    self.labels = labels
    self.findsFigures = findsFigures
  }
}

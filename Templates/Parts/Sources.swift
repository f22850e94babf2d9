// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  /// "Data and sources": every dataset that a page uses; nothing where it uses none.
  func sourceSection(_ sources: [SourceReference]) -> HTML? {
    section(words.sources, "sources", sourceList(sources))
  }

  private func sourceList(_ sources: [SourceReference]) -> HTML? {
    guard !sources.isEmpty else { return nil }
    return """
      <ul>
      \(each: sources, sourceItem)
      </ul>
      """
  }

  private func sourceItem(_ source: SourceReference) -> HTML {
    """
    <li><a href="\(link(source.dataset))"\(attribute: "lang", language(of: source.title))>\(source.title.text)</a>
    <p>\(publisher(of: source))\(source.published, edition)\(source.retrieved, retrieval)\(licence(of: source))</p></li>
    """
  }

  /// The sources of a figure; the day of retrieval once where it is that of all.
  func sourceTexts(_ sources: [SourceReference]) -> HTML {
    let days = Set(sources.map(\.retrieved))
    guard sources.count > 1, days.count == 1, let day = sources[0].retrieved else {
      return """
        \(each: sources, { sourceText($0, withRetrieval: true) }, separator: HTML(text: words.semicolon))
        """
    }
    return """
      \(each: sources, { sourceText($0, withRetrieval: false) }, separator: HTML(text: words.semicolon))\
      \(words.semicolon)\(whole(words.retrieved(day.text(in: language))))
      """
  }

  /// One source as a figure names it: title, publisher, day of the edition and of retrieval.
  func sourceText(_ source: SourceReference, withRetrieval: Bool) -> HTML {
    """
    <a href="\(link(source.dataset))"\(attribute: "lang", language(of: source.title))>\(source.title.text)</a>\
    \(words.comma)\(publisher(of: source))\(source.published, edition)\(withRetrieval ? source.retrieved : nil, retrieval)
    """
  }

  /// A few words that stay on one line.
  private func whole(_ text: String) -> HTML {
    """
    <span class="nb">\(text)</span>
    """
  }

  private func edition(_ day: Period) -> HTML {
    """
    \(words.comma)\(whole(words.edition(day.text(in: language))))
    """
  }

  private func publisher(of source: SourceReference) -> HTML {
    guard let url = source.url else { return HTML(text: source.publisher.text) }
    return """
      <a class="external" href="\(url)"\(attribute: "lang", language(of: source.publisher))>\(source.publisher.text)</a>
      """
  }

  private func retrieval(_ day: Period) -> HTML {
    """
    \(words.comma)\(whole(words.retrieved(day.text(in: language))))
    """
  }

  private func licence(of source: SourceReference) -> HTML? {
    guard !source.licence.isEmpty else { return nil }
    return """
       <span class="licence">\(source.licence)</span>
      """
  }
}

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
    <li><a href="\(link(source.dataset))"\(attribute: "lang", dataLanguage)>\(source.title)</a>
    <p>\(publisher(of: source))\(source.published, edition)\(source.retrieved, retrieval)\(licence(of: source))</p></li>
    """
  }

  /// One source as a figure names it: title, publisher, day of the edition and of retrieval.
  func sourceText(_ source: SourceReference) -> HTML {
    """
    <a href="\(link(source.dataset))"\(attribute: "lang", dataLanguage)>\(source.title)</a>\(words.comma)\(publisher(of: source))\
    \(source.published, edition)\(source.retrieved, retrieval)
    """
  }

  private func edition(_ day: Period) -> HTML {
    """
    \(words.comma)\(words.edition(day.text(in: language)))
    """
  }

  private func publisher(of source: SourceReference) -> HTML {
    guard let url = source.url else { return HTML(text: source.publisher) }
    return """
      <a class="external" href="\(url)"\(attribute: "lang", dataLanguage)>\(source.publisher)</a>
      """
  }

  private func retrieval(_ day: Period) -> HTML {
    """
    \(words.comma)\(words.retrieved(day.text(in: language)))
    """
  }

  private func licence(of source: SourceReference) -> HTML? {
    guard !source.licence.isEmpty else { return nil }
    return """
       <span class="licence">\(source.licence)</span>
      """
  }
}

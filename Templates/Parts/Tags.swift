// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  /// The line over a headline: topics and countries, then the day.
  func kicker(_ tags: [Tag], _ date: Period?) -> HTML? {
    guard !tags.isEmpty || date != nil else { return nil }
    return """
      <p class="kicker">\(tagList(tags))\(date, time)</p>
      """
  }

  /// Words in a row; a country has its mark.
  func tagList(_ tags: [Tag]) -> HTML? {
    guard !tags.isEmpty else { return nil }
    return """
      <span class="tags">\(each: tags, tag, separator: " ")</span> 
      """
  }

  private func tag(_ tag: Tag) -> HTML {
    guard let target = tag.path else {
      return """
        <span class="tag"\(attribute: "data-country", tag.country)>\(tag.title)</span>
        """
    }
    return """
      <a class="tag"\(attribute: "data-country", tag.country) href="\(link(target))">\(tag.title)</a>
      """
  }
}

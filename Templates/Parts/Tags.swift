// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  /// The line over a headline: topics and countries, then the day.
  func kicker(_ tags: [Tag], _ date: Period?) -> HTML? {
    guard !tags.isEmpty || date != nil else { return nil }
    return """
      <div class="kicker">\(tagList(tags))\(date, time)</div>
      """
  }

  /// Words in a row; a country has its mark.
  func tagList(_ tags: [Tag]) -> HTML? {
    guard !tags.isEmpty else { return nil }
    return """
      <ul class="tags">\(each: tags, tag)</ul>
      """
  }

  private func tag(_ tag: Tag) -> HTML {
    guard let target = tag.path else {
      return """
        <li\(attribute: "data-country", tag.country)>\(tag.title)</li>
        """
    }
    return """
      <li\(attribute: "data-country", tag.country)><a href="\(link(target))">\(tag.title)</a></li>
      """
  }
}

// SPDX-License-Identifier: MIT
import Markup
import Site

extension PageFrame {
  /// The headings of a page, to stand beside its text; nothing where there are fewer than two.
  func contents(_ entries: [ContentsEntry]) -> HTML? {
    let shown = entries.filter { $0.level <= 3 }
    guard shown.count > 1 else { return nil }
    return """
      <nav class="contents" aria-label="\(words.contents)">
      <p class="label">\(words.contents)</p>
      <ul>
      \(each: shown, contentsLine)
      </ul>
      </nav>
      """
  }

  private func contentsLine(_ entry: ContentsEntry) -> HTML {
    """
    <li data-level="\(entry.level)"><a href="\(RelativeURL(fragment: entry.id))">\(entry.title)</a></li>
    """
  }
}

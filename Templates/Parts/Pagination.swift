// SPDX-License-Identifier: MIT
import Markup
import Site

extension PageFrame {
  /// The way to the rest of a list; nothing where it has one page.
  func pagination(_ pagination: Pagination) -> HTML? {
    guard pagination.count > 1 else { return nil }
    return """
      <nav class="pagination" aria-label="\(words.pages)">
      \(pagination.newer, newerLink)
      <span>\(words.pageOf(pagination.number, pagination.count))</span>
      \(pagination.older, olderLink)
      </nav>
      """
  }

  private func newerLink(_ path: SitePath) -> HTML {
    """
    <a rel="prev" href="\(link(path))">← \(words.newer)</a>
    """
  }

  private func olderLink(_ path: SitePath) -> HTML {
    """
    <a rel="next" href="\(link(path))">\(words.older) →</a>
    """
  }
}

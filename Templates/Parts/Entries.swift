// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  /// A page in a list: the day beside it, headline, summary and tags.
  func entryRow(_ entry: ListEntry) -> HTML {
    """
    <li class="entry-row">
    <p class="entry-date">\(entry.date, time)</p>
    <div class="entry-text">
    <h3\(attribute: "lang", entry.language?.tag)><a href="\(link(entry.path))"\
    \(attribute: "hreflang", entry.language?.tag)>\(entry.title)</a></h3>
    \(summary(of: entry))
    \(kicker(entry.tags, nil))
    </div>
    \(thumbnail(of: entry))
    </li>
    """
  }

  /// A page beside others: its own small chart, kicker, headline and summary.
  func entryCard(_ entry: ListEntry) -> HTML {
    """
    <li class="entry-card">
    \(kicker(mainTags(of: entry), entry.date))
    <h3\(attribute: "lang", entry.language?.tag)><a href="\(link(entry.path))"\
    \(attribute: "hreflang", entry.language?.tag)>\(entry.title)</a></h3>
    \(summary(of: entry))
    \(thumbnail(of: entry))
    </li>
    """
  }

  /// A page as one line of a short list.
  func entryLine(_ entry: ListEntry) -> HTML {
    """
    <li><a href="\(link(entry.path))"\(attribute: "lang", entry.language?.tag)\
    \(attribute: "hreflang", entry.language?.tag)>\(entry.title)</a> \(entry.date, entryTime)</li>
    """
  }

  /// Pages, each with its summary; nothing where there are none.
  func entryRows(_ entries: [ListEntry]) -> HTML? {
    guard !entries.isEmpty else { return nil }
    return """
      <ul class="entry-rows">
      \(each: entries, entryRow)
      </ul>
      """
  }

  /// Pages, a line each; nothing where there are none.
  func entryLines(_ entries: [ListEntry]) -> HTML? {
    guard !entries.isEmpty else { return nil }
    return """
      <ul class="entry-lines">
      \(each: entries, entryLine)
      </ul>
      """
  }

  /// The first topic and two countries: what fits over a narrow headline.
  private func mainTags(of entry: ListEntry) -> [Tag] {
    Array(entry.tags.filter { $0.country == nil }.prefix(1) + entry.tags.filter { $0.country != nil }.prefix(2))
  }

  func summary(of entry: ListEntry) -> HTML? {
    guard !entry.summary.isEmpty else { return nil }
    return """
      <p class="entry-summary"\(attribute: "lang", entry.language?.tag)>\(entry.summary)</p>
      """
  }

  func thumbnail(of entry: ListEntry) -> HTML? {
    guard let thumbnail = entry.thumbnail else { return nil }
    return """
      <div class="thumbnail">\(thumbnail)</div>
      """
  }

  private func entryTime(_ date: Period) -> HTML {
    """
    <span class="entry-time">\(time(date))</span>
    """
  }
}

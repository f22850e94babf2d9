// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  /// A page in a list: the day beside it, headline, summary and tags.
  /// - Parameter isInGroup: Whether a heading of level 2 stands above it.
  func entryRow(_ entry: ListEntry, isInGroup: Bool) -> HTML {
    """
    <li class="entry-row">
    <p class="entry-date">\(entry.date, time)</p>
    <div class="entry-text">
    \(entryHeading(entry, isInGroup: isInGroup))
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

  private func entryHeading(_ entry: ListEntry, isInGroup: Bool) -> HTML {
    let title: HTML = """
      <a href="\(link(entry.path))"\(attribute: "hreflang", entry.language?.tag)>\(entry.title)</a>
      """
    if isInGroup { return "<h3\(attribute: "lang", entry.language?.tag)>\(title)</h3>" }
    return "<h2\(attribute: "lang", entry.language?.tag)>\(title)</h2>"
  }

  /// Pages, each with its summary; nothing where there are none.
  /// - Parameter isInGroup: Whether a heading of level 2 stands above them.
  func entryRows(_ entries: [ListEntry], isInGroup: Bool = true) -> HTML? {
    guard !entries.isEmpty else { return nil }
    return """
      <ul class="entry-rows">
      \(each: entries, { entryRow($0, isInGroup: isInGroup) })
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

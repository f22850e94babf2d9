// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

/// A section's pages, year by year.
func archivePage(_ page: ArchivePage) -> HTML {
  let frame = page.frame
  return frame.document(
    """
    <div class="page-list">
    \(frame.pageHead)
    \(prose(page.body))
    \(each: years(of: page.entries), { yearSection($0, frame) })
    \(page.entries.isEmpty ? nothingYet(frame) : nil)
    \(frame.pagination(page.pagination))
    \(frame.provenanceSections)
    </div>
    """)
}

private struct YearOfEntries {
  let year: Period?
  let entries: [ListEntry]
}

/// Neighbours of one year together; the order stays.
private func years(of entries: [ListEntry]) -> [YearOfEntries] {
  entries.chunked { $0.date?.year == $1.date?.year }.map { chunk in
    YearOfEntries(year: chunk.first?.date.map { Period(unit: .year, year: $0.year) }, entries: Array(chunk))
  }
}

private func yearSection(_ year: YearOfEntries, _ frame: PageFrame) -> HTML {
  """
  <section class="part group">
  \(year.year, { groupHeading($0.text(in: frame.language)) })
  \(frame.entryRows(year.entries, isInGroup: year.year != nil))
  </section>
  """
}

/// The heading of a group in a long list.
func groupHeading(_ text: String) -> HTML {
  """
  <h2>\(text)</h2>
  """
}

/// Says that a list is empty.
func nothingYet(_ frame: PageFrame) -> HTML {
  """
  <p class="nothing">\(frame.words.nothingYet)</p>
  """
}

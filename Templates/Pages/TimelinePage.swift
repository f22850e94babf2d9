// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

/// Events down a line, month by month.
func timelinePage(_ page: TimelinePage) -> HTML {
  let frame = page.frame
  return frame.document(
    """
    <div class="page-list">
    \(frame.pageHead)
    \(prose(page.body))
    <div class="timeline">
    \(each: page.events.chunked(isOneMonth), { monthSection(Array($0), frame) })
    </div>
    \(page.events.isEmpty ? nothingYet(frame) : nil)
    \(page.source, { datasetLink($0, frame) })
    \(frame.provenanceSections)
    </div>
    """)
}

private func isOneMonth(_ a: Event, _ b: Event) -> Bool { month(of: a.date) == month(of: b.date) }

/// The month an event is in; for one that has no month, what it has.
private func month(of date: Period) -> Period {
  date.unit == .day ? Period(unit: .month, year: date.year, month: date.month) : date
}

private func monthSection(_ events: [Event], _ frame: PageFrame) -> HTML {
  """
  <section class="timeline-month">
  \(events.first, { groupHeading(month(of: $0.date).text(in: frame.language)) })
  <ol>\(each: events, { timelineEvent($0, frame) })</ol>
  </section>
  """
}

private func timelineEvent(_ event: Event, _ frame: PageFrame) -> HTML {
  """
  <li class="event" id="\(event.id)">
  <p class="event-date">\(frame.shortTime(event.date, to: event.end))\(event.place, frame.eventPlace)</p>
  <p class="event-text">\(event.what)</p>
  \(frame.recordFoot(event.countries, frame.recordSource(event.source, event.dataset)))
  </li>
  """
}

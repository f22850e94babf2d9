// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  /// Events, each with its full date; nothing where there are none.
  func eventList(_ events: [Event]) -> HTML? {
    guard !events.isEmpty else { return nil }
    return """
      <ol class="events">
      \(each: events, eventItem)
      </ol>
      """
  }

  private func eventItem(_ event: Event) -> HTML {
    """
    <li class="event">
    <p class="event-date">\(time(event.date, to: event.end))\(event.place, eventPlace)</p>
    <p class="event-text"\(attribute: "lang", dataLanguage)>\(event.what)</p>
    \(recordFoot(event.countries, recordSource(event.source, event.dataset)))
    </li>
    """
  }

  func eventPlace(_ place: String) -> HTML {
    """
     <span class="event-place"\(attribute: "lang", dataLanguage)>\(place)</span>
    """
  }

  /// The countries of a record and the report it is from.
  func recordFoot(_ countries: [Tag], _ source: HTML?) -> HTML? {
    guard !countries.isEmpty || source != nil else { return nil }
    return """
      <div class="record-foot">\(tagList(countries))\(source)</div>
      """
  }

  /// The report that a record is from, which leads to the dataset with its row; nothing where there is none.
  func recordSource(_ source: String, _ dataset: SitePath?) -> HTML? {
    guard !source.isEmpty else { return nil }
    guard let dataset else {
      return """
        <span class="record-source"\(attribute: "lang", dataLanguage)>\(source)</span>
        """
    }
    return """
      <span class="record-source"\(attribute: "lang", dataLanguage)><a href="\(link(dataset))">\(source)</a></span>
      """
  }
}

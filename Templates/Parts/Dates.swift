// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  /// A date in the page's language, with the machine's form where HTML has one.
  func time(_ period: Period) -> HTML {
    """
    <time\(attribute: "datetime", machineForm(period))>\(period.text(in: language))</time>
    """
  }

  /// Without the year, for places that say it: `30 Apr – 2 May`.
  func shortTime(_ start: Period, to end: Period?) -> HTML {
    let text = start.shortText(in: language)
    guard let end else {
      return """
        <time\(attribute: "datetime", machineForm(start))>\(text)</time>
        """
    }
    let last = end.year == start.year ? end.shortText(in: language) : end.text(in: language)
    return """
      <time\(attribute: "datetime", machineForm(start))>\(text)</time>\(dash)\
      <time\(attribute: "datetime", machineForm(end))>\(last)</time>
      """
  }

  /// With the year: `30 April – 2 May 2025`, `2025年4月30日～5月2日`.
  func time(_ start: Period, to end: Period?) -> HTML {
    guard let end else { return time(start) }
    let isWithinYear = end.year == start.year && start.unit == .day && end.unit == .day
    let full = (start.text(in: language), end.text(in: language))
    let (first, last) =
      switch language {
      case _ where !isWithinYear: full
      case .english: (String(full.0.dropLast(5)), full.1)
      case .japanese, .korean, .chinese: (full.0, end.shortText(in: language))
      }
    return """
      <time\(attribute: "datetime", machineForm(start))>\(first)</time>\(dash)\
      <time\(attribute: "datetime", machineForm(end))>\(last)</time>
      """
  }

  private var dash: String {
    switch language {
    case .english: " – "
    case .japanese: "～"
    case .korean: "~"
    case .chinese: "至"
    }
  }

  /// HTML has years, months and days, and no quarters.
  private func machineForm(_ period: Period) -> String? { period.unit == .quarter ? nil : period.iso }
}

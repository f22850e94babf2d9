// SPDX-License-Identifier: MIT
import Figures

extension Phrases {
  /// When an entry was, as a picture has it: `4 Feb 2025`, `8 Apr – 12 May 2025`, `2025年2月4日～3月1日`, `since 2026`.
  /// - Parameter isSpoken: Whether a sentence says it: `4 February 2025 to 12 May 2025`.
  func span(of entry: TimelineEntry, isSpoken: Bool = false) -> String {
    func text(_ period: Period) -> String {
      language == .english && !isSpoken && (period.unit == .day || period.unit == .month)
        ? "\(period.shortText(in: language)) \(period.year)" : period.text(in: language)
    }
    let start = text(entry.start)
    switch entry.end {
    case .none: return start
    case .open: return since(start, isSpoken: isSpoken)
    case .at(let end):
      if end == entry.start { return start }
      if isSpoken {
        switch language {
        case .english: return "\(start) to \(text(end))"
        case .japanese: return "\(start)から\(text(end))まで"
        case .korean: return "\(start)부터 \(text(end))까지"
        case .chinese: return "\(start)至\(text(end))"
        }
      }
      let isOneYear = end.year == entry.start.year && end.unit == entry.start.unit && end.unit != .year
      if !isOneYear { return range(start, text(end)) }
      // The year once: in front in the languages of East Asia, at the end in English.
      return language == .english
        ? range(entry.start.shortText(in: language), text(end)) : range(start, end.shortText(in: language))
    }
  }

  /// The same below a head that has said the year of its start.
  func shortSpan(of entry: TimelineEntry) -> String {
    guard case .at(let end) = entry.end, end != entry.start, end.year != entry.start.year else {
      let start = entry.start.shortText(in: language)
      if entry.end == .open { return since(start) }
      if case .at(let end) = entry.end, end != entry.start { return range(start, end.shortText(in: language)) }
      return start
    }
    let isShort = language == .english && (end.unit == .day || end.unit == .month)
    return range(
      entry.start.shortText(in: language),
      isShort ? "\(end.shortText(in: language)) \(end.year)" : end.text(in: language))
  }

  private func range(_ start: String, _ end: String) -> String {
    switch language {
    case .english: start.contains(" ") || end.contains(" ") ? "\(start) – \(end)" : "\(start)–\(end)"
    case .japanese: "\(start)～\(end)"
    case .korean: "\(start)~\(end)"
    case .chinese: "\(start)—\(end)"
    }
  }

  private func since(_ start: String, isSpoken: Bool = false) -> String {
    switch language {
    case .english: "since \(start)"
    case .japanese: isSpoken ? "\(start)以降" : "\(start)～"
    case .korean: isSpoken ? "\(start)부터" : "\(start)~"
    case .chinese: "\(start)起"
    }
  }

  /// What a table has for an end that is open.
  var ongoing: String {
    switch language {
    case .english: "ongoing"
    case .japanese: "継続中"
    case .korean: "진행 중"
    case .chinese: "持续中"
    }
  }

  /// What stands below a timeline that has no room for all.
  func moreEntries(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "One more is in the table." : "\(count) more are in the table."
    case .japanese: "ほかの\(count)件は表を参照。"
    case .korean: "나머지 \(count)건은 표에 있음."
    case .chinese: "其余\(count)项见表格。"
    }
  }

  /// How many events and spans there are, in how many lanes, and over which time.
  func timelineExtent(events: Int, spans: Int, lanes: [String], from: String, to: String) -> String {
    switch language {
    case .english:
      let counts = [
        spans == 0 ? nil : spans == 1 ? "one span" : "\(spans) spans",
        events == 0 ? nil : events == 1 ? "one event" : "\(events) events",
      ].compactMap(\.self).joined(separator: " and ")
      let place = lanes.count > 1 ? " in \(lanes.count) lanes (\(lanes.joined(separator: ", ")))" : ""
      return from == to ? "On \(from): \(counts)\(place)." : "From \(from) to \(to): \(counts)\(place)."
    case .japanese:
      let counts = [spans == 0 ? nil : "期間\(spans)件", events == 0 ? nil : "出来事\(events)件"].compactMap(\.self)
        .joined(separator: "、")
      let place = lanes.count > 1 ? "（\(lanes.joined(separator: "、"))）" : ""
      return from == to ? "\(from)：\(counts)\(place)。" : "\(from)から\(to)まで：\(counts)\(place)。"
    case .korean:
      let counts = [spans == 0 ? nil : "기간 \(spans)건", events == 0 ? nil : "사건 \(events)건"].compactMap(\.self)
        .joined(separator: ", ")
      let place = lanes.count > 1 ? "(\(lanes.joined(separator: ", ")))" : ""
      return from == to ? "\(from): \(counts)\(place)." : "\(from)~\(to): \(counts)\(place)."
    case .chinese:
      let counts = [spans == 0 ? nil : "\(spans)个时段", events == 0 ? nil : "\(events)个事件"].compactMap(\.self)
        .joined(separator: "、")
      let place = lanes.count > 1 ? "（\(lanes.joined(separator: "、"))）" : ""
      return from == to ? "\(from)：\(counts)\(place)。" : "\(from)至\(to)：\(counts)\(place)。"
    }
  }

  /// One entry as a sentence.
  func told(_ entry: TimelineEntry, lane: String?) -> String {
    switch language {
    case .english, .korean:
      [span(of: entry, isSpoken: true), lane].compactMap(\.self).joined(separator: ", ").capitalizedFirst + ": "
        + closed(entry.text)
    case .japanese, .chinese:
      span(of: entry, isSpoken: true) + (lane.map { "（\($0)）" } ?? "") + "：" + closed(entry.text)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

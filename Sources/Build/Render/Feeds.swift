// SPDX-License-Identifier: MIT
import Figures
import Foundation
import Markup
import Site

/// A feed of dated pages: the newest thirty, with absolute addresses and ids that stay.
struct FeedContent {
  static let limit = 30

  let title: String
  let summary: String
  let language: Language
  let publisher: String
  let home: ExternalURL
  let entries: [FeedEntry]
}

struct FeedEntry {
  let title: String
  let summary: String
  let url: ExternalURL
  let date: Period
  let topics: [String]
}

extension FeedContent {
  func rss(at url: ExternalURL, zone: TimeZone) -> HTML {
    """
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
    <title>\(title)</title>
    <link>\(home)</link>
    <description>\(summary)</description>
    <language>\(language.tag)</language>
    <atom:link href="\(url)" rel="self" type="application/rss+xml"/>
    \(each: entries, { $0.rssItem(zone) })</channel></rss>

    """
  }

  func atom(at url: ExternalURL, zone: TimeZone) -> HTML {
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.tag)">
    <title>\(title)</title>
    <subtitle>\(summary)</subtitle>
    <id>\(url)</id>
    <link rel="self" type="application/atom+xml" href="\(url)"/>
    <link rel="alternate" type="text/html" href="\(home)"/>
    <updated>\(entries.map(\.date).max().map { timestamp($0, zone) } ?? "1970-01-01T00:00:00Z")</updated>
    <author><name>\(publisher)</name></author>
    \(each: entries, { $0.atomEntry(zone) })</feed>

    """
  }
}

extension FeedContent {
  /// JSON Feed 1.1 (jsonfeed.org).
  func json(at url: ExternalURL, zone: TimeZone) -> JSON {
    [
      "version": "https://jsonfeed.org/version/1.1", "title": .string(title), "description": .string(summary),
      "home_page_url": .string(home.text), "feed_url": .string(url.text), "language": .string(language.tag),
      "authors": [["name": .string(publisher)]],
      "items": .array(
        entries.map { entry in
          [
            "id": .string(entry.url.text), "url": .string(entry.url.text), "title": .string(entry.title),
            "content_text": .string(entry.summary), "date_published": .string(timestamp(entry.date, zone)),
            "tags": .array(entry.topics.map { .string($0) }),
          ]
        }),
    ]
  }
}

extension FeedEntry {
  fileprivate func rssItem(_ zone: TimeZone) -> HTML {
    """
    <item><title>\(title)</title><link>\(url)</link><guid isPermaLink="true">\(url)</guid>\
    <pubDate>\(mailDate(date, zone))</pubDate>\(each: topics, { "<category>\($0)</category>" })\
    <description>\(summary)</description></item>

    """
  }

  fileprivate func atomEntry(_ zone: TimeZone) -> HTML {
    """
    <entry><title>\(title)</title><id>\(url)</id><link rel="alternate" type="text/html" href="\(url)"/>\
    <published>\(timestamp(date, zone))</published><updated>\(timestamp(date, zone))</updated>\
    \(each: topics, { "<category term=\"\($0)\"/>" })<summary>\(summary)</summary></entry>

    """
  }
}

/// Midnight of a day in a zone, as RFC 3339 has it: `2025-04-28T00:00:00+09:00`.
func timestamp(_ date: Period, _ zone: TimeZone) -> String {
  let offset = offset(date, zone)
  return "\(date.iso)T00:00:00\(offset.sign)\(offset.hours):\(offset.minutes)"
}

/// Midnight of a day in a zone, as RFC 5322 has it: `Mon, 28 Apr 2025 00:00:00 +0900`.
func mailDate(_ date: Period, _ zone: TimeZone) -> String {
  let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  let weekday = weekdays[((date.firstDay % 7) + 7) % 7]
  let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
  let month = Period(unit: .day, year: date.year, month: date.month, day: date.day).shortText(in: .english).suffix(3)
  let offset = offset(date, zone)
  return "\(weekday), \(day) \(month) \(date.year) 00:00:00 \(offset.sign)\(offset.hours)\(offset.minutes)"
}

private func offset(_ date: Period, _ zone: TimeZone) -> (sign: String, hours: String, minutes: String) {
  let seconds = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(date.firstDay) * 86_400))
  let minutes = abs(seconds) / 60
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return (seconds < 0 ? "-" : "+", two(minutes / 60), two(minutes % 60))
}

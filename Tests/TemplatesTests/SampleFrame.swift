// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site
import Testing

/// View models for tests: every text field holds what `text` gives, every list one or more elements, or none.
struct Sample {
  let language: Language
  let path: SitePath
  let isRich: Bool
  /// What stands in every field that takes text.
  var text = "Plain"

  static let hostile = "& < > \" ' </script><img src=x onerror=alert(1)> 三国"

  func list<Element>(_ elements: Element...) -> [Element] { isRich ? elements : [] }
  func optional<Value>(_ value: Value?) -> Value? { isRich ? value : nil }

  func place(_ text: String) -> SitePath { SitePath(text) ?? .home }

  var url: ExternalURL? { ExternalURL("https://customs.example/data?a=1&b=\"2\"") }

  func facts() throws -> SiteFacts {
    SiteFacts(
      title: LocalText(text), tagline: LocalText(isRich ? text : ""), publisher: isRich ? text : "",
      url: try #require(ExternalURL("https://briefing.example/base/")),
      languages: isRich ? Language.allCases : [language],
      navigation: list(
        NavigationItem(title: LocalText(text, [.korean: "브리핑"]), path: place("briefings/")),
        NavigationItem(title: LocalText(text), path: place("data/"))),
      stylesheet: place("assets/site.0a1b.css"), script: optional(place("assets/site.0a1b.js")),
      icon: optional(place("assets/icon.0a1b.svg")))
  }

  func frame(_ kind: PageKind) throws -> PageFrame {
    PageFrame(
      site: try facts(), kind: kind, path: path, language: language, title: text, summary: isRich ? text : "",
      alternates: list(
        Alternate(language: .english, path: place("briefings/three-neighbours/")),
        Alternate(language: .japanese, path: place("ja/briefings/三つの隣国/"))),
      feeds: list(FeedLink(title: text, type: "application/rss+xml", path: place("briefings/feed.xml"))),
      structuredData: optional(JSON.object([("name", .string(text))])),
      published: optional("2025-04-28"))
  }
}

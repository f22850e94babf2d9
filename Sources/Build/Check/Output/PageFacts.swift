// SPDX-License-Identifier: MIT

/// What a finished page says of itself and of others, read from its HTML.
struct PageFacts: Sendable {
  struct Heading: Sendable {
    let level: Int
    let id: String?
  }

  /// From the site's root: `briefings/index.html`.
  let path: String
  let weight: Int
  private(set) var language = ""
  private(set) var title = ""
  private(set) var headings: [Heading] = []
  private(set) var ids: Set<String> = []
  private(set) var repeatedIds: Set<String> = []
  /// Where readers can go from here, as it is written.
  private(set) var links: [String] = []
  /// What the page loads: pictures, stylesheets, scripts.
  private(set) var files: [String] = []
  /// What its head names: other languages, feeds, the picture of a card.
  private(set) var mentions: [String] = []
  /// Whether it sends readers on to another page.
  private(set) var isRedirect = false
  /// Whether search engines are to leave it out.
  private(set) var isUnlisted = false

  private static let attributes: Set = [
    "alt", "content", "href", "http-equiv", "id", "lang", "name", "poster", "property", "rel", "src", "srcset",
  ]

  init(_ file: OutputFile) {
    path = file.path
    weight = file.bytes.count
    var reader = MarkupReader(file.bytes, attributes: Self.attributes)
    var drawings = 0
    var isInTitle = false
    while let token = reader.next() {
      switch token {
      case .open(let name, let attributes, let isEmpty):
        if name == "svg", !isEmpty { drawings += 1 }
        isInTitle = name == "title" && drawings == 0
        read(name, Dictionary(attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
      case .close(let name):
        if name == "svg" { drawings -= 1 }
        isInTitle = false
      case .text(let text): if isInTitle { title += plainText(text) }
      }
    }
  }

  private mutating func read(_ name: String, _ attributes: [String: String]) {
    if let id = attributes["id"], !ids.insert(id).inserted { repeatedIds.insert(id) }
    switch name {
    case "html": language = attributes["lang"] ?? ""
    case "h1", "h2", "h3", "h4", "h5", "h6":
      headings.append(Heading(level: Int(name.dropFirst()) ?? 1, id: attributes["id"]))
    case "a", "area": if let link = attributes["href"] { links.append(link) }
    case "img", "script", "source", "iframe", "audio", "video", "embed":
      files += [attributes["src"], attributes["poster"]].compactMap(\.self)
      let choices = (attributes["srcset"] ?? "").split(separator: ",")
      files += choices.compactMap { $0.split(separator: " ").first.map(String.init) }
    case "link": readLink(attributes)
    case "meta": readMeta(attributes)
    default: break
    }
  }

  private mutating func readLink(_ attributes: [String: String]) {
    guard let target = attributes["href"] else { return }
    let relations = (attributes["rel"] ?? "").split(separator: " ")
    let isLoaded = relations.contains { ["stylesheet", "icon", "preload", "modulepreload", "manifest"].contains($0) }
    if isLoaded { files.append(target) } else { mentions.append(target) }
  }

  private mutating func readMeta(_ attributes: [String: String]) {
    let content = attributes["content"] ?? ""
    if attributes["http-equiv"]?.lowercased() == "refresh" {
      isRedirect = true
      if let target = content.split(separator: "=", maxSplits: 1).last { links.append(String(target)) }
    }
    if attributes["name"] == "robots", content.contains("noindex") { isUnlisted = true }
    if attributes["property"] == "og:image" { mentions.append(content) }
  }
}

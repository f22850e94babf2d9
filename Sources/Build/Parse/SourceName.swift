// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup
import Site

/// What a page's path in `Content` says of it: its name, language, kind and address.
struct SourceName: Hashable {
  let name: String
  let language: Language
  let kind: PageKind
  let path: SitePath

  /// `Content/topics/tariffs.ja.md` is the topic `topics/tariffs` in Japanese, at `ja/topics/tariffs/`.
  init(_ file: SourceFile, languages: [Language]) throws(Diagnostic) {
    let place = Place(file.path)
    var parts = file.path.dropFirst("Content/".count).dropLast(".md".count).split(
      separator: "/", omittingEmptySubsequences: false
    ).map(String.init)
    var language = languages.first ?? .english
    let last = parts.removeLast()
    var stem = Substring(last)
    if let dot = last.lastIndex(of: ".") {
      let code = String(last[last.index(after: dot)...])
      guard let known = Language(rawValue: code) else {
        throw .error(
          "page-name", "'.\(code)' in the name is no language", at: place,
          hint: "use \(languages.dropFirst().map { ".\($0.rawValue).md" }.joined(separator: ", ")), or no dot")
      }
      guard languages.contains(known) else {
        throw .error(
          "page-language", "the site has no language '\(code)'", at: place, hint: "add it to languages in site.yml")
      }
      (language, stem) = (known, last[..<dot])
    }
    self.language = language
    let isIndex = stem == "index"
    name = (parts + [String(stem)]).joined(separator: "/")
    kind =
      switch (parts.first, isIndex) {
      case (nil, true): .home
      case (nil, false): .page
      case (_, true): .archive
      case ("topics", _): .topic
      case ("countries", _): .country
      case ("briefings", _): .briefing
      default: .page
      }
    if language != languages.first { parts.insert(language.rawValue, at: 0) }
    if !isIndex { parts.append(String(stem)) }
    guard let path = SitePath(parts.isEmpty ? "" : parts.joined(separator: "/") + "/") else {
      throw .error("page-name", "'\(file.path)' gives no address", at: place, hint: "leave out ?, # and \\")
    }
    self.path = path
  }
}

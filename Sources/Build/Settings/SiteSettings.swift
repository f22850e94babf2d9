// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Markup
import Settings
import Site

/// `Content/site.yml`: what the site is called, where it will be read, in which languages.
struct SiteSettings: Sendable {
  let title: LocalText
  let tagline: LocalText
  let publisher: String
  let url: ExternalURL
  /// The first is the language of the root.
  let languages: [Language]
  let timeZone: TimeZone
  let navigation: [(title: LocalText, path: SitePath, place: Place)]
  /// Tables whose rows are the site's events, in the order given; proposals and cases likewise.
  let records: RecordTables
  /// What is written for the site's host.
  let hostFiles: Set<HostFile>
  /// Where site.yml asks for it.
  let hostFilesPlace: Place
  let checks: CheckSettings
  /// Whether charts get pictures for social networks.
  let wantsCards: Bool

  struct RecordTables: Sendable, Hashable {
    var events = ["events"]
    var proposals = ["proposals"]
    var cases = ["cases"]
  }
}

extension SiteSettings {
  static let path = "Content/site.yml"

  /// - Parameter others: Keys that a build knows nothing of, each with who finds what is wrong there.
  /// - Returns: nil where something is wrong; `diagnostics` says what.
  init?(_ setting: Setting, others: OtherSettings = [:], diagnostics: inout [Diagnostic]) {
    var fields = Fields(of: setting, as: "site.yml")
    let languages = SiteSettings.languages(&fields)
    let title = fields.localText("title", languages) ?? LocalText("")
    if fields.setting("title") == nil {
      fields.diagnostics.append(.error("settings-missing", "site.yml needs 'title'", at: fields.place))
    }
    let tagline = fields.localText("tagline", languages) ?? LocalText("")
    let publisher = fields.requiredText("publisher")
    let address = fields.requiredText("url")
    let url = ExternalURL(address)
    if url == nil, !address.isEmpty {
      fields.diagnostics.append(
        .error(
          "site-url", "'\(address)' is no address of a site", at: fields.setting("url")?.place ?? fields.place,
          hint: "write it whole: https://example.org/briefing/"))
    }
    let zone = fields.text("timezone")
    let timeZone = TimeZone(identifier: zone ?? "UTC")
    if timeZone == nil {
      fields.diagnostics.append(
        .error(
          "site-timezone", "'\(zone ?? "")' is no time zone", at: fields.setting("timezone")?.place ?? fields.place,
          hint: suggestion(for: zone ?? "", among: TimeZone.knownTimeZoneIdentifiers)))
    }
    let navigation = SiteSettings.navigation(&fields, languages)
    let records = SiteSettings.records(&fields)
    let checks = CheckSettings(fields.setting("checks"), diagnostics: &fields.diagnostics)
    let hostFiles = SiteSettings.hostFiles(&fields)
    let wantsCards = fields.bool("cards") ?? true
    _ = fields.setting("publish")  // known, also where nobody reads it
    for (key, faults) in others.sorted(by: { $0.key < $1.key }) {
      if let setting = fields.setting(key) { fields.diagnostics += faults(setting) }
    }
    let hostFilesPlace = fields.keyPlace("output")
    let faults = fields.finish()
    diagnostics += faults
    guard !faults.hasErrors, let url, let timeZone else { return nil }
    self.init(
      title: title, tagline: tagline, publisher: publisher, url: url, languages: languages, timeZone: timeZone,
      navigation: navigation, records: records, hostFiles: hostFiles, hostFilesPlace: hostFilesPlace,
      checks: checks, wantsCards: wantsCards)
  }

  private static func hostFiles(_ fields: inout Fields) -> Set<HostFile> {
    var files: Set<HostFile> = []
    for (word, place) in fields.texts("output") {
      guard let file = HostFile(rawValue: word) else {
        fields.diagnostics.append(
          .error(
            "settings-choice", "'\(word)' is nothing that 'output' knows", at: place,
            hint: suggestion(for: word, among: HostFile.allCases.map(\.rawValue))))
        continue
      }
      files.insert(file)
    }
    return files
  }

  private static func languages(_ fields: inout Fields) -> [Language] {
    var languages: [Language] = []
    for (code, place) in fields.texts("languages") {
      if let language = Language(rawValue: code), !languages.contains(language) {
        languages.append(language)
      } else {
        fields.diagnostics.append(
          .error(
            "site-language", "'\(code)' is no language of a site, or is there twice", at: place,
            hint: "use \(Language.allCases.map(\.rawValue).joined(separator: ", "))"))
      }
    }
    return languages.isEmpty ? [.english] : languages
  }

  private static func navigation(
    _ fields: inout Fields, _ languages: [Language]
  ) -> [(title: LocalText, path: SitePath, place: Place)] {
    fields.list("navigation").compactMap { entry in
      var item = Fields(of: entry, as: "a navigation entry")
      let text = item.requiredText("path")
      let title = localText(&item, languages)
      let path = SitePath(text)
      if path == nil {
        item.diagnostics.append(
          .error("site-path", "'\(text)' is no path in the site", at: item.place, hint: "for example 'briefings/'"))
      }
      fields.diagnostics += item.finish()
      return path.map { (title, $0, entry.place) }
    }
  }

  private static func records(_ fields: inout Fields) -> RecordTables {
    var records = RecordTables()
    guard let setting = fields.setting("records") else { return records }
    var tables = Fields(of: setting, as: "'records'")
    for (key, field) in [("events", \RecordTables.events), ("proposals", \.proposals), ("cases", \.cases)] {
      let names = tables.texts(key).map(\.text)
      if !names.isEmpty { records[keyPath: field] = names }
    }
    fields.diagnostics += tables.finish()
    return records
  }
}

extension Fields {
  /// A text, or a mapping from language codes to texts.
  fileprivate mutating func localText(_ key: String, _ languages: [Language]) -> LocalText? {
    guard let setting = setting(key) else { return nil }
    if let text = setting.text { return LocalText(text) }
    var texts = Fields(of: setting, as: "'\(key)'")
    let text = Build.localText(&texts, languages)
    diagnostics += texts.finish()
    return text
  }
}

/// The texts under language codes; the site's first language has to be there.
private func localText(_ fields: inout Fields, _ languages: [Language]) -> LocalText {
  var texts: [Language: String] = [:]
  for language in Language.allCases { texts[language] = fields.text(language.rawValue) }
  let first = languages.first ?? .english
  if texts[first] == nil {
    fields.diagnostics.append(
      .error("site-language", "a text in '\(first.rawValue)' is missing", at: fields.place))
  }
  return LocalText(texts[first] ?? "", texts)
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup

/// What pages say of each other: topics and countries that are there, chart ids that are unique, translations that
/// are as new as their originals.
func checkReferences(_ pages: [Page], library: Library) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let topics = Set(library.topicNames)
  var charts: [String: Place] = [:]
  for page in pages {
    for topic in page.draft.front.topics where !topics.contains(topic.text) {
      diagnostics.append(
        .error(
          "topic-unknown", "there is no topic '\(topic.text)'", at: topic.place,
          hint: closest(to: topic.text, among: topics).map { "did you mean '\($0)'?" }
            ?? "write Content/topics/\(topic.text).md"))
    }
    for country in page.draft.front.countries where !library.records.knowsCountry(country.text) {
      diagnostics.append(
        .error(
          "country-unknown", "there is no country '\(country.text)' in the table 'countries'", at: country.place,
          hint: closest(to: country.text, among: library.records.countryCodes).map { "did you mean '\($0)'?" }))
    }
    let original = page.draft.name == page.original.name && page.language != page.original.language
    if original { diagnostics += checkTranslation(page) }
    for chart in page.draft.charts {
      let key = "\(page.language.rawValue)/\(chart.id)"
      if let other = charts[key] {
        diagnostics.append(
          .error(
            "chart-id", "the chart id '\(chart.id)' is taken", at: chart.setting.place,
            hint: "it names the chart's page, /charts/\(chart.id)/; the other one is at \(other)"))
      }
      charts[key] = chart.setting.place
    }
  }
  return diagnostics
}

private func checkTranslation(_ page: Page) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let current = page.original.fingerprint
  if let recorded = page.draft.front.original {
    if recorded.text != current {
      diagnostics.append(
        .warning(
          "translation-stale", "the original has changed since this translation was made", at: recorded.place,
          hint: "bring it up to date with \(page.original.source.path), then write original: '\(current)'"))
    }
  } else {
    diagnostics.append(
      .warning(
        "translation-unmarked", "the translation does not say which text it is a translation of",
        at: page.draft.front.place, hint: "add original: '\(current)' to its front matter"))
  }
  for chart in page.draft.charts where !page.original.charts.contains(where: { $0.id == chart.id }) {
    diagnostics.append(
      .error(
        "chart-unknown", "the original has no chart '\(chart.id)'",
        at: page.draft.document.fences[chart.fence].place,
        hint: suggestion(for: chart.id, among: page.original.charts.map(\.id))))
  }
  return diagnostics
}

/// Two files on one path, all of them together.
func checkCollisions(_ outputs: [(path: String, source: String)]) -> [Diagnostic] {
  var owners: [String: [String]] = [:]
  for output in outputs { owners[output.path, default: []].append(output.source) }
  return owners.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { path, sources in
    .error(
      "path-taken", "'/\(path)' is made twice", at: Place(sources[1]),
      notes: sources.map { "made by \($0)" })
  }
}

/// Every language has a home page, and every entry of the navigation leads to a page.
func checkNavigation(_ settings: SiteSettings, _ library: Library) -> [Diagnostic] {
  settings.languages.compactMap { homeFault($0, settings, library) } + navigationFaults(settings, library)
}

private func homeFault(_ language: Language, _ settings: SiteSettings, _ library: Library) -> Diagnostic? {
  let file = "Content/index\(language == settings.languages[0] ? "" : ".\(language.rawValue)").md"
  let isThere = library.pages.contains { $0.kind == .home && $0.language == language }
  if isThere || library.absent[file] != nil { return nil }
  return .error(
    "home-missing", "the site has no home page in \(language.ownName) ('\(language.rawValue)')",
    at: Place(SiteSettings.path), hint: "write \(file), or take the language out of site.yml")
}

private func navigationFaults(_ settings: SiteSettings, _ library: Library) -> [Diagnostic] {
  settings.navigation.filter { item in !library.pages.contains { $0.path == item.path } }.map { item in
    .error(
      "link-dead", "the navigation leads to '\(item.path)', where no page is", at: item.place,
      hint: closest(to: item.path.text, among: library.pages.map(\.path.text).sorted()).map { "did you mean '\($0)'?" })
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

/// The package's own texts in further languages: for each language, its text by the text as the package has it.
public typealias Translations = [Language: [String: String]]

/// Reads `translations: {ja: {Partner: 相手国}}`, which says each text once however many fields have it. A text that the
/// package does not have, since it was mistyped or has changed, is an error.
func readTranslations(_ setting: Setting?, of resources: [ResourceDescriptor], _ diagnostics: inout [Diagnostic])
  -> Translations
{
  guard let setting else { return [:] }
  let known = Set(
    resources.flatMap { resource in
      [resource.title, resource.publisher ?? resource.sources.first?.title ?? ""] + resource.schema.fields.map(\.title)
    })
  var translations: Translations = [:]
  var languages = Fields(of: setting, as: "translations")
  for language in Language.allCases {
    for entry in languages.mapping(language.rawValue) {
      guard known.contains(entry.key) else {
        diagnostics.append(
          .error(
            "data-translation", "no table, field or publisher has the title '\(entry.key)'", at: entry.keyPlace,
            hint: suggestion(for: entry.key, among: known.sorted())))
        continue
      }
      guard let text = entry.value.text, !text.isEmpty else {
        diagnostics.append(
          .error("data-translation", "the translation of '\(entry.key)' is no text", at: entry.value.place))
        continue
      }
      translations[language, default: [:]][entry.key] = text
    }
  }
  diagnostics += languages.finish()
  return translations
}

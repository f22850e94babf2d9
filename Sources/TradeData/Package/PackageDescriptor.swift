// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// The package's own properties and its resources' descriptions, checked.
struct PackageDescriptor {
  /// The package's title.
  let title: String?
  /// What the package holds, in a sentence.
  let description: String?
  /// In the order of the file, each name once.
  let resources: [ResourceDescriptor]
  /// Their titles in further languages.
  let translations: Translations

  /// Reads the package's file.
  init(_ setting: Setting, folder: String, diagnostics: inout [Diagnostic]) {
    var fields = Fields(of: setting, as: "a data package")
    for key in [
      "name", "id", "profile", "homepage", "version", "created", "keywords", "contributors", "image", "$schema",
    ] {
      _ = fields.setting(key)
    }
    title = fields.text("title")
    description = fields.text("description")
    let sources = readSources(&fields)
    let licences = readLicences(&fields)
    let list = fields.list("resources")
    let translations = fields.setting("translations")
    if list.isEmpty {
      fields.diagnostics.append(
        .error(
          "data-no-resources", "the data package has no resources", at: fields.keyPlace("resources"),
          hint: "list each CSV file under 'resources', with name and path"))
    }
    diagnostics += fields.finishAllowingOtherKeys()
    var descriptors: [ResourceDescriptor] = []
    for setting in list {
      let descriptor = ResourceDescriptor(
        setting, folder: folder, sources: sources, licences: licences, diagnostics: &diagnostics)
      if descriptors.contains(where: { $0.name.lowercased() == descriptor.name.lowercased() }), !descriptor.name.isEmpty
      {
        diagnostics.append(
          .error("data-duplicate-name", "a second resource '\(descriptor.name)'", at: descriptor.place))
      } else {
        descriptors.append(descriptor)
      }
    }
    resources = descriptors
    self.translations = readTranslations(translations, of: descriptors, &diagnostics)
    for descriptor in descriptors { descriptor.checkKeys(among: descriptors, &diagnostics) }
  }
}

/// Reads `sources` of the package or of a resource.
func readSources(_ fields: inout Fields) -> [Resource.Source] {
  fields.list("sources").map { setting in
    var source = Fields(of: setting, as: "a source")
    _ = source.setting("email")
    _ = source.setting("version")
    let path = source.text("path")
    let title = source.text("title") ?? path ?? ""
    if title.isEmpty {
      source.diagnostics.append(.error("data-source", "a source needs a title", at: source.place))
    }
    fields.diagnostics += source.finishAllowingOtherKeys()
    return Resource.Source(title: title, path: path)
  }
}

/// Reads `licenses` of the package or of a resource.
func readLicences(_ fields: inout Fields) -> [Resource.Licence] {
  fields.list("licenses").map { setting in
    var licence = Fields(of: setting, as: "a licence")
    let value = Resource.Licence(name: licence.text("name"), title: licence.text("title"), path: licence.text("path"))
    if value.text.isEmpty {
      licence.diagnostics.append(.error("data-licence", "a licence needs a name or a title", at: licence.place))
    }
    fields.diagnostics += licence.finishAllowingOtherKeys()
    return value
  }
}

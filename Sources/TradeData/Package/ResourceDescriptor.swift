// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

/// One resource of the package as described, before its file is read; its properties are those of `Resource`.
struct ResourceDescriptor {
  let name: String
  let title: String
  let description: String?
  /// The file, relative to the site's folder; empty where it is none that may be read.
  private(set) var path: String
  private(set) var pathPlace: Place
  /// What the bytes of the file have to be; nil for an earlier edition's, of which nothing is said.
  private(set) var integrity: Integrity?
  let encoding: TextEncoding
  let dialect: CSVDialect
  let schema: Schema
  let sources: [Resource.Source]
  let licences: [Resource.Licence]
  let publisher: String?
  let reporter: String?
  let frequency: String?
  let valuation: String?
  let retrieved: Period?
  let published: Period?
  /// Where `published` stands.
  let publishedPlace: Place
  let note: String?
  /// Oldest first.
  let vintages: [VintageDescriptor]
  let caveats: [String]
  let place: Place
  /// Where the schema names foreign keys.
  private let foreignKeyPlaces: [Place]

  /// - Parameters:
  ///   - sources: The package's own, for a resource that names none; `licences` likewise.
  init(
    _ setting: Setting, folder: String, sources: [Resource.Source], licences: [Resource.Licence],
    diagnostics: inout [Diagnostic]
  ) {
    var fields = Fields(of: setting, as: "a resource")
    place = setting.place
    for key in ["id", "profile", "homepage", "format", "mediatype", "$schema", "type", "scheme"] {
      _ = fields.setting(key)
    }
    name = readName(&fields)
    title = fields.text("title") ?? name
    description = fields.text("description")
    (path, pathPlace) = readPath(&fields, folder: folder)
    integrity = Integrity(&fields)
    encoding = readEncoding(&fields)
    let nullSequence: String?
    (dialect, nullSequence) = readDialect(&fields)
    let ownSources = readSources(&fields)
    self.sources = ownSources.isEmpty ? sources : ownSources
    let ownLicences = readLicences(&fields)
    self.licences = ownLicences.isEmpty ? licences : ownLicences
    publisher = fields.text("publisher")
    reporter = fields.text("reporter")
    frequency = fields.text("frequency")
    valuation = fields.text("valuation")
    retrieved = readRetrieved(&fields)
    caveats = fields.texts("caveats").map(\.text)
    note = fields.text("note")
    var (schema, foreignKeyPlaces) = readSchema(&fields, resource: name)
    if let nullSequence { schema.missingValues.append(nullSequence) }
    (self.schema, self.foreignKeyPlaces) = (schema, foreignKeyPlaces)
    (published, vintages) = readEditions(
      &fields, folder: folder, path: path, retrieved: retrieved, primaryKey: schema.primaryKey)
    publishedPlace = fields.setting("published")?.place ?? place
    if self.sources.isEmpty {
      fields.diagnostics.append(
        .error(
          "data-source", "the resource '\(name)' names no source", at: place, hint: "add sources: [{title: …, path: …}]"
        ))
    }
    if self.licences.isEmpty {
      fields.diagnostics.append(
        .error("data-licence", "the resource '\(name)' names no licence", at: place, hint: "add licenses: [{name: …}]"))
    }
    diagnostics += fields.finishAllowingOtherKeys()
  }

  /// The same with the file of an earlier edition.
  func edition(_ vintage: VintageDescriptor) -> ResourceDescriptor {
    var descriptor = self
    (descriptor.path, descriptor.pathPlace, descriptor.integrity) = (vintage.path, vintage.pathPlace, nil)
    return descriptor
  }

  /// The resource with the rows that were read, and its earlier editions.
  func resource(table: DataTable, vintages: [Vintage]) -> Resource {
    Resource(
      name: name, title: title, description: description, path: path, fields: schema.fields,
      primaryKey: schema.primaryKey, foreignKeys: schema.foreignKeys, sources: sources, licences: licences,
      publisher: publisher, reporter: reporter, frequency: frequency, valuation: valuation, retrieved: retrieved,
      published: published, note: note, vintages: vintages, caveats: caveats, table: table,
      period: findPeriod(table, fields: schema.fields), place: place)
  }

  /// Checks that each foreign key leads to fields that there are.
  func checkKeys(among resources: [ResourceDescriptor], _ diagnostics: inout [Diagnostic]) {
    for (key, place) in zip(schema.foreignKeys, foreignKeyPlaces) {
      guard let target = resources.first(where: { $0.name == key.resource }) else {
        diagnostics.append(
          .error(
            "data-foreign-key", "there is no resource '\(key.resource)'", at: place,
            hint: suggestion(for: key.resource, among: resources.map(\.name))))
        continue
      }
      for name in key.referencedFields where target.schema.column(name) == nil {
        diagnostics.append(
          .error(
            "data-foreign-key", "the resource '\(target.name)' has no field '\(name)'", at: place,
            hint: suggestion(for: name, among: target.schema.fields.map(\.name))))
      }
    }
  }
}

private func readName(_ fields: inout Fields) -> String {
  let name = fields.requiredText("name")
  if !name.isEmpty, !isTableName(name) {
    let mended = String(name.lowercased().map { $0 == "-" || $0 == "." || $0 == " " ? "_" : $0 })
    fields.diagnostics.append(
      .error(
        "data-name", "'\(name)' cannot be a table's name: small letters, digits and _ only, a letter first",
        at: fields.setting("name")?.place ?? fields.place, hint: mended == name ? nil : "use '\(mended)'"))
  }
  return name
}

/// Whether a resource may have the name: small letters, digits and _ only, a letter first.
package func isTableName(_ name: String) -> Bool {
  let isWord = name.utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 || $0 == UInt8(ascii: "_") }
  guard isWord, let first = name.utf8.first else { return false }
  return !(48...57 ~= first) && !name.hasPrefix("sqlite_")
}

/// Reads `path`, which has to lead to a file inside the data folder.
func readPath(_ fields: inout Fields, folder: String) -> (path: String, place: Place) {
  let place = fields.setting("path")?.place ?? fields.place
  if fields.setting("data") != nil {
    fields.diagnostics.append(
      .error("data-path", "rows inside the package are not read", at: fields.keyPlace("data"), hint: "use a CSV file"))
    return ("", place)
  }
  let path = fields.requiredText("path")
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  if path.isEmpty { return ("", place) }
  if path.contains("://") || path.contains("\\") || parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }) {
    fields.diagnostics.append(
      .error(
        "data-path", "'\(path)' is not a file inside the data folder", at: place, hint: "write a path such as trade.csv"
      ))
    return ("", place)
  }
  return ("\(folder)/\(path)", place)
}

private func readEncoding(_ fields: inout Fields) -> TextEncoding {
  guard let label = fields.text("encoding") else { return .utf8 }
  if let encoding = TextEncoding(label: label) { return encoding }
  fields.diagnostics.append(
    .error(
      "data-encoding", "the encoding '\(label)' is not supported",
      at: fields.setting("encoding")?.place ?? fields.place,
      hint: "use one of \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))"))
  return .utf8
}

private func readRetrieved(_ fields: inout Fields) -> Period? {
  let text = fields.text("retrieved") ?? ""
  if let day = Period(text), day.unit == .day { return day }
  fields.diagnostics.append(
    .error(
      "data-retrieved",
      text.isEmpty ? "a resource needs 'retrieved', the day its figures were fetched" : "'\(text)' is not a date",
      at: fields.setting("retrieved")?.place ?? fields.place, hint: "write a date such as 2025-04-28"))
  return nil
}

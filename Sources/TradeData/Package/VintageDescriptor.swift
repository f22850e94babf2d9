// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

/// An earlier edition as the package describes it, before its file is read.
struct VintageDescriptor {
  let published: Period
  let publishedPlace: Place
  let retrieved: Period?
  let note: String?
  /// The file, relative to the site's folder; empty where it is none that may be read.
  let path: String
  let pathPlace: Place

  /// The edition with the rows that were read.
  func vintage(table: DataTable, fields: [Field]) -> Vintage {
    Vintage(
      published: published, retrieved: retrieved, note: note, path: path, table: table,
      period: findPeriod(table, fields: fields))
  }
}

/// Reads `published` and `vintages` of a resource, and checks the editions' days against each other.
///
/// - Returns: The day of the current edition, and the earlier ones, oldest first.
func readEditions(
  _ fields: inout Fields, folder: String, path: String, retrieved: Period?, primaryKey: [String]
) -> (published: Period?, vintages: [VintageDescriptor]) {
  let published = readDay("published", &fields)
  checkOrder(published, retrieved, "retrieved", &fields)
  let list = fields.list("vintages")
  if let first = list.first {
    if fields.setting("published") == nil {
      fields.diagnostics.append(
        .error(
          "data-published", "a resource with vintages needs 'published', the day of its current edition",
          at: fields.keyPlace("vintages"), hint: "add published: 2025-04-28"))
    }
    if primaryKey.isEmpty {
      fields.diagnostics.append(
        .error(
          "data-vintage", "revisions are told row by row, and this resource has no primary key", at: first.place,
          hint: "add primaryKey: [country, year] to its schema"))
    }
  }
  var vintages: [VintageDescriptor] = []
  for setting in list {
    guard let vintage = readVintage(setting, folder: folder, &fields.diagnostics) else { continue }
    if let published, vintage.published >= published {
      fields.diagnostics.append(
        .error(
          "data-vintage",
          "this edition of \(vintage.published.iso) is not older than the current one of \(published.iso)",
          at: vintage.publishedPlace, hint: "the newest edition is the resource itself, older ones are its vintages"))
    } else if vintages.contains(where: { $0.published == vintage.published }) {
      fields.diagnostics.append(
        .error("data-vintage", "a second edition of \(vintage.published.iso)", at: vintage.publishedPlace))
    } else if !vintage.path.isEmpty, ([path] + vintages.map(\.path)).contains(vintage.path) {
      fields.diagnostics.append(
        .error("data-vintage", "'\(vintage.path)' is the file of another edition", at: vintage.pathPlace))
    } else {
      vintages.append(vintage)
    }
  }
  return (published, vintages.sorted { $0.published < $1.published })
}

private func readVintage(
  _ setting: Setting, folder: String, _ diagnostics: inout [Diagnostic]
) -> VintageDescriptor? {
  var fields = Fields(of: setting, as: "a vintage")
  let published = readDay("published", &fields)
  if fields.setting("published") == nil {
    fields.diagnostics.append(
      .error("data-published", "a vintage needs 'published', the day of the edition", at: setting.place))
  }
  let retrieved = readDay("retrieved", &fields)
  checkOrder(published, retrieved, "retrieved", &fields)
  let note = fields.text("note")
  let (path, pathPlace) = readPath(&fields, folder: folder)
  let publishedPlace = fields.setting("published")?.place ?? setting.place
  diagnostics += fields.finish()
  guard let published else { return nil }
  return VintageDescriptor(
    published: published, publishedPlace: publishedPlace, retrieved: retrieved, note: note, path: path,
    pathPlace: pathPlace)
}

private func readDay(_ key: String, _ fields: inout Fields) -> Period? {
  guard let setting = fields.setting(key) else { return nil }
  if let day = setting.text.flatMap({ Period($0) }), day.unit == .day { return day }
  fields.diagnostics.append(
    .error(
      "data-published", "'\(setting.text ?? setting.kind)' is not a date", at: setting.place,
      hint: "write a date such as 2025-04-28"))
  return nil
}

private func checkOrder(_ published: Period?, _ retrieved: Period?, _ key: String, _ fields: inout Fields) {
  guard let published, let retrieved, retrieved < published else { return }
  fields.diagnostics.append(
    .error(
      "data-published", "retrieved on \(retrieved.iso), before it was published on \(published.iso)",
      at: fields.setting(key)?.place ?? fields.place))
}

/// Reports an edition that is dated before its data: its last period begins after its day.
func checkAge(_ published: Period?, at place: Place, _ period: ClosedRange<Period>?, _ log: inout FaultLog) {
  guard let published, let last = period?.upperBound, last.firstDay > published.firstDay else { return }
  log.report(
    "data-vintage-age",
    .error(
      "data-vintage-age", "an edition of \(published.iso) cannot hold \(last.iso), which begins later", at: place,
      hint: "mend the date of the edition, or name the file that belongs to it"))
}

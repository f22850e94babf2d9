// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

/// Reads a resource's `schema`, and the places of its foreign keys.
func readSchema(_ fields: inout Fields, resource: String) -> (Schema, foreignKeyPlaces: [Place]) {
  var schema = Schema()
  guard let setting = fields.setting("schema") else {
    fields.diagnostics.append(
      .error(
        "data-schema", "the resource '\(resource)' has no schema", at: fields.place,
        hint: "add schema: {fields: [{name: …, type: …}]}"))
    return (schema, [])
  }
  var reader = Fields(of: setting, as: "a schema")
  for key in ["$schema", "name", "title", "description"] { _ = reader.setting(key) }
  if let setting = reader.setting("fieldsMatch") {
    // A list of one is how the standard's first draft of it had it.
    if let match = setting.list.first.flatMap(FieldsMatch.init(rawValue:)), setting.list.count == 1 {
      schema.fieldsMatch = match
    } else {
      let known = FieldsMatch.allCases.map(\.rawValue).joined(separator: ", ")
      reader.wrongType("fieldsMatch", setting, expected: "one of \(known)")
    }
  }
  schema.missingValues = readMissingValues(&reader) ?? [""]
  for key in reader.list("uniqueKeys") { schema.uniqueKeys.append(key.list) }
  let names = reader.texts("primaryKey")
  schema.primaryKey = names.map(\.text)
  var foreignKeyPlaces: [Place] = []
  for key in reader.list("foreignKeys") {
    guard let foreignKey = readForeignKey(key, resource: resource, &reader.diagnostics) else { continue }
    schema.foreignKeys.append(foreignKey)
    foreignKeyPlaces.append(key.place)
  }
  let keys = Set(schema.primaryKey + schema.foreignKeys.flatMap(\.fields))
  for element in reader.list("fields") {
    let field = readField(element, isKey: keys.contains, &reader.diagnostics)
    if schema.fields.contains(where: { $0.name.lowercased() == field.name.lowercased() }) {
      reader.diagnostics.append(.error("data-duplicate-name", "a second field '\(field.name)'", at: element.place))
    } else if !field.name.isEmpty {
      schema.fields.append(field)
    }
  }
  if schema.fields.isEmpty {
    reader.diagnostics.append(.error("data-schema", "the schema of '\(resource)' has no fields", at: setting.place))
  }
  let known = schema.fields.map(\.name)
  for (name, place) in reader.list("uniqueKeys").flatMap({ key in key.list.map { ($0, key.place) } })
  where !known.contains(name) {
    reader.diagnostics.append(
      .error("data-key", "the schema has no field '\(name)'", at: place, hint: suggestion(for: name, among: known)))
  }
  let places =
    names.map(\.place)
    + zip(schema.foreignKeys, foreignKeyPlaces).flatMap { key, place in key.fields.map { _ in place } }
  for (name, place) in zip(schema.primaryKey + schema.foreignKeys.flatMap(\.fields), places) where !known.contains(name)
  {
    reader.diagnostics.append(
      .error("data-key", "the schema has no field '\(name)'", at: place, hint: suggestion(for: name, among: known)))
  }
  fields.diagnostics += reader.finishAllowingOtherKeys()
  return (schema, foreignKeyPlaces)
}

private func readForeignKey(_ setting: Setting, resource: String, _ diagnostics: inout [Diagnostic]) -> ForeignKey? {
  var key = Fields(of: setting, as: "a foreign key")
  let names = key.texts("fields").map(\.text)
  var referenced: [String] = []
  var target = ""
  if let reference = key.setting("reference") {
    var inner = Fields(of: reference, as: "a reference")
    referenced = inner.texts("fields").map(\.text)
    target = inner.text("resource") ?? ""
    key.diagnostics += inner.finishAllowingOtherKeys()
  }
  let isWhole = !names.isEmpty && names.count == referenced.count
  if !isWhole {
    key.diagnostics.append(
      .error(
        "data-foreign-key", "a foreign key needs fields, and as many fields of its reference", at: setting.place,
        hint: "write {fields: partner, reference: {resource: countries, fields: code}}"))
  }
  diagnostics += key.finishAllowingOtherKeys()
  return isWhole
    ? ForeignKey(fields: names, resource: target.isEmpty ? resource : target, referencedFields: referenced) : nil
}

/// - Parameter isKey: Whether a field of a name tells rows apart, so that it is no measure and needs no unit.
private func readField(_ setting: Setting, isKey: (String) -> Bool, _ diagnostics: inout [Diagnostic]) -> Field {
  var reader = Fields(of: setting, as: "a field")
  for key in ["example", "rdfType", "categoriesOrdered"] { _ = reader.setting(key) }
  let name = reader.requiredText("name")
  let title = reader.text("title") ?? name
  let description = reader.text("description")
  let unit = reader.text("unit")
  let kind = reader.choice("type", Field.Kind.self) ?? .string
  let notation = readNotation(&reader, kind)
  let bare = Field(
    name: name, kind: kind, title: title, description: description, unit: unit, constraints: Field.Constraints(),
    notation: notation)
  var constraints = readConstraints(&reader, bare)
  let categories = reader.list("categories").compactMap { cell($0.category, bare, &reader.diagnostics) }
  if constraints.choices.isEmpty { constraints.choices = categories }
  if kind.isNumeric, unit ?? "" == "", !isKey(name), !["year", "quarter", "month", "day"].contains(name.lowercased()) {
    reader.diagnostics.append(
      .error(
        "data-unit", "the field '\(name)' is a measure without a unit", at: reader.place,
        hint: "add a unit, such as 'USD', 'percent' or '1' for a count"))
  }
  diagnostics += reader.finishAllowingOtherKeys()
  return Field(
    name: name, kind: kind, title: title, description: description, unit: unit == "" ? nil : unit,
    constraints: constraints, notation: notation)
}

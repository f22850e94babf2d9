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
  for key in ["$schema", "name", "title", "description", "fieldsMatch"] { _ = reader.setting(key) }
  if let missing = reader.setting("missingValues") {
    schema.missingValues = missing.kind == "a list" ? reader.texts("missingValues").map(\.text) : [""]
    if missing.kind != "a list" { reader.wrongType("missingValues", missing, expected: "a list") }
  }
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
  for key in ["example", "rdfType", "categories", "categoriesOrdered"] { _ = reader.setting(key) }
  let name = reader.requiredText("name")
  let title = reader.text("title") ?? name
  let description = reader.text("description")
  let unit = reader.text("unit")
  let kind = reader.choice("type", Field.Kind.self) ?? .string
  checkNotation(&reader, kind)
  let constraints = readConstraints(&reader, kind)
  if kind.isNumeric, unit ?? "" == "", !isKey(name), !["year", "quarter", "month", "day"].contains(name.lowercased()) {
    reader.diagnostics.append(
      .error(
        "data-unit", "the field '\(name)' is a measure without a unit", at: reader.place,
        hint: "add a unit, such as 'USD', 'percent' or '1' for a count"))
  }
  diagnostics += reader.finishAllowingOtherKeys()
  return Field(
    name: name, kind: kind, title: title, description: description, unit: unit == "" ? nil : unit,
    constraints: constraints)
}

/// Ways of writing values that are not read must not be misread.
private func checkNotation(_ reader: inout Fields, _ kind: Field.Kind) {
  let usual: [String: [String]] = [
    "format": kind.isTemporal ? ["default", "any"] : ["default", "email", "uri", "uuid"], "decimalChar": ["."],
    "groupChar": [""], "bareNumber": ["true"], "trueValues": [], "falseValues": [], "missingValues": [],
  ]
  for (key, values) in usual.sorted(by: { $0.key < $1.key }) {
    guard let setting = reader.setting(key), !values.contains(setting.text ?? "-") else { continue }
    reader.diagnostics.append(
      .error(
        "data-notation", "'\(key)' of a field is not supported", at: reader.keyPlace(key), hint: "tidy the file instead"
      ))
  }
}

private func readConstraints(_ reader: inout Fields, _ kind: Field.Kind) -> Field.Constraints {
  var result = Field.Constraints()
  guard let setting = reader.setting("constraints") else { return result }
  var constraints = Fields(of: setting, as: "constraints")
  result.isRequired = constraints.bool("required") ?? false
  result.isUnique = constraints.bool("unique") ?? false
  result.minimumLength = constraints.integer("minLength")
  result.maximumLength = constraints.integer("maxLength")
  result.minimum = constraints.setting("minimum").flatMap { cell($0, kind, &constraints.diagnostics) }
  result.maximum = constraints.setting("maximum").flatMap { cell($0, kind, &constraints.diagnostics) }
  result.choices = constraints.list("enum").compactMap { cell($0, kind, &constraints.diagnostics) }
  if let pattern = constraints.text("pattern") {
    do {
      _ = try Regex(pattern)
      result.pattern = pattern
    } catch {
      constraints.diagnostics.append(
        .error(
          "data-constraint", "\(quoted(pattern)) is no regular expression that is understood",
          at: constraints.setting("pattern")?.place ?? setting.place))
    }
  }
  for key in ["exclusiveMinimum", "exclusiveMaximum", "jsonSchema"] where constraints.setting(key) != nil {
    constraints.diagnostics.append(
      .error("data-constraint", "'\(key)' is not supported", at: constraints.keyPlace(key)))
  }
  reader.diagnostics += constraints.finishAllowingOtherKeys()
  return result
}

private func cell(_ setting: Setting, _ kind: Field.Kind, _ diagnostics: inout [Diagnostic]) -> Cell? {
  if let cell = setting.text.flatMap({ parseCell($0, as: kind) }) { return cell }
  diagnostics.append(
    .error(
      "data-constraint", "\(quoted(setting.text ?? setting.kind)) is not \(kind.example), as the field is declared",
      at: setting.place))
  return nil
}

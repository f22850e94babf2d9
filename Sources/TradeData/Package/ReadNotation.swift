// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

/// Reads how the values of a field are written. What is not read must not be misread: it is an error.
func readNotation(_ reader: inout Fields, _ kind: Field.Kind) -> Notation {
  var notation = Notation()
  notation.missingValues = readMissingValues(&reader)
  if let decimal = reader.mark("decimalChar", where: kind == .number) {
    if decimal.count == 1 { notation.decimal = decimal[0] } else { reader.refuse("decimalChar", "one ASCII character") }
  }
  if let group = reader.mark("groupChar", where: kind.isNumeric) { notation.group = group }
  if notation.group == [notation.decimal] { reader.refuse("groupChar", "another character than the decimal point") }
  if reader.setting("bareNumber") != nil, reader.applies("bareNumber", kind.isNumeric) {
    notation.isBare = reader.bool("bareNumber") ?? true
  }
  if reader.setting("trueValues") != nil, reader.applies("trueValues", kind == .boolean) {
    notation.trueValues = reader.texts("trueValues").map(\.text)
  }
  if reader.setting("falseValues") != nil, reader.applies("falseValues", kind == .boolean) {
    notation.falseValues = reader.texts("falseValues").map(\.text)
  }
  if !notation.trueValues.isEmpty, notation.falseValues.isEmpty {
    notation.falseValues = ["false", "False", "FALSE", "0"]
  }
  if !notation.falseValues.isEmpty, notation.trueValues.isEmpty { notation.trueValues = ["true", "True", "TRUE", "1"] }
  if reader.setting("period") != nil, reader.applies("period", kind == .string) {
    notation.readsPeriods = reader.bool("period") ?? false
  }
  readFormat(&reader, kind, &notation)
  return notation
}

private func readFormat(_ reader: inout Fields, _ kind: Field.Kind, _ notation: inout Notation) {
  if kind == .list { readList(&reader, &notation) }
  guard let setting = reader.setting("format"), let format = setting.text, format != "default" else { return }
  if kind == .string, let form = Notation.TextForm(rawValue: format) {
    notation.text = form
  } else if kind.isTemporal || kind.isClock, format == "any" {
    notation.readsPeriods = true
  } else if let pattern = DatePattern(format.hasPrefix("fmt:") ? String(format.dropFirst(4)) : format, for: kind) {
    notation.pattern = pattern
  } else if let form = Structure.Format(rawValue: format), form.kind == kind {
    notation.structure.format = form
  } else {
    reader.diagnostics.append(
      .error(
        "data-notation", "the format '\(format)' of a field of type \(kind.rawValue) is not supported",
        at: setting.place,
        hint: formatHint(kind)))
  }
}

/// The formats that a type may have.
private func formatHint(_ kind: Field.Kind) -> String {
  switch kind {
  case .string: "one of \(Notation.TextForm.allCases.map(\.rawValue).joined(separator: ", "))"
  case .geopoint: "one of default, array, object"
  case .geojson: "one of default, topojson"
  case _ where kind.isTemporal || kind.isClock:
    "format: any reads the forms that statistical offices use, a pattern such as '%d/%m/%Y' one of your own; "
      + "of its directives, \(DatePattern.directives.map { "%\($0)" }.joined(separator: " ")) are read, and all that "
      + "the type needs have to be there"
  default: "leave 'format' out"
  }
}

/// Reads how a list is written.
private func readList(_ reader: inout Fields, _ notation: inout Notation) {
  if let text = reader.text("delimiter") {
    if text.count == 1, let character = text.first {
      notation.structure.delimiter = character
    } else {
      reader.refuse("delimiter", "one character")
    }
  }
  let kinds: [Field.Kind] = [.string, .integer, .number, .boolean, .date, .time, .datetime]
  guard let setting = reader.setting("itemType") else { return }
  if let kind = setting.text.flatMap(Field.Kind.init(rawValue:)), kinds.contains(kind) {
    notation.structure.itemKind = kind
  } else {
    reader.refuse("itemType", "one of \(kinds.map(\.rawValue).joined(separator: ", "))")
  }
}

/// Reads `missingValues` of a schema or a field: texts, or texts with labels.
/// - Returns: nil where there are none.
func readMissingValues(_ reader: inout Fields) -> [String]? {
  guard let missing = reader.setting("missingValues") else { return nil }
  guard case .list(let elements) = missing.content else {
    reader.wrongType("missingValues", missing, expected: "a list")
    return nil
  }
  return elements.compactMap { element in
    if let text = element.category.text { return text }
    reader.wrongType("missingValues", element, expected: "text")
    return nil
  }
}

/// Reads the constraints of a field that has its type and notation already.
func readConstraints(_ reader: inout Fields, _ field: Field) -> Field.Constraints {
  var result = Field.Constraints()
  guard let setting = reader.setting("constraints") else { return result }
  var constraints = Fields(of: setting, as: "constraints")
  let isText = field.kind == .string || field.kind == .any
  let isOrdered =
    field.kind.isNumeric || field.kind.isTemporal || field.kind.isClock || field.kind == .duration
    || field.notation.readsPeriods
  result.isRequired = constraints.bool("required") ?? false
  result.isUnique = constraints.bool("unique") ?? false
  result.choices = constraints.list("enum").compactMap { cell($0, field, &constraints.diagnostics) }
  for (key, path) in [("minLength", \Field.Constraints.minimumLength), ("maxLength", \.maximumLength)]
  where constraints.setting(key) != nil && constraints.applies(key, isText || field.kind.isStructured, to: field.kind) {
    result[keyPath: path] = constraints.integer(key)
  }
  for (key, path) in [
    ("minimum", \Field.Constraints.minimum), ("maximum", \.maximum), ("exclusiveMinimum", \.exclusiveMinimum),
    ("exclusiveMaximum", \.exclusiveMaximum),
  ] {
    guard let setting = constraints.setting(key), constraints.applies(key, isOrdered, to: field.kind) else { continue }
    result[keyPath: path] = cell(setting, field, &constraints.diagnostics)
  }
  if let pattern = constraints.text("pattern"), constraints.applies("pattern", isText, to: field.kind) {
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
  if let schema = constraints.setting("jsonSchema"),
    constraints.applies("jsonSchema", field.kind == .object || field.kind == .array, to: field.kind)
  {
    result.jsonSchema = readJSONSchema(schema, &constraints.diagnostics)
  }
  reader.diagnostics += constraints.finishAllowingOtherKeys()
  return result
}

/// A constraint's value in the type of its field.
func cell(_ setting: Setting, _ field: Field, _ diagnostics: inout [Diagnostic]) -> Cell? {
  if let cell = setting.text.flatMap({ parseCell($0, of: field) }) { return cell }
  diagnostics.append(
    .error(
      "data-constraint",
      "\(quoted(setting.text ?? setting.kind)) is not \(field.kind.example), as the field is declared",
      at: setting.place))
  return nil
}

extension Setting {
  /// `{value: M, label: Male}` and `M` are both the value.
  var category: Setting {
    guard case .mapping(let entries) = content else { return self }
    return entries.first { $0.key == "value" }?.value ?? self
  }

  /// The texts of a list, or the one text.
  var list: [String] {
    guard case .list(let elements) = content else { return text.map { [$0] } ?? [] }
    return elements.compactMap(\.text)
  }
}

extension Fields {
  /// The bytes of a character that a key gives.
  fileprivate mutating func mark(_ key: String, where isOfType: Bool) -> [UInt8]? {
    guard setting(key) != nil, applies(key, isOfType), let text = text(key) else { return nil }
    if text.unicodeScalars.count <= 1, text.utf8.allSatisfy({ !(48...57 ~= $0) }) { return Array(text.utf8) }
    refuse(key, "one character that is no digit")
    return nil
  }

  fileprivate mutating func refuse(_ key: String, _ expected: String) {
    guard let setting = setting(key) else { return }
    wrongType(key, setting, expected: expected)
  }

  /// Reports a key that says nothing of the field's type.
  fileprivate mutating func applies(_ key: String, _ isOfType: Bool) -> Bool {
    if isOfType { return true }
    diagnostics.append(
      .error("data-notation", "'\(key)' says nothing of a field of this type", at: keyPlace(key)))
    return false
  }

  fileprivate mutating func applies(_ key: String, _ isOfType: Bool, to kind: Field.Kind) -> Bool {
    if isOfType { return true }
    diagnostics.append(
      .error("data-constraint", "'\(key)' is no constraint of a field of type \(kind.rawValue)", at: keyPlace(key)))
    return false
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// Reads a JSON Schema, and reports each of its keywords that is faulty or would not be enforced.
func readJSONSchema(_ setting: Setting, _ diagnostics: inout [Diagnostic]) -> JSONSchemaDocument {
  var reader = JSONSchemaReader(setting)
  let document = reader.document(setting)
  diagnostics += reader.diagnostics
  return document
}

private struct JSONSchemaReader {
  var diagnostics: [Diagnostic] = []
  private let names: [String]

  init(_ root: Setting) {
    names = root.entries.first { $0.key == "$defs" }?.value.entries.map(\.key) ?? []
  }

  mutating func document(_ setting: Setting) -> JSONSchemaDocument {
    let definitions = setting.entries.first { $0.key == "$defs" }?.value.entries ?? []
    let document = JSONSchemaDocument(
      root: schema(setting, isRoot: true),
      definitions: definitions.map { JSONSchema.Named(name: $0.key, schema: schema($0.value)) })
    for entry in definitions where document.isEndless(entry.key) {
      diagnostics.append(
        fault("the definition '\(entry.key)' leads back to itself", at: entry.keyPlace, "take one '$ref' away"))
    }
    if document.isEndless("") { diagnostics.append(fault("the schema leads back to itself", at: setting.place)) }
    return document
  }

  private mutating func schema(_ setting: Setting, isRoot: Bool = false) -> JSONSchema {
    switch JSONValue(setting) {
    case .boolean(true): return JSONSchema()
    case .boolean(false): return JSONSchema(demands: [.nothing])
    default: break
    }
    var fields = Fields(of: setting, as: "a JSON Schema")
    var demands: [JSONSchema.Demand?] = []
    for key in annotations { _ = fields.setting(key) }
    readCore(&fields, isRoot, &demands)
    readValue(&fields, &demands)
    readList(&fields, &demands)
    readObject(&fields, &demands)
    readCombinations(&fields, &demands)
    for (key, hint) in notEnforced where fields.setting(key) != nil {
      fields.diagnostics.append(fault("'\(key)' of JSON Schema is not enforced", at: fields.keyPlace(key), hint))
    }
    diagnostics += fields.finish()
    return JSONSchema(demands: demands.compactMap { $0 })
  }

  private mutating func readCore(_ fields: inout Fields, _ isRoot: Bool, _ demands: inout [JSONSchema.Demand?]) {
    if let text = fields.text("$schema"), !text.hasSuffix("//json-schema.org/draft/2020-12/schema") {
      let message = "schemas of \(quoted(text)) are not read"
      let hint = "write the schema in draft 2020-12, and leave '$schema' out or name it"
      fields.diagnostics.append(fault(message, at: fields.keyPlace("$schema"), hint))
    }
    for key in ["$id", "$defs"] where fields.setting(key) != nil && !isRoot {
      fields.diagnostics.append(
        fault("'\(key)' has to stand at the top of the JSON Schema", at: fields.keyPlace(key), "move it there"))
    }
    if let setting = fields.setting("$ref"), let text = fields.text("$ref") {
      let name = text == "#" ? "" : text.hasPrefix("#/$defs/") ? unescaped(String(text.dropFirst(8))) : nil
      if let name, name.isEmpty || names.contains(name) {
        demands.append(.reference(name))
      } else {
        fields.diagnostics.append(
          fault(
            "the schema has no definition \(quoted(text))", at: setting.place,
            suggestion(for: text, among: names.map { "#/$defs/\($0)" }) ?? "define it in '$defs'"))
      }
    }
  }

  /// What concerns single values.
  private mutating func readValue(_ fields: inout Fields, _ demands: inout [JSONSchema.Demand?]) {
    if fields.setting("type") != nil {
      let kinds = fields.texts("type").compactMap { text, place in
        let kind = JSONValue.Kind(rawValue: text)
        if kind == nil {
          fields.diagnostics.append(
            fault(
              "'\(text)' is no type of JSON Schema", at: place,
              suggestion(for: text, among: JSONValue.Kind.allCases.map(\.rawValue))))
        }
        return kind
      }
      demands.append(.kinds(kinds))
    }
    if let elements = fields.elements("enum") { demands.append(.values(elements.map { JSONValue($0) })) }
    if let setting = fields.setting("const") { demands.append(.values([JSONValue(setting)])) }
    for bound in JSONSchema.Bound.allCases {
      if let number = fields.decimal(bound.rawValue) { demands.append(.bound(bound, number)) }
    }
    if let number = fields.decimal("multipleOf"), let setting = fields.setting("multipleOf") {
      if number.isPositive, number.significantDigits <= 18 {
        demands.append(.multiple(number))
      } else {
        fields.wrongType("multipleOf", setting, expected: "a number above 0 of at most 18 digits")
      }
    }
    for part in JSONSchema.Part.allCases {
      let (low, high) = (fields.count("min\(part.rawValue)"), fields.count("max\(part.rawValue)"))
      if low != nil || high != nil { demands.append(.count(part, atLeast: low, atMost: high)) }
    }
    if let pattern = fields.text("pattern"), fields.isPattern(pattern, at: fields.setting("pattern")?.place) {
      demands.append(.pattern(pattern))
    }
  }

  private mutating func readList(_ fields: inout Fields, _ demands: inout [JSONSchema.Demand?]) {
    if fields.bool("uniqueItems") == true { demands.append(.unique) }
    let first = fields.elements("prefixItems")?.map { schema($0) }
    let others = fields.setting("items").map { schema($0) }
    if first != nil || others != nil { demands.append(.items(first: first ?? [], others: others)) }
    let (low, high) = (fields.count("minContains"), fields.count("maxContains"))
    if let setting = fields.setting("contains") {
      demands.append(.contains(schema(setting), atLeast: low ?? 1, atMost: high))
    }
    fields.refuse(["minContains", "maxContains"], without: "contains")
  }

  private mutating func readObject(_ fields: inout Fields, _ demands: inout [JSONSchema.Demand?]) {
    let (named, matching) = (schemas("properties", &fields), schemas("patternProperties", &fields))
    for entry in fields.mapping("patternProperties") { _ = fields.isPattern(entry.key, at: entry.keyPlace) }
    let others = fields.setting("additionalProperties").map { schema($0) }
    if !named.isEmpty || !matching.isEmpty || others != nil {
      demands.append(.properties(named, matching: matching, others: others))
    }
    demands.append(fields.setting("propertyNames").map { .names(schema($0)) })
    if let names = fields.elements("required") { demands.append(.required(names.compactMap(\.text), beside: nil)) }
    for entry in fields.mapping("dependentRequired") {
      if case .list(let names) = entry.value.content {
        demands.append(.required(names.compactMap(\.text), beside: entry.key))
      } else {
        fields.wrongType(entry.key, entry.value, expected: "a list")
      }
    }
    demands += schemas("dependentSchemas", &fields).map(JSONSchema.Demand.dependent)
  }

  private mutating func readCombinations(_ fields: inout Fields, _ demands: inout [JSONSchema.Demand?]) {
    for combination in JSONSchema.Combination.allCases {
      guard let elements = fields.elements(combination.rawValue) else { continue }
      if elements.isEmpty {
        let place = fields.keyPlace(combination.rawValue)
        fields.diagnostics.append(fault("'\(combination.rawValue)' has no schemas", at: place, "add one, or delete it"))
      }
      demands.append(.combined(combination, elements.map { schema($0) }))
    }
    demands.append(fields.setting("not").map { .inverse(schema($0)) })
    let then = fields.setting("then").map { schema($0) } ?? JSONSchema()
    let otherwise = fields.setting("else").map { schema($0) } ?? JSONSchema()
    if let setting = fields.setting("if") {
      demands.append(.condition(schema(setting), then: then, otherwise: otherwise))
    }
    fields.refuse(["then", "else"], without: "if")
  }

  private mutating func schemas(_ key: String, _ fields: inout Fields) -> [JSONSchema.Named] {
    fields.mapping(key).map { JSONSchema.Named(name: $0.key, schema: schema($0.value)) }
  }
}

/// What says something to people and programs, and asks nothing of a value: `format` and `content…` too, by the
/// standard.
private let annotations = [
  "$comment", "title", "description", "default", "examples", "format", "readOnly", "writeOnly", "deprecated",
  "contentEncoding", "contentMediaType", "contentSchema",
]

/// Keywords that are not read, and those of older drafts, with what to write in their place.
private let notEnforced = [
  ("$anchor", "refer to definitions as '#/$defs/NAME'"), ("$dynamicAnchor", "refer to definitions as '#/$defs/NAME'"),
  ("$dynamicRef", "write '$ref'"), ("$recursiveRef", "write '$ref'"), ("$vocabulary", "leave it out"),
  ("unevaluatedItems", "write 'items' beside 'prefixItems'"),
  ("unevaluatedProperties", "write 'additionalProperties' beside 'properties'"),
  ("additionalItems", "write 'prefixItems' for the first, and 'items' for the others"),
  ("definitions", "write '$defs'"), ("dependencies", "write 'dependentRequired' or 'dependentSchemas'"),
]

private func fault(_ message: String, at place: Place, _ hint: String? = nil) -> Diagnostic {
  .error("data-constraint", message, at: place, hint: hint)
}

/// The name that a part of a JSON pointer stands for.
private func unescaped(_ name: String) -> String {
  name.replacing("~1", with: "/").replacing("~0", with: "~")
}

extension Setting {
  fileprivate var entries: [Setting.Entry] { if case .mapping(let entries) = content { entries } else { [] } }
}

extension Fields {
  /// A list, where nothing else will do.
  fileprivate mutating func elements(_ key: String) -> [Setting]? {
    guard let setting = setting(key) else { return nil }
    if case .list(let elements) = setting.content { return elements }
    wrongType(key, setting, expected: "a list")
    return nil
  }

  fileprivate mutating func decimal(_ key: String) -> JSONNumber? {
    guard let setting = setting(key) else { return nil }
    if case .number(let number) = JSONValue(setting) { return number }
    wrongType(key, setting, expected: "a number")
    return nil
  }

  fileprivate mutating func count(_ key: String) -> Int? {
    guard let setting = setting(key) else { return nil }
    if case .number(let number) = JSONValue(setting), let count = number.count { return count }
    wrongType(key, setting, expected: "a whole number, 0 or above")
    return nil
  }

  fileprivate mutating func isPattern(_ pattern: String, at place: Place?) -> Bool {
    if JSONSchemaChecker.regex(pattern) != nil { return true }
    diagnostics.append(
      fault("\(quoted(pattern)) is no regular expression that is understood", at: place ?? self.place))
    return false
  }

  /// Reports keywords that say nothing without another.
  fileprivate mutating func refuse(_ keys: [String], without other: String) {
    for key in keys where setting(key) != nil && setting(other) == nil {
      diagnostics.append(fault("'\(key)' says nothing without '\(other)'", at: keyPlace(key), "add '\(other)'"))
    }
  }
}

extension JSONSchemaDocument {
  /// Whether a schema asks for itself of the same value, so that there is no end to it.
  fileprivate func isEndless(_ name: String) -> Bool {
    var (open, seen) = (self[name]?.references ?? [], Set<String>())
    while let next = open.popLast() {
      if next == name { return true }
      if seen.insert(next).inserted { open += self[next]?.references ?? [] }
    }
    return false
  }
}

extension JSONSchema {
  /// The schemas that it refers to for the same value.
  fileprivate var references: [String] {
    demands.flatMap { demand -> [String] in
      switch demand {
      case .reference(let name): [name]
      case .combined(_, let schemas): schemas.flatMap(\.references)
      case .inverse(let schema): schema.references
      case .dependent(let named): named.schema.references
      case .condition(let test, let then, let otherwise):
        test.references + then.references + otherwise.references
      default: []
      }
    }
  }
}

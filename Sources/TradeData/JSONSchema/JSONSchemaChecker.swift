// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// Holds values against a JSON Schema.
struct JSONSchemaChecker {
  /// Where in a value something is otherwise than asked, as a JSON pointer, and in words that follow it.
  struct Fault: Hashable {
    let path: String
    let message: String

    /// Both in one: `'/rates/0' has to be a number, not 'x'`.
    var text: String { path.isEmpty ? "it \(message)" : "\(quoted(path)) \(message)" }
  }

  private let document: JSONSchemaDocument
  /// Made once for each pattern, since that takes long.
  private var regexes: [String: Regex<AnyRegexOutput>] = [:]

  init(_ document: JSONSchemaDocument) { self.document = document }

  /// A pattern of JSON Schema, whose `\d` and `\w` are those of JavaScript; nil for one that is not understood.
  static func regex(_ pattern: String) -> Regex<AnyRegexOutput>? {
    try? Regex(pattern).matchingSemantics(.unicodeScalar).asciiOnlyDigits().asciiOnlyWordCharacters()
  }

  /// What of a text in JSON is not as it should be, each fault once.
  mutating func faults(of text: String) -> [Fault] {
    guard let setting = try? Setting(json: Array(text.utf8), at: Place("")) else { return [] }
    var seen = Set<Fault>()
    return faults(of: JSONValue(setting), document.root, at: "").filter { seen.insert($0).inserted }
  }

  private mutating func faults(of value: JSONValue, _ schema: JSONSchema, at path: String) -> [Fault] {
    var faults: [Fault] = []
    for demand in schema.demands {
      if let message = message(of: value, demand) {
        faults.append(Fault(path: path, message: message))
      } else {
        faults += inner(of: value, demand, at: path)
      }
    }
    return faults
  }

  private mutating func fits(_ value: JSONValue, _ schema: JSONSchema) -> Bool {
    faults(of: value, schema, at: "").isEmpty
  }

  /// What is wrong with the value itself.
  private mutating func message(of value: JSONValue, _ demand: JSONSchema.Demand) -> String? {
    switch (demand, value) {
    case (.nothing, _): "is not permitted"
    case (.kinds(let kinds), _) where !kinds.contains(where: value.fits):
      "has to be \(kinds.map(\.example).joined(separator: " or ")), not \(value.summary)"
    case (.values(let values), _) where !values.contains(value):
      values.count <= 8
        ? "has to be \(values.map(\.summary).joined(separator: " or ")), not \(value.summary)"
        : "has to be one of \(values.count) values, not \(value.summary)"
    case (.bound(let bound, let limit), .number(let number)): bound.fault(of: number, limit)
    case (.multiple(let unit), .number(let number)) where !number.isMultiple(of: unit):
      "has to be a multiple of \(unit.plain), not \(number.plain)"
    case (.count(let part, let low, let high), _): part.fault(of: value, low, high)
    case (.pattern(let pattern), .text(let text)) where !matches(text, pattern):
      "has to match the pattern \(pattern), not be \(quoted(text))"
    case (.unique, .list(let elements)) where Set(elements).count < elements.count: "has two elements that are the same"
    case (.required(let names, let other), .object(let members)): missing(names, other, members)
    case (.contains(let schema, let low, let high), .list(let elements)):
      contained(elements.count { fits($0, schema) }, low, high)
    case (.inverse(let schema), _) where fits(value, schema): "is what 'not' excludes"
    case (.combined(.oneOf, let schemas), _):
      switch schemas.count(where: { fits(value, $0) }) {
      case 0...1: nil
      case let count: "has to fit one schema of 'oneOf', not \(count)"
      }
    default: nil
    }
  }

  /// What is wrong within the value, or by a schema that says more of it.
  private mutating func inner(of value: JSONValue, _ demand: JSONSchema.Demand, at path: String) -> [Fault] {
    switch (demand, value) {
    case (.items(let first, let others), .list(let elements)):
      elements.indices.flatMap { index in
        let schema = index < first.count ? first[index] : others
        return schema.map { faults(of: elements[index], $0, at: "\(path)/\(index)") } ?? []
      }
    case (.properties(let named, let matching, let others), .object(let members)):
      members.flatMap { member in
        let schemas =
          named.filter { $0.name == member.name } + matching.filter { matches(member.name, $0.name) }
        let asked = schemas.isEmpty ? [others].compactMap { $0 } : schemas.map(\.schema)
        return asked.flatMap { faults(of: member.value, $0, at: "\(path)/\(escaped(member.name))") }
      }
    case (.names(let schema), .object(let members)):
      members.flatMap { member in
        faults(of: .text(member.name), schema, at: "\(path)/\(escaped(member.name))").map {
          Fault(path: $0.path, message: "has a name that \($0.message)")
        }
      }
    case (.dependent(let named), .object(let members)) where members.contains { $0.name == named.name }:
      faults(of: value, named.schema, at: path)
    case (.combined(.allOf, let schemas), _): schemas.flatMap { faults(of: value, $0, at: path) }
    case (.combined(_, let schemas), _):
      // What is told is what the nearest of them asks for: one for values of this type, with the fewest faults.
      schemas.map { ($0.takes(value) ? 0 : 1, faults(of: value, $0, at: path)) }
        .min { $0.1.isEmpty || ($0.0, $0.1.count) < ($1.0, $1.1.count) }?.1 ?? []
    case (.condition(let test, let then, let otherwise), _):
      faults(of: value, fits(value, test) ? then : otherwise, at: path)
    case (.reference(let name), _): document[name].map { faults(of: value, $0, at: path) } ?? []
    default: []
    }
  }

  private mutating func matches(_ text: String, _ pattern: String) -> Bool {
    let regex = regexes[pattern] ?? Self.regex(pattern)
    regexes[pattern] = regex
    return regex.map { (try? $0.firstMatch(in: text)) != nil } ?? true
  }
}

private func missing(_ names: [String], _ other: String?, _ members: [JSONValue.Member]) -> String? {
  let known = Set(members.map(\.name))
  guard other.map(known.contains) ?? true else { return nil }
  let missing = names.filter { !known.contains($0) }.map(quoted).joined(separator: " and ")
  return missing.isEmpty ? nil : "has to have \(missing)" + (other.map { " beside \(quoted($0))" } ?? "")
}

private func contained(_ count: Int, _ low: Int, _ high: Int?) -> String? {
  let range = high.map { "\(low) to \($0)" } ?? "at least \(low)"
  return count < low || count > high ?? .max ? "has to have \(range) elements of those that 'contains' asks for" : nil
}

/// A name as a part of a JSON pointer.
private func escaped(_ name: String) -> String { name.replacing("~", with: "~0").replacing("/", with: "~1") }

extension JSONSchema {
  /// Whether it is one for values of this type.
  fileprivate func takes(_ value: JSONValue) -> Bool {
    demands.allSatisfy { if case .kinds(let kinds) = $0 { kinds.contains(where: value.fits) } else { true } }
  }
}

extension JSONSchema.Bound {
  fileprivate func fault(of number: JSONNumber, _ limit: JSONNumber) -> String? {
    let (isKept, words) =
      switch self {
      case .minimum: (number >= limit, "at least")
      case .maximum: (number <= limit, "at most")
      case .exclusiveMinimum: (number > limit, "above")
      case .exclusiveMaximum: (number < limit, "below")
      }
    return isKept ? nil : "has to be \(words) \(limit.plain), not \(number.plain)"
  }
}

extension JSONSchema.Part {
  fileprivate func fault(of value: JSONValue, _ low: Int?, _ high: Int?) -> String? {
    let (count, unit): (Int, String)
    switch (self, value) {
    case (.characters, .text(let text)): (count, unit) = (text.unicodeScalars.count, "characters")
    case (.elements, .list(let elements)): (count, unit) = (elements.count, "elements")
    case (.members, .object(let members)): (count, unit) = (members.count, "properties")
    default: return nil
    }
    if let low, count < low { return "has to have at least \(low) \(unit), not \(count)" }
    if let high, count > high { return "has to have at most \(high) \(unit), not \(count)" }
    return nil
  }
}

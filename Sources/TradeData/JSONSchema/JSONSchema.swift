// SPDX-License-Identifier: MIT

/// What a JSON Schema (draft 2020-12) asks of a value, each keyword as one demand; without demands anything fits.
struct JSONSchema: Sendable, Hashable {
  var demands: [Demand] = []

  /// A keyword, or several that say something only together.
  indirect enum Demand: Sendable, Hashable {
    /// `false`: no value fits.
    case nothing
    /// `type`
    case kinds([JSONValue.Kind])
    /// `enum` and `const`
    case values([JSONValue])
    /// `minimum` and its like
    case bound(Bound, JSONNumber)
    /// `multipleOf`
    case multiple(JSONNumber)
    /// `minLength`, `maxItems` and their like
    case count(Part, atLeast: Int?, atMost: Int?)
    /// `pattern`, which fits anywhere in a text
    case pattern(String)
    /// `uniqueItems`
    case unique
    /// `prefixItems` and `items`
    case items(first: [JSONSchema], others: JSONSchema?)
    /// `contains`, `minContains` and `maxContains`
    case contains(JSONSchema, atLeast: Int, atMost: Int?)
    /// `properties`, `patternProperties` and `additionalProperties`
    case properties([Named], matching: [Named], others: JSONSchema?)
    /// `propertyNames`
    case names(JSONSchema)
    /// `required`, and `dependentRequired` with the name that asks for them
    case required([String], beside: String?)
    /// A member of `dependentSchemas`
    case dependent(Named)
    /// `allOf`, `anyOf` and `oneOf`
    case combined(Combination, [JSONSchema])
    /// `not`
    case inverse(JSONSchema)
    /// `if`, `then` and `else`
    case condition(JSONSchema, then: JSONSchema, otherwise: JSONSchema)
    /// `$ref`, by the name in `$defs`; empty for the whole schema
    case reference(String)
  }

  /// A schema for what has a name, or matches a pattern.
  struct Named: Sendable, Hashable {
    let name: String
    let schema: JSONSchema
  }

  /// The keywords that bound a number.
  enum Bound: String, Sendable, Hashable, CaseIterable {
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum
  }

  /// What of a value can be counted, by its keywords' ending.
  enum Part: String, Sendable, Hashable, CaseIterable {
    case characters = "Length"
    case elements = "Items"
    case members = "Properties"
  }

  /// The keywords that put schemas together.
  enum Combination: String, Sendable, Hashable, CaseIterable {
    case allOf, anyOf, oneOf
  }
}

/// A JSON Schema with those that it refers to by name.
struct JSONSchemaDocument: Sendable, Hashable {
  let root: JSONSchema
  /// `$defs`, in the order written.
  let definitions: [JSONSchema.Named]

  /// The schema that `$ref` names.
  subscript(name: String) -> JSONSchema? {
    name.isEmpty ? root : definitions.first { $0.name == name }?.schema
  }
}

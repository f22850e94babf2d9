// SPDX-License-Identifier: MIT
import Diagnostics
import Settings
import Testing

@testable import TradeData

@Suite("JSON Schema")
struct JSONSchemaTests {
  private func faults(_ value: String, _ schema: String) throws -> [String] {
    let setting = try #require(try Setting(yaml: schema, at: Place("schema.yaml", line: 1, column: 1)))
    var diagnostics: [Diagnostic] = []
    var checker = JSONSchemaChecker(readJSONSchema(setting, &diagnostics))
    #expect(diagnostics == [])
    return checker.faults(of: value).map(\.text)
  }

  @Test(
    "what fits a schema is no fault",
    arguments: [
      ("{}", "{}"), ("1", "true"), ("1.0", "{type: integer}"), ("null", "{type: ['null', string]}"),
      ("{'a': 1, 'b': [2]}", "{const: {b: [2.0], a: 1}}"), ("'1'", "{const: '1'}"), ("true", "{enum: [1, true]}"),
      ("1e400", "{exclusiveMinimum: 1e399}"), ("-3", "{maximum: -2.5, minimum: -3}"), ("0.3", "{multipleOf: 0.1}"),
      ("1e300", "{multipleOf: 128}"), ("0", "{multipleOf: 0.01}"), ("'貿易'", "{minLength: 2, maxLength: 2}"),
      ("'x-2024-x'", "{pattern: '\\d{4}'}"), ("'short'", "{maxItems: 0, minimum: 9, required: [a]}"),
      ("[1, 'a', true]", "{prefixItems: [{type: integer}, {type: string}], items: {type: boolean}}"),
      ("[1]", "{prefixItems: [{type: integer}, {type: string}], items: false}"),
      ("[1, '1', true, [1], [1, 1]]", "{uniqueItems: true}"), ("[1, 1]", "{uniqueItems: false}"),
      ("[5, 'x']", "{contains: {type: string}, maxContains: 1}"), ("[]", "{contains: true, minContains: 0}"),
      (
        "{'a': 1, 'x_b': 2, 'c': 'd'}",
        "{properties: {a: {type: integer}}, patternProperties: {^x_: {minimum: 2}}, additionalProperties: {type: string}}"
      ),
      ("{'ab': 1}", "{propertyNames: {minLength: 2}, minProperties: 1, maxProperties: 1}"),
      ("{'a': 1}", "{dependentRequired: {b: [c]}, dependentSchemas: {b: false}}"),
      ("5", "{allOf: [{minimum: 5}, {maximum: 5}], anyOf: [false, true], oneOf: [true, false], not: {type: string}}"),
      ("'a'", "{if: {type: integer}, then: {minimum: 9}}"), ("9", "{if: {type: integer}, then: {minimum: 9}}"),
      ("{'up': {'up': {}}}", "{type: object, additionalProperties: false, properties: {up: {$ref: '#'}}}"),
      ("['KOR']", "{items: {$ref: '#/$defs/a~1b'}, $defs: {a/b: {pattern: '^[A-Z]{3}$'}}}"),
      ("'no date'", "{format: date, title: t, $comment: c, examples: [1], deprecated: true}"),
    ])
  func fitting(value: String, schema: String) throws {
    #expect(try faults(value.replacing("'", with: "\""), schema) == [])
  }

  @Test(
    "a fault says where it is in the value, and what was expected",
    arguments: [
      ("1", "false", "it is not permitted"), ("'x'", "{type: number}", "it has to be a number, not 'x'"),
      ("1.5", "{type: integer}", "it has to be a whole number, not 1.5"),
      ("[]", "{type: [object, 'null']}", "it has to be an object or null, not a list"),
      ("1", "{const: '1'}", "it has to be '1', not 1"),
      ("null", "{enum: [0, false]}", "it has to be 0 or false, not null"),
      (
        "12345678901234567891", "{const: 12345678901234567890}",
        "it has to be 12345678901234567890, not 12345678901234567891"
      ),
      ("2.9", "{minimum: 3}", "it has to be at least 3, not 2.9"),
      ("4", "{maximum: 3}", "it has to be at most 3, not 4"),
      ("3", "{exclusiveMinimum: 3.0}", "it has to be above 3, not 3"),
      ("-0.5", "{exclusiveMaximum: -0.5}", "it has to be below -0.5, not -0.5"),
      ("0.35", "{multipleOf: 0.1}", "it has to be a multiple of 0.1, not 0.35"),
      ("'貿'", "{minLength: 2}", "it has to have at least 2 characters, not 1"),
      ("'a1'", "{pattern: '^\\d'}", "it has to match the pattern ^\\d, not be 'a1'"),
      ("'１'", "{pattern: '\\d'}", "it has to match the pattern \\d, not be '１'"),
      ("[1, 2]", "{maxItems: 1}", "it has to have at most 1 elements, not 2"),
      ("[1, 1.0]", "{uniqueItems: true}", "it has two elements that are the same"),
      ("[1, 'a', 2]", "{prefixItems: [true, true], items: false}", "'/2' is not permitted"),
      (
        "[1]", "{contains: {type: string}}", "it has to have at least 1 elements of those that 'contains' asks for"
      ),
      (
        "{'a': {'b/c': [0, 'x']}}", "{properties: {a: {properties: {b/c: {items: {type: number}}}}}}",
        "'/a/b~1c/1' has to be a number, not 'x'"
      ),
      ("{'b': 1}", "{properties: {a: true}, additionalProperties: false}", "'/b' is not permitted"),
      ("{'x_b': 1}", "{patternProperties: {^x_: {minimum: 2}}}", "'/x_b' has to be at least 2, not 1"),
      (
        "{'a': 1}", "{propertyNames: {minLength: 2}}",
        "'/a' has a name that has to have at least 2 characters, not 1"
      ),
      ("{'a': 1}", "{required: [a, b, c]}", "it has to have 'b' and 'c'"),
      ("{'a': 1}", "{dependentRequired: {a: [b]}}", "it has to have 'b' beside 'a'"),
      ("{'a': 1}", "{dependentSchemas: {a: {maxProperties: 0}}}", "it has to have at most 0 properties, not 1"),
      ("[1]", "{items: {anyOf: [{type: object, required: [a]}, {minimum: 2}]}}", "'/0' has to be at least 2, not 1"),
      ("5", "{oneOf: [{minimum: 1}, {minimum: 2}]}", "it has to fit one schema of 'oneOf', not 2"),
      ("5", "{not: {type: number}}", "it is what 'not' excludes"),
      ("5", "{if: {type: number}, then: {minimum: 6}, else: false}", "it has to be at least 6, not 5"),
      ("'x'", "{if: {type: number}, else: {const: y}}", "it has to be 'y', not 'x'"),
      ("{'up': {'up': 1}}", "{type: object, properties: {up: {$ref: '#'}}}", "'/up/up' has to be an object, not 1"),
    ])
  func faulty(value: String, schema: String, fault: String) throws {
    #expect(try faults(value.replacing("'", with: "\""), schema) == [fault])
  }

  @Test("a long list of values is counted")
  func values() throws {
    #expect(try faults("0", "{enum: [1, 2, 3, 4, 5, 6, 7, 8, 9]}") == ["it has to be one of 9 values, not 0"])
  }

  @Test("all faults of a value are told, each once")
  func allFaults() throws {
    let schema = "{items: {allOf: [{type: number}, {type: number}]}, minItems: 3}"
    #expect(
      try faults("[\"x\", null]", schema) == [
        "it has to have at least 3 elements, not 2", "'/0' has to be a number, not 'x'",
        "'/1' has to be a number, not null",
      ])
  }

  @Test("as deep as JSON may be, a schema that refers to itself is followed")
  func depth() throws {
    let value = String(repeating: "[", count: 199) + String(repeating: "]", count: 199)
    #expect(try faults(value, "{type: array, items: {allOf: [{anyOf: [{$ref: '#'}]}]}}") == [])
  }

  @Test(
    "what of a schema is faulty, or would not be enforced, is an error at its place",
    arguments: [
      ("{▶itmes: {}}", "a JSON Schema has no key 'itmes'"),
      ("{▶unevaluatedProperties: false}", "'unevaluatedProperties' of JSON Schema is not enforced"),
      ("{▶definitions: {}}", "'definitions' of JSON Schema is not enforced"),
      ("{properties: {a: {▶$dynamicRef: '#a'}}}", "'$dynamicRef' of JSON Schema is not enforced"),
      (
        "{▶$schema: 'http://json-schema.org/draft-07/schema#'}",
        "schemas of 'http://json-schema.org/draft-07/schema#' are not read"
      ),
      ("{items: {▶$id: x}}", "'$id' has to stand at the top of the JSON Schema"),
      ("{$ref: ▶'other.json'}", "the schema has no definition 'other.json'"),
      ("{$ref: ▶'#/$defs/rte', $defs: {rate: true}}", "the schema has no definition '#/$defs/rte'"),
      ("{▶$defs: {a: {$ref: '#/$defs/b'}, b: {not: {$ref: '#/$defs/b'}}}}", "the definition 'b' leads back to itself"),
      ("▶{anyOf: [{$ref: '#'}]}", "the schema leads back to itself"),
      ("{type: ▶text}", "'text' is no type of JSON Schema"),
      ("{minimum: ▶'5'}", "'minimum' has to be a number, not '5'"),
      ("{multipleOf: ▶0}", "'multipleOf' has to be a number above 0 of at most 18 digits, not '0'"),
      ("{minLength: ▶-1}", "'minLength' has to be a whole number, 0 or above, not '-1'"),
      ("{exclusiveMinimum: ▶true}", "'exclusiveMinimum' has to be a number, not 'true'"),
      ("{enum: ▶5}", "'enum' has to be a list, not '5'"),
      ("{required: ▶true}", "'required' has to be a list, not 'true'"),
      ("{dependentRequired: {a: ▶b}}", "'a' has to be a list, not 'b'"), ("{▶anyOf: []}", "'anyOf' has no schemas"),
      ("{pattern: ▶'[A-'}", "'[A-' is no regular expression that is understood"),
      ("{patternProperties: {▶'[A-': true}}", "'[A-' is no regular expression that is understood"),
      ("{▶then: true}", "'then' says nothing without 'if'"),
      ("{▶maxContains: 2}", "'maxContains' says nothing without 'contains'"),
      ("{items: ▶[true]}", "a JSON Schema has to be 'key: value' lines, not a list"),
      ("{not: ▶5}", "a JSON Schema has to be 'key: value' lines, not text"),
    ])
  func schemaFaults(marked: String, message: String) throws {
    let schema = Marked(marked, in: "schema.yaml")
    var diagnostics: [Diagnostic] = []
    let setting = try #require(try Setting(yaml: schema.text, at: Place("schema.yaml", line: 1, column: 1)))
    _ = readJSONSchema(setting, &diagnostics)
    #expect(diagnostics.map(\.message) == [message])
    if message.contains("'b' leads") { return }
    #expect(diagnostics.map(\.place) == [schema.place])
  }

  @Test("a cell's fault has its place in the file, the path within the value and a hint")
  func cells() {
    let fields = """
      {name: v, type: object, constraints: {jsonSchema: {type: object, required: [rates],
                properties: {rates: {type: array, items: {type: number, minimum: 0}}}}}}
      """
    let csv = #"""
      v
      "{""rates"": [0.1, 2]}"
      "{""rates"": [0.1, ""x"", -1]}"
      {}

      """#
    let (_, diagnostics) = load(csv: csv, descriptor(fields: fields, schema: ""))
    #expect(
      diagnostics.map(line) == [
        "\(tradePath):3:1: '{\"rates\": [0.1, \"x\", -1]}' is not what its JSON Schema asks for: "
          + "'/rates/1' has to be a number, not 'x' (field 'v') [csv-constraint]",
        "\(tradePath):3:1: '{\"rates\": [0.1, \"x\", -1]}' is not what its JSON Schema asks for: "
          + "'/rates/2' has to be at least 0, not -1 (field 'v') [csv-constraint]",
        "\(tradePath):4:1: '{}' is not what its JSON Schema asks for: it has to have 'rates' (field 'v') "
          + "[csv-constraint]",
      ])
    #expect(diagnostics.allSatisfy { $0.hint != nil })
  }

  @Test("lists have a JSON Schema too, other types none")
  func types() {
    let field = "{name: v, type: array, constraints: {jsonSchema: {maxItems: 1}}}"
    #expect(load(csv: "v\n\"[1,2]\"\n", descriptor(fields: field, schema: "")).diagnostics.count == 1)
    let other = field.replacing("array", with: "geojson")
    #expect(
      load(csv: "v\n\"\"\n", descriptor(fields: other, schema: "")).diagnostics.map(\.message) == [
        "'jsonSchema' is no constraint of a field of type geojson"
      ])
  }

  @Test(
    "numbers are compared with all their digits",
    arguments: [
      ("1", "2"), ("-2", "-1"), ("-1", "0"), ("0", "1e-400"), ("9", "10"), ("1e2", "101"), ("0.09", "0.1"),
      ("-1e3", "-999.9"), ("12345678901234567890", "12345678901234567891"),
    ])
  func order(small: String, large: String) throws {
    let (a, b) = (try #require(JSONNumber(small)), try #require(JSONNumber(large)))
    #expect(a < b && !(b < a) && a != b)
  }

  @Test(
    "a number has one form, however it is written",
    arguments: [
      ("1.0", "1"), ("-0", "0"), ("1e3", "1000"), ("1200e-2", "12"), ("0.0050", "0.005"), ("1E-9", "0.1e-8"),
      ("123e30", "0.123e33"),
    ])
  func forms(written: String, plain: String) {
    #expect(JSONNumber(written)?.plain == plain)
  }

  @Test(
    "what has no decimal digits is no number", arguments: ["", "-", ".", "1e", "e5", "0x1F", "1.2.3", "--1", "NaN"])
  func noNumber(text: String) { #expect(JSONNumber(text) == nil) }
}

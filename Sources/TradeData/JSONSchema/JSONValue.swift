// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// A value of JSON without its place. Two are equal as JSON Schema means it: `1.0` is `1`, and the order of members
/// says nothing.
indirect enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case number(JSONNumber)
  case text(String)
  case list([JSONValue])
  case object([Member])

  /// A name of an object with its value.
  struct Member: Sendable, Hashable {
    let name: String
    let value: JSONValue
  }

  /// The value of a node; of a name that is there twice the last, as nearly every reader has it.
  init(_ setting: Setting) {
    switch setting.content {
    case .scalar(let text) where setting.isQuoted: self = .text(text)
    case .scalar(""): self = .null
    case .scalar("true"): self = .boolean(true)
    case .scalar("false"): self = .boolean(false)
    case .scalar(let text): self = JSONNumber(text).map(JSONValue.number) ?? .text(text)
    case .list(let elements): self = .list(elements.map(JSONValue.init))
    case .mapping(let entries):
      let values = Dictionary(entries.map { ($0.key, JSONValue($0.value)) }, uniquingKeysWith: { $1 })
      self = .object(values.sorted { $0.key < $1.key }.map { Member(name: $0.key, value: $0.value) })
    }
  }

  /// The types of JSON Schema, by the words of its `type`.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case null, boolean, integer, number, string, array, object

    /// The type in the words of a message.
    var example: String {
      switch self {
      case .null: "null"
      case .boolean: "true or false"
      case .integer: "a whole number"
      case .number: "a number"
      case .string: "a text"
      case .array: "a list"
      case .object: "an object"
      }
    }
  }

  /// Whether the value is of a type.
  func fits(_ kind: Kind) -> Bool {
    switch (self, kind) {
    case (.null, .null), (.boolean, .boolean), (.number, .number), (.text, .string), (.list, .array),
      (.object, .object):
      true
    case (.number(let number), .integer): number.isWhole
    default: false
    }
  }

  /// The value in the words of a message: a scalar itself, of other values what they are.
  var summary: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): String(flag)
    case .number(let number): number.plain
    case .text(let text): quoted(text)
    case .list: Kind.array.example
    case .object: Kind.object.example
    }
  }
}

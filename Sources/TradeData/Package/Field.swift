// SPDX-License-Identifier: MIT
import Figures

/// A column of a resource, as its schema declares it.
public struct Field: Sendable, Hashable {
  /// The types of Table Schema that are read.
  public enum Kind: String, CaseIterable, Sendable {
    case string, integer, number, boolean, date, year, yearmonth, any
    case time, datetime, duration, list, geopoint, geojson, object, array

    public var isNumeric: Bool { self == .integer || self == .number }
    /// Whether the values are periods of the calendar.
    public var isTemporal: Bool { self == .date || self == .year || self == .yearmonth }
    /// Whether the values are times of a day, with or without it.
    var isClock: Bool { self == .time || self == .datetime }
    /// Whether the values have parts that can be counted.
    var isStructured: Bool { self == .list || self == .object || self == .array }
  }

  /// The column's name in SQL.
  public let name: String
  /// The type of its values.
  public let kind: Kind
  /// What a reader sees; the name where the schema has no title.
  public let title: String
  /// What the values are, in a sentence.
  public let description: String?
  /// Of numbers: `USD`, `percent`, `1`.
  public let unit: String?
  /// What the values were checked against.
  public let constraints: Constraints
  /// How the values are written in the file.
  let notation: Notation
}

extension Field {
  /// What the values of a field have to fulfil.
  public struct Constraints: Sendable, Hashable {
    public var isRequired = false
    public var isUnique = false
    public var minimum: Cell?
    public var maximum: Cell?
    public var exclusiveMinimum: Cell?
    public var exclusiveMaximum: Cell?
    public var minimumLength: Int?
    public var maximumLength: Int?
    /// The values permitted; empty for any.
    public var choices: [Cell] = []
    /// A regular expression that a whole value has to match.
    public var pattern: String?
    /// What JSON in a cell has to be.
    var jsonSchema: JSONSchemaDocument?
  }
}

/// Fields whose values have to be there in another resource, or in the same one.
public struct ForeignKey: Sendable, Hashable {
  /// Fields of this resource.
  public let fields: [String]
  /// The other resource's name.
  public let resource: String
  /// The other resource's fields, in the same order.
  public let referencedFields: [String]
}

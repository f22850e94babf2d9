// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// How the values of a field that have parts are written: lists, points and JSON.
struct Structure: Sendable, Hashable {
  /// Between the items of a list.
  var delimiter: Character = ","
  /// What each item of a list is.
  var itemKind = Field.Kind.string
  /// Which of its type's formats a point or a GeoJSON text has; nil for the usual one.
  var format: Format?

  /// The formats beside the usual ones.
  enum Format: String, Sendable {
    /// A point as `[127.0, 37.5]`.
    case array
    /// A point as `{"lon": 127.0, "lat": 37.5}`.
    case object
    /// GeoJSON's compact form.
    case topojson

    /// The type whose format it is.
    var kind: Field.Kind { self == .topojson ? .geojson : .geopoint }
  }

  /// Whether a text is a value of the type.
  func fits(_ text: String, _ kind: Field.Kind) -> Bool {
    switch kind {
    case .list: items(text).allSatisfy { parseCell($0, as: itemKind) != nil }
    case .geopoint: isPoint(text)
    case .geojson: isGeography(text)
    case .object: parts(text, kind) != nil
    case .array: parts(text, kind) != nil
    default: true
    }
  }

  /// How many parts a value has: items, elements or properties; nil for a text that is none.
  func parts(_ text: String, _ kind: Field.Kind) -> Int? {
    switch (kind, kind == .list ? nil : json(text)) {
    case (.list, _): items(text).count
    case (.array, .list(let elements)): elements.count
    case (.object, .mapping(let entries)): entries.count
    default: nil
    }
  }

  private func items(_ text: String) -> [String] {
    text.split(separator: delimiter, omittingEmptySubsequences: false).map(String.init)
  }

  private func json(_ text: String) -> Setting.Content? {
    try? Setting(json: Array(text.utf8), at: Place("")).content
  }

  private func isPoint(_ text: String) -> Bool {
    let numbers: [String?]
    switch (format, format == nil ? nil : json(text)) {
    case (.array, .list(let elements)): numbers = elements.map(\.text)
    case (.object, .mapping(let entries)):
      guard entries.count == 2 else { return false }
      numbers = ["lon", "lat"].map { key in entries.first { $0.key == key }?.value.text }
    case (nil, _):
      numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0.drop { $0 == " " })
      }
    default: return false
    }
    let values = numbers.map { $0.flatMap { parseCell($0, as: .number)?.number } }
    guard values.count == 2, let longitude = values[0], let latitude = values[1] else { return false }
    return abs(longitude) <= 180 && abs(latitude) <= 90
  }

  private func isGeography(_ text: String) -> Bool {
    guard case .mapping(let entries) = json(text) else { return false }
    let type = entries.first { $0.key == "type" }?.value.text ?? ""
    if format == .topojson { return type == "Topology" }
    let part: String? =
      switch type {
      case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon": "coordinates"
      case "GeometryCollection": "geometries"
      case "Feature": "geometry"
      case "FeatureCollection": "features"
      default: nil
      }
    return part.map { part in entries.contains { $0.key == part } } ?? false
  }
}

/// A span of time in the form of ISO 8601: `P1Y2M10DT2H30M`.
struct ISODuration {
  /// About how long it is, to compare two: a year is 365.2425 days, a month a twelfth of it.
  let seconds: Double

  /// - Returns: nil for a text that is none.
  init?(_ text: String) {
    var rest = text[...]
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
    let day = 86_400.0
    var units: [(name: Character, seconds: Double)] = [
      ("Y", 365.2425 * day), ("M", 365.2425 / 12 * day), ("W", 7 * day), ("D", day),
    ]
    var total = 0.0
    while !rest.isEmpty {
      if rest.first == "T" {
        guard units.last?.name != "S", rest.count > 1 else { return nil }
        units = [("H", 3600), ("M", 60), ("S", 1)]
        rest = rest.dropFirst()
      }
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let number = Double(digits), let unit = rest.dropFirst(digits.count).first,
        let index = units.firstIndex(where: { $0.name == unit })
      else { return nil }
      total += number * units[index].seconds
      let isLast = units[index].name == "S"
      rest = rest.dropFirst(digits.count + 1)
      if isLast, !rest.isEmpty { return nil }
      units.removeFirst(index + 1)
      if units.isEmpty, rest.first != "T", !rest.isEmpty { return nil }
    }
    seconds = isNegative ? -total : total
  }
}

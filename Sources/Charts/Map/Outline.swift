// SPDX-License-Identifier: MIT

/// The land of a country in the projection's plane.
struct Outline: Hashable, Sendable {
  let code: String
  /// Closed rings, islands and lakes alike, the largest first.
  let rings: [[MapPoint]]

  /// The countries that can have a value.
  static let region = outlines(regionOutlines)
  /// The land around them.
  static let around = outlines(aroundOutlines)

  /// The smallest box around the largest ring.
  var mainland: (west: Double, east: Double, south: Double, north: Double) {
    let (easts, norths) = ((rings.first ?? []).map(\.east), (rings.first ?? []).map(\.north))
    return (easts.min() ?? 0, easts.max() ?? 0, norths.min() ?? 0, norths.max() ?? 0)
  }

  private static func outlines(_ text: String) -> [Outline] {
    text.split(separator: "\n").map { line in
      let body = line.drop { $0 != " " }
      return Outline(
        code: String(line.prefix { $0 != " " }),
        rings: body.split(separator: ";").map { ring in
          let steps = ring.split(separator: " ").compactMap { Double($0) }
          var (east, north) = (0.0, 0.0)
          return stride(from: 0, to: steps.count - 1, by: 2).map { index in
            east += steps[index]
            north += steps[index + 1]
            return MapPoint(east: east, north: north)
          }
        })
    }
  }
}

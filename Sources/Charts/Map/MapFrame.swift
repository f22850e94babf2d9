// SPDX-License-Identifier: MIT
import Foundation

/// The part of the projection's plane that a picture shows, and where it lies in the picture.
struct MapFrame: Hashable, Sendable {
  /// In kilometres from the projection's centre.
  let west: Double
  let east: Double
  let south: Double
  let north: Double
  /// In units of the picture.
  let width: Double
  let top: Double

  var scale: Double { width / (east - west) }
  var height: Double { (north - south) * scale }
  var bottom: Double { top + height }

  /// China, Mongolia, Korea, Japan and Taiwan; with places farther south, all from Mongolia to Java. The narrow ones leave
  /// out the west, so that names and small countries keep their size.
  init(showing places: [MapPoint], size: LayoutSize, top: Double) {
    let isWhole = places.contains { $0.north < -1400 || $0.east < -3300 }
    (west, east, south, north) =
      switch (isWhole, size.isWide) {
      case (false, true): (-3300, 3100, -1450, 2700)
      case (false, false): (-1400, 2750, -1450, 2650)
      case (true, true): (-4100, 3350, -4200, 2350)
      case (true, false): (-2350, 2750, -4200, 2350)
      }
    width = size.width
    self.top = top
  }

  /// - Parameter margin: How far inside, in units of the picture.
  func contains(_ point: MapPoint, margin: Double = 0) -> Bool {
    let far = margin / scale
    return west + far...east - far ~= point.east && south + far...north - far ~= point.north
  }

  func callAsFunction(_ point: MapPoint) -> Point {
    Point((point.east - west) * scale, top + (north - point.north) * scale)
  }

  /// The nearest point in the picture.
  func clamped(_ point: Point) -> Point { Point(max(0, min(point.x, width)), max(top, min(point.y, bottom))) }

  /// What of a ring lies in the frame, in the picture. (Sutherland and Hodgman 1974)
  func clipped(_ ring: [MapPoint]) -> [Point] {
    let isInside = ring.allSatisfy { contains($0) }
    var points = ring
    let edges: [(isEast: Bool, limit: Double, sign: Double)] = [
      (true, west, 1), (true, east, -1), (false, south, 1), (false, north, -1),
    ]
    for edge in edges where !isInside {
      func depth(_ point: MapPoint) -> Double { ((edge.isEast ? point.east : point.north) - edge.limit) * edge.sign }
      guard var last = points.last else { break }
      var kept: [MapPoint] = []
      for point in points {
        let (a, b) = (depth(last), depth(point))
        if (a >= 0) != (b >= 0) {
          let part = a / (a - b)
          kept.append(
            MapPoint(
              east: last.east + part * (point.east - last.east), north: last.north + part * (point.north - last.north)))
        }
        if b >= 0 { kept.append(point) }
        last = point
      }
      points = kept
    }
    let drawn = points.map { self($0) }
    return drawn.count > 2 ? drawn : []
  }

  /// Where a ray from the middle in a compass bearing leaves the frame, so far inside it.
  func edge(bearing: Double, inset: Double) -> Point {
    let (x, y) = (sin(bearing), -cos(bearing))
    let (halfX, halfY) = (width / 2 - inset, height / 2 - inset)
    let part = min(abs(x) < 1e-9 ? .infinity : halfX / abs(x), abs(y) < 1e-9 ? .infinity : halfY / abs(y))
    return Point(width / 2 + x * part, top + height / 2 + y * part)
  }
}

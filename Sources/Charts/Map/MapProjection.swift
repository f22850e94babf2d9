// SPDX-License-Identifier: MIT
import Foundation

/// Lambert's azimuthal equal-area projection of a sphere: areas are true everywhere, directions from the centre.
///
/// J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), equations 22-4, 22-5 and 24-2.
struct MapProjection: Sendable {
  /// East Asia, in kilometres, on the sphere of the Earth's surface area (Snyder, page 13).
  static let eastAsia = MapProjection(radius: 6371.0072, longitude: 112, latitude: 30)

  let radius: Double
  /// The centre, in degrees.
  let longitude: Double
  let latitude: Double

  /// Where a place lies from the centre, in units of the radius: east and north. The centre's antipode has no place and
  /// is put at the edge of the picture.
  func callAsFunction(longitude: Double, latitude: Double) -> MapPoint {
    let east = (longitude - self.longitude) * .pi / 180
    let (north, center) = (latitude * .pi / 180, self.latitude * .pi / 180)
    let cosine = sin(center) * sin(north) + cos(center) * cos(north) * cos(east)
    let scale = radius * (2 / max(1 + cosine, 1e-9)).squareRoot()
    return MapPoint(
      east: scale * cos(north) * sin(east),
      north: scale * (cos(center) * sin(north) - sin(center) * cos(north) * cos(east)))
  }
}

/// A place in the projection's plane.
struct MapPoint: Hashable, Sendable {
  let east: Double
  let north: Double
}

// SPDX-License-Identifier: MIT
import Figures
import Foundation

/// A country, a territory or a group of countries, with where its label stands and its names.
struct Territory: Hashable, Sendable {
  let code: String
  /// In degrees.
  let longitude: Double
  let latitude: Double
  /// English, Japanese, Korean, Chinese.
  private let names: [String]

  /// By code.
  static let all: [String: Territory] = {
    // Byte by byte: letter by letter takes milliseconds of every build.
    let territories = territoryList.utf8.split(separator: UInt8(ascii: "\n"))
      .compactMap { Territory($0.split(separator: UInt8(ascii: "|")).map { Substring($0) }) }
    return Dictionary(territories.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  private init?(_ fields: [Substring]) {
    guard fields.count == 7, let longitude = Double(fields[1]), let latitude = Double(fields[2]) else { return nil }
    (code, self.longitude, self.latitude) = (String(fields[0]), longitude, latitude)
    names = fields[3...].map(String.init)
  }

  /// As the business press of the language writes it.
  func name(in language: Language) -> String {
    switch language {
    case .english: names[0]
    case .japanese: names[1]
    case .korean: names[2]
    case .chinese: names[3]
    }
  }

  /// The compass bearing from a point at which a reader of world maps looks for it, in radians clockwise from north: that
  /// of a straight line on Mercator's chart.
  func bearing(fromLongitude start: Double, latitude: Double) -> Double {
    func height(_ degrees: Double) -> Double { log(tan(.pi / 4 + max(-85, min(degrees, 85)) * .pi / 360)) }
    var east = (longitude - start) * .pi / 180
    if east > .pi { east -= 2 * .pi }
    if east < -.pi { east += 2 * .pi }
    return atan2(east, height(self.latitude) - height(latitude))
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Testing

@testable import Import

/// A file in a portal's layout, and how an editor imports it.
struct Fixture: CustomTestStringConvertible, Sendable {
  let file: String
  let portal: Portal
  var partner: String?
  var period: Period?

  var testDescription: String { file }
  /// The table's name.
  var name: String {
    let parts = file.replacing("-", with: "_").components(separatedBy: ".")
    return parts[1] == "csv" ? parts[0] : parts.joined(separator: "_")
  }

  static let all: [Fixture] = [
    Fixture(file: "comtrade-legacy.csv", portal: .comtrade), Fixture(file: "comtrade-api.csv", portal: .comtrade),
    Fixture(file: "comtrade-api.json", portal: .comtrade), Fixture(file: "wits-summary.csv", portal: .wits),
    Fixture(file: "wits-partner.csv", portal: .wits), Fixture(file: "wits-partner.xlsx", portal: .wits),
    Fixture(file: "databank-long.csv", portal: .databank),
    Fixture(file: "databank-across.csv", portal: .databank), Fixture(file: "sdmx-1.csv", portal: .sdmx),
    Fixture(file: "sdmx-2.csv", portal: .sdmx),
    Fixture(file: "japan-customs.csv", portal: .japanCustoms, partner: "CHN"),
    Fixture(file: "kosis-long.csv", portal: .kosis), Fixture(file: "kosis-across.csv", portal: .kosis),
    Fixture(file: "us-census.csv", portal: .usCensus), Fixture(file: "korea-trend.json", portal: .koreaCustoms),
    Fixture(file: "korea-regions.json", portal: .koreaCustoms),
    Fixture(file: "korea-item-partners.json", portal: .koreaCustoms, period: Period("2025-12")),
    Fixture(file: "korea-overview.json", portal: .koreaCustoms), Fixture(file: "korea-api.json", portal: .koreaCustoms),
  ]

  /// The folder of this target's files.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  func bytes() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Fixture.folder.appending(path: "Fixtures/\(file)")))
  }

  func imported(_ diagnostics: inout [Diagnostic]) throws -> Import? {
    try read(bytes(), as: portal, file: file, name: name, partner: partner, period: period, &diagnostics)
  }
}

/// Reads a file as an editor would on the day of the tests.
func read(
  _ bytes: [UInt8], as portal: Portal, file: String = "download.csv", name: String = "trade", partner: String? = nil,
  period: Period? = nil, unit: String? = nil, encoding: String? = nil, _ diagnostics: inout [Diagnostic]
) throws -> Import? {
  var request = ImportRequest(name: name, retrieved: try #require(Period("2026-01-15")))
  (request.partner, request.period, request.encoding) = (partner, period, encoding)
  request.unit = unit.flatMap { ScaledUnit(text: $0) }
  return readImport(bytes, path: file, portal: portal, request: request, diagnostics: &diagnostics)
}

/// The rows of a text that is read without an error.
func rows(
  _ text: String, as portal: Portal, partner: String? = nil, unit: String? = nil
) throws -> [String] {
  var diagnostics: [Diagnostic] = []
  let new = try read(Array(text.utf8), as: portal, partner: partner, unit: unit, &diagnostics)
  #expect(diagnostics == [])
  return String(decoding: try #require(new).csv, as: UTF8.self).split(separator: "\n").map(String.init)
}

/// The faults of a text that is refused, as `place rule`.
func faults(_ bytes: [UInt8], as portal: Portal) throws -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let new = try read(bytes, as: portal, &diagnostics)
  #expect(new == nil)
  return diagnostics
}

func faults(_ text: String, as portal: Portal) throws -> [Diagnostic] { try faults(Array(text.utf8), as: portal) }

extension Diagnostic {
  var short: String { "\(place) \(rule)" }
}

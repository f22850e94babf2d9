// SPDX-License-Identifier: MIT
import TradeData

extension Portal {
  /// The US Census Bureau's country pages.
  static let usCensus = Portal(
    name: "us-census", title: "US Census Bureau, Foreign Trade",
    files: "country page as CSV (Month, Exports, Imports, Balance)",
    layouts: [["month", "exports", "imports", "balance"]],
    answers: [.partner, .unit],
    isRemark: { $0.lowercased().hasPrefix("note") || $0.lowercased().hasPrefix("source") },
    read: { raw, request, log in
      raw.column("month").flatMap { unitedStates.read(raw, period: $0, request, &log) }
    })
}

private let unitedStates = CustomsSeries(
  reporter: "USA", publisher: "US Census Bureau",
  source: Reading.Source(
    title: "US Census Bureau, Trade in Goods by country", path: "https://www.census.gov/foreign-trade/balance/"),
  licence: Reading.Licence(
    name: "us-government-works", title: "Public domain (work of the US government)", isStated: true),
  valuation: "Exports FAS, general imports at customs value; not seasonally adjusted.",
  title: "US goods trade", usualUnit: ScaledUnit("USD", power: 6),
  isTotal: { $0.lowercased().hasPrefix("total") }, padsWithZeros: false)

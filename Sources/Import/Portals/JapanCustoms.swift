// SPDX-License-Identifier: MIT
import TradeData

extension Portal {
  /// Trade Statistics of Japan.
  static let japanCustoms = Portal(
    name: "japan-customs", title: "Japan Customs, Trade Statistics of Japan",
    files: "time series CSV (exports and imports by month or year)", layouts: [["date", "exports", "imports"]],
    encoding: .shiftJIS, answers: [.partner, .unit],
    read: { raw, request, log in
      raw.column("date").flatMap { japan.read(raw, period: $0, request, &log) }
    })
}

private let japan = CustomsSeries(
  reporter: "JPN", publisher: "Ministry of Finance Japan, Trade Statistics",
  source: Reading.Source(title: "Trade Statistics of Japan", path: "https://www.customs.go.jp/toukei/info/index_e.htm"),
  licence: .unchecked, valuation: "Exports FOB, imports CIF.", title: "Japan’s goods trade",
  usualUnit: ScaledUnit("JPY", power: 3), isTotal: { _ in false }, padsWithZeros: true)

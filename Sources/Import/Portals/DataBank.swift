// SPDX-License-Identifier: MIT
import Figures
import TradeData

extension Portal {
  /// World Bank DataBank.
  static let databank = Portal(
    name: "databank", title: "World Bank DataBank", files: "CSV, long or with the years across",
    layouts: [
      ["seriesname", "seriescode", "countryname", "countrycode", "time", "value"],
      ["countryname", "countrycode", "seriesname", "seriescode", RawTable.periodKey],
    ],
    isRemark: { $0.hasPrefix("Data from database") || $0.hasPrefix("Last Updated") }, read: readDataBank)
}

private func readDataBank(_ raw: RawTable, _ request: ImportRequest, _ log: inout FaultLog) -> Reading? {
  guard let series = raw.column("seriescode"), let seriesName = raw.column("seriesname"),
    let country = raw.column("countrycode"), let countryName = raw.column("countryname")
  else { return nil }
  var rows: [TidyRow] = []
  for row in raw.rows.indices {
    let facts = [country, countryName, series, seriesName].map { raw.text(row, $0) }
    let unit = seriesUnit(raw.text(row, seriesName))
    if let time = raw.column("time"), let value = raw.column("value") {
      guard let period = raw.period(row, time, log: &log)?.period else { continue }
      let figure = raw.figure(row, value, log: &log)
      rows.append(TidyRow(period: period, cells: facts + [figure, unit], origin: (row, value)))
    } else {
      for column in raw.periodColumns {
        let period = PeriodText(raw.labels[column])?.period
        let figure = raw.figure(row, column, log: &log)
        rows.append(TidyRow(period: period, cells: facts + [figure, unit], origin: (row, column)))
      }
    }
  }
  let names = Set(rows.map { $0.cells[3] })
  let units = Set(rows.map { $0.cells[5] })
  let database = raw.notes.map(\.text).first { $0.hasPrefix("Data from database") }
    .map { String($0.dropFirst("Data from database:".count)).trimmed }
  let columns: [TidyColumn] = [
    .text("country", "Country", "Economy, ISO 3166-1 alpha-3 code or a World Bank group such as WLD."),
    .text("country_name", "Name of the country", "The World Bank's name of the economy."),
    .text("series", "Series", "Code of the series."), .text("series_name", "Name of the series", "What the value is."),
    .number("value", "Value", "Value of the series.", unit: units.count == 1 ? units.first ?? "1" : "as unit"),
    .text("unit", "Unit", "Unit of the value, from the name of the series."),
  ]
  return Reading(
    table: TidyTable(rows, columns: columns, key: ["country", "series"], raw: raw, log: &log),
    title: names.count == 1 ? names.first ?? "" : "World Bank indicators",
    description: "Indicators by economy and year\(database.map { ", \($0)" } ?? "").", publisher: "World Bank",
    sources: [
      Reading.Source(
        title: ["World Bank DataBank", database].compactMap(\.self).joined(separator: ", "),
        path: "https://databank.worldbank.org/")
    ],
    licence: Reading.Licence(name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0", isStated: true),
    valuation: nil, reporter: nil,
    caveats: raw.notes.filter { $0.text.hasPrefix("Last Updated") }.map { "\($0.text)." }, remarks: raw.remarks)
}

/// `GDP (constant 2010 US$)` has the unit `constant 2010 US$`, and a plain dollar is USD.
private func seriesUnit(_ name: String) -> String {
  guard let open = name.lastIndex(of: "("), let close = name.lastIndex(of: ")"), open < close else { return "1" }
  let unit = String(name[name.index(after: open)..<close])
  switch unit.lowercased() {
  case "current us$", "us$": return "USD"
  case "%", "annual %": return "percent"
  default: return unit.hasPrefix("% of ") ? "percent \(unit.dropFirst(2))" : unit
  }
}

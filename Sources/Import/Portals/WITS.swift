// SPDX-License-Identifier: MIT
import Figures
import TradeData

extension Portal {
  /// World Bank WITS: indicators with the years across, or partners.
  static let wits = Portal(
    name: "wits", title: "World Bank WITS", files: "trade summary CSV (years across), partner table CSV or XLSX",
    layouts: [
      ["reporter", "partner", "productcategories", "indicatortype", "indicator", RawTable.periodKey],
      ["reportername", "partnername", "year", "tradeflow"],
    ],
    read: { raw, request, log in
      raw.column("indicator") == nil ? readPartners(raw, request, &log) : readSummary(raw, request, &log)
    })
}

private func readSummary(_ raw: RawTable, _ request: ImportRequest, _ log: inout FaultLog) -> Reading? {
  guard let reporter = raw.column("reporter"), let partner = raw.column("partner"),
    let product = raw.column("productcategories"), let kind = raw.column("indicatortype"),
    let indicator = raw.column("indicator")
  else { return nil }
  var rows: [TidyRow] = []
  for row in raw.rows.indices {
    let unit = witsUnit(raw.text(row, indicator))
    let facts = [reporter, partner, product, kind].map { column in
      let text = raw.text(row, column)
      return text == "..." ? "" : text
    }
    for column in raw.periodColumns {
      rows.append(
        TidyRow(
          period: PeriodText(raw.labels[column])?.period,
          cells: facts + [
            withoutScale(raw.text(row, indicator)), raw.figure(row, column, power: unit.power, log: &log),
            unit.unit,
          ], origin: (row, column)))
    }
  }
  let columns: [TidyColumn] = [
    .text("reporter", "Reporter", "Reporting economy."),
    .text("partner", "Partner", "Trading partner; World is the total, empty where the indicator has none."),
    .text("product", "Product", "Product group; empty where the indicator has none."),
    .text("indicator_type", "Kind of indicator", "Group of indicators."),
    .text("indicator", "Indicator", "What the value is."),
    .number("value", "Value", "Value in the unit beside it; amounts in whole US dollars.", unit: "as unit"),
    .text("unit", "Unit", "Unit of the value."),
  ]
  return reading(
    TidyTable(
      rows, columns: columns, key: ["reporter", "partner", "product", "indicator_type", "indicator"], raw: raw,
      log: &log),
    title: "Trade summary, WITS", reporters: rows.map { $0.cells[0] },
    caveats: [
      "The lists of top five partners are complete only where a partner was among the five that year: a missing year "
        + "is not zero."
    ], raw)
}

private func readPartners(_ raw: RawTable, _ request: ImportRequest, _ log: inout FaultLog) -> Reading? {
  guard let reporter = raw.column("reportername"), let partner = raw.column("partnername"),
    let year = raw.column("year"), let flow = raw.column("tradeflow")
  else { return nil }
  let measures = raw.labels.indices.filter { ![reporter, partner, year, flow].contains($0) }
  let units = measures.map { witsUnit(raw.labels[$0]) }
  let rows = raw.rows.indices.map { row in
    TidyRow(
      period: raw.period(row, year, log: &log)?.period,
      cells: [raw.text(row, reporter), raw.text(row, partner), raw.text(row, flow).lowercased()]
        + zip(measures, units).map { raw.figure(row, $0, power: $1.power, log: &log) },
      origin: (row, measures.first ?? 0))
  }
  let columns: [TidyColumn] =
    [
      .text("reporter", "Reporter", "Reporting economy."),
      .text("partner", "Partner", "Trading partner; World is the total."), .text("flow", "Flow", "export or import."),
    ]
    + zip(measures, units).map { column, unit in
      let title = raw.labels[column].components(before: "(").trimmed
      return .number(snakeCase(title), title, "\(withoutScale(raw.labels[column].trimmed)).", unit: unit.unit)
    }
  return reading(
    TidyTable(rows, columns: columns, key: ["reporter", "partner", "flow"], raw: raw, log: &log),
    title: "Trade by partner, WITS", reporters: rows.map { $0.cells[0] }, caveats: [], raw)
}

private func reading(
  _ table: TidyTable, title: String, reporters: [String], caveats: [String], _ raw: RawTable
) -> Reading {
  let names = Set(reporters)
  return Reading(
    table: table, title: names.count == 1 ? "\(title): \(reporters.first ?? "")" : title,
    description: "World Integrated Trade Solution, from UN Comtrade data.",
    publisher: "World Bank", sources: [Reading.Source(title: "World Bank WITS", path: "https://wits.worldbank.org/")],
    licence: .unitedNations, valuation: "Exports FOB, imports CIF.",
    reporter: names.count == 1 ? reporters.first : nil,
    caveats: ["The partner World is the total of all partners: never add it to them."] + caveats,
    remarks: raw.remarks + [Reading.Licence.publishingRemark])
}

/// The unit that a WITS label names: `Export(US$ Mil)` is USD, `Share(%)` percent.
private func witsUnit(_ label: String) -> ScaledUnit {
  if label.contains("%") { return ScaledUnit("percent") }
  return ScaledUnit(text: label) ?? ScaledUnit(label.lowercased().contains("index") ? "index" : "1")
}

/// `Export(US$ Mil)` is `Export(US$)` once the amounts are whole.
private func withoutScale(_ label: String) -> String {
  label.replacing(" Mil)", with: ")").replacing(" Thousand)", with: ")")
}

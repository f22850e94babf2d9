// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

extension Portal {
  /// UN Comtrade: one total of its many rows a figure.
  static let comtrade = Portal(
    name: "comtrade", title: "UN Comtrade", files: "legacy CSV (35 columns), API v1 as CSV or JSON",
    layouts: [
      [
        "classification", "year", "period", "tradeflowcode", "reportercode", "partnercode", "commoditycode",
        "tradevalueus",
      ],
      ["period", "reportercode", "flowcode", "partnercode", "cmdcode", "primaryvalue"],
    ],
    read: readComtrade)
}

/// The columns of either layout that are read.
private struct ComtradeColumns {
  let period, flow, reporter, partner, commodity, value: Int
  let reporterISO, reporterName, partnerISO, partnerName, classification, level, commodityName: Int?
  let customs, transport, secondPartner, supply: Int?
  let quantity, quantityUnit, quantityUnitCode, weight, flag, quantityEstimate, weightEstimate: Int?

  init?(_ raw: RawTable) {
    guard let period = raw.column("period"), let flow = raw.column("tradeflowcode", "flowcode"),
      let reporter = raw.column("reportercode"), let partner = raw.column("partnercode"),
      let commodity = raw.column("commoditycode", "cmdcode"), let value = raw.column("tradevalueus", "primaryvalue")
    else { return nil }
    (self.period, self.flow, self.reporter, self.partner) = (period, flow, reporter, partner)
    (self.commodity, self.value) = (commodity, value)
    reporterISO = raw.column("reporteriso")
    reporterName = raw.column("reporter", "reporterdesc")
    partnerISO = raw.column("partneriso")
    partnerName = raw.column("partner", "partnerdesc")
    classification = raw.column("classification", "classificationcode")
    level = raw.column("aggregatelevel", "aggrlevel")
    commodityName = raw.column("commodity", "cmddesc")
    customs = raw.column("customsproccode", "customscode")
    transport = raw.column("modeoftransportcode", "motcode")
    secondPartner = raw.column("2ndpartnercode", "partner2code")
    supply = raw.column("moscode")
    quantity = raw.column("qty")
    quantityUnit = raw.column("qtyunit", "qtyunitabbr")
    quantityUnitCode = raw.column("qtyunitcode")
    weight = raw.column("netweightkg", "netwgt")
    flag = raw.column("flag", "legacyestimationflag")
    quantityEstimate = raw.column("isqtyestimated")
    weightEstimate = raw.column("isnetwgtestimated")
  }

  /// Whether a row is the total over customs procedures, modes of transport and supply and second partners.
  func isTotal(_ raw: RawTable, _ row: Int) -> Bool {
    func holds(_ column: Int?, _ total: String) -> Bool { ["", total].contains(raw.text(row, column)) }
    return holds(customs, "C00") && holds(transport, "0") && holds(secondPartner, "0") && holds(supply, "0")
  }

  /// What rows of one figure share, whichever part of it they are.
  func figure(_ raw: RawTable, _ row: Int) -> [String] {
    [period, reporter, flow, partner, classification, commodity].map { raw.text(row, $0) }
  }
}

private func readComtrade(_ raw: RawTable, _ request: ImportRequest, _ log: inout FaultLog) -> Reading? {
  guard let columns = ComtradeColumns(raw) else { return nil }
  let totals = raw.rows.indices.filter { columns.isTotal(raw, $0) }
  refuseParts(raw, columns, totals: totals, &log)
  checkCount(raw, &log)
  var rows: [TidyRow] = []
  var levels: Set<String> = []
  for row in totals {
    guard let period = raw.period(row, columns.period, log: &log)?.period else { continue }
    levels.insert(raw.text(row, columns.level))
    let isWorld = raw.text(row, columns.partner) == "0"
    rows.append(
      TidyRow(
        period: period,
        cells: [
          iso(raw, row, columns.reporterISO, else: columns.reporter),
          isWorld ? "World" : iso(raw, row, columns.partnerISO, else: columns.partner),
          flowWord(raw.text(row, columns.flow)), raw.text(row, columns.classification),
          raw.text(row, columns.commodity), raw.text(row, columns.commodityName), raw.text(row, columns.level),
          raw.figure(row, columns.value, log: &log),
          measured(raw, row, columns.weight, columns, &log),
          hasQuantity(raw, row, columns) ? measured(raw, row, columns.quantity, columns, &log) : "",
          hasQuantity(raw, row, columns) ? raw.text(row, columns.quantityUnit) : "",
          status(raw, row, columns),
        ], origin: (row, columns.value)))
  }
  let left = raw.rows.count - totals.count
  var remarks = raw.remarks + [Reading.Licence.publishingRemark]
  if left > 0 {
    remarks.append(
      "rows that split a total by customs procedure, transport or second partner, left out, not added: \(left)")
  }
  if [500, 100_000, 250_000].contains(raw.rows.count) {
    remarks.append("the file has exactly \(raw.rows.count) rows, where Comtrade cuts an answer: is it whole?")
  }
  var caveats = ["Imports are valued CIF, exports FOB; mirror figures of two reporters do not match."]
  if rows.contains(where: { $0.cells[1] == "World" }) {
    caveats.append("The partner World is the total of all partners: never add it to them.")
  }
  if levels.count > 1 {
    caveats.append("Commodities of several levels are in one table: choose one level before adding figures.")
  }
  let reporters = Set(rows.map { $0.cells[0] })
  return Reading(
    table: TidyTable(
      rows, columns: comtradeColumns, key: ["reporter", "partner", "flow", "classification", "commodity_code"],
      raw: raw, log: &log),
    title: "Goods trade\(reporters.count == 1 ? " of \(reporters.first ?? "")" : ""), UN Comtrade",
    description: "Trade in goods by reporter, partner, flow and commodity.",
    publisher: "United Nations Statistics Division",
    sources: [Reading.Source(title: "UN Comtrade", path: "https://comtradeplus.un.org/")],
    licence: .unitedNations, valuation: "Imports CIF, exports FOB.",
    reporter: reporters.count == 1 ? reporters.first : nil, caveats: caveats, remarks: remarks)
}

private let comtradeColumns: [TidyColumn] = [
  .text("reporter", "Reporter", "Reporting economy, ISO 3166-1 alpha-3 code."),
  .text("partner", "Partner", "Trading partner, ISO 3166-1 alpha-3 code; World is the total."),
  .text("flow", "Flow", "export, import, re-export or re-import."),
  .text("classification", "Classification", "Edition of the classification, such as H5 for HS 2017."),
  .text("commodity_code", "Commodity code", "Code in the classification; TOTAL for all commodities."),
  .text("commodity", "Commodity", "Name of the commodity."),
  .text("level", "Level", "Number of digits of the code; 0 for all commodities."),
  .number("value", "Value", "Trade value.", unit: "USD"),
  .number("net_weight", "Net weight", "Net weight.", unit: "kg"),
  .number("quantity", "Quantity", "Quantity in the unit beside it.", unit: "as quantity_unit"),
  .text("quantity_unit", "Unit of quantity", "What the quantity counts."), .status,
]

/// Reports figures of which the file has parts only: adding them up is a guess.
private func refuseParts(_ raw: RawTable, _ columns: ComtradeColumns, totals: [Int], _ log: inout FaultLog) {
  var known = Set(totals.map { columns.figure(raw, $0) })
  for row in raw.rows.indices where !columns.isTotal(raw, row) {
    let figure = columns.figure(raw, row)
    guard known.insert(figure).inserted else { continue }
    let facts = [
      raw.text(row, columns.period), iso(raw, row, columns.reporterISO, else: columns.reporter),
      iso(raw, row, columns.partnerISO, else: columns.partner), flowWord(raw.text(row, columns.flow)),
      raw.text(row, columns.commodity),
    ]
    log.report(
      "import-parts",
      .error(
        "import-parts", "only parts of a total for \(facts.joined(separator: ", ")); parts are not added up",
        at: raw.place(row, columns.value),
        hint: "download it with customsCode=C00, motCode=0 and partner2Code=0"))
  }
}

/// An answer of the API says how many records it has; fewer were cut off.
private func checkCount(_ raw: RawTable, _ log: inout FaultLog) {
  for note in raw.notes where note.text.hasPrefix("count: ") && note.text != "count: \(raw.rows.count)" {
    log.report(
      "import-cut",
      .error(
        "import-cut", "the file has \(raw.rows.count) records, but says that there are \(note.text.dropFirst(7))",
        at: note.place, hint: "ask for fewer years or partners in one download"))
  }
}

private func iso(_ raw: RawTable, _ row: Int, _ iso: Int?, else code: Int) -> String {
  let text = raw.text(row, iso)
  return text.meansMissing ? raw.text(row, code) : text
}

private func flowWord(_ code: String) -> String {
  switch code {
  case "1", "M": "import"
  case "2", "X": "export"
  case "3", "RX": "re-export"
  case "4", "RM": "re-import"
  default: code
  }
}

/// Comtrade writes 0 where it has no quantity, and says so in the unit.
private func hasQuantity(_ raw: RawTable, _ row: Int, _ columns: ComtradeColumns) -> Bool {
  !["1", "-1"].contains(raw.text(row, columns.quantityUnitCode))
}

/// A weight or quantity; goods of some value that weigh 0 were not weighed.
private func measured(
  _ raw: RawTable, _ row: Int, _ column: Int?, _ columns: ComtradeColumns, _ log: inout FaultLog
) -> String {
  guard let column else { return "" }
  let figure = raw.figure(row, column, log: &log)
  return figure == "0" && raw.figure(row, columns.value, log: &log) != "0" ? "" : figure
}

/// The estimation flag is a sum: 2 for the quantity, 4 for the weight.
private func status(_ raw: RawTable, _ row: Int, _ columns: ComtradeColumns) -> String {
  let flag = Int(raw.text(row, columns.flag)) ?? 0
  func isTrue(_ column: Int?) -> Bool { raw.text(row, column).lowercased() == "true" }
  let words = [
    flag & 2 != 0 || isTrue(columns.quantityEstimate) ? "quantity estimated" : nil,
    flag & 4 != 0 || isTrue(columns.weightEstimate) ? "weight estimated" : nil,
  ]
  return words.compactMap(\.self).joined(separator: ", ")
}

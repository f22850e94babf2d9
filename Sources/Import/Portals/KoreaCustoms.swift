// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

extension Portal {
  /// JSON of the Korea Customs Service's figures.
  static let koreaCustoms = Portal(
    name: "korea-customs", title: "Korea Customs Service",
    files: "JSON of the trade statistics API, or of dashboards on it",
    layouts: [
      ["m", "exp"], ["m", "rate"], ["label", "name", "value", "share"], ["group", "name", "value"],
      ["year", "expdlr", "impdlr"],
    ], encoding: .eucKR, answers: [.unit, .period], read: readKoreaCustoms)
}

/// A column of figures: its key in the file, its name, what it is, and its unit; amounts that state none are in
/// 100 million dollars.
private struct KoreaMeasure {
  let key, name, title: String
  let unit: ScaledUnit
  var isUnstated = false
}

private let hundredMillion = ScaledUnit("USD", power: 8)
private let koreaMeasures = [
  KoreaMeasure(key: "exp", name: "exports", title: "Exports", unit: hundredMillion, isUnstated: true),
  KoreaMeasure(key: "imp", name: "imports", title: "Imports", unit: hundredMillion, isUnstated: true),
  KoreaMeasure(key: "bal", name: "balance", title: "Balance", unit: hundredMillion, isUnstated: true),
  KoreaMeasure(key: "value", name: "exports", title: "Exports", unit: hundredMillion, isUnstated: true),
  KoreaMeasure(key: "share", name: "share", title: "Share of exports", unit: ScaledUnit("percent")),
  KoreaMeasure(key: "yoy", name: "growth", title: "Growth on the year", unit: ScaledUnit("percent")),
  KoreaMeasure(key: "rate", name: "rate", title: "Exchange rate", unit: ScaledUnit("KRW per USD")),
  KoreaMeasure(key: "expdlr", name: "exports", title: "Exports", unit: ScaledUnit("USD")),
  KoreaMeasure(key: "impdlr", name: "imports", title: "Imports", unit: ScaledUnit("USD")),
  KoreaMeasure(key: "balpayments", name: "balance", title: "Balance", unit: ScaledUnit("USD")),
  KoreaMeasure(key: "expwgt", name: "export_weight", title: "Weight of exports", unit: ScaledUnit("kg")),
  KoreaMeasure(key: "impwgt", name: "import_weight", title: "Weight of imports", unit: ScaledUnit("kg")),
]

private func readKoreaCustoms(_ raw: RawTable, _ request: ImportRequest, _ log: inout FaultLog) -> Reading? {
  let measures = koreaMeasures.compactMap { measure in raw.column(measure.key).map { (measure, $0) } }
  let facts = factColumns(raw)
  let stated = raw.notes.lazy.filter { $0.text.hasPrefix("period: ") }
    .compactMap { PeriodText(String($0.text.dropFirst("period: ".count)))?.period }.first
  let time = raw.column("m", "year")
  let whole = request.period ?? stated
  if time == nil, whole == nil {
    log.report(
      "import-period",
      .error(
        "import-period", "the file does not say of which period its figures are", at: Place(raw.path),
        hint: "add --period 2026-07"))
    return nil
  }
  var rows: [TidyRow] = []
  var totals = 0
  for row in raw.rows.indices {
    if raw.text(row, time).contains("총계") {
      totals += 1
      continue
    }
    var period = whole
    if let time {
      period = shortMonth(raw.text(row, time)) ?? raw.period(row, time, log: &log)?.period
      if period == nil { continue }
    }
    let figures = measures.map { measure, column in
      let unit = measure.isUnstated ? request.unit ?? measure.unit : measure.unit
      return raw.figure(row, column, power: unit.power, log: &log)
    }
    rows.append(
      TidyRow(
        period: period, cells: ["KOR"] + facts.map { $0.text(row) } + figures,
        origin: (row, measures.first?.1 ?? 0)))
  }
  let columns: [TidyColumn] =
    [.text("reporter", "Reporter", "Reporting economy, ISO 3166-1 alpha-3 code.")]
    + facts.map { .text($0.name, $0.name.prefix(1).uppercased() + $0.name.dropFirst(), "As the source names it.") }
    + measures.map { measure, _ in
      let unit = measure.isUnstated ? request.unit ?? measure.unit : measure.unit
      return .number(measure.name, measure.title, "\(measure.title), as published.", unit: unit.unit)
    }
  let isTrade = measures.contains { $0.0.name != "rate" }
  let isUnstated = request.unit == nil && measures.contains { $0.0.isUnstated }
  return Reading(
    table: TidyTable(rows, columns: columns, key: ["reporter"] + facts.map(\.name), raw: raw, log: &log),
    title: isTrade ? "South Korea’s goods trade, Korea Customs Service" : "Won per US dollar",
    description: "Customs statistics by period, as the source groups them.", publisher: "Korea Customs Service",
    sources: [Reading.Source(title: "Korea Customs Service, trade statistics", path: "https://tradedata.go.kr/")],
    licence: .unchecked, valuation: isTrade ? "Exports FOB, imports CIF." : nil, reporter: "KOR",
    caveats: (isTrade ? ["The last two months are subject to revision."] : [])
      + (isUnstated
        ? ["The file does not state its unit; amounts were read as 100 million USD, as the source publishes them."]
        : []),
    remarks: raw.remarks + (totals > 0 ? ["rows of totals left out: \(totals)"] : []))
}

/// What a figure is about: names of the tidy table's columns, and their texts.
private func factColumns(_ raw: RawTable) -> [(name: String, text: (_ row: Int) -> String)] {
  func fact(_ name: String, _ column: Int) -> (String, (Int) -> String) { (name, { raw.text($0, column) }) }
  let official = [
    ("hscode", "commodity_code"), ("statkor", "commodity"), ("statcd", "partner_code"), ("statcdcntnkor1", "partner"),
  ]
  let named = official.compactMap { key, name in raw.column(key).map { fact(name, $0) } }
  if !named.isEmpty { return named }
  let (label, group, name) = (raw.column("label"), raw.column("group"), raw.column("name"))
  if let label, let group, let name {
    // A month's overview: items in their groups, and regions.
    return [
      fact("sector", group), ("item", { raw.text($0, label).isEmpty ? raw.text($0, name) : "" }),
      ("partner", { raw.text($0, label).isEmpty ? "" : raw.text($0, name) }),
    ]
  }
  var facts: [(String, (Int) -> String)] = []
  if let label { facts.append(fact(namesPartners(raw, label) ? "partner" : "item", label)) }
  if let group { facts.append(fact("sector", group)) }
  if let name { facts.append(fact(namesPartners(raw, name) ? "partner" : "item", name)) }
  return facts
}

private func namesPartners(_ raw: RawTable, _ column: Int) -> Bool {
  raw.rows.contains { ["중국", "미국", "일본", "China", "US", "Japan"].contains($0[column].trimmed) }
}

/// `25.08` is August 2025.
private func shortMonth(_ text: String) -> Period? {
  let parts = text.split(separator: ".")
  guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
  return Period("20\(parts[0])-\(parts[1])")
}

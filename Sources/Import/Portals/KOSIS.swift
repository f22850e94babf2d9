// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

extension Portal {
  /// Statistics Korea's portal.
  static let kosis = Portal(
    name: "kosis", title: "Statistics Korea, KOSIS",
    files: "CSV with a column of periods, or with the periods across",
    layouts: [
      ["country", "date", "exports", "imports"], ["country", "item", RawTable.periodKey],
      ["country", "item", "unit", RawTable.periodKey],
    ], encoding: .eucKR, answers: [.partner, .unit],
    read: { raw, request, log in
      if let date = raw.column("date") { return korea.read(raw, period: date, request, &log) }
      return readAcross(raw, request, &log)
    })
}

private let korea = CustomsSeries(
  reporter: "KOR", publisher: "Statistics Korea (KOSIS), from the Korea Customs Service",
  source: Reading.Source(title: "KOSIS, Korean Statistical Information Service", path: "https://kosis.kr/"),
  licence: .unchecked, valuation: "Exports FOB, imports CIF.", title: "South Korea’s goods trade",
  usualUnit: ScaledUnit("USD", power: 3), isTotal: { _ in false }, padsWithZeros: false)

/// A table with a row for each partner and flow, and a column for each period: `2019.12 p)`.
private func readAcross(_ raw: RawTable, _ request: ImportRequest, _ log: inout FaultLog) -> Reading? {
  guard let country = raw.column("country"), let flow = raw.column("item") else { return nil }
  let (usual, caveats) = raw.unit(request, usual: korea.usualUnit, from: korea.publisher)
  let unitColumn = raw.column("unit")
  var isUnstated = false
  var cells: [String: [Period: (figures: [String: String], mark: Mark?, origin: (row: Int, column: Int))]] = [:]
  var partners: [String] = []
  for row in raw.rows.indices {
    let flowName = RawTable.key(raw.text(row, flow).components(before: "(").components(before: "["))
    guard ["exports", "imports", "balance"].contains(flowName) else {
      log.report(
        "import-flow",
        .error(
          "import-flow", "\(quoted(raw.text(row, flow))) is neither exports nor imports nor the balance",
          at: raw.place(row, flow), hint: "choose exports (수출) and imports (수입) as the items of the table"))
      continue
    }
    let stated = ScaledUnit(text: raw.text(row, unitColumn) + " " + raw.text(row, flow))
    if stated == nil, request.unit == nil { isUnstated = true }
    let unit = request.unit ?? stated ?? usual
    let partner = request.partner ?? raw.text(row, country)
    if cells[partner] == nil { partners.append(partner) }
    for column in raw.periodColumns {
      guard let text = PeriodText(raw.labels[column]) else { continue }
      let period = text.period
      let figure = raw.markedFigure(row, column, power: unit.power, log: &log)
      let known = cells[partner]?[period]
      if known?.figures[flowName] != nil {
        log.report(
          "import-duplicate",
          .error(
            "import-duplicate", "a second figure for \(period.iso), \(partner), \(flowName)",
            at: raw.place(row, column)))
      }
      cells[partner, default: [:]][period] = (
        (known?.figures ?? [:]).merging([flowName: figure.text]) { first, _ in first },
        known?.mark ?? figure.mark ?? text.mark, known?.origin ?? (row, column)
      )
    }
  }
  let measures = ["exports", "imports", "balance"].filter { name in
    cells.values.contains { $0.values.contains { $0.figures[name] != nil } }
  }
  let rows = partners.flatMap { partner in
    (cells[partner] ?? [:]).map { period, cell in
      TidyRow(
        period: period,
        cells: [korea.reporter, partner] + measures.map { cell.figures[$0] ?? "" } + [cell.mark?.rawValue ?? ""],
        origin: cell.origin)
    }
  }
  return korea.reading(
    rows.sorted { $0.origin < $1.origin }, measures, usual, isUnstated ? caveats : [], raw.remarks, raw, request, &log)
}

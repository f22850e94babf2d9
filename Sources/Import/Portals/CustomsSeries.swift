// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

/// Exports and imports of one economy by period, as customs offices and their pages give them: a column for each flow.
struct CustomsSeries {
  /// ISO 3166-1 alpha-3 code.
  let reporter: String
  let publisher: String
  let source: Reading.Source
  let licence: Reading.Licence
  let valuation: String
  let title: String
  /// What the portal publishes in, where the file does not say.
  let usualUnit: ScaledUnit
  /// Labels of rows that add up others, such as `TOTAL 2019`.
  let isTotal: @Sendable (String) -> Bool
  /// Whether the portal fills months to come with zeros.
  let padsWithZeros: Bool

  /// - Parameter period: The column of the periods.
  func read(_ raw: RawTable, period: Int, _ request: ImportRequest, _ log: inout FaultLog) -> Reading? {
    let measures = ["exports", "imports", "balance"].compactMap { name in raw.column(name).map { (name, $0) } }
    let (unit, unitCaveats) = raw.unit(request, usual: usualUnit, from: publisher)
    var remarks = raw.remarks
    let country = raw.column("country")
    var rows: [TidyRow] = []
    var totals = 0
    for row in 0..<(raw.rows.count - trailingZeros(raw, measures.map(\.1), &remarks)) {
      if isTotal(raw.text(row, period)) {
        totals += 1
        continue
      }
      guard let text = raw.period(row, period, log: &log) else { continue }
      let figures = measures.map { raw.markedFigure(row, $0.1, power: unit.power, log: &log) }
      let mark = text.mark ?? figures.compactMap(\.mark).first
      let partner = request.partner ?? raw.text(row, country)
      rows.append(
        TidyRow(
          period: text.period, cells: [reporter, partner] + figures.map(\.text) + [mark?.rawValue ?? ""],
          origin: (row, measures.first?.1 ?? period)))
    }
    if totals > 0 { remarks.append("rows of yearly totals left out: \(totals)") }
    return reading(rows, measures.map(\.0), unit, unitCaveats, remarks, raw, request, &log)
  }

  /// Makes the reading; the cells of a row are reporter, partner, a figure for each measure, and status.
  func reading(
    _ rows: [TidyRow], _ measures: [String], _ unit: ScaledUnit, _ caveats: [String], _ remarks: [String],
    _ raw: RawTable, _ request: ImportRequest, _ log: inout FaultLog
  ) -> Reading {
    var rows = rows
    var remarks = remarks
    // A column without a value in it would be a key that is missing.
    let hasPartner = rows.contains { !$0.cells[1].isEmpty }
    if !hasPartner {
      rows = rows.map {
        TidyRow(period: $0.period, cells: [$0.cells[0]] + $0.cells.dropFirst(2), origin: $0.origin)
      }
      remarks.append("the file does not name the partner: --partner CHN adds a column")
    }
    let columns: [TidyColumn] =
      [.text("reporter", "Reporter", "Reporting economy, ISO 3166-1 alpha-3 code.")]
      + (hasPartner ? [.text("partner", "Partner", "Trading partner.")] : [])
      + measures.map { name in
        .number(name, name.prefix(1).uppercased() + name.dropFirst(), "Goods \(name), as published.", unit: unit.unit)
      } + [.status]
    let partners = Set(rows.map { $0.cells[1] })
    let with = hasPartner && partners.count == 1 ? " with \(partners.first ?? "")" : ""
    return Reading(
      table: TidyTable(
        rows, columns: columns, key: hasPartner ? ["reporter", "partner"] : ["reporter"], raw: raw, log: &log),
      title: title + with, description: "Goods trade\(with), as the customs authority publishes it.",
      publisher: publisher, sources: [source], licence: licence, valuation: valuation, reporter: reporter,
      caveats: caveats, remarks: remarks)
  }

  /// How many rows at the end are zero throughout: months that have not come yet, not trade of nothing.
  private func trailingZeros(_ raw: RawTable, _ columns: [Int], _ remarks: inout [String]) -> Int {
    guard padsWithZeros else { return 0 }
    let isZero: ([String]) -> Bool = { row in
      columns.allSatisfy { NumberText(row[$0])?.scaled(byPowerOfTen: 0) == "0" }
    }
    let count = raw.rows.reversed().prefix(while: isZero).count
    if count > 0 { remarks.append("rows of zeros at the end left out, as periods not published yet: \(count)") }
    return count
  }
}

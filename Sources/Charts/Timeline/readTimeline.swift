// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// How a block's data says that a span goes on.
let openEnd = "open"

/// Reads rows as events and spans, and reports what cannot be drawn: no rows, a column that is not there, a start that
/// is missing, a text that is no period, an end before its start, a row that comes twice.
/// - Returns: nil where there was an error.
func readTimeline(
  _ spec: ChartSpec, _ table: ChartTable, _ language: Language, _ diagnostics: inout [Diagnostic]
) -> TimelineEntries? {
  let known = diagnostics.count
  let x = Columns.index(of: spec.x, in: table, &diagnostics)
  let label = Columns.index(of: spec.label, in: table, &diagnostics)
  let end = Columns.index(of: spec.end, in: table, &diagnostics)
  let series = Columns.index(of: spec.series, in: table, &diagnostics)
  guard let x, let label, diagnostics.count == known else { return nil }
  if table.rows.isEmpty {
    diagnostics.append(spec.hasNoRows)
    return nil
  }
  let names = SeriesNames(spec: spec, language: language)
  let lanes = series.map { column in table.rows.map { $0[column] }.uniqued() } ?? [.null]
  let laneIndex = Dictionary(uniqueKeysWithValues: lanes.enumerated().map { ($1, $0) })
  var entries: [TimelineEntry] = []
  var seen: Set<TimelineEntry> = []
  do throws(Diagnostic) {
    for (number, row) in table.rows.enumerated() {
      if row[x].isNull || row[label].isNull {
        let missing = row[x].isNull ? spec.x : spec.label
        throw .error(
          "chart-x-missing", "row \(number + 1) of the chart's data has no '\(missing?.text ?? "")'",
          at: missing?.place ?? spec.place)
      }
      let start = try period(row[x], at: spec.x?.place ?? spec.place, hint: nil)
      let entry = TimelineEntry(
        start: start, end: try extent(end.map { row[$0] } ?? .null, from: start, spec),
        text: names.name(of: row[label]),
        lane: series.flatMap { laneIndex[row[$0]] } ?? 0)
      if !seen.insert(entry).inserted {
        throw .error(
          "chart-duplicate", "'\(entry.text)' comes twice, from \(start.iso)", at: spec.label?.place ?? spec.place,
          hint: "leave one out in a query")
      }
      entries.append(entry)
    }
  } catch {
    diagnostics.append(error)
    return nil
  }
  let all = spec.shared?.series ?? lanes
  var roles = RoleGiver(
    spec: spec,
    hasCountries: all.contains { Country(named: $0.plain) ?? Country(named: names.name(of: $0)) != nil })
  let order = entries.indices.sorted { (entries[$0].from, $0) < (entries[$1].from, $1) }
  // A lane has one colour in all panels.
  let given = Dictionary(
    uniqueKeysWithValues: all.map { ($0, roles.role(ofSeries: $0.plain, names.name(of: $0))) })
  var chart = TimelineEntries(
    lanes: lanes.map { lane in
      TimelineEntries.Lane(
        name: names.name(of: lane), role: series == nil ? .category(1) : given[lane] ?? .category(1))
    }, entries: order.map { entries[$0] }, ranks: order)
  if let low = spec.shared?.numbers.min(), let high = spec.shared?.numbers.max() {
    chart.reach = low...high
    chart.otherLanes = all.filter { !lanes.contains($0) }.map { names.name(of: $0) }
  }
  return chart
}

private func extent(_ cell: Cell, from start: Period, _ spec: ChartSpec) throws(Diagnostic) -> TimelineEntry.End {
  let place = spec.end?.place ?? spec.place
  if cell.plain.isEmpty { return .none }
  if cell.plain == openEnd { return .open }
  let end = try period(cell, at: place, hint: "leave it empty for an event; '\(openEnd)' is a span that goes on")
  if end.firstDay < start.firstDay {
    throw .error("chart-timeline-order", "\(end.iso) ends before \(start.iso) begins", at: place)
  }
  return .at(end)
}

private func period(_ cell: Cell, at place: Place, hint: String?) throws(Diagnostic) -> Period {
  guard let period = Period(cell) else {
    throw .error(
      "chart-timeline-date", "'\(cell.plain)' is no period", at: place,
      hint: hint ?? "write it as 2026, 2026-Q1, 2026-03 or 2026-03-15")
  }
  return period
}

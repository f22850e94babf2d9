// SPDX-License-Identifier: MIT
import Figures

/// Says in words what a heat map or a flow matrix shows: its extremes, where columns are in time what the first rows do
/// and who leads at the end, else where each row is highest; for a matrix the largest flows and the totals.
func gridSentences(of grid: Grid, spec: ChartSpec, language: Language) -> [String] {
  let phrases = Phrases(language)
  let speech = Speech(spec: spec, language: language).alike(for: grid.chart.values)
  let ranked = grid.ranked.map { (row: $0.row.name, column: $0.column.label, value: speech.value($0.value)) }
  var sentences = [phrases.gridOpening(spec, grid.chart)]
  if grid.isMatrix {
    sentences.append(phrases.flows(Array(ranked.prefix(3)), lowest: ranked.count > 3 ? ranked.last : nil))
    let rows = zip(grid.chart.series.map(\.name), grid.rowTotals)
    let columns = zip(grid.chart.positions.map(\.label), grid.columnTotals)
    sentences.append(phrases.totals(ofRows: true, named(rows, speech), all: grid.total.map { speech.value($0) }))
    sentences.append(phrases.totals(ofRows: false, named(columns, speech), all: nil))
  } else {
    if let high = ranked.first, let low = ranked.last, ranked.count > 1 {
      sentences.append(phrases.extremes(high, low))
    }
    sentences += rowSentences(grid, phrases, speech)
  }
  if grid.missing > 0 { sentences.append(phrases.missing(grid.missing)) }
  return sentences
}

/// As many rows as a listener can keep in mind.
private let spokenRows = 4

private func rowSentences(_ grid: Grid, _ phrases: Phrases, _ speech: Speech) -> [String] {
  let (chart, isTimed) = (grid.chart, grid.chart.kind != .category && grid.chart.positions.count > 1)
  var sentences = chart.series.prefix(spokenRows).compactMap { series -> String? in
    if isTimed { return Trend(series, chart.positions).map { phrases.trend(series.name, $0, speech) } }
    let cells = zip(chart.positions, series.values).compactMap { position, value in value.map { (position, $0) } }
    guard cells.count > 1, let peak = cells.max(by: { $0.1 < $1.1 }) else { return nil }
    return phrases.peak((series.name, peak.0.label, speech.value(peak.1)))
  }
  if chart.series.count > spokenRows { sentences.append(phrases.otherRows(chart.series.count - spokenRows)) }
  guard isTimed, chart.series.count > 1 else { return sentences }
  let last = chart.positions[chart.latestObserved]
  let latest = chart.series.compactMap { one in one.values[chart.latestObserved].map { (one.name, $0) } }
  if let high = latest.max(by: { $0.1 < $1.1 }), let low = latest.min(by: { $0.1 < $1.1 }), high.1 > low.1 {
    sentences.append(phrases.comparison(last, (high.0, speech.value(high.1)), (low.0, speech.value(low.1))))
  }
  return sentences
}

private func named(_ sums: Zip2Sequence<[String], [Double?]>, _ speech: Speech) -> [Phrases.Named] {
  sums.compactMap { name, sum in sum.map { (name, speech.value($0)) } }
}

extension ChartData {
  /// The grid as it is drawn, with its totals; the file has a line for each cell.
  init(_ grid: Grid, spec: ChartSpec, language: Language) {
    let chart = grid.chart
    let speech = Speech(spec: spec, language: language).alike(for: chart.values)
    func entry(_ value: Double?) -> Entry { Entry(text: value.map { speech.value($0) } ?? "–", isNumber: true) }
    let sums = grid.isMatrix ? [total(in: language)] : []
    var rows = chart.series.enumerated().map { row, series in
      [Entry(text: series.name, isNumber: false)] + series.values.map(entry)
        + (grid.isMatrix ? [entry(grid.rowTotals[row])] : [])
    }
    if grid.isMatrix {
      rows.append(
        [Entry(text: total(in: language), isNumber: false)] + grid.columnTotals.map(entry) + [entry(grid.total)])
    }
    let headers = [""] + chart.positions.map(\.label) + sums
    self.init(
      headers: headers, isNumeric: [false] + headers.dropFirst().map { _ in true }, rows: rows,
      columns: [
        spec.series?.text ?? "series", spec.x?.text ?? chart.xTitle, spec.series == nil ? "value" : spec.y[0].text,
      ],
      records: chart.series.flatMap { series in
        zip(chart.positions, series.values).map { [.text(series.key), .text($0.key), Cell($1)] }
      })
  }
}

// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Site
import TradeData

/// How many of a chart's figures the latest editions of its data state differently, as its data table shows them.
///
/// Rows that only the latest edition has are no revision of what the page shows.
///
/// - Parameter draw: Draws the chart from other rows.
/// - Returns: nil where the page reads the latest editions, or they say the same.
func revision(
  of drawn: DrawnChart, _ result: QueryResult, _ query: ChartQuery, page: Page, library: Library,
  database: TradeDatabase, draw: (ChartTable) -> DrawnChart?
) -> FigureRevision? {
  guard let later = page.numbers.later, !result.tables.isDisjoint(with: later.tables) else { return nil }
  let numbers = later.numbers
  let latest = try? database.query(
    query.sql, at: query.place, prior: numbers.queries, values: numbers.values, editions: numbers.editions)
  let count: Int
  if let latest,
    let chart = draw(
      ChartTable(columns: latest.columns.map { column($0, library.data, in: page.language) }, rows: latest.rows))
  {
    count = changes(from: drawn.data, to: chart.data)
  } else {
    count = drawn.data.rows.reduce(0) { $0 + $1.count { $0.isNumber } }
  }
  if count == 0 { return nil }
  return FigureRevision(count: count, datasets: library.revisedDatasets(result.tables, of: page))
}

/// How many numbers of a chart's table stand otherwise in another one: in the column of the same name and the row of
/// the same name, or, where several have it, in the next of them.
private func changes(from old: ChartData, to new: ChartData) -> Int {
  var rows = Dictionary(grouping: new.rows) { $0.first?.text ?? "" }
  let columns = old.headers.map { new.headers.firstIndex(of: $0) }
  return old.rows.reduce(0) { count, row in
    let name = row.first?.text ?? ""
    let other = rows[name]?.isEmpty == false ? rows[name]?.removeFirst() : nil
    return count
      + row.indices.count { column in
        guard row[column].isNumber else { return false }
        guard let other, let place = columns[column], other.indices.contains(place) else { return true }
        return other[place].text != row[column].text
      }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// The rows of a table gathered by category: each category's values in time, and one row that stands for it.
struct TableLines {
  struct Line {
    /// In time.
    let positions: [Cell]
    let values: [Double?]
  }

  /// One row a category: that of the last period of all; where a category has none, its cells are empty.
  let rows: [[Cell]]
  /// From the first period of all to the last.
  let head: String
  private let lines: [[Cell]: Line]
  private let keys: [Int]

  /// - Parameter keys: The columns that name a category; they are kept where a category has no last row.
  /// - Returns: nil, with diagnostics, where a period is missing or there twice, or a value is no number.
  init?(
    _ spark: Spark, keys: [Int], table: ChartTable, language: Language, _ diagnostics: inout [Diagnostic]
  ) {
    let (x, y) = (
      Columns.index(of: spark.x, in: table, &diagnostics), Columns.index(of: spark.y, in: table, &diagnostics)
    )
    guard let x, let y, !table.rows.isEmpty else { return nil }
    if let row = table.rows.firstIndex(where: { $0[x].isNull }) {
      diagnostics.append(
        .error(
          "chart-x-missing", "row \(row + 1) of the chart's data has no '\(spark.x.text)'", at: spark.x.place))
      return nil
    }
    if let bad = table.rows.first(where: { !$0[y].isNull && $0[y].number == nil }) {
      diagnostics.append(
        .error(
          "chart-not-numeric", "'\(bad[y].plain)' in column '\(spark.y.text)' is not a number", at: spark.y.place,
          hint: DataHint.notNumeric))
      return nil
    }
    if let bad = table.rows.first(where: { !(abs($0[y].number ?? 0) < 1e18) }) {
      diagnostics.append(
        .error(
          "chart-too-large", "'\(bad[y].plain)' in column '\(spark.y.text)' is too large to draw", at: spark.y.place,
          hint: DataHint.tooLarge))
      return nil
    }
    let order = TableLines.order(table.rows.map { $0[x] })
    var seen: Set<[Cell]> = []
    let names = table.rows.map { row in keys.map { row[$0] } }.filter { seen.insert($0).inserted }
    let groups = Dictionary(grouping: order.map { table.rows[$0] }) { row in keys.map { row[$0] } }
    for name in names {
      let periods = (groups[name] ?? []).map { $0[x] }
      guard let twice = zip(periods, periods.dropFirst()).first(where: { $0 == $1 }) else { continue }
      diagnostics.append(
        .error(
          "chart-duplicate",
          "there are two rows for '\(name.map(\.plain).joined(separator: ", "))', '\(twice.0.plain)'",
          at: spark.x.place, hint: "sum them in a query, or name the column that tells them apart with 'series:'"))
      return nil
    }
    let (first, last) = (order.first.map { table.rows[$0][x] }, order.last.map { table.rows[$0][x] })
    rows = names.map { name in
      if let row = groups[name]?.last, row[x] == last { return row }
      return table.columns.indices.map { column in keys.firstIndex(of: column).map { name[$0] } ?? .null }
    }
    lines = groups.mapValues { rows in Line(positions: rows.map { $0[x] }, values: rows.map { $0[y].number }) }
    head = [first, last].map { cell in cell.map { Period($0)?.text(in: language) ?? $0.plain } ?? "" }
      .joined(separator: language == .english ? "–" : language == .chinese ? "—" : language == .japanese ? "～" : "~")
    self.keys = keys
  }

  func line(of row: [Cell]) -> Line? { lines[keys.map { row[$0] }] }

  /// What the lines of some rows do, in words.
  func trends(of rows: ArraySlice<[Cell]>, names: SeriesNames, _ speech: Speech) -> [String] {
    rows.compactMap { row in
      guard let line = line(of: row) else { return nil }
      let positions = line.positions.enumerated().map { index, cell in
        let period = Period(cell)
        return Position(
          key: cell.plain, label: period?.text(in: names.language) ?? cell.plain, number: Double(index), period: period,
          role: nil)
      }
      let name = keys.map { names.name(of: row[$0]) }.joined(separator: ", ")
      let series = Series(key: name, name: name, role: .category(1), values: line.values)
      return Trend(series, positions).map { Phrases(names.language).trend(name, $0, speech) }
    }
  }

  /// The rows' indexes in time, by number, or by text.
  private static func order(_ cells: [Cell]) -> [Int] {
    let days = cells.map { Period($0).map { Double($0.firstDay) } ?? $0.number }
    return cells.indices.sorted { a, b in
      if let x = days[a], let y = days[b] { return (x, a) < (y, b) }
      return (cells[a].plain, a) < (cells[b].plain, b)
    }
  }
}

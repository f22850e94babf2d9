// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// What a table shows: which columns, in which order the rows, and each cell as it is written.
struct TablePlan {
  /// Indexes of the columns shown.
  let columns: [Int]
  let headers: [String]
  let isNumeric: [Bool]
  let rows: [[Cell]]
  let entries: [[ChartData.Entry]]
  /// The rows under a head of their own each, by `facet`; one without a head where the block names none.
  let groups: [(title: String?, rows: [Int])]
  /// The column that has bars beside it.
  let barColumn: Int?
  /// The lines of the rows; nil where there are none.
  let lines: TableLines?
  let description: String
  let data: ChartData
  private let low: Double
  private let high: Double
  private let roles: [String: ColorRole]

  /// - Returns: nil, with diagnostics, where a column is not there or there are no rows.
  init?(_ spec: ChartSpec, _ table: ChartTable, _ language: Language, _ diagnostics: inout [Diagnostic]) {
    let faults = diagnostics.count
    let x = Columns.index(of: spec.x, in: table, &diagnostics)
    let series = Columns.index(of: spec.series, in: table, &diagnostics)
    let facet = Columns.index(of: spec.facet, in: table, &diagnostics)
    let y = spec.y.compactMap { Columns.index(of: $0, in: table, &diagnostics) }
    for name in spec.columnFormats.keys.sorted() {
      _ = Columns.index(of: PlacedText(name, at: spec.place(of: "format")), in: table, &diagnostics)
    }
    if table.rows.isEmpty {
      diagnostics.append(
        .error("chart-no-rows", "the table's data has no rows", at: spec.dataPlace, hint: DataHint.noRows(spec)))
    }
    for (index, column) in table.columns.enumerated() {
      guard let bad = table.rows.first(where: { TablePlan.isEndless($0[index]) }) else { continue }
      diagnostics.append(
        .error(
          "chart-not-numeric", "'\(bad[index].plain)' in column '\(column.name)' is not a number", at: spec.yPlace,
          hint: DataHint.notNumeric))
    }
    if let facet, let written = spec.facet, let row = table.rows.firstIndex(where: { $0[facet].isNull }) {
      diagnostics.append(
        .error("chart-facet", "row \(row + 1) of the chart's data has no '\(written.text)'", at: written.place))
    }
    if spec.spark != nil, x == nil, spec.x == nil {
      diagnostics.append(
        .error(
          "settings-missing", "'spark' needs 'x'", at: spec.place(of: "spark"),
          hint: "'x' names the column whose values have a line each"))
    }
    if diagnostics.count > faults { return nil }
    let keys = [x, series].compactMap(\.self)
    lines = spec.spark.flatMap {
      TableLines(
        $0, keys: [facet].compactMap(\.self) + keys, table: table, language: language, &diagnostics)
    }
    if diagnostics.count > faults { return nil }
    let named = keys + y
    let columns = y.isEmpty && lines == nil || x == nil ? table.columns.indices.filter { $0 != facet } : named
    let names = SeriesNames(spec: spec, language: language)
    let key = y.first ?? x
    let rows = TablePlan.sorted(lines?.rows ?? table.rows, by: spec.sort, value: key, x: x)
    self.rows = rows
    groups =
      facet.map { facet in
        let members = Dictionary(grouping: rows.indices) { rows[$0][facet] }
        return table.rows.map { $0[facet] }.uniqued().map { (names.title(of: $0), members[$0] ?? []) }
      } ?? [(nil, Array(rows.indices))]
    let numeric = columns.map { column in
      rows.contains { $0[column].number != nil } && rows.allSatisfy { $0[column].isNull || $0[column].number != nil }
        && !TablePlan.isYear(column, rows)
    }
    let speeches = columns.map { column in
      Speech(
        format: spec.columnFormats[table.columns[column].name] ?? (y.isEmpty || y.contains(column) ? spec.format : nil),
        unit: spec.unit?.text ?? table.columns[column].unit.flatMap { $0 == "%" ? $0 : nil }, language: language
      ).alike(for: rows.compactMap { $0[column].number })
    }
    entries = rows.map { row in
      columns.indices.map { index in
        let cell = row[columns[index]]
        let number = numeric[index] ? cell.number : nil
        if cell.isNull { return ChartData.Entry(text: "–", isNumber: numeric[index]) }
        let text = number.map { speeches[index].value($0) } ?? Period(cell)?.text(in: language) ?? names.name(of: cell)
        return ChartData.Entry(text: text, isNumber: numeric[index])
      }
    }
    headers = columns.map { spec.labels[table.columns[$0].name]?.text ?? table.columns[$0].title }
    isNumeric = numeric
    self.columns = columns
    let barColumn = y.first { column in columns.firstIndex(of: column).map { numeric[$0] } ?? false }
    self.barColumn = barColumn
    let values = barColumn.map { column in rows.compactMap { $0[column].number } } ?? []
    low = min(0, values.min() ?? 0)
    high = max(0, values.max() ?? 0)
    let first = columns.first.map { column in rows.map { names.pair($0[column]) } } ?? []
    let given = RoleGiver(spec: spec).roles(ofCategories: first)
    roles = Dictionary(zip(first.map(\.key), given.map { $0 ?? .category(1) }), uniquingKeysWith: { first, _ in first })
    let all = lines == nil ? [facet].compactMap(\.self) + columns : Array(table.columns.indices)
    let listed = lines == nil ? groups.flatMap(\.rows).map { rows[$0] } : table.rows
    let heads = facet.map { column in
      [spec.labels[table.columns[column].name]?.text ?? table.columns[column].title]
    }
    let (titles, texts) = (groups, entries)
    data = ChartData(
      headers: (heads ?? []) + headers, isNumeric: (heads ?? []).map { _ in false } + numeric,
      rows: titles.flatMap { group in
        group.rows.map { row in (group.title.map { [.init(text: $0, isNumber: false)] } ?? []) + texts[row] }
      }, columns: all.map { table.columns[$0].name }, records: listed.map { row in all.map { row[$0] } })
    let speech = Speech(
      format: spec.spark.flatMap { spec.columnFormats[$0.y.text] } ?? spec.format, unit: spec.unit?.text,
      language: language)
    description =
      ([TablePlan.describe(spec, rows: rows.count, columns: columns.count, language)]
      + (lines?.trends(of: rows.prefix(4), names: names, speech) ?? [])).joined(separator: Phrases(language).gap)
  }

  private static func isEndless(_ cell: Cell) -> Bool {
    if case .real(let value) = cell { !value.isFinite } else { false }
  }

  /// A row's bar in hundredths of the column's range, from zero; nil where its value is missing.
  func bar(of row: [Cell]) -> (start: Double, length: Double)? {
    guard let barColumn, let value = row[barColumn].number, high > low else { return nil }
    let start = (min(value, 0) - low) / (high - low) * 100
    return (tenth(start), tenth(abs(value) / (high - low) * 100))
  }

  func role(of row: [Cell]) -> ColorRole {
    columns.first.flatMap { roles[row[$0].plain] } ?? .category(1)
  }

  private static func isYear(_ column: Int, _ rows: [[Cell]]) -> Bool {
    rows.allSatisfy { row in
      if case .integer(let year) = row[column] { 1900...2100 ~= year } else { false }
    }
  }

  private static func sorted(_ rows: [[Cell]], by order: SortOrder?, value: Int?, x: Int?) -> [[Cell]] {
    func ordered(_ isBefore: ([Cell], [Cell]) -> Bool) -> [[Cell]] {
      rows.enumerated().sorted {
        isBefore($0.element, $1.element) || !isBefore($1.element, $0.element) && $0.offset < $1.offset
      }.map(\.element)
    }
    switch (order, value, x) {
    case (.value, let column?, _):
      return ordered { ($0[column].number ?? -.infinity) > ($1[column].number ?? -.infinity) }
    case (.valueAscending, let column?, _):
      return ordered { ($0[column].number ?? .infinity) < ($1[column].number ?? .infinity) }
    case (.x, _, let column?): return ordered { $0[column].plain < $1[column].plain }
    default: return rows
    }
  }

  private static func describe(_ spec: ChartSpec, rows: Int, columns: Int, _ language: Language) -> String {
    let measure = spec.subtitle?.text ?? spec.title?.text ?? spec.id.text
    return switch language {
    case .english: "Table: \(measure). \(rows) rows, \(columns) columns."
    case .japanese: "表：\(measure)。\(rows)行\(columns)列。"
    case .korean: "표: \(measure). \(rows)행 \(columns)열."
    case .chinese: "表格：\(measure)。\(rows)行\(columns)列。"
    }
  }
}

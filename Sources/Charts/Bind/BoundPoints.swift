// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// A chart's rows as points of a plane.
struct BoundPoints: Hashable, Sendable {
  struct Item: Hashable, Sendable {
    /// The cell that names it, as the data has it; empty where no column does.
    let key: String
    /// As readers see it.
    let label: String
    let series: Int
    let x: Double
    let y: Double
    /// What its area stands for; nil where no column is named.
    let size: Double?
    let role: ColorRole
    let isProjected: Bool
    let isHighlighted: Bool
  }

  /// In the order of the rows. A row without x, y or size has no point.
  let items: [Item]
  /// In the order of the data; one without values for each, for the legend.
  let series: [Series]
  let xTitle: String
  let yTitle: String
  let sizeTitle: String?
  /// Rows that have no point because a value is missing.
  let missing: Int

  var hasSizes: Bool { sizeTitle != nil }
}

/// The columns that a block of points names.
struct PointColumns: Hashable, Sendable {
  let x: Int
  let y: Int
  let size: Int?
  let label: Int?
  let series: Int?

  init?(_ spec: ChartSpec, _ table: ChartTable, _ diagnostics: inout [Diagnostic]) {
    let known = diagnostics.count
    let x = Columns.index(of: spec.x, in: table, &diagnostics)
    let y = Columns.index(of: spec.y.first, in: table, &diagnostics)
    size = Columns.index(of: spec.pointSize, in: table, &diagnostics)
    label = Columns.index(of: spec.label, in: table, &diagnostics)
    series = Columns.index(of: spec.series, in: table, &diagnostics)
    for name in spec.columnFormats.keys.sorted() {
      _ = Columns.index(of: PlacedText(name, at: spec.place(of: "format")), in: table, &diagnostics)
    }
    guard let x, let y, diagnostics.count == known else { return nil }
    (self.x, self.y) = (x, y)
  }

  /// In the order of the data table: what names a row, then its numbers.
  var all: [Int] { [label, series, x, y, size].compactMap(\.self) }
  var numbers: [Int] { [x, y, size].compactMap(\.self) }
}

/// Reads rows into points.
/// - Returns: nil, with diagnostics, where there are no rows or no points, a number is none or too large, an area is
///   negative, or a value has no logarithm that needs one.
func bindPoints(
  _ spec: ChartSpec, _ columns: PointColumns, _ table: ChartTable, in language: Language,
  diagnostics: inout [Diagnostic]
) -> BoundPoints? {
  guard !table.rows.isEmpty else {
    diagnostics.append(
      .error(
        "chart-no-rows", "the chart's data has no rows", at: spec.dataPlace,
        hint: DataHint.noRows(spec)))
    return nil
  }
  do throws(Diagnostic) {
    let projection = try spec.dashed.map { written throws(Diagnostic) in
      try Projection(written, x: columns.x, table: table)
    }
    let reader = PointReader(spec: spec, columns: columns, table: table)
    var rows: [(row: [Cell], x: Double, y: Double, size: Double?)] = []
    for (number, row) in table.rows.enumerated() {
      let x = try reader.number(row[columns.x], row: number, .x)
      let y = try reader.number(row[columns.y], row: number, .y)
      let size = try columns.size.map { column throws(Diagnostic) in try reader.size(row[column], row: number) }
      if let x, let y, size != .some(nil) { rows.append((row, x, y, size ?? nil)) }
    }
    guard !rows.isEmpty else {
      throw .error(
        "chart-all-missing", "no row of the chart has all of its values", at: spec.yPlace, hint: DataHint.allMissing)
    }
    return arrangePoints(rows, spec, columns, projection, table, language)
  } catch {
    diagnostics.append(error)
    return nil
  }
}

private struct PointReader {
  let spec: ChartSpec
  let columns: PointColumns
  let table: ChartTable

  /// nil where it is missing.
  func number(_ cell: Cell, row: Int, _ axis: ChartAxis) throws(Diagnostic) -> Double? {
    let place = axis == .x ? spec.x?.place ?? spec.place : spec.yPlace
    guard let value = try finite(cell, axis == .x ? columns.x : columns.y, at: place) else { return nil }
    if spec.log.contains(axis), value <= 0 {
      throw .error(
        "chart-log", "row \(row + 1)\(name(row)) has \(cell.plain), which has no logarithm", at: place,
        hint: "leave the row out with 'where:', or draw it without 'log:'")
    }
    return value
  }

  func size(_ cell: Cell, row: Int) throws(Diagnostic) -> Double? {
    let place = spec.pointSize?.place ?? spec.place
    guard let column = columns.size, let value = try finite(cell, column, at: place) else { return nil }
    if value < 0 {
      throw .error(
        "chart-size", "row \(row + 1)\(name(row)) has \(cell.plain), and no area is negative", at: place,
        hint: "name another column, or leave the row out with 'where:'")
    }
    return value
  }

  private func finite(_ cell: Cell, _ column: Int, at place: Place) throws(Diagnostic) -> Double? {
    if cell.isNull { return nil }
    let name = table.columns[column].name
    guard let value = cell.number else {
      throw .error(
        "chart-not-numeric", "'\(cell.plain)' in column '\(name)' is not a number", at: place,
        hint: DataHint.notNumeric)
    }
    guard abs(value) < 1e18 else {
      throw .error(
        "chart-too-large", "'\(cell.plain)' in column '\(name)' is too large to draw", at: place,
        hint: DataHint.tooLarge)
    }
    return value == 0 ? 0 : value
  }

  private func name(_ row: Int) -> String { columns.label.map { " ('\(table.rows[row][$0].plain)')" } ?? "" }
}

/// Gives points their names and colours: of their series, else a country's own.
private func arrangePoints(
  _ rows: [(row: [Cell], x: Double, y: Double, size: Double?)], _ spec: ChartSpec, _ columns: PointColumns,
  _ projection: Projection?, _ table: ChartTable, _ language: Language
) -> BoundPoints {
  let names = SeriesNames(spec: spec, language: language)
  var keys: [Cell] = []
  var ranks: [Cell: Int] = [:]
  if let column = columns.series {
    for row in rows where ranks[row.row[column]] == nil {
      ranks[row.row[column]] = keys.count
      keys.append(row.row[column])
    }
  }
  let pairs = keys.map { names.pair($0) }
  let highlighted = Set(spec.highlight.map(\.text))
  let namesSeries =
    highlighted.isEmpty || pairs.contains { highlighted.contains($0.key) || highlighted.contains($0.name) }
  var plain = spec
  if !namesSeries { plain.highlight = [] }
  var giver = RoleGiver(spec: plain, hasCountries: pairs.contains { Country(named: $0.key) != nil })
  let roles = pairs.map { giver.role(ofSeries: $0.key, $0.name) }
  let labels: [(key: String, name: String)] = rows.map { row in
    columns.label.map { names.pair(row.row[$0]) } ?? ("", "")
  }
  let own = RoleGiver(spec: spec).roles(ofCategories: labels)
  let items = rows.enumerated().map { index, row in
    let series = columns.series.flatMap { ranks[row.row[$0]] } ?? 0
    let isNamed = highlighted.contains(labels[index].key) || highlighted.contains(labels[index].name)
    let role: ColorRole =
      columns.series == nil
      ? own[index] ?? spec.shared?.role ?? .category(1) : namesSeries || isNamed ? roles[series] : .grey(2)
    return BoundPoints.Item(
      key: labels[index].key, label: labels[index].name, series: series, x: row.x, y: row.y, size: row.size,
      role: role, isProjected: projection?.holds(row.row) ?? false, isHighlighted: isNamed)
  }
  func title(_ column: Int) -> String {
    spec.labels[table.columns[column].name]?.text ?? table.columns[column].title
  }
  return BoundPoints(
    items: items,
    series: zip(pairs, roles).map { Series(key: $0.key, name: $0.name, role: $1, values: []) },
    xTitle: title(columns.x), yTitle: title(columns.y), sizeTitle: columns.size.map(title),
    missing: table.rows.count - rows.count)
}

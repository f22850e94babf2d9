// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Turns rows into series over common positions, and reports what cannot be drawn.
///
/// Missing values are gaps, never zeros. Errors stand at the block's key that they belong to: no rows, a column that is
/// not there, an x that is missing, a y that is no number, nothing but missing values, two values at one point.
/// - Returns: nil where there was an error.
func bind(
  _ spec: ChartSpec, to table: ChartTable, in language: Language, diagnostics: inout [Diagnostic]
) -> BoundChart? {
  guard let columns = Columns(spec, table, &diagnostics) else { return nil }
  guard !table.rows.isEmpty else {
    diagnostics.append(
      .error(
        "chart-no-rows", "the chart's data has no rows", at: spec.dataPlace,
        hint: DataHint.noRows(spec)))
    return nil
  }
  var rows = RowReader(columns, spec: spec, table: table)
  rows.read()
  if rows.values.allSatisfy({ $0.allSatisfy { $0 == nil } }), rows.faults.isEmpty {
    rows.faults.append(
      .error(
        "chart-all-missing", "every value of the chart is missing", at: spec.yPlace, hint: DataHint.allMissing))
  }
  rows.transform()
  diagnostics += rows.faults
  if !rows.faults.isEmpty { return nil }
  return arrange(rows, spec: spec, columns: columns, table: table, language: language)
}

extension ChartSpec {
  var dataPlace: Place { (data ?? sql)?.place ?? place }
  var yPlace: Place { y.first?.place ?? place }
}

/// The indexes of the columns that the block names.
struct Columns {
  let x: Int
  let y: [Int]
  let series: Int?
  let projection: Projection?
  /// The edges of a fan's bands.
  let bands: [(low: Int, high: Int)]

  init?(_ spec: ChartSpec, _ table: ChartTable, _ diagnostics: inout [Diagnostic]) {
    let x = Columns.index(of: spec.x, in: table, &diagnostics)
    let y = spec.y.map { Columns.index(of: $0, in: table, &diagnostics) }
    let series = Columns.index(of: spec.series, in: table, &diagnostics)
    let bands = spec.bands.map { band in
      (Columns.index(of: band.low, in: table, &diagnostics), Columns.index(of: band.high, in: table, &diagnostics))
    }
    self.bands = bands.compactMap { low, high in low.flatMap { low in high.map { (low, $0) } } }
    guard self.bands.count == bands.count, let x, !y.isEmpty, !y.contains(nil), spec.series == nil || series != nil
    else { return nil }
    do {
      projection = try spec.dashed.map { written throws(Diagnostic) in try Projection(written, x: x, table: table) }
    } catch {
      diagnostics.append(error)
      return nil
    }
    self.x = x
    self.y = y.compactMap(\.self)
    self.series = series
  }

  /// - Returns: nil, with a diagnostic, for a column that is not there; nil without one where none is named.
  static func index(of name: PlacedText?, in table: ChartTable, _ diagnostics: inout [Diagnostic]) -> Int? {
    guard let name else { return nil }
    if let index = table.columns.firstIndex(where: { $0.name == name.text }) { return index }
    diagnostics.append(
      .error(
        "chart-column", "the chart's data has no column '\(name.text)'", at: name.place,
        hint: suggestion(for: name.text, among: table.columns.map(\.name))))
    return nil
  }
}

/// Reads rows into a grid of series by positions, both in the order in which they first come.
struct RowReader {
  private(set) var positionCells: [Cell] = []
  private(set) var seriesCells: [Cell] = []
  /// By series, then by position.
  var values: [[Double?]] = []
  /// Which values are no observations; empty where the block tells none apart.
  private(set) var projected: [[Bool]] = []
  var faults: [Diagnostic] = []
  /// By band, then by position.
  private(set) var edges: [[ClosedRange<Double>?]] = []

  private var positionIndex: [Cell: Int] = [:]
  /// Where the last row went: most tables are in order, and the next is found without a search.
  private var last = (position: -1, series: 0)
  private var seriesIndex: [Cell: Int] = [:]
  private var isTaken: [[Bool]] = []
  private let columns: Columns
  let spec: ChartSpec
  private let table: ChartTable

  init(_ columns: Columns, spec: ChartSpec, table: ChartTable) {
    (self.columns, self.spec, self.table) = (columns, spec, table)
    edges = columns.bands.map { _ in [] }
  }

  mutating func read() {
    positionIndex.reserveCapacity(min(table.rows.count, 48))
    for cell in spec.shared?.positions ?? [] where positionIndex[cell] == nil { _ = addPosition(cell) }
    if columns.series != nil { for cell in spec.shared?.series ?? [] { addSeries(cell) } }
    if columns.series == nil { for index in columns.y { addSeries(.text(table.columns[index].name)) } }
    defer { if let until = spec.until, faults.isEmpty { hold(until) } }
    for (number, row) in table.rows.enumerated() {
      let x = row[columns.x]
      if x.isNull {
        faults.append(
          .error("chart-x-missing", "row \(number + 1) of the chart's data has no '\(name(columns.x))'", at: xPlace))
        return
      }
      let position = position(of: x)
      guard setEdges(row, number: number, position: position) else { return }
      for (offset, column) in columns.y.enumerated() {
        let series = columns.series.map { self.series(of: row[$0]) } ?? offset
        let cell = row[column]
        if spec.log.contains(.y), spec.transform == nil, let value = cell.number, value <= 0 {
          let at = columns.series.map { "'\(row[$0].plain)', '\(x.plain)'" } ?? "'\(x.plain)'"
          faults.append(
            .error(
              "chart-log", "row \(number + 1) (\(at)) has \(cell.plain), which has no logarithm", at: spec.yPlace,
              hint: "leave the row out with 'where:', or draw it without 'log:'"))
          return
        }
        guard set(cell, series: series, position: position, column: column, row: row) else { return }
      }
    }
  }

  /// Makes the axis reach a period that has no row.
  private mutating func hold(_ until: PlacedText) {
    let cell = Int(until.text).map { Cell.integer($0) } ?? .text(until.text)
    let last = positionCells.compactMap { Period($0) }.max()
    guard spec.curve == .step, let last, let end = Period(cell), end > last else {
      faults.append(
        .error(
          "chart-until", "'\(until.text)' is no period behind the data of a stepped line", at: until.place,
          hint: "'until' says how long the last value of 'curve: step' holds"))
      return
    }
    _ = addPosition(cell)
  }

  private var hasProjections: Bool { columns.projection != nil || !columns.bands.isEmpty }

  private var xPlace: Place { spec.x?.place ?? spec.place }

  private func name(_ column: Int) -> String { table.columns[column].name }

  private mutating func position(of cell: Cell) -> Int {
    let next = last.position + 1 < positionCells.count ? last.position + 1 : 0
    let isNext = next < positionCells.count && positionCells[next] == cell
    last.position = isNext ? next : positionIndex[cell] ?? addPosition(cell)
    return last.position
  }

  private mutating func series(of cell: Cell) -> Int {
    if last.series < seriesCells.count, seriesCells[last.series] == cell { return last.series }
    last.series = seriesIndex[cell] ?? addSeries(cell)
    return last.series
  }

  private mutating func addPosition(_ cell: Cell) -> Int {
    positionIndex[cell] = positionCells.count
    positionCells.append(cell)
    for index in edges.indices { edges[index].append(nil) }
    for index in values.indices {
      values[index].append(nil)
      isTaken[index].append(false)
    }
    for index in projected.indices { projected[index].append(false) }
    return positionCells.count - 1
  }

  @discardableResult
  private mutating func addSeries(_ cell: Cell) -> Int {
    seriesIndex[cell] = seriesCells.count
    seriesCells.append(cell)
    values.append(Array(repeating: nil, count: positionCells.count))
    if hasProjections { projected.append(Array(repeating: false, count: positionCells.count)) }
    isTaken.append(Array(repeating: false, count: positionCells.count))
    return seriesCells.count - 1
  }

  private mutating func set(_ cell: Cell, series: Int, position: Int, column: Int, row: [Cell]) -> Bool {
    if isTaken[series][position] {
      let at = columns.series.map { "'\(row[$0].plain)', '\(row[columns.x].plain)'" } ?? "'\(row[columns.x].plain)'"
      faults.append(
        .error(
          "chart-duplicate", "there are two values for \(at)", at: spec.yPlace,
          hint: columns.series == nil
            ? "name the column that tells them apart with 'series:', or sum them in a query" : "sum them in a query"))
      return false
    }
    isTaken[series][position] = true
    if cell.isNull { return true }
    guard let value = cell.number else {
      faults.append(
        .error(
          "chart-not-numeric", "'\(cell.plain)' in column '\(name(column))' is not a number", at: spec.yPlace,
          hint: DataHint.notNumeric))
      return false
    }
    guard abs(value) < 1e18 else {
      faults.append(
        .error(
          "chart-too-large", "'\(cell.plain)' in column '\(name(column))' is too large to draw", at: spec.yPlace,
          hint: DataHint.tooLarge))
      return false
    }
    values[series][position] = value == 0 ? 0 : value
    if hasProjections {
      projected[series][position] = columns.projection?.holds(row) ?? edges.contains { $0[position] != nil }
    }
    return true
  }

  /// Reads the edges of a fan's bands at one position.
  private mutating func setEdges(_ row: [Cell], number: Int, position: Int) -> Bool {
    for (index, band) in columns.bands.enumerated() {
      let (low, high) = (row[band.low], row[band.high])
      if low.isNull, high.isNull { continue }
      let name = spec.bands[index].name
      let fault: String? =
        if let a = low.number, let b = high.number {
          a > b
            ? "the lower edge \(low.plain) is above the upper \(high.plain)"
            : !(abs(a) < 1e18 && abs(b) < 1e18) ? "an edge is too large to draw" : nil
        } else {
          "its edges are '\(low.plain)' and '\(high.plain)'"
        }
      if let fault {
        faults.append(
          .error(
            "chart-band", "in row \(number + 1) ('\(row[columns.x].plain)') of band '\(name)' \(fault)",
            at: spec.bands[index].low.place, hint: "name the lower column first, and leave both empty in history"))
        return false
      }
      guard let a = low.number, let b = high.number else { continue }
      if index > 0, let outer = edges[index - 1][position], !(outer.lowerBound <= a && b <= outer.upperBound) {
        faults.append(
          .error(
            "chart-band",
            "in row \(number + 1) ('\(row[columns.x].plain)') band '\(name)' is not inside '\(spec.bands[index - 1].name)'",
            at: spec.bands[index].low.place, hint: "name bands from the widest to the narrowest"))
        return false
      }
      edges[index][position] = a...b
    }
    return true
  }

  /// A series' values in the order of positions. On a stepped line a value holds where there is no row; a row whose
  /// value is missing is a gap.
  func holding(_ order: [Int], series: Int) -> [Double?] {
    guard spec.curve == .step else { return order.map { values[series][$0] } }
    var held: Double?
    return order.map { position in
      if isTaken[series][position] { held = values[series][position] }
      return held
    }
  }
}

// SPDX-License-Identifier: MIT
import Figures

/// Gives series their names and colours, and positions their order.
func arrange(
  _ rows: RowReader, spec: ChartSpec, columns: Columns, table: ChartTable, language: Language
) -> BoundChart {
  let kind = positionKind(rows.positionCells, type: spec.type)
  let names = SeriesNames(spec: spec, language: language)
  let order = positionOrder(rows, kind: kind, spec: spec)
  let colorsCategories = rows.seriesCells.count == 1 && kind == .category
  let seriesNames = rows.seriesCells.enumerated().map { index, cell in
    let column = columns.series == nil ? table.columns[columns.y[index]] : nil
    return spec.labels[cell.plain]?.text ?? column?.title ?? names.name(of: cell)
  }
  let countries = zip(rows.seriesCells, seriesNames).compactMap { Country(named: $0.plain) ?? Country(named: $1) }
  var roles = RoleGiver(spec: spec, hasCountries: !countries.isEmpty)
  let categoryRoles = colorsCategories ? roles.roles(ofCategories: rows.positionCells.map { names.pair($0) }) : []

  let positions = order.enumerated().map { index, original in
    let cell = rows.positionCells[original]
    let period = if case .time = kind { Period(cell) } else { Period?.none }
    return Position(
      key: cell.plain, label: period?.text(in: language) ?? names.name(of: cell),
      number: period.map { Double($0.firstDay) } ?? (kind == .number ? cell.number ?? 0 : Double(index)),
      period: period, role: colorsCategories ? categoryRoles[original] : nil)
  }
  let series = rows.seriesCells.enumerated().map { index, cell in
    Series(
      key: cell.plain, name: seriesNames[index],
      role: (rows.seriesCells.count == 1 ? spec.shared?.role : nil)
        ?? roles.role(ofSeries: cell.plain, seriesNames[index]),
      values: rows.holding(order, series: index),
      projected: rows.projected.isEmpty ? [] : order.map { rows.projected[index][$0] })
  }
  return BoundChart(
    kind: kind, positions: positions, series: series, xTitle: table.columns[columns.x].title,
    yTitle: columns.y.map { table.columns[$0].title }.joined(separator: ", "),
    bands: zip(spec.bands, rows.edges).map { band, edges in
      BoundChart.Band(
        name: spec.labels[band.name]?.text ?? band.name, low: order.map { edges[$0]?.lowerBound },
        high: order.map { edges[$0]?.upperBound })
    })
}

/// Time where every cell is a period; numbers for lines and dots; else categories.
func positionKind(_ cells: [Cell], type: ChartType) -> BoundChart.PositionKind {
  let periods = cells.compactMap { cell in
    if case .integer(let year) = cell, !(1500...2500 ~= year) { Period?.none } else { Period(cell) }
  }
  if periods.count == cells.count, let finest = periods.map(\.unit).max() { return .time(finest) }
  return type != .bar && cells.allSatisfy { $0.number != nil } ? .number : .category
}

private func positionOrder(_ rows: RowReader, kind: BoundChart.PositionKind, spec: ChartSpec) -> [Int] {
  let indices = Array(rows.positionCells.indices)
  func ordered<Key: Comparable>(_ key: (Int) -> Key) -> [Int] {
    let keys = indices.map(key)
    return indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
  switch kind {
  case .time: return ordered { Period(rows.positionCells[$0]).map { $0.firstDay } ?? 0 }
  case .number: return ordered { rows.positionCells[$0].number ?? 0 }
  case .category: break
  }
  switch spec.sort ?? ([.line, .area, .slope, .fan].contains(spec.type) ? .data : .value) {
  case .data: return indices
  case .x:
    if rows.positionCells.allSatisfy({ $0.number != nil }) { return ordered { rows.positionCells[$0].number ?? 0 } }
    return ordered { rows.positionCells[$0].plain }
  case .value: return ordered { -sortValue($0, rows, isStacked: spec.isStacked) }
  case .valueAscending: return ordered { sortValue($0, rows, isStacked: spec.isStacked, missing: .infinity) }
  }
}

/// The sum of a stack, else the first series' value; what is missing comes last.
private func sortValue(_ position: Int, _ rows: RowReader, isStacked: Bool, missing: Double = -.infinity) -> Double {
  if isStacked { return rows.values.reduce(0) { $0 + ($1[position] ?? 0) } }
  return rows.values.lazy.compactMap { $0[position] }.first ?? missing
}

/// What readers see in the place of a code.
struct SeriesNames {
  let spec: ChartSpec
  let language: Language

  func name(of cell: Cell) -> String {
    let key = cell.plain
    if let label = spec.labels[key] { return label.text }
    // A name in the data's language becomes the page's; a text in English stands as it is written.
    let country = Country(code: key) ?? (language == .english ? nil : Country(named: key))
    return country?.name(in: language) ?? Territory.all[key]?.name(in: language) ?? key
  }

  /// The name of a panel, or of a table's group: days, months and quarters in words, unless they have a label.
  func title(of cell: Cell) -> String {
    let name = name(of: cell)
    guard case .text(name) = cell, let period = Period(cell), period.unit != .year else { return name }
    return period.text(in: language)
  }

  func pair(_ cell: Cell) -> (key: String, name: String) { (cell.plain, name(of: cell)) }
}

/// Hands out colours: the author's, a country's own, then categories in order, then greys. Beside a country, what is
/// none is grey, so that no category is taken for a country.
struct RoleGiver {
  private let hasCountries: Bool
  private let spec: ChartSpec
  private let highlighted: Set<String>
  private var categories = 0
  private var greys = 0

  init(spec: ChartSpec, hasCountries: Bool = false) {
    self.hasCountries = hasCountries
    self.spec = spec
    highlighted = Set(spec.highlight.map(\.text))
  }

  mutating func role(ofSeries key: String, _ name: String) -> ColorRole {
    if !isHighlighted(key, name) { return nextGrey() }
    if let role = spec.colors[key] { return role }
    if let country = Country(named: key) ?? Country(named: name) { return .country(country) }
    if hasCountries || categories == 6 { return nextGrey() }
    categories += 1
    return .category(categories)
  }

  /// Bars of one series: countries and highlighted bars have colour, and then the others are grey; else all are alike.
  func roles(ofCategories categories: [(key: String, name: String)]) -> [ColorRole?] {
    let own = categories.map { key, name -> ColorRole? in
      spec.colors[key] ?? (Country(named: key) ?? Country(named: name)).map { .country($0) }
    }
    if highlighted.isEmpty { return own.contains { $0 != nil } ? own.map { $0 ?? .grey(2) } : own }
    let isLit = categories.map { isHighlighted($0.key, $0.name) }
    let plain: ColorRole = zip(isLit, own).contains { $0 && $1 != nil } ? .besideCountries : .category(1)
    return zip(isLit, own).map { isLit, role in isLit ? role ?? plain : .grey(2) }
  }

  private func isHighlighted(_ key: String, _ name: String) -> Bool {
    highlighted.isEmpty || highlighted.contains(key) || highlighted.contains(name)
  }

  private mutating func nextGrey() -> ColorRole {
    greys += 1
    return .grey(min(greys, 3))
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// What a map shows: a value for each place, or flows between them.
struct MapChart: Hashable, Sendable {
  struct Place: Hashable, Sendable {
    let territory: Territory
    let name: String
    let role: ColorRole
    /// nil where it is missing, and for the ends of flows.
    let value: Double?
  }

  struct Arrow: Hashable, Sendable {
    /// Indexes of places.
    let from: Int
    let to: Int
    let value: Double
  }

  enum Kind: Hashable, Sendable {
    /// Land in the colour of its value's step.
    case shaded(StepScale)
    /// Circles whose areas are values.
    case circles
    case flows([Arrow])
  }

  let kind: Kind
  /// In the order of the data.
  let places: [Place]

  /// Places of the region that have values, or are ends of flows.
  var inRegion: [Place] { places.filter { MapChart.region.contains($0.territory.code) } }

  /// Whether all land of the region has a value.
  var hasAllLand: Bool {
    let known = Set(places.filter { $0.value != nil }.map(\.territory.code))
    return Outline.region.allSatisfy { known.contains($0.code) }
  }

  /// The codes of the places that have land on the map, or a point of their own.
  static let region = Set(Outline.region.map(\.code)).union(["HKG", "MAC", "SGP"])
}

/// Reads rows as places with values, or as flows between places, and reports what cannot be drawn.
/// - Returns: nil where there was an error.
func readMap(
  _ spec: ChartSpec, _ table: ChartTable, _ flows: [Flow]?, _ language: Language, _ diagnostics: inout [Diagnostic]
) -> MapChart? {
  if let flows { return flowMap(flows, spec, language, &diagnostics) }
  let x = Columns.index(of: spec.x, in: table, &diagnostics)
  let values = spec.pointSize ?? spec.y.first
  let y = Columns.index(of: values, in: table, &diagnostics)
  guard let x, let y, let values else { return nil }
  var faults = table.rows.isEmpty ? [spec.hasNoRows] : []
  var places: [(cell: Cell, value: Double?)] = []
  var seen: Set<Cell> = []
  for (number, row) in table.rows.enumerated() where faults.isEmpty {
    if row[x].plain.isEmpty {
      faults.append(
        .error(
          "chart-x-missing", "row \(number + 1) of the chart's data has no '\(table.columns[x].name)'",
          at: spec.x?.place ?? spec.place))
    } else if !seen.insert(row[x]).inserted {
      faults.append(
        .error(
          "chart-duplicate", "there are two values for '\(row[x].plain)'", at: values.place, hint: "sum them in a query"
        ))
    } else {
      do throws(Diagnostic) {
        let value = try table.value(row, y, at: values.place)
        if let value, value < 0, spec.pointSize != nil {
          throw .error(
            "chart-negative", "'\(row[y].plain)' for '\(row[x].plain)' has no size", at: values.place,
            hint: "name the column with 'y:', and the land is shaded")
        }
        places.append((row[x], value))
      } catch { faults.append(error) }
    }
  }
  if faults.isEmpty {
    let known = places.map(\.value)
    if known.allSatisfy({ $0 == nil }) {
      faults.append(
        .error("chart-all-missing", "every value of the chart is missing", at: values.place, hint: DataHint.allMissing))
    } else if spec.pointSize != nil, known.allSatisfy({ $0 ?? 0 == 0 }) {
      faults.append(
        .error(
          "chart-all-zero", "every value of the chart is zero, and none has a size", at: values.place,
          hint: DataHint.noneAboveZero))
    }
  }
  diagnostics += faults
  let found = territories(places.map(\.cell), at: spec.x?.place ?? spec.place, &diagnostics)
  guard let found, faults.isEmpty else { return nil }
  let drawn = mapPlaces(places.map(\.cell), found, places.map(\.value), spec, language)
  let shown = drawn.filter { MapChart.region.contains($0.territory.code) }.compactMap(\.value)
  if spec.pointSize == nil, shown.isEmpty {
    diagnostics.append(
      .error(
        "chart-map-empty", "no row has a value for a country of the map", at: spec.x?.place ?? spec.place,
        hint: "it shows East and South-East Asia: CHN, JPN, KOR, TWN, VNM"))
    return nil
  }
  return MapChart(
    kind: spec.pointSize == nil
      ? .shaded(
        StepScale(of: spec.shared?.values ?? shown, breaks: spec.steps, isDiverging: spec.isDiverging)) : .circles,
    places: drawn)
}

private func flowMap(
  _ flows: [Flow], _ spec: ChartSpec, _ language: Language, _ diagnostics: inout [Diagnostic]
) -> MapChart? {
  let cells = flows.flatMap { [$0.from, $0.to] }.uniqued()
  guard let found = territories(cells, at: spec.from?.place ?? spec.place, &diagnostics) else { return nil }
  if let own = flows.first(where: { $0.from == $0.to }) {
    diagnostics.append(
      .error(
        "chart-map-circle", "the flow from '\(own.from.plain)' ends where it begins", at: spec.to?.place ?? spec.place,
        hint: "leave it out with 'where:'"))
    return nil
  }
  let index = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
  let arrows = flows.compactMap { flow in
    flow.value.flatMap { value in
      value > 0 ? MapChart.Arrow(from: index[flow.from] ?? 0, to: index[flow.to] ?? 0, value: value) : nil
    }
  }
  return MapChart(
    kind: .flows(arrows), places: mapPlaces(cells, found, cells.map { _ in nil }, spec, language))
}

private func mapPlaces(
  _ cells: [Cell], _ territories: [Territory], _ values: [Double?], _ spec: ChartSpec, _ language: Language
) -> [MapChart.Place] {
  let names = zip(cells, territories).map { spec.labels[$0.plain]?.text ?? $1.name(in: language) }
  let roles = RoleGiver(spec: spec).roles(ofCategories: zip(cells, names).map { ($0.plain, $1) })
  return territories.indices.map { index in
    MapChart.Place(
      territory: territories[index], name: names[index], role: roles[index] ?? .category(1), value: values[index])
  }
}

/// - Returns: nil, with diagnostics, where a code is none.
private func territories(
  _ cells: [Cell], at place: Place, _ diagnostics: inout [Diagnostic]
) -> [Territory]? {
  var found: [Territory] = []
  for cell in cells {
    if let territory = Territory.all[cell.plain] {
      found.append(territory)
      continue
    }
    let named = Territory.all.values.filter { territory in
      Language.allCases.contains { territory.name(in: $0) == cell.plain }
    }.map(\.code).min()
    diagnostics.append(
      .error(
        "chart-map-code", "'\(cell.plain)' is no country code", at: place,
        hint: named.map { "write '\($0)'" } ?? suggestion(
          for: cell.plain, among: Territory.all.keys.sorted())
          ?? "codes are those of ISO 3166 (CHN, JPN, KOR), and EUU, ASEAN, MEA, LCN, SSF"))
    return nil
  }
  return found
}

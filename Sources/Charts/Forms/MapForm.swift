// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// East Asia with shaded countries, circles or arrows.
struct MapForm: PanelForm {
  let spec: ChartSpec
  private let chart: MapChart
  private let flows: [Flow]?
  private let table: ChartTable
  let language: Language

  /// - Returns: nil, with diagnostics, where the rows are no places with values and no flows.
  init?(_ spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]) {
    let isFlow = spec.from != nil
    let flows = isFlow ? readFlows(spec, table, &diagnostics) : nil
    if isFlow, flows == nil { return nil }
    guard let chart = readMap(spec, table, flows, language, &diagnostics) else { return nil }
    (self.spec, self.chart, self.flows, self.table, self.language) = (spec, chart, flows, table, language)
  }

  var rules: [Diagnostic] {
    let unread: [String] =
      switch chart.kind {
      case .shaded: ["highlight", "colors"]
      case .circles: ["y", "steps", "diverging"]
      case .flows: ["x", "size", "steps", "diverging"]
      }
    return spec.refusing(unread + ["series", "transform", "sort", "zero", "annotations", "references"])
      + highlightFaults + outsideFaults
  }

  private var highlightFaults: [Diagnostic] {
    let known = Set(chart.places.flatMap { [$0.territory.code, $0.name] })
    return spec.highlight.filter { !known.contains($0.text) }.map { name in
      .error(
        "chart-highlight", "'\(name.text)' is no place of the map", at: name.place,
        hint: suggestion(for: name.text, amongNames: known.sorted()))
    }
  }

  /// Only what has land on the map can be shaded.
  private var outsideFaults: [Diagnostic] {
    guard case .shaded = chart.kind else { return [] }
    let outside = chart.places.filter { !MapChart.region.contains($0.territory.code) }.map(\.territory.code)
    guard let first = outside.first else { return [] }
    let names = outside.count == 1 ? "'\(first)' is" : "'\(first)' and \(outside.count - 1) more are"
    return [
      .warning(
        "chart-map-outside", "\(names) not on the map of East Asia", at: spec.x?.place ?? spec.place,
        hint: "leave them out with 'where:'; circles with 'size:' show them at the edge")
    ]
  }

  var notes: [String] { [Phrases(language).mapSource] }

  var description: String { sentences.joined(separator: Phrases(language).gap) }

  private var sentences: [String] {
    mapSentences(of: chart, flows, spec: spec, table: table, language: language)
  }

  var data: ChartData {
    if let flows { return ChartData(flows, spec: spec, table: table, language: language) }
    return ChartData(chart, spec: spec, table: table, language: language)
  }

  func layout(_ size: LayoutSize) -> ChartLayout {
    MapLayout(chart, spec: spec, size: size, language: language).layout()
  }

  var scales: SharedScales {
    switch chart.kind {
    case .shaded: SharedScales(values: chart.inRegion.compactMap(\.value))
    case .circles: SharedScales(values: chart.places.compactMap(\.value))
    case .flows(let arrows): SharedScales(values: arrows.map(\.value))
    }
  }

  var panelColumns: PanelColumns { flows == nil ? .shapes : .sides }
  var hasGaps: Bool { !chart.hasAllLand }

  func drawKey(on canvas: inout Canvas) -> Double {
    MapLayout(chart, spec: spec, size: canvas.size, language: language).drawKey(on: &canvas)
  }

  func sentences(named name: String) -> [String] { headed(name, sentences.dropFirst(2)) }
}

extension ChartData {
  /// A row for each place, as the data has them.
  fileprivate init(_ chart: MapChart, spec: ChartSpec, table: ChartTable, language: Language) {
    let keys = [spec.x, spec.pointSize ?? spec.y.first].map { $0?.text ?? "" }
    let speech = Speech(spec: spec, language: language).alike(for: chart.places.compactMap(\.value))
    self.init(
      headers: keys.map { key in spec.labels[key]?.text ?? table.columns.first { $0.name == key }?.title ?? key },
      isNumeric: [false, true],
      rows: chart.places.map { place in
        [
          Entry(text: place.name, isNumber: false),
          Entry(text: place.value.map { speech.value($0) } ?? "–", isNumber: true),
        ]
      }, columns: keys, records: chart.places.map { [.text($0.territory.code), Cell($0.value)] })
  }
}

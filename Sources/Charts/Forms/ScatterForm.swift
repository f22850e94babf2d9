// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Points of a plane, or bubbles where a column gives areas.
struct ScatterForm: PanelForm {
  let spec: ChartSpec
  let points: BoundPoints
  private let columns: PointColumns
  private let table: ChartTable
  let language: Language

  init?(_ spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]) {
    guard let columns = PointColumns(spec, table, &diagnostics),
      let points = bindPoints(spec, columns, table, in: language, diagnostics: &diagnostics)
    else { return nil }
    (self.columns, self.points, self.table, self.language) = (columns, points, table, language)
    var shown = spec.namingScale(in: language)
    if let format = spec.columnFormats[table.columns[columns.y].name] { shown.format = format }
    self.spec = shown
  }

  var rules: [Diagnostic] { pointRules(spec, points) }

  var description: String {
    let phrases = Phrases(language)
    let opening = phrases.opening(
      kind: chartKind(of: spec, in: language), measure: spec.subtitle?.text ?? points.yTitle,
      range: phrases.points(points.items.count))
    return ([opening] + sentences(named: "")).joined(separator: phrases.gap)
  }

  func sentences(named name: String) -> [String] {
    pointSentences(points, spec: spec, name: name, speech: speech, language: language)
  }

  private func speech(_ column: ChartAxis) -> Speech {
    let index = column == .x ? columns.x : columns.y
    return Speech(
      format: format(of: index), unit: unit(of: index), language: language)
  }

  private func format(of column: Int) -> FigureFormat? {
    spec.columnFormats[table.columns[column].name] ?? (column == columns.y ? spec.format : nil)
  }

  private func unit(of column: Int) -> String? { column == columns.y ? spec.unit?.text : nil }

  var data: ChartData {
    let names = SeriesNames(spec: spec, language: language)
    let numbers = Set(columns.numbers)
    let speeches = columns.all.map { column in
      Speech(format: format(of: column), unit: unit(of: column), language: language)
        .alike(for: numbers.contains(column) ? table.rows.compactMap { $0[column].number } : [])
    }
    return ChartData(
      headers: columns.all.map { spec.labels[table.columns[$0].name]?.text ?? table.columns[$0].title },
      isNumeric: columns.all.map(numbers.contains),
      rows: table.rows.map { row in
        zip(columns.all, speeches).map { column, speech in
          let isNumber = numbers.contains(column)
          let text = isNumber ? row[column].number.map { speech.value($0) } ?? "–" : names.name(of: row[column])
          return ChartData.Entry(text: text, isNumber: isNumber)
        }
      }, columns: columns.all.map { table.columns[$0].name },
      records: table.rows.map { row in columns.all.map { row[$0] } })
  }

  func layout(_ size: LayoutSize) -> ChartLayout { plan(size).layout() }

  private func plan(_ size: LayoutSize) -> ScatterLayout {
    ScatterLayout(
      points, spec: spec, xFormat: format(of: columns.x),
      sizeFormat: columns.size.flatMap { format(of: $0) }, size: size, language: language)
  }

  var scales: SharedScales {
    let items = points.items
    func ends(_ values: [Double]) -> [Double] { [values.min(), values.max()].compactMap(\.self) }
    return SharedScales(
      values: ends(items.map(\.y)), numbers: ends(items.map(\.x)), sizes: ends(items.compactMap(\.size)))
  }

  var panelColumns: PanelColumns { .frames }
  var footer: String? { points.xTitle }

  func drawKey(on canvas: inout Canvas) -> Double { plan(canvas.size).drawKey(on: &canvas) }
}

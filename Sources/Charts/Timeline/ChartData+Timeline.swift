// SPDX-License-Identifier: MIT
import Figures

extension ChartData {
  /// A row for each entry, in the order of time for readers, as the data has them in the file.
  init(_ chart: TimelineEntries, spec: ChartSpec, table: ChartTable, language: Language) {
    let columns = [spec.x, spec.end, spec.series, spec.label].compactMap(\.self)
      .compactMap { name in table.columns.firstIndex { $0.name == name.text } }
    let phrases = Phrases(language)
    self.init(
      headers: columns.map { spec.labels[table.columns[$0].name]?.text ?? table.columns[$0].title },
      isNumeric: columns.map { _ in false },
      rows: chart.entries.map { entry in
        let end =
          switch entry.end {
          case .none: "–"
          case .at(let period): period.text(in: language)
          case .open: phrases.ongoing
          }
        let cells = [
          entry.start.text(in: language), spec.end == nil ? nil : end,
          spec.series == nil ? nil : chart.lanes[entry.lane].name, entry.text,
        ]
        return cells.compactMap(\.self).map { Entry(text: $0, isNumber: false) }
      }, columns: columns.map { table.columns[$0].name },
      records: table.rows.map { row in columns.map { row[$0] } })
  }
}

// SPDX-License-Identifier: MIT
import Figures

extension ChartData {
  /// A row for each flow, as the data has them.
  init(_ flows: [Flow], spec: ChartSpec, table: ChartTable, language: Language) {
    let speech = Speech(spec: spec, language: language).alike(for: flows.compactMap(\.value))
    let names = SeriesNames(spec: spec, language: language)
    let keys = [spec.from, spec.to, spec.y.first].map { $0?.text ?? "" }
    let headers = keys.map { key in
      spec.labels[key]?.text ?? table.columns.first { $0.name == key }?.title ?? key
    }
    self.init(
      headers: headers, isNumeric: [false, false, true],
      rows: flows.map { flow in
        [
          Entry(text: names.name(of: flow.from), isNumber: false),
          Entry(text: names.name(of: flow.to), isNumber: false),
          Entry(text: flow.value.map { speech.value($0) } ?? "–", isNumber: true),
        ]
      }, columns: keys, records: flows.map { [$0.from, $0.to, Cell($0.value)] })
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Indicators

extension RowReader {
  /// Applies the block's transform to the grid, before it is put in order, so that bars are sorted by what they show.
  mutating func transform() {
    guard let placed = spec.transform, faults.isEmpty else { return }
    let periods: [Period]? =
      if case .time = positionKind(positionCells, type: spec.type) { positionCells.compactMap { Period($0) } } else {
        nil
      }
    do throws(TransformFault) {
      // A panel may lack a series that others have; there is nothing to transform.
      let present = values.indices.filter { series in values[series].contains { $0 != nil } }
      let transformed = try SeriesGrid(present.map { values[$0] }, periods: periods).applying(placed.transform).values
      for (series, row) in zip(present, transformed) { values[series] = row }
    } catch {
      var message = error.message
      if case .baseMissing(let series, let base) = error, seriesCells.indices.contains(series) {
        message = "'\(seriesCells[series].plain)' has no positive value in the whole of '\(base)'"
      }
      faults.append(.error("chart-transform", message, at: placed.place, hint: error.hint))
      return
    }
    if spec.log.contains(.y) {
      for (index, series) in values.enumerated() {
        guard let position = series.firstIndex(where: { $0 ?? 1 <= 0 }), let value = series[position] else { continue }
        let at = "'\(seriesCells[index].plain)', '\(positionCells[position].plain)'"
        faults.append(
          .error(
            "chart-log",
            "at \(at) '\(placed.transform.indicator.name)' gives \(Cell.real(value).plain), which has no logarithm",
            at: spec.place(of: "log"), hint: "draw it without 'log:'"))
        return
      }
    }
    if values.allSatisfy({ $0.allSatisfy { $0 == nil } }) {
      faults.append(
        .error(
          "chart-transform", "'\(placed.transform.indicator.name)' leaves no value", at: placed.place,
          hint: placed.transform.indicator.undefined))
    }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// How much goes from one place to another, as a row of the data has it.
struct Flow: Hashable, Sendable {
  let from: Cell
  let to: Cell
  /// nil where it is missing.
  let value: Double?
}

/// Reads rows as flows, in their order, and reports what cannot be drawn: no rows, a column that is not there, an end
/// that is missing, two rows for one flow, a value that is no number, is negative or too large, nothing but zeros.
/// - Returns: nil where there was an error.
func readFlows(_ spec: ChartSpec, _ table: ChartTable, _ diagnostics: inout [Diagnostic]) -> [Flow]? {
  let from = Columns.index(of: spec.from, in: table, &diagnostics)
  let to = Columns.index(of: spec.to, in: table, &diagnostics)
  let y = Columns.index(of: spec.y.first, in: table, &diagnostics)
  guard let from, let to, let y else { return nil }
  var faults = spec.y.dropFirst().map {
    Diagnostic.error("chart-flow-values", "a flow has one value", at: $0.place, hint: "name one column with 'y:'")
  }
  if table.rows.isEmpty { faults.append(spec.hasNoRows) }
  var seen: Set<[Cell]> = []
  var flows: [Flow] = []
  for (number, row) in table.rows.enumerated() where faults.isEmpty {
    let ends = [row[from], row[to]]
    if let missing = zip(ends, [spec.from, spec.to]).first(where: { $0.0.isNull || $0.0.plain.isEmpty })?.1 {
      faults.append(
        .error("chart-x-missing", "row \(number + 1) of the chart's data has no '\(missing.text)'", at: missing.place))
    } else if !seen.insert(ends).inserted {
      faults.append(
        .error(
          "chart-duplicate", "there are two values from '\(row[from].plain)' to '\(row[to].plain)'", at: spec.yPlace,
          hint: "sum them in a query"))
    } else {
      do throws(Diagnostic) {
        let value = try table.value(row, y, at: spec.yPlace)
        if let value, value < 0 {
          throw .error(
            "chart-negative", "'\(row[y].plain)' from '\(row[from].plain)' to '\(row[to].plain)' has no width",
            at: spec.yPlace, hint: "turn the flow round, or use 'type: bar'")
        }
        flows.append(Flow(from: row[from], to: row[to], value: value))
      } catch { faults.append(error) }
    }
  }
  if faults.isEmpty { faults += spec.nothingToDraw(flows.map(\.value)) }
  diagnostics += faults
  return faults.isEmpty ? flows : nil
}

extension ChartSpec {
  var hasNoRows: Diagnostic {
    .error(
      "chart-no-rows", "the chart's data has no rows", at: dataPlace,
      hint: DataHint.noRows(self))
  }

  /// What keeps sizes from being drawn where all are missing or zero.
  func nothingToDraw(_ values: [Double?]) -> [Diagnostic] {
    if values.allSatisfy({ $0 == nil }) {
      return [
        .error("chart-all-missing", "every value of the chart is missing", at: yPlace, hint: DataHint.allMissing)
      ]
    }
    if values.allSatisfy({ $0 ?? 0 == 0 }) {
      return [
        .error(
          "chart-all-zero", "every value of the chart is zero, and none has a size", at: yPlace,
          hint: DataHint.noneAboveZero)
      ]
    }
    return []
  }
}

extension ChartTable {
  /// A cell as a number that can be drawn; nil where it is missing.
  func value(_ row: [Cell], _ column: Int, at place: Place) throws(Diagnostic) -> Double? {
    let cell = row[column]
    if cell.isNull { return nil }
    let name = columns[column].name
    if case .real(let number) = cell, !number.isFinite {
      throw .error(
        "chart-too-large", "'\(cell.plain)' in column '\(name)' is too large to draw", at: place,
        hint: DataHint.tooLarge)
    }
    guard let value = cell.number else {
      throw .error(
        "chart-not-numeric", "'\(cell.plain)' in column '\(name)' is not a number", at: place,
        hint: DataHint.notNumeric)
    }
    if abs(value) >= 1e18 {
      throw .error(
        "chart-too-large", "'\(cell.plain)' in column '\(name)' is too large to draw", at: place,
        hint: DataHint.tooLarge)
    }
    return value == 0 ? 0 : value
  }
}

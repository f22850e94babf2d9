// SPDX-License-Identifier: MIT

/// What would mend data that no picture can be made of.
enum DataHint {
  static let notNumeric = "only numbers are drawn; leave the cell empty where there is none"
  static let tooLarge = "values have to be below 10^18; divide them in a query, and say so in 'unit:'"
  static let allMissing = "name another column, or leave the chart out until there is a value"
  static let noneAboveZero = "name another column, or leave the chart out until a value is above zero"

  /// For a chart whose table, or whose `where`, leaves it without rows.
  static func noRows(_ spec: ChartSpec) -> String {
    spec.condition == nil
      ? "its table or query is empty: see what the query selects" : "no row meets the condition in 'where'"
  }
}

// SPDX-License-Identifier: MIT
import Figures

/// One column of the rows that a chart is drawn from.
public struct ChartColumn: Hashable, Sendable {
  public let name: String
  /// What readers see in the data table's head.
  public let title: String
  public let unit: String?

  public init(name: String, title: String? = nil, unit: String? = nil) {
    self.name = name
    self.title = title ?? name
    self.unit = unit
  }
}

/// The rows that a chart is drawn from; every row has as many cells as there are columns.
public struct ChartTable: Hashable, Sendable {
  public let columns: [ChartColumn]
  public let rows: [[Cell]]

  public init(columns: [ChartColumn], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

/// One column of a tidy table, as the data package describes it.
struct TidyColumn: Sendable, Equatable {
  /// In small letters, as SQL has it.
  let name: String
  /// A type of Table Schema: `string`, `number`, `year`, `yearmonth`, `date`.
  let type: String
  /// What a reader sees.
  let title: String
  /// What the values are, in a sentence.
  let description: String
  /// Of numbers.
  let unit: String?

  /// A column of texts.
  static func text(_ name: String, _ title: String, _ description: String) -> TidyColumn {
    TidyColumn(name: name, type: "string", title: title, description: description, unit: nil)
  }

  /// A column of figures.
  static func number(_ name: String, _ title: String, _ description: String, unit: String) -> TidyColumn {
    TidyColumn(name: name, type: "number", title: title, description: description, unit: unit)
  }

  /// Marks such as provisional.
  static let status = text(
    "status", "Status",
    "What the portal says of the figure, such as provisional or estimated; empty where it says nothing."
  )
}

/// A row before its table is in order.
struct TidyRow: Sendable {
  /// nil for a table without periods.
  let period: Period?
  /// The other cells, in the order of the columns.
  let cells: [String]
  /// Where it comes from: row and column of the download.
  let origin: (row: Int, column: Int)
}

/// A table with one figure's facts a row, in whole units, its periods sorted.
struct TidyTable: Sendable {
  /// The period first, where there is one.
  let columns: [TidyColumn]
  /// A text for each column, empty where it is missing.
  let rows: [[String]]
  /// Columns that together tell rows apart.
  let key: [String]
  /// The first and last period; nil for a table without.
  let period: ClosedRange<Period>?

  /// Puts rows in order, series by series as they come and each by period, and reports a row that is there twice.
  ///
  /// - Parameters:
  ///   - columns: All but the period, which becomes the first: `year`, `month`, `quarter`, `date`, or `period` where a
  ///     file mixes them.
  ///   - key: The columns that tell rows apart, without the period.
  init(
    _ rows: [TidyRow], columns: [TidyColumn], key: [String], periodName: String? = nil, raw: RawTable,
    log: inout FaultLog
  ) {
    for (index, column) in columns.enumerated() where columns[..<index].contains(where: { $0.name == column.name }) {
      log.report(
        "import-column",
        .error("import-column", "two columns would be called '\(column.name)'", at: Place(raw.path)))
    }
    let keyColumns = columns.indices.filter { key.contains(columns[$0].name) }
    var series: [[String]: Int] = [:]
    var ordered: [(series: Int, row: TidyRow)] = []
    for row in rows {
      let name = keyColumns.map { row.cells[$0] }
      let number = series[name] ?? series.count
      series[name] = number
      ordered.append((number, row))
    }
    ordered.sort {
      ($0.series, $0.row.period?.firstDay ?? 0, $0.row.origin.row, $0.row.origin.column)
        < ($1.series, $1.row.period?.firstDay ?? 0, $1.row.origin.row, $1.row.origin.column)
    }
    if !(keyColumns.isEmpty && rows.allSatisfy { $0.period == nil }) {
      for (one, next) in zip(ordered, ordered.dropFirst())
      where one.series == next.series && one.row.period == next.row.period {
        let (first, second) = (one.row.origin, next.row.origin)
        let facts = [next.row.period?.iso] + keyColumns.map { next.row.cells[$0] }
        log.report(
          "import-duplicate",
          .error(
            "import-duplicate",
            "a second figure for \(facts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", "))",
            at: raw.place(second.row, second.column),
            notes: ["the first is at \(raw.place(first.row, first.column))"]))
      }
    }
    let periods = rows.compactMap(\.period)
    guard let first = periods.min(), let last = periods.max() else {
      (self.columns, self.key, period) = (columns, key, nil)
      self.rows = ordered.map(\.row.cells)
      return
    }
    let units = Set(periods.map(\.unit))
    let periodColumn = TidyColumn(period: units.count == 1 ? units.first : nil, name: periodName)
    self.columns = [periodColumn] + columns
    self.rows = ordered.map { [$0.row.period?.iso ?? ""] + $0.row.cells }
    self.key = [periodColumn.name] + key
    period = first...last
  }

  /// How often its figures come; nil where that differs.
  var frequency: String? {
    switch columns.first?.type {
    case "year": "annual"
    case "yearmonth": "monthly"
    case "date": "daily"
    default: ["quarter": "quarterly", "half": "half-yearly"][columns.first?.name ?? ""]
    }
  }

  /// UTF-8, LF, quotes where they are needed.
  var csv: [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    writer.row(columns.map(\.name))
    for row in rows { writer.row(row) }
    return writer.bytes
  }
}

extension TidyColumn {
  fileprivate init(period unit: Period.Unit?, name: String?) {
    let (usual, type, title) =
      switch unit {
      case .year: ("year", "year", "Year")
      case .month: ("month", "yearmonth", "Month")
      case .half: ("half", "string", "Half")
      case .quarter: ("quarter", "string", "Quarter")
      case .day: ("date", "date", "Date")
      case nil: ("period", "string", "Period")
      }
    self.init(name: name ?? usual, type: type, title: title, description: "Period of the figures.", unit: nil)
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

extension Portal {
  /// SDMX-CSV of any agency.
  static let sdmx = Portal(
    name: "sdmx", title: "SDMX-CSV",
    files: "SDMX-CSV 1.0 and 2.0 of any agency, such as the OECD, Eurostat and the IMF",
    layouts: [["dataflow", "timeperiod", "obsvalue"], ["structure", "structureid", "action"]], read: readSDMX)
}

/// What becomes of a column.
private struct SDMXColumn {
  enum Role: Equatable { case fact, measure, period, status, dropped }

  let index: Int
  let name: String
  let role: Role
}

private func readSDMX(_ raw: RawTable, _ request: ImportRequest, _ log: inout FaultLog) -> Reading? {
  guard let structure = raw.column("structureid", "dataflow") else { return nil }
  let structures = Set(raw.rows.map { $0[structure].components(before: ": ") }).sorted()
  let columns = sdmxColumns(raw, keepsStructure: structures.count > 1 ? structure : nil)
  let facts = columns.filter { $0.role == .fact }
  let labelled = facts.map(\.index).filter { column in
    raw.labels[column].contains(": ") && raw.rows.contains { $0[column].contains(": ") }
  }
  let (multiplier, action) = (raw.column("unitmult"), raw.column("action"))
  var rows: [TidyRow] = []
  for row in raw.rows.indices {
    if raw.text(row, action) == "D" {
      log.report(
        "import-delete",
        .error(
          "import-delete", "a row that deletes figures (ACTION D)", at: raw.place(row, action ?? 0),
          hint: "download the data set as it stands, not its changes"))
      continue
    }
    guard let power = power(raw, row, multiplier, &log) else { continue }
    var (period, cells): (Period?, [String]) = (nil, [])
    for column in columns {
      switch column.role {
      case .dropped: break
      case .period: period = raw.period(row, column.index, log: &log)?.period
      case .measure: cells.append(raw.figure(row, column.index, power: power, log: &log))
      case .status: cells.append(statusWord(raw.text(row, column.index)))
      case .fact:
        let text = raw.text(row, column.index)
        cells.append(labelled.contains(column.index) ? text.components(before: ": ") : text)
        if labelled.contains(column.index) {
          cells.append(text.firstRange(of: ": ").map { String(text[$0.upperBound...]) } ?? "")
        }
      }
    }
    rows.append(TidyRow(period: period, cells: cells, origin: (row, columns.first { $0.role == .measure }?.index ?? 0)))
  }
  let unit = constant(raw, raw.column("unitmeasure", "unit"))?.components(before: ": ")
  let tidy = columns.flatMap { column -> [TidyColumn] in
    let label = raw.labels[column.index].firstRange(of: ": ").map { String(raw.labels[column.index][$0.upperBound...]) }
    let title = (label ?? raw.labels[column.index].components(before: "[")).trimmed
    switch column.role {
    case .dropped, .period: return []
    case .status: return [.status]
    case .measure: return [.number(column.name, title, "Observed value.", unit: unit ?? "as the data set states")]
    case .fact:
      let code = TidyColumn.text(column.name, title, "\(title) of the data set.")
      return labelled.contains(column.index)
        ? [code, .text(column.name + "_name", "\(title), name", "Name of the code beside it.")] : [code]
    }
  }
  let key = keyNames(raw, columns)
  let periodName = columns.first { $0.role == .period }.map { $0.name == "time_period" ? nil : $0.name } ?? nil
  let table = TidyTable(rows, columns: tidy, key: key, periodName: periodName, raw: raw, log: &log)
  let agency = structures.first?.components(before: ":") ?? ""
  let publisher = publishers[agency.components(before: ".")]
  return Reading(
    table: table, title: "Data set \(structures.joined(separator: ", "))",
    description: "Observations of the SDMX data set \(structures.joined(separator: ", ")).",
    publisher: publisher?.name ?? agency,
    sources: [
      Reading.Source(
        title: "\(publisher?.name ?? agency), data set \(structures.joined(separator: ", "))", path: publisher?.path)
    ],
    licence: .unchecked, valuation: constant(raw, raw.column("valuation")), reporter: nil, caveats: [],
    remarks: raw.remarks
      + (multiplier == nil
        ? [] : ["values were multiplied by the UNIT_MULT of their row, so that they are whole units"])
  )
}

private func sdmxColumns(_ raw: RawTable, keepsStructure structure: Int?) -> [SDMXColumn] {
  let isTimed = raw.column("timeperiod")
  let dimensionsEnd = raw.keys.firstIndex { $0.hasPrefix("obsvalue") } ?? raw.keys.count
  // Without TIME_PERIOD, a column that has nothing but periods is one.
  let period =
    isTimed
    ?? raw.keys.indices.first { column in
      raw.keys[column].hasPrefix("dim") && !raw.rows.isEmpty
        && raw.rows.allSatisfy { PeriodText($0[column].components(before: ": "))?.period != nil }
    }
  return raw.keys.indices.map { column in
    let key = raw.keys[column]
    let id = raw.labels[column].components(before: ": ").replacing("[]", with: "").components(before: "[")
    let role: SDMXColumn.Role =
      if column == period {
        .period
      } else if key.hasPrefix("obsvalue"), column >= dimensionsEnd {
        .measure
      } else if key == "obsstatus" {
        .status
      } else if ["structure", "structureid", "structurename", "dataflow", "action", "unitmult"].contains(key),
        column != structure
      {
        .dropped
      } else {
        .fact
      }
    return SDMXColumn(index: column, name: key == "obsvalue" ? "value" : snakeCase(id), role: role)
  }
}

/// The dimensions: the columns before the first value; where values come first, whatever tells the rows apart.
private func keyNames(_ raw: RawTable, _ columns: [SDMXColumn]) -> [String] {
  let end = columns.first { $0.role == .measure }?.index ?? raw.keys.count
  let dimensions = columns.filter { column in
    column.role == .fact
      && (raw.keys[column.index].hasPrefix("dim") || column.index < end && raw.keys[column.index] != "serieskey")
      && !raw.rows.contains { $0[column.index].trimmed.isEmpty }
  }
  return dimensions.map(\.name)
}

/// The power of ten that UNIT_MULT states for a row.
private func power(_ raw: RawTable, _ row: Int, _ column: Int?, _ log: inout FaultLog) -> Int? {
  let text = raw.text(row, column).components(before: ": ")
  if text.isEmpty { return 0 }
  if let power = Int(text), -30...30 ~= power { return power }
  log.report(
    "import-number",
    .error(
      "import-number", "\(quoted(text)) is no power of ten (column 'UNIT_MULT')", at: raw.place(row, column ?? 0)))
  return nil
}

/// The one value of a column; nil where there are several, or none.
private func constant(_ raw: RawTable, _ column: Int?) -> String? {
  guard let column, let first = raw.rows.first?[column].trimmed, !first.isEmpty else { return nil }
  return raw.rows.allSatisfy { $0[column].trimmed == first } ? first : nil
}

/// The code list of observation status (CL_OBS_STATUS) in words; a normal value has none, a code of an agency's own stays.
private func statusWord(_ text: String) -> String {
  let code = text.components(before: ": ")
  return [
    "A": "", "B": "break", "D": "definition differs", "E": "estimated", "F": "forecast", "I": "imputed",
    "L": "not collected", "M": "missing", "N": "not significant", "O": "missing", "P": "provisional",
    "Q": "suppressed", "R": "revised", "S": "strike", "U": "low reliability", "V": "unvalidated",
  ][code] ?? text
}

private let publishers: [String: (name: String, path: String)] = [
  "ESTAT": ("Eurostat", "https://ec.europa.eu/eurostat/"),
  "ECB": ("European Central Bank", "https://data.ecb.europa.eu/"),
  "IMF": ("International Monetary Fund", "https://data.imf.org/"), "OECD": ("OECD", "https://data-explorer.oecd.org/"),
  "BIS": ("Bank for International Settlements", "https://data.bis.org/"),
  "WB": ("World Bank", "https://data.worldbank.org/"),
  "UNSD": ("United Nations Statistics Division", "https://unstats.un.org/"),
]

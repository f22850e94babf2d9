// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Site
import TradeData

/// The rows that pages list as things rather than numbers: events, proposals, company cases, country names.
struct Records: Sendable {
  struct Event: Sendable {
    let id: String
    let date: Period
    let end: Period?
    let place: String?
    let what: String
    let countries: [String]
    let source: String
    /// The dataset that has the row.
    let table: String
  }

  struct Proposal: Sendable {
    let id: String
    let who: String
    let role: String
    let what: String
    let field: String
    let countries: [String]
    let date: Period
    let status: String
    let source: String
    /// The dataset that has the row.
    let table: String
  }

  struct Case: Sendable {
    let id: String
    let company: String
    let sector: String
    let what: String
    let countries: [String]
    let source: String
    /// The dataset that has the row.
    let table: String
  }

  /// Newest first.
  let events: [Event]
  let proposals: [Proposal]
  let cases: [Case]
  private let countryNames: [String: [Language: String]]

  /// The name of a country in a language; the code where the data has no name.
  func countryName(_ code: String, in language: Language) -> String {
    countryNames[code]?[language] ?? countryNames[code]?[.english] ?? code
  }

  func knowsCountry(_ code: String) -> Bool { countryNames.isEmpty || countryNames[code] != nil }

  var countryCodes: [String] { countryNames.keys.sorted() }
}

extension Records {
  init(_ data: DataPackage, tables: SiteSettings.RecordTables) {
    var people: [String: String] = [:]
    if let rows = data.resource(named: "people").map(RowReader.init) {
      for row in rows.rows {
        people[rows.text(row, "id")] = [rows.text(row, "role"), rows.text(row, "organisation")]
          .filter { !$0.isEmpty }.joined(separator: ", ")
      }
    }
    events = tables.events.compactMap { data.resource(named: $0).map(RowReader.init) }.flatMap { table in
      table.rows.compactMap { row -> Event? in
        guard let date = Period(table.text(row, "date")) else { return nil }
        let what = table.text(row, "what")
        let reference = [table.text(row, "authority"), table.text(row, "reference")].filter { !$0.isEmpty }
        return Event(
          id: table.text(row, "id"), date: date, end: Period(table.text(row, "end_date")),
          place: table.optional(row, "place"), what: what.isEmpty ? table.text(row, "description") : what,
          countries: table.codes(row, "countries"),
          source: table.optional(row, "source") ?? reference.joined(separator: ", "), table: table.name)
      }
    }.sorted { ($1.date.firstDay, $0.id) < ($0.date.firstDay, $1.id) }
    proposals = tables.proposals.compactMap { data.resource(named: $0).map(RowReader.init) }.flatMap { table in
      table.rows.compactMap { row -> Proposal? in
        guard let date = Period(table.text(row, "date")) else { return nil }
        return Proposal(
          id: table.text(row, "id"), who: table.text(row, "who"), role: people[table.text(row, "person_id")] ?? "",
          what: table.text(row, "what"), field: table.text(row, "field"), countries: table.codes(row, "countries"),
          date: date, status: table.text(row, "status"), source: table.text(row, "source"), table: table.name)
      }
    }
    cases = tables.cases.compactMap { data.resource(named: $0).map(RowReader.init) }.flatMap { table in
      table.rows.map { row in
        Case(
          id: table.text(row, "id"), company: table.text(row, "company"), sector: table.text(row, "sector"),
          what: table.text(row, "what"), countries: table.codes(row, "countries"), source: table.text(row, "source"),
          table: table.name)
      }
    }
    var names: [String: [Language: String]] = [:]
    if let rows = data.resource(named: "countries").map(RowReader.init) {
      for row in rows.rows {
        for language in Language.allCases {
          names[rows.text(row, "code"), default: [:]][language] = rows.optional(row, "name_\(language.rawValue)")
        }
      }
    }
    countryNames = names
  }
}

/// Reads the rows of a resource by field name.
private struct RowReader {
  let name: String
  let table: DataTable
  let columns: [String: Int]

  init(_ resource: Resource) {
    (name, table) = (resource.name, resource.table)
    columns = Dictionary(resource.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
  }

  var rows: Range<Int> { 0..<table.rowCount }

  func text(_ row: Int, _ field: String) -> String { columns[field].map { table[row, $0].plain } ?? "" }

  func optional(_ row: Int, _ field: String) -> String? {
    let text = text(row, field)
    return text.isEmpty ? nil : text
  }

  /// `CHN;JPN;KOR`
  func codes(_ row: Int, _ field: String) -> [String] {
    text(row, field).split(separator: ";").map { String($0).trimmingPrefix(" ") }.map(String.init)
  }
}

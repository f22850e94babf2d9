// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Indicators
import Markup
import Settings
import Site
import TradeData

/// A chart as its page shows it, with the files that belong to it and the tables it reads.
struct DrawnFigure {
  let figure: Figure
  let files: [OutputFile]
  let data: ChartData
  let tables: Set<String>
  /// Wide and narrow; empty for a table.
  let layouts: [ChartLayout]
  /// nil where no cards are made.
  let card: ChartCardFile?

  /// The card as pages name it in their heads.
  var socialCard: SocialCard? {
    guard let path = card.flatMap({ SitePath($0.path) }) else { return nil }
    // Networks cut longer alternative texts.
    let isShort = figure.description.count <= 400
    return SocialCard(
      path: path, alt: isShort ? figure.description : figure.title, width: ChartCard.width, height: ChartCard.height)
  }
}

/// Asks for a chart's rows, checks its claim, and draws it in the page's language.
///
/// - Parameter shown: Takes the numbers in its texts.
/// - Returns: nil where something is wrong; `diagnostics` says what.
func draw(
  _ block: ChartBlock, page: Page, library: Library, database: TradeDatabase, _ shown: inout ShownNumbers,
  _ diagnostics: inout [Diagnostic]
) -> DrawnFigure? {
  let known = diagnostics.count
  guard let spec = ChartSpec(setting: block.setting, diagnostics: &diagnostics) else { return nil }
  do {
    let query = try chartQuery(spec, page, library)
    let result = try database.query(
      query.sql, at: query.place, prior: page.numbers.queries, values: page.numbers.values,
      editions: page.numbers.editions)
    if let claim = spec.claim, page.language == page.original.language {
      try check(claim, over: query, page: page, database: database)
    }
    var faults: [Diagnostic] = []
    let numbered = try spec.replacingNames { name throws(Diagnostic) in
      try page.numbers.number(name.text, at: name.place)
    }
    let worded = numbered.replacingTexts { text, place in
      TextWithValues(text, at: place, diagnostics: &faults).filled { name, format, place in
        do throws(Diagnostic) { return try shown.text(name, format: format, at: place) } catch {
          faults.append(error)
          return "…"
        }
      }
    }
    diagnostics += faults
    let used = library.data.resources.filter { !worded.showsRates && result.tables.contains($0.name) }
    let texts = [worded.title, worded.subtitle, worded.note].compactMap { $0?.text }.joined(separator: "\n")
    let noted = worded.noting(
      basisNotes(used, texts: texts, records: library.records, language: page.language), in: page.language)
    let table = ChartTable(
      columns: result.columns.map { column($0, library.data, in: page.language) }, rows: result.rows)
    guard
      let drawn = drawChart(
        noted, table: table, language: page.language, idPrefix: block.id, hasSource: !result.tables.isEmpty,
        indicators: Indicator.all.filter { result.indicators.contains($0.name) },
        credits: library.credits(result.tables, worded.source?.text, of: page), hasCard: library.hasCards,
        diagnostics: &diagnostics),
      !diagnostics.dropFirst(known).hasErrors
    else { return nil }
    let revision = revision(
      of: drawn, result, query, page: page, library: library, database: database
    ) { table in
      var ignored: [Diagnostic] = []
      return drawChart(
        worded, table: table, language: page.language, idPrefix: block.id, hasSource: true, indicators: [],
        diagnostics: &ignored)
    }
    return figure(drawn, page, block, tables: result.tables, revision, library)
  } catch {
    diagnostics.append(error)
    return nil
  }
}

/// The rows of a chart, as SQL.
struct ChartQuery {
  let sql: String
  let place: Place
}

/// `data` and `where` make a SELECT over a table or a query of the page; `sql` is one.
private func chartQuery(_ spec: ChartSpec, _ page: Page, _ library: Library) throws(Diagnostic) -> ChartQuery {
  if let sql = spec.sql { return ChartQuery(sql: sql.text, place: sql.place) }
  guard let data = spec.data else {
    throw .error("chart-data", "a chart needs 'data' or 'sql'", at: spec.place, hint: "data: a table or a query")
  }
  let names = page.numbers.queries.map(\.name) + library.data.resources.map(\.name)
  guard names.contains(data.text) else {
    throw .error(
      "sql-table", "there is no table or query '\(data.text)'", at: data.place,
      hint: suggestion(for: data.text, among: names))
  }
  let select = "SELECT * FROM \"\(data.text)\""
  guard let condition = spec.condition else { return ChartQuery(sql: select, place: data.place) }
  // The condition stands on a line of its own, in its own column, so that errors in it point at what was written.
  let indent = String(repeating: " ", count: max(0, condition.place.column - 1))
  return ChartQuery(
    sql: "\(select) WHERE\n\(indent)\(condition.text)",
    place: Place(condition.place.path, line: condition.place.line - 1, column: 1))
}

private func check(
  _ claim: PlacedText, over query: ChartQuery, page: Page, database: TradeDatabase
) throws(Diagnostic) {
  if page.numbers.refersToFailed(claim.text) { return }
  let rows = NamedQuery(name: "chart", sql: query.sql, at: query.place)
  let result = try database.check(
    claim.text, at: claim.place, prior: page.numbers.queries + [rows], values: page.numbers.values,
    editions: page.numbers.editions)
  if result.holds == true { return }
  throw .error(
    "claim-false", "the chart's rows \(result.holds == nil ? "do not say" : "contradict") its claim", at: claim.place,
    notes: page.numbers.verdict(on: claim.text, result))
}

/// Title and unit of a column come from the field that it shows as it is. A computed column has the title that all fields
/// of its name have, else its name as words.
func column(_ column: ResultColumn, _ data: DataPackage, in language: Language) -> ChartColumn {
  let field = column.origin.flatMap { origin in data.resource(named: origin.table)?.field(named: origin.field) }
  let titles =
    field.flatMap { $0.name == column.name ? [$0.title] : nil }
    ?? Set(data.resources.compactMap { $0.field(named: column.name)?.title })
  let title = titles.count == 1 ? titles.first : nil
  return ChartColumn(
    name: column.name, title: title.map { data.translation(of: $0, in: language) ?? $0 } ?? words(of: column.name),
    unit: field?.unit)
}

/// `per_cent` as `Per cent`.
private func words(of name: String) -> String {
  let words = name.replacing("_", with: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}

private func figure(
  _ drawn: DrawnChart, _ page: Page, _ block: ChartBlock, tables: Set<String>,
  _ revision: FigureRevision?, _ library: Library
) -> DrawnFigure? {
  guard let place = library.chartPlace(block.id, in: page.language) else { return nil }
  var files = [OutputFile(place.csv.file, forSpreadsheets(drawn.data.csv))]
  files.append(OutputFile(place.svg.file, drawn.standalone))
  let figure = Figure(
    id: block.id, title: drawn.title, subtitle: drawn.subtitle, wide: drawn.wide,
    narrow: drawn.layouts.isEmpty ? nil : drawn.narrow,
    description: drawn.description, note: drawn.note, source: drawn.source,
    revision: revision, variants: library.variantLines(drawn.variants, on: page),
    sources: library.sources(tables, of: page),
    table: FigureTable(drawn.data),
    csv: place.csv, svg: place.svg, json: place.json, page: place.page,
    listings: listings(of: block, on: page))
  let card = drawn.card.map {
    ChartCardFile(path: place.png.file, svg: $0, chart: block.id, place: block.setting.place)
  }
  return DrawnFigure(
    figure: figure, files: files, data: drawn.data, tables: tables, layouts: drawn.layouts, card: card)
}

/// Excel takes a file for UTF-8 only where a byte order mark says so; other programs pass over it. Plain ASCII needs none.
private func forSpreadsheets(_ csv: [UInt8]) -> [UInt8] {
  csv.contains { $0 > 0x7F } ? [0xEF, 0xBB, 0xBF] + csv : csv
}

extension Library {
  /// - Parameter source: The author's own words for it.
  fileprivate func credits(_ tables: Set<String>, _ source: String?, of page: Page) -> Credits {
    if let source { return Credits(site: site.title.text(in: page.language), publishers: [source]) }
    var publishers: [String] = []
    for name in sources(tables, of: page).map(\.publisher.text) where !publishers.contains(name) && !name.isEmpty {
      publishers.append(name)
    }
    return Credits(site: site.title.text(in: page.language), publishers: publishers)
  }
}

extension FigureTable {
  fileprivate init(_ data: ChartData) {
    self.init(
      headers: data.headers, rows: data.rows.map { $0.map { FigureTableCell(text: $0.text, isNumber: $0.isNumber) } })
  }
}

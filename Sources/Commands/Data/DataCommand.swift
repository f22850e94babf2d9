// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Diagnostics
import Foundation
import Indicators
import Markup

/// `briefing data`: the site's tables, one of them, or the answer to a SELECT.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Lists the site's tables, describes one, or asks them in SQL.",
    usage: """
      briefing data [--site <dir>] [--json]
      briefing data [--site <dir>] [--json] NAME
      briefing data [--site <dir>] [--json] sql QUERY
      """,
    discussion: """
      Without a name: each table with its rows, period and source. NAME is a table, or an indicator such as 'rca'. \
      'sql' runs a SELECT as a page would, with the indicators as functions; '-' reads it from standard input. \
      Answers are aligned on a terminal and CSV in a pipe.
      """)

  @Option(name: .customLong("site"), help: ArgumentHelp("The site's folder, which holds Content.", valueName: "dir"))
  var folder = "."

  @Flag(help: "Print JSON.")
  var json = false

  @Argument(help: ArgumentHelp("A table, an indicator, or 'sql'.", valueName: "name"))
  var name: String?

  @Argument(help: ArgumentHelp("A SELECT, after 'sql'.", valueName: "query"))
  var query: String?

  func validate() throws {
    if name == "sql", query == nil { throw ValidationError("'sql' needs a query, such as \"SELECT * FROM …\"") }
    if let query, name != "sql" {
      throw ValidationError("'\(query)' is one word too many; to ask in SQL write: briefing data sql \"…\"")
    }
  }

  func run() throws {
    var diagnostics: [Diagnostic] = []
    let sql = try readQuery()
    let data = ProgressLine.during("reading the data") {
      openData(root: folder, tool: toolIdentity(), diagnostics: &diagnostics)
    }
    if let data {
      do throws(Diagnostic) { try answer(data, sql) } catch { diagnostics.append(error) }
    }
    try report(diagnostics.inReadingOrder, sql)
  }

  private func answer(_ data: SiteData, _ sql: String) throws(Diagnostic) {
    guard let name else { return show(.tables(data.package)) }
    if name == "sql" {
      let result = try ProgressLine.during("asking") { () throws(Diagnostic) in
        try data.database.query(sql, at: Place(DataCommand.origin, line: 1, column: 1))
      }
      return show(Sheet(columns: result.columns.map(\.name), rows: result.rows))
    }
    if let resource = data.package.resource(named: name) { return show(Description(resource)) }
    if let indicator = Indicator.named(name) { return show(Description(indicator)) }
    let names = data.package.resources.map(\.name)
    throw .error(
      "data-table", "there is no table '\(name)'", at: Place("Content/Data"),
      hint: suggestion(for: name, among: names + Indicator.all.map(\.name)),
      notes: ["the tables are \(names.sorted().joined(separator: ", "))"])
  }

  private func show(_ sheet: Sheet) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    write(json ? sheet.json.text + "\n" : isTerminal ? sheet.aligned : sheet.csv, to: .standardOutput)
  }

  private func show(_ description: Description) {
    write(json ? description.json.text + "\n" : description.text, to: .standardOutput)
  }

  /// What messages call the query that was typed.
  private static let origin = "SQL"

  private func readQuery() throws -> String {
    guard name == "sql", let query, query == "-" else { return query ?? "" }
    guard let text = String(validating: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self) else {
      throw ValidationError("standard input is not UTF-8")
    }
    return text
  }

  private func report(_ diagnostics: [Diagnostic], _ sql: String) throws {
    let folder = folder
    let lines = sql.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let printer = DiagnosticPrinter(color: wantsColor(STDERR_FILENO)) { place in
      if place.path != DataCommand.origin { return sourceLine(place, root: folder) }
      return lines.indices.contains(place.line - 1) ? lines[place.line - 1] : nil
    }
    if json, diagnostics.hasErrors {
      let faults = diagnostics.map { $0.json(excerpt: printer.excerpt(at: $0.place)?.text) }
      write(JSON.object([("diagnostics", .array(faults))]).text + "\n", to: .standardOutput)
    } else {
      write(printer.text(diagnostics), to: .standardError)
    }
    if diagnostics.hasErrors { throw ExitCode(1) }
  }
}

// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Diagnostics
import Figures
import Foundation
import Import

/// The largest download in bytes: it is read into memory, and a site shows what people can read.
private let largest = 1 << 30

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turns a portal's download into a table of the site.",
    usage: "briefing import PORTAL FILE --as NAME [--dry-run] [--yes]\nbriefing import --list",
    discussion: """
      Shows what it understood of the file, then writes Content/Data/NAME.csv and adds the resource to \
      Content/Data/datapackage.yaml. Where there is a table of that name, the file becomes its newest edition: what it \
      revises is shown, and the present edition moves to Content/Data/vintages. With an error in the file nothing is \
      written. Of an Excel workbook (.xlsx) the first sheet with cells is read as if it were CSV. For example:

        briefing import comtrade ~/Downloads/TradeData.csv --as korea_exports
      """)

  @Argument(help: "Where the file comes from; --list names the portals.")
  var portal: String?

  @Argument(help: "The download.")
  var file: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("The name of the table, new or present.", valueName: "name"))
  var name: String?

  @Flag(help: "Name the portals and the files that are read.")
  var list = false

  @Flag(help: "Show what would be written, and write nothing.")
  var dryRun = false

  @Flag(help: "Write without asking.")
  var yes = false

  @Option(help: ArgumentHelp("The day of the download; today if left out.", valueName: "yyyy-mm-dd"))
  var retrieved: String?

  @Option(
    help: ArgumentHelp(
      "The day its publisher gave the edition out, which a newer edition needs.", valueName: "yyyy-mm-dd"))
  var published: String?

  @Option(help: ArgumentHelp("The partner, for a file that names none, such as CHN.", valueName: "name"))
  var partner: String?

  @Option(
    help: ArgumentHelp("The unit of the amounts, such as 'thousand JPY', over the file's own.", valueName: "unit"))
  var unit: String?

  @Option(help: ArgumentHelp("The period, for a file that states none.", valueName: "yyyy-mm"))
  var period: String?

  @Option(help: ArgumentHelp("The file's encoding: utf-8, shift_jis, euc-kr or gb18030.", valueName: "name"))
  var encoding: String?

  @Option(name: .customLong("site"), help: ArgumentHelp("The site's folder, which holds Content.", valueName: "dir"))
  var folder = "."

  func validate() throws {
    if !list, portal == nil || file == nil {
      throw ValidationError("name the portal and the file: briefing import comtrade FILE --as NAME")
    }
    if !list, name == nil { throw ValidationError("name the new table with --as, for example --as korea_exports") }
  }

  func run() throws {
    if list {
      for portal in Portal.all {
        print(portal.name.padding(toLength: 15, withPad: " ", startingAt: 0) + portal.title)
        print(String(repeating: " ", count: 15) + portal.files)
      }
      return
    }
    guard let portal, let file, let name else { return }
    guard let source = Portal.all.first(where: { $0.name == portal }) else {
      let hint = suggestion(for: portal, among: Portal.all.map(\.name)).map { "; \($0)" } ?? ""
      throw ValidationError("there is no portal '\(portal)'\(hint)")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    if let size = attributes?[.size] as? Int, size > largest {
      throw ValidationError(
        "'\(file)' has \(size >> 20) MB, and no more than \(largest >> 20) are imported; download fewer years or partners"
      )
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ValidationError("cannot read '\(file)'")
    }
    let request = try request(name)
    let target = DataFolder(root: folder)
    var diagnostics: [Diagnostic] = []
    let isEdition = target.holds(name)
    do {
      if !isEdition { try target.checkName(name) }
    } catch {
      diagnostics.append(error)
    }
    let new = ProgressLine.during("reading \(file)") {
      readImport([UInt8](data), path: file, portal: source, request: request, diagnostics: &diagnostics)
    }
    guard let new, diagnostics.isEmpty else { throw fail(diagnostics) }
    print(new.understanding, terminator: "")
    if isEdition { return try addEdition(new, request, to: target, &diagnostics) }
    if dryRun {
      print(
        "\nentry in \(target.paths(name).descriptor)\n  - \(new.entry.joined(separator: "\n    "))\nnothing was written"
      )
      return
    }
    if !yes { try ask(target.paths(name).table) }
    do {
      try target.write(new)
    } catch {
      throw fail([error])
    }
    print("written: \(target.paths(name).table), and its entry in \(target.paths(name).descriptor)")
  }

  /// Makes a download the newest edition of a table that is there.
  private func addEdition(
    _ new: Import, _ request: ImportRequest, to target: DataFolder, _ diagnostics: inout [Diagnostic]
  ) throws {
    let published = try request.published ?? askForDay(new.name)
    let edition = target.edition(
      new, file: file ?? "", published: published, retrieved: request.retrieved, diagnostics: &diagnostics)
    guard let edition, diagnostics.isEmpty else { throw fail(diagnostics) }
    print(edition.understanding, terminator: "")
    if dryRun { return print("nothing was written") }
    if !yes { try ask(target.paths(new.name).table) }
    do {
      try target.write(edition)
    } catch {
      throw fail([error])
    }
    print("written: the new edition of '\(new.name)'; the former is \(edition.former)")
  }

  /// The day of a new edition, which no download states.
  private func askForDay(_ name: String) throws -> Period {
    let missing = ValidationError(
      "there is a table '\(name)'; to make this its newest edition, say when it was published: --published yyyy-mm-dd")
    if yes { throw missing }
    print("published on (yyyy-mm-dd)? ", terminator: "")
    fflush(nil)
    guard let line = readLine(), !line.isEmpty else { throw missing }
    return try day(line)
  }

  private func day(_ text: String) throws -> Period {
    guard let day = Period(text), day.unit == .day else {
      throw ValidationError("'\(text)' is no date; write year-month-day, for example 2025-04-28")
    }
    return day
  }

  private func request(_ name: String) throws -> ImportRequest {
    var request = ImportRequest(name: name, retrieved: BuildDay.today(in: .current).day)
    request.partner = partner
    request.encoding = encoding
    if let retrieved { request.retrieved = try day(retrieved) }
    request.published = try published.map(day)
    if let period {
      guard let whole = Period(period) else {
        throw ValidationError("'\(period)' is no period; write for example 2024, 2024-Q1 or 2024-03")
      }
      request.period = whole
    }
    if let unit {
      guard let scaled = ScaledUnit(text: unit) else {
        throw ValidationError(
          "'\(unit)' is no unit that is known; write for example USD, 'thousand JPY' or 'million USD'")
      }
      request.unit = scaled
    }
    return request
  }

  /// Goes on only with a yes, from a terminal or a pipe.
  private func ask(_ path: String) throws {
    print("write \(path)? [y/N] ", terminator: "")
    fflush(nil)
    if ["y", "yes"].contains((readLine() ?? "").lowercased()) { return }
    print("nothing was written (--yes writes without asking)")
    throw ExitCode(1)
  }

  private func fail(_ diagnostics: [Diagnostic]) -> ExitCode {
    let printer = DiagnosticPrinter(color: wantsColor(STDERR_FILENO)) { [file, folder] place in
      sourceLine(Place(place.path, line: place.line), root: place.path == file && file != nil ? nil : folder)
    }
    write(printer.text(diagnostics.inReadingOrder), to: .standardError)
    write("\(count(diagnostics.count, "error")); nothing was written\n", to: .standardError)
    return ExitCode(1)
  }
}

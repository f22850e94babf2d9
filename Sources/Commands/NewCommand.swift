// SPDX-License-Identifier: MIT
import ArgumentParser
import Diagnostics
import Figures
import Foundation

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begins a briefing, an event or a dataset.",
    subcommands: [NewBriefingCommand.self, NewEventCommand.self, NewDatasetCommand.self])
}

struct NewBriefingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "briefing", abstract: "Writes a draft in Content/briefings, named by date and title.",
    discussion: "Take the line 'draft: true' out of it when it is to be published.")

  @Argument(help: "The title.")
  var title: String

  @Option(help: ArgumentHelp("The day it is dated; today where it is left out.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(name: .customLong("site"), help: ArgumentHelp("The site's folder, which holds Content.", valueName: "dir"))
  var folder = "."

  func run() throws {
    try checkSite(folder)
    let day = try readDay(date) ?? today()
    let name = slug(title)
    if name.isEmpty { throw ValidationError("the title '\(title)' has no letter or digit") }
    let path = "Content/briefings/\(day)-\(name).md"
    let text = """
      ---
      title: \(yamlText(title))
      summary: One or two sentences, as lists and feeds show them.
      date: \(day)
      draft: true
      ---
      The first paragraph says what is new.

      """
    try writeNewFile(text.utf8, to: folder + "/" + path)
    print("\(path) written; it is a draft: see it with briefing build --drafts")
  }
}

struct NewEventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Adds a row to the table of events.",
    discussion: """
      For example:

        briefing new event "Trade ministers meet" --date 2025-03-30 \\
          --countries CHN,JPN,KOR --place Seoul --source "Yonhap, 30 March 2025"
      """)

  @Argument(help: "What happened, in a sentence.")
  var what: String

  @Option(help: ArgumentHelp("The day, or the first day.", valueName: "yyyy-mm-dd"))
  var date: String

  @Option(help: ArgumentHelp("The last day of an event of several days.", valueName: "yyyy-mm-dd"))
  var end: String?

  @Option(help: ArgumentHelp("The countries concerned, as codes with commas.", valueName: "CHN,JPN"))
  var countries: String

  @Option(help: "Where it was.")
  var place = ""

  @Option(help: "Who reports it, and when.")
  var source: String

  @Option(help: ArgumentHelp("The table's file in Content/Data.", valueName: "file"))
  var table = "events.csv"

  @Option(name: .customLong("site"), help: ArgumentHelp("The site's folder, which holds Content.", valueName: "dir"))
  var folder = "."

  func run() throws {
    try checkSite(folder)
    guard let day = try readDay(date) else { return }
    let values = [
      "id": "\(day)-\(slug(String(what.prefix(40))))", "date": day, "end_date": try readDay(end) ?? "", "place": place,
      "what": what,
      "countries": countries.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        .joined(separator: ";"), "source": source,
    ]
    let path = "Content/Data/" + table
    guard var data = FileManager.default.contents(atPath: folder + "/" + path) else {
      throw ValidationError("cannot read '\(path)'; name the table of events with --table")
    }
    let header = String(decoding: data.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    let columns = header.trimmingPrefix("\u{FEFF}").split(separator: ",", omittingEmptySubsequences: false).map(
      String.init)
    for name in ["id", "date", "what"] where !columns.contains(name) {
      throw ValidationError("'\(path)' is no table of events: it has no column '\(name)'")
    }
    let endsWithCR = header.utf8.count < data.count && data[header.utf8.count] == 0x0D
    var writer = CSVWriter(lineEnd: endsWithCR ? .crlf : .lf)
    writer.row(columns.map { (values[$0] ?? "").split(whereSeparator: \.isNewline).joined(separator: " ") })
    if data.last != 0x0A { data.append(contentsOf: endsWithCR ? [0x0D, 0x0A] : [0x0A]) }
    data.append(contentsOf: writer.bytes)
    try replaceFile(data, at: folder + "/" + path)
    print("\(path): \(String(decoding: writer.bytes, as: UTF8.self))", terminator: "")
  }
}

/// A text as YAML reads it, whatever is in it.
func yamlText(_ text: String) -> String {
  let isPlain =
    text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " } && !text.hasPrefix(" ")
    && !text.hasSuffix(" ") && !["true", "false", "null", "yes", "no", ""].contains(text.lowercased())
  if isPlain { return text }
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return "'" + line.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}

/// `Three neighbours, one 25% tariff!` is `three-neighbours-one-25-tariff`; letters of every script stay.
private func slug(_ title: String) -> String {
  let words = title.lowercased().split { !($0.isLetter || $0.isNumber) }
  return String(words.joined(separator: "-").prefix(60)).trimmingCharacters(in: CharacterSet(charactersIn: "-"))
}

private func readDay(_ text: String?) throws -> String? {
  guard let text else { return nil }
  guard let day = Period(text), day.unit == .day else {
    throw ValidationError("'\(text)' is no date; write year-month-day, for example 2025-04-28")
  }
  return text
}

private func today() -> String {
  let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
  return Period(unit: .day, year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1).iso
}

func checkSite(_ folder: String) throws {
  guard FileManager.default.fileExists(atPath: folder + "/Content/site.yml") else {
    throw ValidationError(
      "'\(folder)' is no site: there is no Content/site.yml; go to the site's folder, or use --site")
  }
}

/// Writes a file in one step: at no moment is it half there.
func replaceFile(_ data: Data, at path: String) throws {
  do { try data.write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
    throw ValidationError("cannot write '\(path)': \(error.localizedDescription)")
  }
}

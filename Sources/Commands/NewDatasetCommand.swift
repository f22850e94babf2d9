// SPDX-License-Identifier: MIT
import ArgumentParser
import Diagnostics
import Foundation
import Settings
import TradeData

struct NewDatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "Copies a CSV file into Content/Data and describes its columns.",
    discussion: """
      The types are read from the file. Source, licence, retrieval date and units are yours to fill in: the next build \
      names each that is missing.
      """)

  @Argument(help: "A CSV file with a header, in UTF-8.")
  var file: String

  @Option(help: "The table's name; the file's where it is left out.")
  var name: String?

  @Option(name: .customLong("site"), help: ArgumentHelp("The site's folder, which holds Content.", valueName: "dir"))
  var folder = "."

  func run() throws {
    try checkSite(folder)
    guard let data = FileManager.default.contents(atPath: file) else { throw ValidationError("cannot read '\(file)'") }
    let fields: [(name: String, kind: Field.Kind)]
    do { fields = try inferFields([UInt8](data), path: file) } catch {
      write(DiagnosticPrinter { _ in nil }.text([error]), to: .standardError)
      throw ExitCode(1)
    }
    let table = tableName(name ?? URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent)
    let path = "Content/Data/datapackage.yaml"
    let package = try readPackage(path)
    let described = package.text + entry(table, fields, indent: package.indent)
    let (known, added) = (try names(package.text, path), try names(described, path))
    if known.contains(table) {
      throw ValidationError("there is a table '\(table)' already; choose another with --name")
    }
    guard added == known + [table] else {
      throw ValidationError("'\(path)' does not end with its resources; add there:\n" + entry(table, fields, indent: 2))
    }
    try writeNewFile(data, to: folder + "/Content/Data/\(table).csv")
    try replaceFile(Data(described.utf8), at: folder + "/" + path)
    print("Content/Data/\(table).csv written and described in \(path)")
    print("fill in sources, licenses, retrieved and units there; briefing build says what is missing")
  }

  /// The package's text, ended by a line end, and how far its resources are set in.
  private func readPackage(_ path: String) throws -> (text: String, indent: Int) {
    guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
      if FileManager.default.fileExists(atPath: folder + "/Content/Data/datapackage.json") {
        throw ValidationError("the data package is a JSON file; describe the table there by hand")
      }
      return ("profile: data-package\nresources:\n", 2)
    }
    let text = String(decoding: data, as: UTF8.self)
    let list = try resources(text, path)
    return (text.hasSuffix("\n") ? text : text + "\n", list.first.map { max($0.place.column - 3, 0) } ?? 2)
  }

  private func names(_ text: String, _ path: String) throws -> [String] {
    try resources(text, path).map { setting in
      var fields = Fields(of: setting, as: "a resource")
      return fields.text("name") ?? ""
    }
  }

  private func resources(_ text: String, _ path: String) throws -> [Setting] {
    do {
      guard let setting = try Setting(yaml: text, at: Place(path, line: 1, column: 1)) else { return [] }
      var fields = Fields(of: setting, as: "a data package")
      return fields.list("resources")
    } catch {
      throw ValidationError("\(error.place): \(error.message)")
    }
  }
}

/// A resource of the package, with empty places for what only an editor knows.
private func entry(_ table: String, _ fields: [(name: String, kind: Field.Kind)], indent: Int) -> String {
  let columns = fields.map { field in
    let unit = field.kind.isNumeric ? ", unit: ''" : ""
    return "      - {name: \(yamlText(field.name)), type: \(field.kind.rawValue)\(unit)}"
  }
  let head = """
    - name: \(table)
      path: \(table).csv
      title: \(table)
      description: ''
      publisher: ''
      retrieved: ''
      sources: []
      licenses: []
      schema:
        fields:
    """
  let lines = head.split(separator: "\n").map(String.init) + columns.map { "  " + $0 }
  return lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
}

/// `US-trade 2024` is `us_trade_2024`, as SQL can name it.
private func tableName(_ text: String) -> String {
  let name = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "_")
  return name.first?.isNumber ?? true ? "table_" + name : name
}

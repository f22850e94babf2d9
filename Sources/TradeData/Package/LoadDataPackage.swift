// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

/// Reads a Frictionless data package with all its tables, and reports every fault of the package and of its files.
///
/// - Parameters:
///   - folder: Where `datapackage.yaml` (or `datapackage.json`) is, relative to the site's folder: `Content/Data`.
/// - Returns: What could be read; not to be published when there are errors.
public func loadDataPackage(
  folder: String, files: FileReader, diagnostics: inout [Diagnostic]
) -> DataPackage {
  guard let (path, bytes) = readDescriptor(folder, files, &diagnostics) else { return DataPackage() }
  guard
    let text = String(validating: bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
  else {
    diagnostics.append(.error("data-encoding", "the file is not UTF-8", at: Place(path), hint: "save it as UTF-8"))
    return DataPackage()
  }
  let setting: Setting?
  do {
    setting = try Setting(yaml: text, at: Place(path, line: 1, column: 1))
  } catch {
    diagnostics.append(error)
    return DataPackage()
  }
  let descriptor = PackageDescriptor(
    setting ?? Setting(.mapping([]), at: Place(path, line: 1, column: 1)), folder: folder, diagnostics: &diagnostics)
  let loaded = descriptor.resources.map { loadTable($0, files) }
  let resources = loaded.map { current in
    let schema = current.descriptor.schema
    let vintages = current.descriptor.vintages.map { vintage in
      let older = loadTable(current.descriptor.edition(vintage), files)
      let edition = vintage.vintage(table: older.table, fields: schema.fields)
      report(older, among: [older] + loaded, edition.published, at: vintage.publishedPlace, edition.period)
      return edition
    }
    let resource = current.descriptor.resource(table: current.table, vintages: vintages)
    report(current, among: loaded, resource.published, at: current.descriptor.publishedPlace, resource.period)
    return resource
  }
  /// Reports what is wrong with the file of an edition, by itself and beside the others.
  func report(
    _ edition: LoadedTable, among tables: [LoadedTable], _ published: Period?, at place: Place,
    _ period: ClosedRange<Period>?
  ) {
    var log = checkReferences(of: edition, among: tables)
    checkAge(published, at: place, period, &log)
    diagnostics += edition.log.diagnostics + log.diagnostics
  }
  return DataPackage(title: descriptor.title, description: descriptor.description, resources: resources)
}

private func readDescriptor(
  _ folder: String, _ files: FileReader, _ diagnostics: inout [Diagnostic]
) -> (path: String, bytes: [UInt8])? {
  for name in ["datapackage.yaml", "datapackage.json"] {
    let path = "\(folder)/\(name)"
    do {
      return (path, try files.read(path))
    } catch {
      if case .unreadable(let reason) = error {
        diagnostics.append(.error("data-package-unreadable", "the file cannot be read: \(reason)", at: Place(path)))
        return nil
      }
    }
  }
  diagnostics.append(
    .error(
      "data-package-missing", "there is no data package", at: Place("\(folder)/datapackage.yaml"),
      hint: "list the CSV files there, or remove the folder"))
  return nil
}

/// A resource with its rows, and what checking it further needs.
struct LoadedTable {
  /// What the package says of it.
  let descriptor: ResourceDescriptor
  /// Its bytes.
  let file: CSVFile
  /// Its rows; none where the file could not be read.
  let table: DataTable
  /// What is wrong with the file.
  let log: FaultLog
  /// Whether the rows stand for the whole file, so that a value missing from them is missing from the data.
  let isComplete: Bool
}

private func loadTable(_ descriptor: ResourceDescriptor, _ files: FileReader) -> LoadedTable {
  var log = FaultLog()
  var file = CSVFile(path: descriptor.path, bytes: [], dialect: descriptor.dialect)
  var table: DataTable?
  do {
    if !descriptor.path.isEmpty, !descriptor.schema.fields.isEmpty {
      let bytes = try files.read(descriptor.path)
      if let text = decode(bytes, descriptor, &log) {
        file = CSVFile(path: descriptor.path, bytes: text, dialect: descriptor.dialect)
        table = readCSV(&file, schema: descriptor.schema, log: &log)
      }
    }
  } catch {
    let message =
      switch error {
      case .missing: "there is no file '\(descriptor.path)'"
      case .unreadable(let reason): "'\(descriptor.path)' cannot be read: \(reason)"
      }
    log.report("data-file-missing", .error("data-file-missing", message, at: descriptor.pathPlace))
  }
  let isComplete = table != nil && log.diagnostics.allSatisfy { $0.rule != "csv-form" && $0.rule != "csv-ragged" }
  if let table { checkUniqueness(table, file, descriptor.schema, &log) }
  return LoadedTable(
    descriptor: descriptor, file: file,
    table: table ?? DataTable(columnCount: descriptor.schema.fields.count), log: log, isComplete: isComplete)
}

/// The file as UTF-8; nil, and a fault, where its bytes are not in the encoding that is declared.
private func decode(_ bytes: [UInt8], _ descriptor: ResourceDescriptor, _ log: inout FaultLog) -> [UInt8]? {
  do {
    return try descriptor.encoding.utf8(bytes)
  } catch {
    let name = descriptor.encoding.rawValue
    let before = CSVFile(path: descriptor.path, bytes: error.decoded, dialect: descriptor.dialect)
    if let byte = error.byte {
      let place = before.place(before.bytes.count)
      log.report("csv-encoding", .error("csv-encoding", "the byte \(hexadecimal(byte)) is not \(name)", at: place))
    } else {
      log.report(
        "csv-encoding",
        .error("csv-encoding", "this system cannot read \(name)", at: Place(descriptor.path), hint: "save it as UTF-8"))
    }
    return nil
  }
}

/// Reports foreign keys that lead nowhere.
private func checkReferences(of loaded: LoadedTable, among tables: [LoadedTable]) -> FaultLog {
  var log = FaultLog()
  for key in loaded.descriptor.schema.foreignKeys {
    let columns = key.fields.compactMap(loaded.descriptor.schema.column)
    guard columns.count == key.fields.count,
      let target = tables.first(where: { $0.descriptor.name == key.resource }), target.isComplete
    else { continue }
    let targetColumns = key.referencedFields.compactMap(target.descriptor.schema.column)
    guard targetColumns.count == columns.count else { continue }
    let index = KeyIndex(target.table, columns: targetColumns)
    for row in 0..<loaded.table.rowCount where !loaded.table.hasNull(row, columns) {
      if index.contains(row, of: loaded.table, columns: columns) { continue }
      let values = columns.map { quoted(loaded.table[row, $0].plain) }.joined(separator: ", ")
      let name = "\(key.resource).\(key.referencedFields.joined(separator: ", "))"
      log.report(
        "csv-foreign-key",
        .error(
          "csv-foreign-key", "\(values) is not in '\(name)' (field '\(key.fields.joined(separator: ", "))')",
          at: loaded.file.place(row: row, column: columns[0]),
          hint: hint(loaded.table[row, columns[0]], target.table, targetColumns)))
    }
  }
  return log
}

/// The value of a short list that a mistyped one may have meant.
private func hint(_ cell: Cell, _ table: DataTable, _ columns: [Int]) -> String? {
  guard columns.count == 1, table.rowCount <= 1000 else { return nil }
  let known = (0..<table.rowCount).map { table[$0, columns[0]].plain }
  return closest(to: cell.plain, among: known).map { "did you mean '\($0)'?" }
}

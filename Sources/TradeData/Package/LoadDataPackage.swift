// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

/// Reads a Frictionless data package with all its tables, and reports every fault of the package and of its files.
///
/// - Parameters:
///   - folder: Where `datapackage.yaml` (or `datapackage.json`) is, relative to the site's folder: `Content/Data`.
///   - cache: Has the tables of files that did not change since it was written.
/// - Returns: What could be read; not to be published when there are errors.
public func loadDataPackage(
  folder: String, files: FileReader, cache: TableCache? = nil, diagnostics: inout [Diagnostic]
) -> DataPackage {
  let before = diagnostics
  let package = loadPackage(folder, files, cache, &diagnostics)
  guard cache != nil, diagnostics.hasErrors, package.resources.contains(where: \.isStored) else {
    return package
  }
  // What is wrong has its place in a file, which a table that was kept does not know.
  diagnostics = before
  return loadPackage(folder, files, nil, &diagnostics)
}

private func loadPackage(
  _ folder: String, _ files: FileReader, _ cache: TableCache?, _ diagnostics: inout [Diagnostic]
) -> DataPackage {
  guard let (path, bytes) = readDescriptor(folder, files, &diagnostics) else { return DataPackage() }
  guard
    let text = String(validating: bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
  else {
    diagnostics.append(.error("data-encoding", "the file is not UTF-8", at: Place(path), hint: "save it as UTF-8"))
    return DataPackage()
  }
  let setting: Setting?
  let origin = Place(path, line: 1, column: 1)
  do {
    setting =
      path.hasSuffix(".json") ? try Setting(json: Array(text.utf8), at: origin) : try Setting(yaml: text, at: origin)
  } catch {
    diagnostics.append(error)
    return DataPackage()
  }
  let descriptor = PackageDescriptor(
    setting ?? Setting(.mapping([]), at: Place(path, line: 1, column: 1)), folder: folder, diagnostics: &diagnostics)
  let loaded = descriptor.resources.map { loadTable($0, files, cache) }
  var editions: [(edition: LoadedTable, tables: [LoadedTable], age: Age)] = []
  let resources = loaded.map { current in
    let schema = current.descriptor.schema
    let vintages = current.descriptor.vintages.map { vintage in
      let older = loadTable(current.descriptor.edition(vintage), files, cache)
      let edition = vintage.vintage(table: older.table, fields: schema.fields)
      let age = Age(published: edition.published, place: vintage.publishedPlace, period: edition.period)
      editions.append((older, [older] + loaded, age))
      return edition
    }
    let resource = current.descriptor.resource(table: current.table, vintages: vintages)
    let place = current.descriptor.publishedPlace
    editions.append((current, loaded, Age(published: resource.published, place: place, period: resource.period)))
    return resource
  }
  let package = DataPackage(
    title: descriptor.title, description: descriptor.description, resources: resources,
    translations: descriptor.translations)
  let isKnown = cache?.holds(package.resources) ?? false
  for (edition, tables, age) in editions {
    var log = isKnown ? FaultLog() : checkReferences(of: edition, among: tables)
    checkAge(age.published, at: age.place, age.period, &log)
    diagnostics += edition.log.diagnostics + log.diagnostics
  }
  return package
}

private func readDescriptor(
  _ folder: String, _ files: FileReader, _ diagnostics: inout [Diagnostic]
) -> (path: String, bytes: [UInt8])? {
  for name in ["datapackage.yaml", "datapackage.json"] {
    let path = "\(folder)/\(name)"
    do {
      return (path, try files.read(path))
    } catch {
      if error == .missing { continue }
      diagnostics.append(.error("data-package-unreadable", "the file cannot be read: \(error.reason)", at: Place(path)))
      return nil
    }
  }
  diagnostics.append(
    .error(
      "data-package-missing", "there is no data package", at: Place("\(folder)/datapackage.yaml"),
      hint: "list the CSV files there, or remove the folder"))
  return nil
}

/// When an edition was given out, and which periods it has.
private struct Age {
  let published: Period?
  /// Where the package says so.
  let place: Place
  let period: ClosedRange<Period>?
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

private func loadTable(_ descriptor: ResourceDescriptor, _ files: FileReader, _ cache: TableCache?) -> LoadedTable {
  var log = FaultLog()
  var file = CSVFile(path: descriptor.path, bytes: [], dialect: descriptor.dialect)
  var table: DataTable?
  do {
    if !descriptor.path.isEmpty, !descriptor.schema.fields.isEmpty {
      let bytes = try files.read(descriptor.path)
      descriptor.integrity?.check(bytes, path: descriptor.path, &log)
      let key = cache?.key(of: bytes, descriptor)
      if let key, let table = cache?.table(key, columnCount: descriptor.schema.fields.count) {
        return LoadedTable(descriptor: descriptor, file: file, table: table, log: log, isComplete: true)
      }
      if let text = decode(bytes, descriptor, &log) {
        file = CSVFile(path: descriptor.path, bytes: text, dialect: descriptor.dialect)
        table = readCSV(&file, schema: descriptor.schema, key: key, log: &log)
      }
    }
  } catch {
    let fault: Diagnostic =
      switch error {
      case .missing:
        .error("data-file-missing", "there is no file '\(descriptor.path)'", at: descriptor.pathPlace)
      case .unreadable(let reason):
        .error(
          "data-file-missing", "'\(descriptor.path)' cannot be read: \(reason)", at: descriptor.pathPlace)
      case .changing:
        .error(
          "data-file-changing", "the file changed while it was read", at: Place(descriptor.path),
          hint: "another program is writing it; build again when it is done")
      case .tooLarge(let size, let limit):
        .error(
          "data-file-too-large", "the file has \(size / 1_000_000) MB; at most \(limit / 1_000_000) MB are read",
          at: Place(descriptor.path), hint: "split it, or keep the rows and columns that the pages use")
      }
    log.report(fault.rule, fault)
  }
  let isComplete = table != nil && log.diagnostics.allSatisfy { $0.rule != "csv-form" && $0.rule != "csv-ragged" }
  if let table { checkUniqueness(table, file, descriptor.schema, &log) }
  return LoadedTable(
    descriptor: descriptor, file: file,
    table: table ?? DataTable(columnCount: descriptor.schema.fields.count), log: log, isComplete: isComplete)
}

/// The file as UTF-8; nil, and a fault, where its bytes are not in the encoding that is declared.
private func decode(_ bytes: [UInt8], _ descriptor: ResourceDescriptor, _ log: inout FaultLog) -> [UInt8]? {
  let name = descriptor.encoding.rawValue
  do {
    let text = try descriptor.encoding.utf8(bytes)
    // Bytes of UTF-8 are seldom a fault in another encoding, but they are a text that nobody writes.
    if descriptor.encoding != .utf8, bytes.contains(where: { $0 >= 0x80 }), firstInvalidByte(in: bytes) == nil,
      !descriptor.encoding.isPlausible(text)
    {
      log.report(
        "csv-encoding",
        .error(
          "csv-encoding", "the file is UTF-8, and declared as \(name)", at: Place(descriptor.path),
          hint: looksLike(.utf8)))
      return nil
    }
    return text
  } catch {
    let before = CSVFile(path: descriptor.path, bytes: error.decoded, dialect: descriptor.dialect)
    if let byte = error.byte {
      let place = before.place(before.bytes.count)
      let guess = firstInvalidByte(in: bytes) == nil ? .utf8 : EncodingGuess(bytes)?.encoding
      log.report(
        "csv-encoding",
        .error(
          "csv-encoding", "the byte \(hexadecimal(byte)) is not \(name)", at: place,
          hint: guess.map(looksLike)))
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
    let (table, index) = (loaded.table.inMemory, KeyIndex(target.table.inMemory, columns: targetColumns))
    for row in 0..<table.rowCount where !table.hasNull(row, columns) {
      if index.row(like: row, of: table, columns: columns) != nil { continue }
      let values = columns.map { quoted(table[row, $0].plain) }.joined(separator: ", ")
      let name = "\(key.resource).\(key.referencedFields.joined(separator: ", "))"
      log.report(
        "csv-foreign-key",
        .error(
          "csv-foreign-key", "\(values) is not in '\(name)' (field '\(key.fields.joined(separator: ", "))')",
          at: loaded.table.stored == nil ? loaded.file.place(row: row, column: columns[0]) : Place(loaded.file.path),
          hint: hint(table[row, columns[0]], target.table, targetColumns)
            ?? "mend it, or add a row for it to '\(key.resource)'"))
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

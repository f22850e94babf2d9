// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import TradeData

/// A newer edition of a table that is there: what would be written, and what it revises.
public struct NewEdition: Sendable {
  /// The tidy table as CSV.
  let csv: [UInt8]
  /// Where the table stands, relative to the site's folder.
  let table: String
  /// The present edition, byte for byte.
  let formerBytes: Data
  /// Where that one goes.
  public let former: String
  /// The data package as it will be.
  let descriptor: String
  /// What the edition revises, for people to read before it is written.
  public let understanding: String
}

extension DataFolder {
  /// Whether the data package has a resource of a name.
  public func holds(_ name: String) -> Bool {
    let path = paths(name).descriptor
    guard let data = try? contents(path), let text = String(validating: data, as: UTF8.self) else { return false }
    return (try? resource(name, in: text, path: path)) != nil
  }

  /// Reads a download as a newer edition of a table that is there, and checks it as a build would.
  ///
  /// - Parameters:
  ///   - file: The download, for messages.
  ///   - published: The day its publisher gave it out.
  /// - Returns: nil where it cannot be one; the diagnostics say why.
  public func edition(
    _ new: Import, file: String, published: Period, retrieved: Period, diagnostics: inout [Diagnostic]
  ) -> NewEdition? {
    do throws(Diagnostic) {
      return try edition(new, file, published, retrieved, &diagnostics)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// Writes the former edition to its own file, the new one in its place, and the package: all of it, or nothing.
  /// - Throws: A diagnostic where the disk refuses.
  public func write(_ edition: NewEdition) throws(Diagnostic) {
    try replace(edition.former, with: edition.formerBytes)
    do {
      try replace(edition.table, with: Data(edition.csv))
      try replace(paths("").descriptor, with: Data(edition.descriptor.utf8))
    } catch {
      try? replace(edition.table, with: edition.formerBytes)
      try? FileManager.default.removeItem(atPath: "\(root)/\(edition.former)")
      throw error
    }
  }

  private func edition(
    _ new: Import, _ file: String, _ published: Period, _ retrieved: Period, _ diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> NewEdition? {
    let path = paths(new.name).descriptor
    guard let data = try contents(path), let text = String(validating: data, as: UTF8.self) else { return nil }
    guard let present = package(text, [:], &diagnostics).resource(named: new.name), !diagnostics.hasErrors,
      let formerBytes = try contents(present.path)
    else { return nil }
    let header = String(decoding: new.csv.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let columns = present.fields.map(\.name).joined(separator: ",")
    if header != columns {
      throw .error(
        "import-column", "the file gives the columns \(header), and '\(present.name)' has \(columns)", at: Place(file),
        hint: "an edition has its table's columns; for another table choose another name")
    }
    let formerName = "vintages/\(present.name)-\(present.published?.iso ?? "").csv"
    let former = "\(folder)/\(formerName)"
    let descriptor = try advance(
      present.name, in: text, published: published, retrieved: retrieved, former: formerName, path: path)
    if try contents(former) != nil {
      throw .error("import-exists", "the file '\(former)' is there already", at: Place(former), hint: "move it away")
    }
    var faults: [Diagnostic] = []
    let advanced = package(descriptor, [present.path: new.csv, former: Array(formerBytes)], &faults)
    // The tidy table is nowhere on the disk yet: its faults are those of the download.
    diagnostics += faults.map { fault in
      guard fault.place.path == present.path else { return fault }
      return Diagnostic(
        fault.severity, fault.rule, fault.message, at: Place(file), hint: fault.hint,
        notes: fault.notes + ["in line \(fault.place.line) of the tidy table"])
    }
    guard !diagnostics.hasErrors, let resource = advanced.resource(named: present.name),
      let revisions = resource.revisions.first
    else { return nil }
    if revisions.cells.isEmpty, revisions.addedRows == 0, revisions.removedRows == 0 {
      throw .error(
        "import-exists", "the file states what the present edition of \(revisions.from.iso) states", at: Place(file),
        hint: "nothing was revised, so there is no new edition")
    }
    return NewEdition(
      csv: new.csv, table: present.path, formerBytes: formerBytes, former: former, descriptor: descriptor,
      understanding: revisions.understanding(of: resource))
  }

  /// The package with some files as they would be.
  private func package(_ descriptor: String, _ files: [String: [UInt8]], _ faults: inout [Diagnostic]) -> DataPackage {
    let reader = FileReader { path throws(FileFault) in
      if path == paths("").descriptor { return Array(descriptor.utf8) }
      if let bytes = files[path] { return bytes }
      let data: Data?
      do throws(Diagnostic) { data = try contents(path) } catch { throw .unreadable(error.message) }
      guard let data else { throw .missing }
      return Array(data)
    }
    return loadDataPackage(folder: folder, files: reader, diagnostics: &faults)
  }
}

extension Revisions {
  /// What an edition revises, a fact a line, the largest changes by name.
  fileprivate func understanding(of resource: Resource) -> String {
    var facts = [
      ("edition", "\(to.iso), after that of \(from.iso)"),
      ("revised", "\(cells.count) figures; \(addedRows) rows added, \(removedRows) no longer there"),
    ]
    for cell in bySize.prefix(10) {
      let percent = cell.relativeChange.map { "  \($0 > 0 ? "+" : "")\(plainNumber($0 * 100, places: 2))%" } ?? ""
      let row = cell.key.map(\.plain).joined(separator: ", ")
      facts.append(
        ("", "\(row)  \(resource.fields[cell.field].name)  \(shown(cell.old)) → \(shown(cell.new))\(percent)"))
    }
    if cells.count > 10 { facts.append(("", "and \(cells.count - 10) more")) }
    return facts.map { name, text in name + String(repeating: " ", count: 13 - name.count) + text + "\n" }.joined()
  }

  private func shown(_ cell: Cell) -> String { cell.isNull ? "–" : cell.plain }
}

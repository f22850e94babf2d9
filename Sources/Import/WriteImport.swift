// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import TradeData

/// The data folder of a site, into which downloads are imported.
public struct DataFolder: Sendable {
  let root: String
  let folder = "Content/Data"

  /// - Parameter root: The site's folder, which holds `Content`.
  public init(root: String) { self.root = root }

  /// Where an import of a name is written, relative to the site's folder: the table and the data package.
  public func paths(_ name: String) -> (table: String, descriptor: String) {
    ("\(folder)/\(name).csv", "\(folder)/datapackage.yaml")
  }

  /// Checks that a name is free, before anything is read or asked.
  /// - Throws: A diagnostic for a name that is none or is taken, or for a package that cannot be added to.
  public func checkName(_ name: String) throws(Diagnostic) {
    if !isTableName(name) {
      let mended = String(name.lowercased().map { "-. /".contains($0) ? "_" : $0 })
      throw .error(
        "import-name", "'\(name)' cannot be a table's name: small letters, digits and _ only, a letter first",
        at: Place(paths(name).descriptor),
        hint: isTableName(mended) && mended.utf8.first != UInt8(ascii: "_") ? "use '\(mended)'" : nil)
    }
    _ = try appended(["name: \(name)"], name: name)
  }

  /// Writes the table and adds its entry to the data package: both, or neither.
  /// - Throws: A diagnostic where the name is taken or the disk refuses.
  public func write(_ new: Import) throws(Diagnostic) {
    let (table, descriptor) = paths(new.name)
    let text = try appended(new.entry, name: new.name)
    if let present = try contents(table), present != Data(new.csv) {
      throw .error(
        "import-exists", "the file '\(table)' is there, with other rows", at: Place(table),
        hint: "choose another name, or move the file away")
    }
    try replace(table, with: Data(new.csv))
    do {
      try replace(descriptor, with: Data(text.utf8))
    } catch {
      try? FileManager.default.removeItem(atPath: "\(root)/\(table)")
      throw error
    }
  }

  private func appended(_ entry: [String], name: String) throws(Diagnostic) -> String {
    let path = paths(name).descriptor
    let data = try contents(path)
    if data == nil, try contents("\(folder)/datapackage.json") != nil {
      throw .error(
        "import-package", "the data package is JSON, which is not added to", at: Place("\(folder)/datapackage.json"),
        hint: "rename it to datapackage.yaml and write each resource with a dash")
    }
    guard let data else { return try append(entry, name: name, to: nil, path: path) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .error("data-encoding", "the file is not UTF-8", at: Place(path), hint: "save it as UTF-8")
    }
    return try append(entry, name: name, to: text, path: path)
  }

  /// The bytes of a file, relative to the site's folder; nil where there is none.
  func contents(_ path: String) throws(Diagnostic) -> Data? {
    let whole = "\(root)/\(path)"
    guard FileManager.default.fileExists(atPath: whole) else { return nil }
    do {
      return try Data(contentsOf: URL(filePath: whole))
    } catch {
      throw refused(path, error)
    }
  }

  /// Puts a whole file in place: written beside it under another name, then renamed.
  func replace(_ path: String, with data: Data) throws(Diagnostic) {
    do {
      let parent = URL(filePath: "\(root)/\(path)").deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try data.write(to: URL(filePath: "\(root)/\(path)"), options: .atomic)
    } catch {
      throw refused(path, error)
    }
  }

  private func refused(_ path: String, _ error: any Error) -> Diagnostic {
    .error("import-disk", "'\(path)' cannot be read or written: \(error.localizedDescription)", at: Place(path))
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

/// A download that was understood: what would be written, and what an editor should look at first.
public struct Import: Sendable {
  /// The resource's name.
  public let name: String
  /// The tidy table as CSV.
  public let csv: [UInt8]
  /// The resource's entry in `datapackage.yaml`, its lines without indentation.
  public let entry: [String]
  /// What was understood, for people to read before it is written.
  public let understanding: String
}

/// Reads a portal's download.
///
///     readImport(bytes, path: "download.csv", portal: kosis, request: …, diagnostics: &diagnostics)
///
/// - Parameter path: For messages: the file as the editor named it.
/// - Returns: nil where there is an error; the diagnostics say what is wrong, with file, line and column.
public func readImport(
  _ bytes: [UInt8], path: String, portal: Portal, request: ImportRequest, diagnostics: inout [Diagnostic]
) -> Import? {
  var log = FaultLog()
  for answer in request.answers where !portal.answers.contains(answer) {
    let option = "--\(answer.rawValue)"
    log.report(
      "import-option",
      .error(
        "import-option", "files of \(portal.title) state their \(answer.rawValue) themselves", at: Place(path),
        hint: "leave \(option) out"))
  }
  let raw = readDownload(bytes, path: path, portal: portal, request: request, log: &log)
  var reading: Reading?
  if let raw {
    if let fault = portal.refusal(of: raw, file: path) {
      // What is wrong with its rows is told by the right portal.
      diagnostics.append(fault)
      return nil
    }
    if raw.rows.isEmpty {
      log.report("import-empty", .error("import-empty", "the file has no rows", at: Place(path)))
    } else {
      reading = portal.read(raw, request, &log)
    }
  }
  if let reading, reading.table.rows.isEmpty, log.isEmpty {
    log.report("import-empty", .error("import-empty", "the file has no figures", at: Place(path)))
  }
  diagnostics += log.diagnostics
  guard let raw, let reading, log.isEmpty else { return nil }
  return Import(
    name: request.name, csv: reading.table.csv, entry: resourceEntry(reading, request),
    understanding: reading.understanding(raw, portal: portal, request: request))
}

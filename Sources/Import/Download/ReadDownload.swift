// SPDX-License-Identifier: MIT
import Diagnostics
import TradeData

/// Reads a portal's file, whatever its form and its name: CSV, JSON or an Excel workbook, UTF-8 or one of East Asia's
/// encodings.
///
/// - Returns: nil for a file that is no table at all; the log says what it is.
func readDownload(
  _ bytes: [UInt8], path: String, portal: Portal, request: ImportRequest, log: inout FaultLog
) -> RawTable? {
  if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
    if request.encoding == nil {
      return readWorkbook(bytes, path: path, isRemark: portal.isRemark, log: &log)
    }
    log.report(
      "import-option",
      .error(
        "import-option", "the file is a workbook, which is always UTF-8", at: Place(path), hint: "leave --encoding out")
    )
    return nil
  }
  if let kind = foreignKind(bytes) {
    log.report(
      "import-form", .error("import-form", "the file is \(kind.what), not CSV", at: Place(path), hint: kind.hint))
    return nil
  }
  guard let (text, remark) = decode(bytes, path, portal, request, &log) else { return nil }
  let remarks = remark.map { [$0] } ?? []
  let start = text.starts(with: byteOrderMark) ? 3 : 0
  let first = text[start...].first { $0 > UInt8(ascii: " ") }
  if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
    return readJSON(Array(text[start...]), path: path, remarks: remarks, log: &log)
  }
  return readTable(text, path: path, remarks: remarks, isRemark: portal.isRemark, log: &log)
}

/// What a file is by its first bytes, where that is nothing to import.
private func foreignKind(_ bytes: [UInt8]) -> (what: String, hint: String)? {
  if bytes.allSatisfy({ $0 <= UInt8(ascii: " ") }) { return ("empty", "download it again") }
  if bytes.starts(with: [0x50, 0x4B, 5, 6]) { return ("an empty zip archive", "download it again") }
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    return ("an Excel workbook of the old kind (.xls), or one with a password", "save it as .xlsx or CSV UTF-8")
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16", "save it as UTF-8") }
  if bytes.starts(with: [0x1F, 0x8B]) { return ("compressed by gzip", "unpack it with gunzip") }
  let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased().trimmed
  if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
    return ("a web page", "use the portal's download button, not the browser's")
  }
  if head.hasPrefix("<") { return ("XML", "choose CSV in the portal's download dialogue") }
  return nil
}

/// The text as UTF-8, and what an editor should know about it.
private func decode(
  _ bytes: [UInt8], _ path: String, _ portal: Portal, _ request: ImportRequest, _ log: inout FaultLog
) -> (text: [UInt8], remark: String?)? {
  if let label = request.encoding {
    guard let encoding = TextEncoding(label: label) else {
      log.report(
        "import-encoding",
        .error(
          "import-encoding", "the encoding '\(label)' is not known", at: Place(path),
          hint: "use one of \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))"))
      return nil
    }
    if let text = try? encoding.utf8(bytes), firstInvalidByte(in: text) == nil { return (text, nil) }
    return refuse(bytes, as: encoding, path, &log)
  }
  guard firstInvalidByte(in: bytes) != nil else { return (bytes, nil) }
  if let guess = EncodingGuess(bytes), guess.encoding == portal.encoding {
    return (guess.text, "the file is \(guess.encoding.rawValue), not UTF-8; it was converted")
  }
  return refuse(bytes, as: .utf8, path, &log)
}

private func refuse(
  _ bytes: [UInt8], as encoding: TextEncoding, _ path: String, _ log: inout FaultLog
) -> (text: [UInt8], remark: String?)? {
  var (before, byte) = (bytes, UInt8(0))
  if encoding == .utf8, let offset = firstInvalidByte(in: bytes) {
    (before, byte) = (Array(bytes[..<offset]), bytes[offset])
  } else {
    do {
      before = try encoding.utf8(bytes)
    } catch {
      (before, byte) = (error.decoded, error.byte ?? 0)
    }
  }
  let place = CSVFile(path: path, bytes: before, dialect: CSVDialect()).place(before.count)
  let looks = firstInvalidByte(in: bytes) == nil ? "utf-8" : EncodingGuess(bytes)?.encoding.rawValue
  log.report(
    "import-encoding",
    .error(
      "import-encoding", "the byte \(hexadecimal(byte)) is not \(encoding.rawValue)", at: place,
      hint: looks.map { "the file looks like \($0): add --encoding \($0)" }
        ?? "it may be Windows-1252 (Western European); save it as UTF-8"))
  return nil
}

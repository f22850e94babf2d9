// SPDX-License-Identifier: MIT
import Diagnostics
import Settings

/// Reads a resource's `dialect`, and what it says of missing values.
///
/// What cannot be read as it says is an error, so that nothing is misread.
func readDialect(_ fields: inout Fields) -> (dialect: CSVDialect, nullSequence: String?) {
  var result = CSVDialect()
  guard let setting = fields.setting("dialect") else { return (result, nil) }
  var dialect = Fields(of: setting, as: "a dialect")
  for key in ["$schema", "csvddfVersion", "name", "title", "description", "type"] { _ = dialect.setting(key) }
  if let end = dialect.setting("lineTerminator"), !["\n", "\r\n", "\r"].contains(end.text ?? "") {
    dialect.wrongType("lineTerminator", end, expected: "LF, CR LF or CR, which are all read")
  }
  if let delimiter = dialect.character("delimiter") { result.delimiter = delimiter }
  if let quote = dialect.character("quoteChar") { result.quote = quote }
  result.escape = dialect.character("escapeChar")
  result.doublesQuotes = dialect.bool("doubleQuote") ?? true
  result.skipsSpace = dialect.bool("skipInitialSpace") ?? false
  result.isCaseSensitive = dialect.bool("caseSensitiveHeader") ?? true
  if dialect.setting("commentChar") != nil { result.comment = Array((dialect.text("commentChar") ?? "").utf8) }
  result.commentRows = Set(dialect.numbers("commentRows"))
  if dialect.setting("headerRows") != nil { result.headerRows = dialect.numbers("headerRows").sorted() }
  if let join = dialect.text("headerJoin") { result.headerJoin = join }
  if dialect.bool("header") == false { result.headerRows = [] }
  for key in ["property", "itemType", "itemKeys", "sheetNumber", "sheetName", "table"]
  where dialect.setting(key) != nil {
    dialect.refuse(key, "'\(key)' is not supported: a resource is a CSV file")
  }
  let marks = [result.delimiter, result.quote] + (result.escape.map { [$0] } ?? [])
  if Set(marks).count < marks.count {
    dialect.diagnostics.append(
      .error("data-dialect", "delimiter, quoteChar and escapeChar have to differ", at: setting.place))
  }
  let nullSequence = dialect.text("nullSequence")
  fields.diagnostics += dialect.finishAllowingOtherKeys()
  return (result, nullSequence)
}

extension Fields {
  fileprivate mutating func character(_ key: String) -> UInt8? {
    guard let setting = setting(key) else { return nil }
    if let text = setting.text, text.utf8.count == 1, let byte = text.utf8.first, byte >= 0x20 || byte == 0x09,
      byte < 0x80
    {
      return byte
    }
    wrongType(key, setting, expected: "one ASCII character")
    return nil
  }

  /// Numbers of lines, from 1.
  fileprivate mutating func numbers(_ key: String) -> [Int] {
    texts(key).compactMap { text, place in
      if let number = Int(text), number > 0 { return number }
      diagnostics.append(.error("data-dialect", "'\(text)' is no number of a line", at: place))
      return nil
    }
  }

  fileprivate mutating func refuse(_ key: String, _ message: String) {
    diagnostics.append(.error("data-dialect", message, at: keyPlace(key)))
  }
}

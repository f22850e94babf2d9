// SPDX-License-Identifier: MIT
import Diagnostics

/// `china_trade.total[partner=KOR, year=2024]`: one cell of a table, by a column and the keys of its row.
struct Lookup {
  /// A table, column or key.
  struct Name {
    /// Without quotes.
    let text: String
    /// Where it begins.
    let place: Place
  }

  /// `key=value`.
  struct Condition {
    /// What a key has to be.
    enum Value {
      /// As written, without quotes.
      case text(String)
      /// `:name`, an earlier value.
      case value(String)
    }

    /// A column of the table.
    let key: Name
    /// What it has to be.
    let value: Value
    /// Where the value begins.
    let place: Place
  }

  /// A resource or a named query.
  let table: Name
  /// The column of the cell.
  let column: Name
  /// All of them hold in the row.
  let conditions: [Condition]

  /// Reads a lookup.
  /// - Returns: nil for a text that does not begin as a lookup does, and so is SQL.
  /// - Throws: `lookup-syntax` at the character that is wrong.
  static func parse(_ text: SQLText) throws(Diagnostic) -> Lookup? {
    var parser = LookupParser(text: text)
    guard let table = parser.name(), parser.take("."), let column = parser.name() else { return nil }
    if parser.isAtEnd { return Lookup(table: table, column: column, conditions: []) }
    guard parser.take("[") else { return nil }
    var conditions: [Condition] = []
    while !parser.take("]") {
      if !conditions.isEmpty, !parser.take(",") {
        throw parser.fault("a ',' or ']' is missing here", hint: "write table.column[key=value, key=value]")
      }
      guard let key = parser.name() else {
        throw parser.fault("a key is missing here", hint: "write table.column[key=value, key=value]")
      }
      guard parser.take("=") else { throw parser.fault("a '=' is missing here", hint: "write key=value") }
      conditions.append(try parser.condition(key))
    }
    guard parser.isAtEnd else {
      throw parser.fault(
        "a lookup ends with its ']'", hint: "give each lookup a name of its own, and compute with the names: :a - :b")
    }
    return Lookup(table: table, column: column, conditions: conditions)
  }
}

private struct LookupParser {
  let text: SQLText
  var index = 0

  init(text: SQLText) { self.text = text }

  private var byte: UInt8? { index < text.bytes.count ? text.bytes[index] : nil }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return byte == nil
    }
  }

  mutating func skipSpace() {
    while let byte, [0x20, 0x09, newline, carriageReturn].contains(byte) { index += 1 }
  }

  mutating func take(_ symbol: Unicode.Scalar) -> Bool {
    skipSpace()
    guard byte == UInt8(ascii: symbol) else { return false }
    index += 1
    return true
  }

  /// A name, bare or in double quotes.
  mutating func name() -> Lookup.Name? {
    skipSpace()
    let start = index
    let place = text.place(start)
    if byte == UInt8(ascii: "\"") { return quotedText().map { Lookup.Name(text: $0, place: place) } }
    if let byte, 48...57 ~= byte { return nil }
    while let byte, isWordByte(byte) { index += 1 }
    return index == start
      ? nil : Lookup.Name(text: String(decoding: text.bytes[start..<index], as: UTF8.self), place: place)
  }

  mutating func condition(_ key: Lookup.Name) throws(Diagnostic) -> Lookup.Condition {
    skipSpace()
    let place = text.place(index)
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      guard let quoted = quotedText() else { throw fault("this quote is never closed", at: place) }
      return Lookup.Condition(key: key, value: .text(quoted), place: place)
    }
    let start = index
    while let byte, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]") { index += 1 }
    let bare = String(decoding: text.bytes[start..<index], as: UTF8.self).trimmed
    if bare.isEmpty { throw fault("'\(key.text)' has no value", at: place, hint: "write \(key.text)=value") }
    return Lookup.Condition(
      key: key, value: bare.hasPrefix(":") ? .value(String(bare.dropFirst())) : .text(bare), place: place)
  }

  private mutating func quotedText() -> String? {
    guard let quote = byte else { return nil }
    index += 1
    var content: [UInt8] = []
    while let byte {
      index += 1
      if byte == quote {
        guard self.byte == quote else { return String(decoding: content, as: UTF8.self) }
        index += 1
      }
      content.append(byte)
    }
    return nil
  }

  func fault(_ message: String, at place: Place? = nil, hint: String? = nil) -> Diagnostic {
    .error("lookup-syntax", message, at: place ?? text.place(index), hint: hint)
  }
}

extension String {
  /// Without space and line breaks at both ends.
  var trimmed: String {
    let inner = drop { $0.isWhitespace }
    return String(inner.prefix(inner.count - inner.reversed().prefix { $0.isWhitespace }.count))
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics

/// A piece of SQL as an editor wrote it, cut into tokens so that a fault points into it.
struct SQLText {
  /// A word, name, string, number, parameter or sign; comments and space are none.
  struct Token {
    /// What a token is.
    enum Kind {
      case word, quotedName, string, number, parameter, symbol
      /// A string, name or comment that never ends.
      case unterminated
    }

    /// What it is.
    let kind: Kind
    /// Its bytes.
    let range: Range<Int>
  }

  /// UTF-8.
  let bytes: [UInt8]
  /// Where the first byte stands.
  let place: Place
  /// In the order of the text.
  let tokens: [Token]

  /// Cuts a text into tokens.
  init(_ source: String, at place: Place) {
    bytes = Array(source.utf8)
    self.place = place
    tokens = SQLText.tokens(of: bytes)
  }

  /// The token as it is written.
  func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

  /// The token without its quotes.
  func name(_ token: Token) -> String {
    guard token.kind == .quotedName || token.kind == .string else { return text(token) }
    let quote = String(decoding: bytes[token.range.lowerBound...token.range.lowerBound], as: UTF8.self)
    let inner = String(decoding: bytes[token.range.dropFirst().dropLast()], as: UTF8.self)
    return inner.split(separator: quote + quote, omittingEmptySubsequences: false).joined(separator: quote)
  }

  /// Whether the token at an index is the given keyword or symbol.
  func isToken(_ index: Int, _ text: String) -> Bool {
    tokens.indices.contains(index) && [.word, .symbol].contains(tokens[index].kind)
      && self.text(tokens[index]).lowercased() == text
  }

  /// The line and column of a byte.
  func place(_ offset: Int) -> Place {
    let before = bytes[..<min(offset, bytes.count)]
    guard let lastNewline = before.lastIndex(of: newline) else {
      return Place(place.path, line: place.line, column: max(place.column, 1) + scalarCount(before))
    }
    let lines = before.reduce(0) { $0 + ($1 == newline ? 1 : 0) }
    return Place(place.path, line: place.line + lines, column: scalarCount(before[(lastNewline + 1)...]) + 1)
  }

  /// Where a name stands for the first time; case does not matter.
  func firstPlace(of name: String) -> (place: Place, token: Token)? {
    let wanted = name.lowercased()
    for token in tokens where token.kind == .word || token.kind == .quotedName {
      if self.name(token).lowercased() == wanted { return (place(token.range.lowerBound), token) }
    }
    return nil
  }
}

extension SQLText {
  private static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      var kind = Token.Kind.symbol
      index += 1
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: continue
      case UInt8(ascii: "-") where next == byte:
        while index < bytes.count, bytes[index] != newline { index += 1 }
        continue
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        index += 1
        while index + 1 < bytes.count, !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == byte) { index += 1 }
        index += 2
        if index <= bytes.count { continue }
        (kind, index) = (.unterminated, bytes.count)
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        kind = byte == UInt8(ascii: "'") ? .string : .quotedName
        if !skipQuoted(byte, bytes, &index) { kind = .unterminated }
      case UInt8(ascii: "["):
        kind = .quotedName
        while index < bytes.count, bytes[index] != UInt8(ascii: "]") { index += 1 }
        if index == bytes.count { kind = .unterminated } else { index += 1 }
      case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "?"):
        kind = .parameter
        while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        kind = .number
        while index < bytes.count, isWordByte(bytes[index]) || bytes[index] == UInt8(ascii: ".") { index += 1 }
      case _ where isWordByte(byte):
        kind = .word
        while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
      default: break
      }
      tokens.append(Token(kind: kind, range: start..<index))
    }
    return tokens
  }

  private static func skipQuoted(_ quote: UInt8, _ bytes: [UInt8], _ index: inout Int) -> Bool {
    while index < bytes.count {
      index += 1
      guard bytes[index - 1] == quote else { continue }
      guard index < bytes.count, bytes[index] == quote else { return true }
      index += 1
    }
    return false
  }
}

/// Letters, digits, `_` and everything beyond ASCII, as in SQLite's names.
func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, 65...90, 97...122, UInt8(ascii: "_"), 0x80...: true
  default: false
  }
}

// SPDX-License-Identifier: MIT

/// Reads finished HTML or XML as tags and text. It is forgiving: what is no tag is text.
struct MarkupReader {
  enum Token {
    /// An element begins, with those of its attributes that were asked for.
    case open(String, [Attribute], isEmpty: Bool)
    case close(String)
    /// Text between tags, references not resolved.
    case text(ArraySlice<UInt8>)
  }

  struct Attribute {
    let name: String
    let value: String
  }

  private let bytes: [UInt8]
  private let wanted: Set<String>
  private var index = 0
  /// `script` or `style` while inside one: its text holds no tags.
  private var rawText: String?
  private let isXML: Bool

  /// - Parameter wanted: The names of the attributes that tokens carry.
  init(_ bytes: [UInt8], attributes wanted: Set<String>, isXML: Bool = false) {
    self.bytes = bytes
    self.wanted = wanted
    self.isXML = isXML
  }

  /// The line that is read now, from 1.
  var line: Int { 1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") } }

  mutating func next() -> Token? {
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "<") || !isTag(index) { index += 1 }
      if index > start { return .text(bytes[start..<index]) }
      if let token = tag() { return token }
    }
    return nil
  }

  private func isTag(_ index: Int) -> Bool {
    if let rawText { return bytes[index...].starts(with: "</\(rawText)".utf8) }
    guard index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return true
    default: return false
    }
  }

  /// - Returns: nil for a comment, a declaration or an instruction.
  private mutating func tag() -> Token? {
    index += 1
    if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
      skip(to: bytes[index...].starts(with: "!--".utf8) ? "-->" : bytes[index] == UInt8(ascii: "?") ? "?>" : ">")
      return nil
    }
    let isClosing = bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let name = word { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    var attributes: [Attribute] = []
    var isEmpty = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      isEmpty = bytes[index] == UInt8(ascii: "/")
      if isEmpty || Self.isSpace(bytes[index]) {
        index += 1
      } else {
        attribute(&attributes)
      }
    }
    index += 1
    if isClosing {
      rawText = nil
      return .close(name)
    }
    if !isXML, name == "script" || name == "style" { rawText = name }
    return .open(name, attributes, isEmpty: isEmpty)
  }

  private mutating func attribute(_ attributes: inout [Attribute]) {
    let name = word {
      !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/")
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      if name.isEmpty { index += 1 }
      if wanted.contains(name) { attributes.append(Attribute(name: name, value: "")) }
      return
    }
    index += 1
    guard index < bytes.count else { return }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    while index < bytes.count,
      isQuoted ? bytes[index] != quote : !Self.isSpace(bytes[index]) && bytes[index] != UInt8(ascii: ">")
    {
      index += 1
    }
    if wanted.contains(name) { attributes.append(Attribute(name: name, value: plainText(bytes[start..<index]))) }
    if isQuoted { index += 1 }
  }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    return isXML ? text : text.lowercased()
  }

  private mutating func skip(to end: String) {
    let end = Array(end.utf8)
    while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
    index = min(index + end.count, bytes.count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}

/// Text of HTML or XML with its references resolved: those that templates write, and numbers.
func plainText(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  if !bytes.contains(UInt8(ascii: "&")) { return text }
  let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]
  var out = ""
  for (number, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
    let name = part.prefix { $0 != ";" }
    let code =
      name.hasPrefix("#x") || name.hasPrefix("#X") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    let numbered = name.hasPrefix("#") ? code.flatMap(Unicode.Scalar.init).map { String(Character($0)) } : nil
    if number > 0, name.count < part.count, let character = numbered ?? named[String(name)] {
      out += character + part.dropFirst(name.count + 1)
    } else {
      out += (number > 0 ? "&" : "") + part
    }
  }
  return out
}

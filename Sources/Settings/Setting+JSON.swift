// SPDX-License-Identifier: MIT
import Diagnostics

extension Setting {
  /// Parses a JSON document (RFC 8259) with the line and column of every value. Scalars stay text, null is empty.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - origin: Where the text begins in its file.
  ///   - nodeLimit: The most values that are read.
  /// - Throws: a `Diagnostic`: `json-syntax` at the fault, `json-cut-short` at the end of a text that stops before it is
  ///   whole, `json-too-large`.
  public init(json bytes: [UInt8], at origin: Place, nodeLimit: Int = Setting.nodeLimit) throws(Diagnostic) {
    var reader = JSONReader(bytes: bytes, origin: origin, nodesLeft: nodeLimit, nodeLimit: nodeLimit)
    self = try reader.document()
  }
}

/// Goes through the bytes once, and counts lines on its way.
private struct JSONReader {
  let bytes: [UInt8]
  let origin: Place
  var nodesLeft: Int
  let nodeLimit: Int
  private var index = 0
  private var line = 0
  private var lineStart = 0
  /// Bytes of the line that begin no character.
  private var continuations = 0
  private var depth = 0

  /// Deeper nesting than people write; each level takes some of the stack.
  private static let depthLimit = 200

  init(bytes: [UInt8], origin: Place, nodesLeft: Int, nodeLimit: Int) {
    (self.bytes, self.origin, self.nodesLeft, self.nodeLimit) = (bytes, origin, nodesLeft, nodeLimit)
  }

  mutating func document() throws(Diagnostic) -> Setting {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (index, lineStart) = (3, 3) }
    let value = try value()
    skipSpace()
    if index < bytes.count { throw fault("something stands behind the end of the JSON") }
    return value
  }

  private var place: Place {
    let column = index - lineStart - continuations
    return Place(
      origin.path, line: max(origin.line, 1) + line, column: (line == 0 ? max(origin.column, 1) : 1) + column)
  }

  private func fault(_ message: String) -> Diagnostic {
    index < bytes.count
      ? .error("json-syntax", "this is not JSON: \(message)", at: place)
      : .error(
        "json-cut-short", "the JSON ends before it is whole", at: place,
        hint: "was the file cut short, or is another program still writing it?")
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        (line, lineStart, continuations) = (line + 1, index, 0)
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(Diagnostic) -> Setting {
    skipSpace()
    guard index < bytes.count else { throw fault("") }
    let start = place
    nodesLeft -= 1
    if nodesLeft < 0 { throw .error("json-too-large", "more than \(nodeLimit) values in one JSON document", at: start) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return Setting(.mapping(try members()), at: start)
    case UInt8(ascii: "["): return Setting(.list(try elements()), at: start)
    case UInt8(ascii: "\""): return Setting(.scalar(try string()), at: start, isQuoted: true)
    default: return Setting(.scalar(try word()), at: start)
    }
  }

  private mutating func enter() throws(Diagnostic) {
    index += 1
    depth += 1
    if depth > Self.depthLimit { throw fault("more than \(Self.depthLimit) brackets within each other") }
  }

  private mutating func members() throws(Diagnostic) -> [Setting.Entry] {
    try enter()
    defer { depth -= 1 }
    var entries: [Setting.Entry] = []
    if take(UInt8(ascii: "}")) { return entries }
    while true {
      skipSpace()
      let keyPlace = place
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw fault("a key in quotes is missing") }
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw fault("a ':' is missing") }
      entries.append(Setting.Entry(key: key, keyPlace: keyPlace, value: try value()))
      if take(UInt8(ascii: "}")) { return entries }
      guard take(UInt8(ascii: ",")) else { throw fault("a ',' or '}' is missing") }
    }
  }

  private mutating func elements() throws(Diagnostic) -> [Setting] {
    try enter()
    defer { depth -= 1 }
    var elements: [Setting] = []
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value())
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw fault("a ',' or ']' is missing") }
    }
  }

  /// A number, true, false or null.
  private mutating func word() throws(Diagnostic) -> String {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      let isPart = 48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte || "+-.".utf8.contains(byte)
      if !isPart { break }
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if text == "null" { return "" }
    if text == "true" || text == "false" || isNumber(text) { return text }
    // At the end of the text it may be the beginning of a word.
    if index < bytes.count || text.isEmpty { index = start }
    throw fault("a value is missing")
  }

  /// Whether a text has the grammar of JSON's numbers, which have no `+`, no zeros before and a digit at either end.
  private func isNumber(_ text: String) -> Bool {
    func isDigits(_ part: Substring.UTF8View) -> Bool { !part.isEmpty && part.allSatisfy { 48...57 ~= $0 } }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let halves = parts[0].drop { $0 == "-" }.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard !text.hasPrefix("--"), isDigits(halves[0].utf8), halves[0] == "0" || halves[0].first != "0" else {
      return false
    }
    let power = parts.dropFirst().first.map { $0.first == "-" || $0.first == "+" ? $0.dropFirst() : $0 }
    return halves.dropFirst().allSatisfy { isDigits($0.utf8) } && power.map { isDigits($0.utf8) } ?? true
  }

  private mutating func string() throws(Diagnostic) -> String {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"),
      bytes[index] >= 0x20
    {
      if bytes[index] & 0xC0 == 0x80 { continuations += 1 }
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
    }
    var content = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 { throw fault("a line break or a control character within quotes") }
      if byte & 0xC0 == 0x80 { continuations += 1 }
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") { try escape(into: &content) } else { content.append(byte) }
    }
    throw fault("")
  }

  private mutating func escape(into content: inout [UInt8]) throws(Diagnostic) {
    guard index < bytes.count else { throw fault("") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hexadecimal()
      if 0xD800...0xDBFF ~= unit, bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
        index += 2
        let low = try hexadecimal()
        unit = 0x10000 + (unit - 0xD800) << 10 + (low &- 0xDC00) & 0x3FF
      }
      content += String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8
    default:
      index -= 1
      throw fault("an escape that JSON does not have")
    }
  }

  private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
    guard index + 4 <= bytes.count else {
      index = bytes.count
      throw fault("")
    }
    guard let unit = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16) else {
      throw fault("four hexadecimal digits are missing")
    }
    index += 4
    return unit
  }
}

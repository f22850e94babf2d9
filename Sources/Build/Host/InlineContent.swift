// SPDX-License-Identifier: MIT

/// What stands inside pages and pictures and is run or applied there, so that a policy has to permit it: each script
/// and stylesheet by its digest, attributes as a whole.
struct InlineContent: Sendable, Equatable {
  var scripts: Set<String> = []
  var styles: Set<String> = []
  /// Whether an element has `style="…"`.
  var hasStyleAttributes = false
  /// Whether an element has `onclick="…"` or another such attribute.
  var hasHandlers = false

  init() {}

  /// Reads the pages and pictures among some files.
  init(_ files: [OutputFile]) {
    for file in files where file.path.hasSuffix(".html") || file.path.hasSuffix(".svg") { read(file.bytes) }
  }

  mutating func formUnion(_ other: InlineContent) {
    scripts.formUnion(other.scripts)
    styles.formUnion(other.styles)
    hasStyleAttributes = hasStyleAttributes || other.hasStyleAttributes
    hasHandlers = hasHandlers || other.hasHandlers
  }

  private mutating func read(_ bytes: [UInt8]) {
    var tags = TagScanner(bytes)
    while let tag = tags.next() {
      for (name, _) in tag.attributes {
        if name == "style" { hasStyleAttributes = true }
        if name.hasPrefix("on") { hasHandlers = true }
      }
      if tag.name == "style" { styles.insert(sha256(tags.text(until: tag.name))) }
      if tag.name == "script" {
        let text = tags.text(until: tag.name)
        if tag.attributes["src"] == nil, InlineContent.isCode(tag.attributes["type"]) { scripts.insert(sha256(text)) }
      }
    }
  }

  /// A script of another type, such as JSON-LD, is data, and runs nowhere.
  private static func isCode(_ type: String?) -> Bool {
    guard let type = type?.lowercased(), !type.isEmpty else { return true }
    return type == "module" || type == "importmap" || type.hasSuffix("javascript") || type.hasSuffix("ecmascript")
  }
}

/// Finds the opening tags in HTML or SVG that our own writers have made.
private struct TagScanner {
  private let bytes: [UInt8]
  private var index = 0

  struct Tag {
    let name: String
    let attributes: [String: String]
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Tag? {
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if bytes[index...].starts(with: "!--".utf8) {
        index = bytes[index...].firstRange(of: Array("-->".utf8))?.upperBound ?? bytes.count
      } else if index < bytes.count, TagScanner.isLetter(bytes[index]) {
        return tag()
      }
    }
    return nil
  }

  /// What stands between the tag that was found last and its end tag.
  mutating func text(until name: String) -> ArraySlice<UInt8> {
    let end = bytes[index...].firstRange(of: Array("</\(name)".utf8))?.lowerBound ?? bytes.count
    defer { index = end }
    return bytes[index..<end]
  }

  private mutating func tag() -> Tag {
    let name = word { TagScanner.isLetter($0) || $0 == UInt8(ascii: "-") || (48...57).contains($0) }
    var attributes: [String: String] = [:]
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let key = word { $0 > 0x20 && ![UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains($0) }
      if key.isEmpty {
        index += 1
        continue
      }
      attributes[key] = value()
    }
    index = min(index + 1, bytes.count)
    return Tag(name: name, attributes: attributes)
  }

  private mutating func value() -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return "" }
    index += 1
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return word { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    }
    index += 1
    let value = word { $0 != quote }
    index = min(index + 1, bytes.count)
    return value
  }

  /// The bytes from here that fit, in small letters.
  private mutating func word(_ fits: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, fits(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}

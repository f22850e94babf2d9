// SPDX-License-Identifier: MIT
import Markup

/// Grows a body: bytes and holes.
struct BodyWriter {
  var bytes: [UInt8] = []
  private(set) var gaps: [Body.Gap] = []

  var body: Body { Body(bytes: bytes, gaps: gaps) }

  mutating func append(_ markup: StaticString) { bytes.append(markup) }

  mutating func append(_ number: Int) { bytes += String(number).utf8 }

  mutating func append(_ hole: Hole) { gaps.append(Body.Gap(offset: bytes.count, hole: hole)) }

  mutating func append(_ body: Body) {
    for gap in body.gaps { gaps.append(Body.Gap(offset: bytes.count + gap.offset, hole: gap.hole)) }
    bytes += body.bytes
  }

  mutating func append(raw text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  /// Text between tags or in a double-quoted attribute, escaped as cmark escapes it.
  mutating func append(text: UnsafeBufferPointer<UInt8>) { appendText(text, to: &bytes) }

  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(text: $0) }
  }

  /// Ends the line, unless a line has just ended or nothing is there yet.
  mutating func startLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Puts markup before something already written, holes and all.
  mutating func insert(_ markup: [UInt8], at offset: Int) {
    bytes.insert(contentsOf: markup, at: offset)
    for index in gaps.indices.reversed() {
      guard gaps[index].offset >= offset else { break }
      gaps[index] = Body.Gap(offset: gaps[index].offset + markup.count, hole: gaps[index].hole)
    }
  }
}

/// Escapes `& < > "` and nothing else, which is what cmark does and what text and double-quoted attributes need.
func appendText(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
  var start = 0
  var index = 0
  var blockEnd = 0
  while index < text.count {
    if index >= blockEnd {
      // The masks take in `"` and `&`, and `<` and `>`.
      index = text.skipping(from: index) { $0.has(0x22, mask: 0xFB) | $0.has(0x3C, mask: 0xFD) }
      blockEnd = index + 8
      continue
    }
    let byte = text[index]
    // All four lie below 0x40, as few bytes of prose do.
    if byte >= 0x40 || byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 {
      index += 1
      continue
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
    switch byte {
    case UInt8(ascii: "&"): out.append("&amp;" as StaticString)
    case UInt8(ascii: "<"): out.append("&lt;" as StaticString)
    case UInt8(ascii: ">"): out.append("&gt;" as StaticString)
    default: out.append("&quot;" as StaticString)
    }
    index += 1
    start = index
  }
  out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
}

/// Percent-encodes what no address may hold, and escapes `&` and `'`, as cmark does.
func appendAddress(_ address: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
  for byte in address {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "%"),
      UInt8(ascii: "(")...UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      out.append(byte)
    case UInt8(ascii: "&"): out.append("&amp;" as StaticString)
    case UInt8(ascii: "'"): out.append("&#x27;" as StaticString)
    default:
      let digits: StaticString = "0123456789ABCDEF"
      digits.withUTF8Buffer { out += [UInt8(ascii: "%"), $0[Int(byte >> 4)], $0[Int(byte & 15)]] }
    }
  }
}

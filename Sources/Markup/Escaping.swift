// SPDX-License-Identifier: MIT

/// Appends text with `& < > " '` as character references: one superset, right between tags and in quoted attributes.
///
/// Copies runs of bytes and stops at special ones only. Control characters that no HTML document may hold are dropped.
package func appendEscaped(_ text: some StringProtocol, to out: inout [UInt8]) {
  let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0, to: &out) }
  if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0, to: &out) } }
}

package func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
  var start = 0
  var index = 0
  var blockEnd = 0
  while index < bytes.count {
    if index >= blockEnd {
      index = bytes.skipping(from: index, \.special)
      blockEnd = index + 8
      continue
    }
    defer { index += 1 }
    let reference: StaticString
    switch bytes[index] {
    case UInt8(ascii: "&"): reference = "&amp;"
    case UInt8(ascii: "<"): reference = "&lt;"
    case UInt8(ascii: ">"): reference = "&gt;"
    case UInt8(ascii: "\""): reference = "&quot;"
    case UInt8(ascii: "'"): reference = "&#39;"
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: reference = ""
    default: continue
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
    out.append(reference)
    start = index + 1
  }
  out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
}

/// Whether a text has a byte that `appendEscaped` does not copy.
package func needsEscaping(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let start = bytes.skipping(from: 0, \.special)
  return bytes[start...].contains { byte in
    byte < 0x40 ? special & (1 &<< UInt64(byte)) != 0 : byte == 0x7F
  }
}

/// Control characters and `"`, `&`, `'`, `<`, `>`, a bit each.
private let special: UInt64 = 0x5000_00C4_FFFF_FFFF

extension ByteBlock {
  /// Not zero where some byte may be one that `appendEscaped` does not copy.
  @inlinable
  package var special: UInt64 {
    // The first mask takes in `"`, `&` and `'`, the second `<` and `>`.
    hasBelow(0x20) | has(0x22, mask: 0xFA) | has(0x3C, mask: 0xFD) | has(0x7F)
  }
}

extension [UInt8] {
  package mutating func append(_ literal: StaticString) {
    if literal.hasPointerRepresentation {
      append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    } else {
      literal.withUTF8Buffer { append(contentsOf: $0) }
    }
  }
}

// SPDX-License-Identifier: MIT

/// Gives every heading of a page an id of its own.
struct Anchors {
  private var counts: [String: Int] = [:]

  /// The id itself, or with `-2`, `-3` behind it where it is taken.
  mutating func unique(_ id: String) -> String {
    let base = id.isEmpty ? "section" : id
    guard var count = counts[base] else {
      counts[base] = 1
      return base
    }
    var candidate: String
    repeat {
      count += 1
      candidate = "\(base)-\(count)"
    } while counts[candidate] != nil
    counts[base] = count
    counts[candidate] = 1
    return candidate
  }
}

/// Makes an id of text: lower case, letters and digits of any script, one hyphen for what is between them.
struct AnchorWriter {
  private(set) var bytes: [UInt8] = []
  private var isBetween = false

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
        default: isBetween = true
        }
        index += 1
      } else if let scalar = UnsafeBufferPointer(rebasing: text[index...]).firstScalar {
        index += UTF8.width(scalar)
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
          .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
          for byte in scalar.properties.lowercaseMapping.utf8 { append(byte) }
        default: isBetween = true
        }
      } else {
        return
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if isBetween, !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
    isBetween = false
    bytes.append(byte)
  }

  mutating func endWord() { isBetween = true }
}

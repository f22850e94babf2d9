// SPDX-License-Identifier: MIT
import Testing

@testable import Markup

@Suite("bytes looked at in blocks")
struct ByteScanTests {
  @Test("a byte is found wherever it stands, in texts of every length around the blocks")
  func found() {
    for count in 0...50 {
      let plain = [UInt8](repeating: UInt8(ascii: "a"), count: count)
      plain.withUnsafeBufferPointer { #expect($0.firstIndex(of: UInt8(ascii: "{"), from: 0) == count) }
      for place in 0..<count {
        var text = plain
        text[place] = UInt8(ascii: "{")
        text.withUnsafeBufferPointer { bytes in
          #expect(bytes.firstIndex(of: UInt8(ascii: "{"), from: 0) == place)
          #expect(bytes.firstIndex(of: UInt8(ascii: "{"), from: place + 1) == count)
        }
      }
    }
  }

  @Test("every special byte is escaped at every place of a block, and nothing else changes")
  func escaped() {
    let references: [UInt8: String] = [
      0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&quot;", 0x27: "&#39;", 0x01: "", 0x7F: "",
    ]
    for count in [1, 15, 16, 17, 33, 48] {
      for place in 0..<count {
        for byte in UInt8(0)...255 where byte >= 0x20 || byte == 0x01 || byte == 0x0A || byte == 0x09 {
          var text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
          text[place] = byte
          var out: [UInt8] = []
          text.withUnsafeBufferPointer { appendEscaped($0, to: &out) }
          let middle = references[byte].map { Array($0.utf8) } ?? [byte]
          #expect(out == Array(text[..<place]) + middle + Array(text[(place + 1)...]))
        }
      }
    }
  }

  @Test("a word is found where it stands first, from an index on, and not where it is cut off")
  func words() {
    let text = Array("aab, 한국과 aab aa".utf8)
    #expect(text.firstRange(of: Array("ab".utf8)) == 1..<3)
    #expect(text.firstRange(of: Array("aab".utf8), from: 1) == 15..<18)
    #expect(text.firstRange(of: Array("국과".utf8)) == 8..<14)
    #expect(text.firstRange(of: Array("aab".utf8), from: 16) == nil)
    #expect(text.firstRange(of: []) == nil && [UInt8]().firstRange(of: [1]) == nil)
  }
}

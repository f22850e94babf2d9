// SPDX-License-Identifier: MIT

/// Counts words as `Document.wordCount` states it.
struct WordCounter {
  private var words = 0
  private var characters = 0
  private var isInWord = false

  var count: Int { words + (characters + 1) / 2 }

  mutating func endWord() { isInWord = false }

  /// A value is a word; letters that touch it belong to it.
  mutating func addValue() { if !isInWord { (words, isInWord) = (words + 1, true) } }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte <= 0x20 {
          isInWord = false
        } else if !isInWord, byte >= 0x30, byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
          (words, isInWord) = (words + 1, true)
        }
        index += 1
      } else if byte < 0xE3 || byte == 0xEA || byte == 0xEB || byte == 0xEC || byte == 0xED {
        // Latin, Cyrillic, Hangul: written with spaces. U+2000 to U+2FFF is mostly punctuation.
        if byte == 0xE2 { isInWord = false } else if !isInWord { (words, isInWord) = (words + 1, true) }
        index += byte < 0xE0 ? 2 : 3
      } else {
        isInWord = false
        let rest = UnsafeBufferPointer(rebasing: text[index...])
        if let scalar = rest.firstScalar, scalar.isUnspaced, !scalar.isEastAsianPunctuation { characters += 1 }
        index += byte < 0xF0 ? 3 : 4
      }
    }
  }
}

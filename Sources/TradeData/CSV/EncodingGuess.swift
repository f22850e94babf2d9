// SPDX-License-Identifier: MIT

/// Which of East Asia's encodings some bytes are in, by the letters that come out.
package struct EncodingGuess {
  /// The likeliest.
  package let encoding: TextEncoding
  /// The bytes as UTF-8.
  package let text: [UInt8]

  /// - Returns: nil where no encoding gives a text that people would write.
  package init?(_ bytes: [UInt8]) {
    for encoding in [TextEncoding.eucKR, .shiftJIS, .gb18030] {
      guard let text = try? encoding.utf8(bytes) else { continue }
      if encoding.isPlausible(text) {
        (self.encoding, self.text) = (encoding, text)
        return
      }
    }
    return nil
  }
}

/// What an editor is told of a file that is not in the encoding that is declared.
func looksLike(_ encoding: TextEncoding) -> String {
  let name = encoding.rawValue
  return "the file looks like \(name): "
    + (encoding == .utf8 ? "take 'encoding' out of the data package" : "declare encoding: \(name)")
}

extension TextEncoding {
  /// Whether a text that was read with the encoding is one that people would write.
  ///
  /// - Parameter text: UTF-8.
  func isPlausible(_ text: [UInt8]) -> Bool {
    let letters = String(decoding: text, as: UTF8.self).unicodeScalars.filter { $0.value > 0x7F }
    let telling = letters.filter { isUsual($0) }.count
    return telling * 10 >= letters.count * 8 && telling > 0
  }

  /// Whether a character is usual in the language of the encoding: Hangul, kana and Han, Han.
  fileprivate func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    let isMark = 0x3000...0x303F ~= scalar.value || 0xFF00...0xFF60 ~= scalar.value
    let isHan = 0x4E00...0x9FFF ~= scalar.value
    return switch self {
    case .utf8: true
    case .eucKR: 0xAC00...0xD7A3 ~= scalar.value || isMark
    case .shiftJIS: 0x3040...0x30FF ~= scalar.value || isHan || isMark
    case .gb18030: isHan || isMark
    }
  }
}

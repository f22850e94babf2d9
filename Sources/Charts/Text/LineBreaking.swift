// SPDX-License-Identifier: MIT
import Figures

/// Breaks text into lines that fit a width. Nothing is cut and nothing hyphenated.
///
/// Latin words and Korean words (eojeol) stay whole; Chinese and Japanese break between any two characters but where
/// kinsoku forbids it: no 、。」 at a line's start, no 「 at its end, no figure parted from its unit.
/// A word wider than a whole line breaks anywhere.
struct LineBreaking: Hashable, Sendable {
  let width: TextWidth
  let size: Double
  let isBold: Bool

  init(language: Language, size: Double, isBold: Bool = false) {
    width = TextWidth(language: language)
    self.size = size
    self.isBold = isBold
  }

  func lines(_ text: String, width limit: Double) -> [String] {
    let room = room(limit)
    var lines: [String] = []
    var line = ""
    var used = 0
    var gap = 0
    for piece in pieces(of: text) {
      if piece.isSpace {
        gap = line.isEmpty ? 0 : 278
        continue
      }
      if used + gap + piece.width > room, !line.isEmpty {
        lines.append(line)
        (line, used, gap) = ("", 0, 0)
      }
      if gap > 0 {
        line += " "
        used += gap
        gap = 0
      }
      guard piece.width > room else {
        line += piece.text
        used += piece.width
        continue
      }
      for character in piece.text {
        let wide = character.unicodeScalars.reduce(0) { $0 + width.thousandths($1, isBold: isBold) }
        if used + wide > room, !line.isEmpty {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += wide
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Whether a word is longer than a line, so that `lines` cuts it.
  func cutsWord(of text: String, width limit: Double) -> Bool {
    let room = room(limit)
    return pieces(of: text).contains { !$0.isSpace && $0.width > room }
  }

  /// The thousandths of the size that a line may take.
  private func room(_ limit: Double) -> Int {
    Int(limit / (size * TextWidth.safety) * 1000) - 8
  }

  private struct Piece {
    var text: String
    var width: Int
    let isSpace: Bool
  }

  /// Unbreakable pieces and the spaces between them.
  private func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = Piece(text: "", width: 0, isSpace: false)
    var previous: Unicode.Scalar?
    for character in text {
      let scalar = character.unicodeScalars.first ?? " "
      if character == " " || character == "\n" || character == "\t" {
        if !current.text.isEmpty { pieces.append(current) }
        current = Piece(text: "", width: 0, isSpace: false)
        if pieces.last?.isSpace == false { pieces.append(Piece(text: " ", width: 278, isSpace: true)) }
        previous = nil
        continue
      }
      if let last = previous, mayBreak(last, scalar), !current.text.isEmpty {
        pieces.append(current)
        current = Piece(text: "", width: 0, isSpace: false)
      }
      current.text.append(character)
      current.width += character.unicodeScalars.reduce(0) { $0 + width.thousandths($1, isBold: isBold) }
      previous = character.unicodeScalars.last
    }
    if !current.text.isEmpty { pieces.append(current) }
    return pieces
  }

  private func mayBreak(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    if noStart.contains(b) || noEnd.contains(a) || 0x30...0x39 ~= a.value { return false }
    return isIdeographic(a) || isIdeographic(b)
  }

  /// Han and kana, and the punctuation between them; not Hangul, whose words have spaces.
  private func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x30FF, 0x31F0...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}

private let noStart = Set("、。，．・：；？！」』）〕］｝〉》】〙〗’”ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻゛゜%％,.:;?!)]}…‥～億兆万円元".unicodeScalars)
private let noEnd = Set("「『（〔［｛〈《【〘〖‘“([{¥$￥＄".unicodeScalars)

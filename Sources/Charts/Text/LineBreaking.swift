// SPDX-License-Identifier: MIT
import Figures

/// Breaks text into lines that fit a width. Nothing is cut and nothing hyphenated.
///
/// Latin words and Korean words (eojeol) stay whole, but for two that a middle dot joins; Chinese and Japanese break
/// between any two characters but where kinsoku forbids it: no 、。」 at a line's start, no 「 at its end, no figure
/// parted from its unit.
/// A word wider than a whole line breaks anywhere. Lines are about equally long, and Chinese and Japanese part
/// where a phrase ends.
struct LineBreaking: Hashable, Sendable {
  let width: TextWidth
  let isChinese: Bool
  let size: Double
  let isBold: Bool

  init(language: Language, size: Double, isBold: Bool = false) {
    width = TextWidth(language: language)
    isChinese = language == .chinese
    self.size = size
    self.isBold = isBold
  }

  func lines(_ text: String, width limit: Double) -> [String] {
    let room = room(limit)
    if isOneLine(text, room) { return [text] }
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
    return lines.count > 1 ? balanced(text, count: lines.count, room: room) ?? lines : lines
  }

  /// Whether a text has single spaces only and fits as it is: most labels do, which need not be taken apart.
  private func isOneLine(_ text: String, _ room: Int) -> Bool {
    var (used, isAfterSpace) = (0, true)
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " "
      if scalar.value < 0x20 || isSpace && isAfterSpace { return false }
      used += width.thousandths(scalar, isBold: isBold)
      if used > room { return false }
      isAfterSpace = isSpace
    }
    return !isAfterSpace
  }

  /// The same number of lines, broken where the room left over and the breaks cost least; nil where a piece is wider
  /// than a line.
  private func balanced(_ text: String, count: Int, room: Int) -> [String]? {
    var words: [Word] = []
    var isAfterSpace = false
    for piece in pieces(of: text) {
      if piece.isSpace {
        isAfterSpace = true
        continue
      }
      if piece.width > room { return nil }
      words.append(Word(text: piece.text, width: piece.width, isAfterSpace: isAfterSpace && !words.isEmpty))
      isAfterSpace = false
    }
    // costs[n][end]: of the first `end` words on n lines, and where the last of those lines begins.
    var costs = [[(cost: Double, start: Int)?]](
      repeating: Array(repeating: nil, count: words.count + 1), count: count + 1)
    costs[0][0] = (0, 0)
    for lineCount in 1...count {
      for end in lineCount..<(words.count + 1) {
        var used = 0
        for start in stride(from: end - 1, through: lineCount - 1, by: -1) {
          used += words[start].width + (start + 1 < end && words[start + 1].isAfterSpace ? 278 : 0)
          if used > room { break }
          guard let before = costs[lineCount - 1][start] else { continue }
          let slack = Double(room - used) / Double(room)
          let cost = before.cost + slack * slack + (start == 0 ? 0 : breakCost(words[start - 1], words[start]))
          if cost < costs[lineCount][end]?.cost ?? .infinity { costs[lineCount][end] = (cost, start) }
        }
      }
    }
    var lines: [String] = []
    var end = words.count
    for lineCount in stride(from: count, to: 0, by: -1) {
      guard let start = costs[lineCount][end]?.start else { return nil }
      lines.append(
        words[start..<end].reduce("") { $0 + ($0.isEmpty || !$1.isAfterSpace ? "" : " ") + $1.text })
      end = start
    }
    return lines.reversed()
  }

  private struct Word {
    let text: String
    let width: Int
    let isAfterSpace: Bool
  }

  /// How badly a break reads, against a line left empty: not at all behind a mark or a particle, much inside a word.
  private func breakCost(_ a: Word, _ b: Word) -> Double {
    guard !b.isAfterSpace, let last = a.text.unicodeScalars.last, let first = b.text.unicodeScalars.first else {
      return 0
    }
    if noStart.contains(last) && !isKana(last) || noEnd.contains(first) { return 0 }
    if isChinese, Self.conjunctions.contains(last) { return 0.05 }
    if isHiragana(first) { return 0.5 }
    if isHiragana(last) || 0x30...0x39 ~= first.value { return 0.05 }
    if isKana(first), isKana(last) { return 0.8 }
    return isKana(first) || isKana(last) ? 0.15 : 0.2
  }

  private func isHiragana(_ scalar: Unicode.Scalar) -> Bool { 0x3041...0x309F ~= scalar.value }

  private func isKana(_ scalar: Unicode.Scalar) -> Bool {
    0x3041...0x30FA ~= scalar.value || 0x30FC...0x30FF ~= scalar.value
  }

  /// Whether each line of a Chinese or Japanese name ends where a word does, as far as its letters tell: behind a mark,
  /// a particle or a conjunction, and before a number. Other languages have spaces.
  static func breaksAtPhrases(_ lines: [String], _ language: Language) -> Bool {
    guard language == .japanese || language == .chinese else { return true }
    return zip(lines, lines.dropFirst()).allSatisfy { line, next in
      guard let scalar = line.unicodeScalars.last else { return true }
      if let digit = next.utf8.first, 0x30...0x39 ~= digit { return true }
      return language == .chinese && conjunctions.contains(scalar)
        || language == .japanese && 0x3041...0x309F ~= scalar.value
        || !scalar.properties.isAlphabetic
    }
  }

  /// Of Chinese.
  private static let conjunctions: Set<Unicode.Scalar> = ["与", "和", "及", "或", "的"]

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
    return pieces.flatMap(parted)
  }

  /// Korean words that a middle dot joins may part behind it, as in 완구·스포츠용품; single letters do not, as in 한·중·일.
  private func parted(_ piece: Piece) -> [Piece] {
    guard piece.text.utf8.contains(0xB7) else { return [piece] }
    let words = piece.text.split(separator: "·")
    guard words.count > 1, words.allSatisfy({ $0.count > 1 && $0.unicodeScalars.allSatisfy(\.isHangul) }) else {
      return [piece]
    }
    return words.enumerated().map { index, word in
      let text = index < words.count - 1 ? word + "·" : String(word)
      let wide = text.unicodeScalars.reduce(0) { $0 + width.thousandths($1, isBold: isBold) }
      return Piece(text: text, width: wide, isSpace: false)
    }
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

// SPDX-License-Identifier: MIT
import Diagnostics
import Markup

/// The text as the parser gets it: every `{{ … }}` replaced by a mark, and marks beside `*` and `~` where the
/// parser's own rule fails in Chinese, Japanese and Korean.
struct MarkedText {
  /// A braced expression's bytes in the source, braces included.
  struct Expression {
    let range: Range<Int>
    /// False for a `{{` without `}}` on its line; the range is then that of the braces.
    let isClosed: Bool
    let place: Place
  }

  private let marked: [UInt8]
  /// False for most texts: the parser gets the source itself.
  let hasMarks: Bool
  let expressions: [Expression]

  init(_ text: SourceText, marksValues: Bool) {
    let bytes = text.bytes
    let hasBraces = marksValues && bytes.contains(twice: UInt8(ascii: "{"))
    let hasEmphasis = text.hasWideBytes && bytes.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "~") }
    guard hasBraces || hasEmphasis else {
      (marked, hasMarks, expressions) = ([], false, [])
      return
    }
    var writer = MarkWriter(text: text)
    writer.write(marksValues: hasBraces, marksEmphasis: hasEmphasis)
    (marked, hasMarks, expressions) = (writer.out, writer.hasMarks, writer.expressions)
  }

  /// What to parse.
  func withBytes(of text: SourceText, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    hasMarks ? marked.withUnsafeBufferPointer(body) : body(text.bytes)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the byte comes twice in a row.
  fileprivate func contains(twice byte: UInt8) -> Bool {
    var index = firstIndex(of: byte, from: 0)
    while index + 1 < count {
      if self[index + 1] == byte { return true }
      index = firstIndex(of: byte, from: index + 1)
    }
    return false
  }
}

private struct MarkWriter {
  let text: SourceText
  let bytes: UnsafeBufferPointer<UInt8>
  var out: [UInt8] = []
  var hasMarks = false
  var expressions: [MarkedText.Expression] = []
  /// The end of what has been copied.
  private var copied = 0
  private var unclosedEnd = 0
  /// A byte whose line and column are known; places are found onward from it.
  private var known = (offset: 0, line: 0, column: 1)

  init(text: SourceText) {
    self.text = text
    bytes = text.bytes
    out.reserveCapacity(bytes.count + bytes.count / 16 + 64)
  }

  mutating func write(marksValues: Bool, marksEmphasis: Bool) {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 1
        if index < bytes.count, bytes[index] < 0x80, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      case UInt8(ascii: "{") where marksValues && byte(index + 1) == UInt8(ascii: "{"):
        index = writeExpression(at: index)
      case UInt8(ascii: "*") where marksEmphasis, UInt8(ascii: "~") where marksEmphasis:
        index = writeDelimiters(at: index, marksValues: marksValues)
      default:
        index += 1
      }
    }
    copy(upTo: bytes.count)
  }

  private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  private mutating func copy(upTo end: Int) {
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<end]))
    copied = end
  }

  private mutating func writeExpression(at start: Int) -> Int {
    // A line that has been searched in vain is not searched for each of its braces.
    var end = max(start + 2, unclosedEnd)
    while let byte = byte(end), byte != 0x0A, byte != 0x0D,
      byte != UInt8(ascii: "}") || self.byte(end + 1) != UInt8(ascii: "}")
    {
      end += 1
    }
    let isClosed = byte(end) == UInt8(ascii: "}")
    if !isClosed { unclosedEnd = end }
    let range = start..<(isClosed ? end + 2 : start + 2)
    copy(upTo: start)
    Mark.appendValue(expressions.count, to: &out)
    expressions.append(MarkedText.Expression(range: range, isClosed: isClosed, place: place(of: start)))
    copied = range.upperBound
    hasMarks = true
    return range.upperBound
  }

  private mutating func place(of offset: Int) -> Place {
    while text.lineStarts[known.line + 1] <= offset {
      known.line += 1
      known = (text.lineStarts[known.line], known.line, 1)
    }
    for byte in bytes[known.offset..<offset] where byte & 0xC0 != 0x80 { known.column += 1 }
    known.offset = offset
    return text.place(line: known.line, column: known.column)
  }

  /// Copies adjacent runs of `*` and `~`, with marks where the parser's rule and ours differ.
  private mutating func writeDelimiters(at start: Int, marksValues: Bool) -> Int {
    var runs: [Range<Int>] = []
    var end = start
    while let byte = byte(end), byte == UInt8(ascii: "*") || byte == UInt8(ascii: "~") {
      var next = end + 1
      while self.byte(next) == byte { next += 1 }
      runs.append(end..<next)
      end = next
    }
    guard start > 0 && bytes[start - 1] >= 0x80 || (byte(end) ?? 0) >= 0x80 else { return end }
    let isAfterValue = expressions.last?.range.upperBound == start
    let isBeforeValue = marksValues && byte(end) == UInt8(ascii: "{") && byte(end + 1) == UInt8(ascii: "{")
    let before = isAfterValue ? .letter : Neighbour(before: start, in: bytes)
    let after = isBeforeValue ? .letter : Neighbour(after: end, in: bytes)
    let flanks = runs.indices.map { index in
      // The parser looks past `~` for the neighbours of `*`, and not the other way round.
      let skip = bytes[runs[index].lowerBound] == UInt8(ascii: "*") ? 1 : 0
      return Flanks(
        before: index - skip <= 0 ? before : .punctuation,
        after: index + skip >= runs.count - 1 ? after : .punctuation)
    }
    guard flanks.contains(where: \.needsMark) else { return end }
    copy(upTo: start)
    for (run, flanks) in zip(runs, flanks) {
      if flanks.canClose { Mark.appendEmphasis(to: &out) }
      copy(upTo: run.upperBound)
      if flanks.canOpen { Mark.appendEmphasis(to: &out) }
    }
    hasMarks = true
    return end
  }
}

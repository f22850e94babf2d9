// SPDX-License-Identifier: MIT
import CMarkGFM
import Diagnostics
import Figures

/// The author's own words in a paragraph, heading or cell that has numbers.
public struct Passage: Sendable, Hashable {
  struct Run: Sendable, Hashable {
    let offset: Int
    let place: Place
  }

  /// UTF-8, with a `WrittenFigure.hole` for each value, link and piece of code.
  public let words: [UInt8]
  /// Pieces that stand together in the source.
  let runs: [Run]

  /// Where a byte of the words stands in the file.
  public func place(of offset: Int) -> Place {
    guard let run = runs.last(where: { $0.offset <= offset }) else { return runs.first?.place ?? Place("") }
    if run.place.column == 0 { return run.place }
    let scalars = words[run.offset..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return Place(run.place.path, line: run.place.line, column: run.place.column + scalars)
  }
}

extension Walker {
  /// The words of the paragraph, heading or cell that is being read: the author's own, so that links, code, quotations
  /// and footnotes are left out.
  struct OpenPassage {
    var words: [UInt8] = []
    /// Pieces of the source with digits.
    var runs: [Passage.Run] = []
    /// How many links, quotations and footnotes are open.
    var foreignDepth = 0
    /// How far figures have been found in a line.
    var found = (line: -1, offset: 0)
  }

  mutating func read(_ run: UnsafeBufferPointer<UInt8>) {
    guard options.findsFigures, passage.foreignDepth == 0 else { return }
    if let digit = run.firstIndex(where: { $0 &- 48 < 10 }) {
      passage.runs.append(Passage.Run(offset: passage.words.count, place: place(of: run, firstDigit: digit)))
    }
    passage.words.append(contentsOf: run)
  }

  /// Notes that something stands here that is no word of the author's, or a space.
  mutating func readHole(_ byte: UInt8 = WrittenFigure.hole) {
    if options.findsFigures, passage.foreignDepth == 0 { passage.words.append(byte) }
  }

  /// Ends a paragraph, and keeps it if it has numbers.
  mutating func endPassage() {
    guard !passage.words.isEmpty else { return }
    if !passage.runs.isEmpty {
      // Copies of their own size: the buffers, which have grown to the longest paragraph, are used again.
      let words = passage.words.withUnsafeBufferPointer { Array($0) }
      passages.append(Passage(words: words, runs: passage.runs.withUnsafeBufferPointer { Array($0) }))
    }
    passage.words.removeAll(keepingCapacity: true)
    passage.runs.removeAll(keepingCapacity: true)
  }

  /// Where a run begins in its line.
  private mutating func place(of run: UnsafeBufferPointer<UInt8>, firstDigit: Int) -> Place {
    let source = text.line(line)
    if passage.found.line != line { passage.found = (line, 0) }
    if let start = find(run, in: source, from: passage.found.offset) {
      passage.found.offset = start + run.count
      return text.place(line: line, column: text.column(line: line, offset: text.lineStarts[line] + start))
    }
    // The run is not written as it is read, for a backslash or a reference in it; its digits are.
    let digits = UnsafeBufferPointer(rebasing: run[firstDigit...].prefix { $0 &- 48 < 10 })
    guard let start = find(digits, in: source, from: passage.found.offset) else { return text.place(line: line) }
    passage.found.offset = start + digits.count
    let column = text.column(line: line, offset: text.lineStarts[line] + start)
    let before = run[..<firstDigit].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return text.place(line: line, column: max(1, column - before))
  }
}

/// Where some bytes first come in others; very long lines are not searched.
private func find(
  _ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int? {
  guard let first = needle.first, bytes.count <= 20_000, start <= bytes.count - needle.count else { return nil }
  for offset in start...bytes.count - needle.count where bytes[offset] == first {
    if bytes[offset...].starts(with: needle) { return offset }
  }
  return nil
}

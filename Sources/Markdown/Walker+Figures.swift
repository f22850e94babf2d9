// SPDX-License-Identifier: MIT
import CMarkGFM
import Diagnostics
import Figures

/// A figure that the author wrote into the text, where a value could stand.
public struct TypedFigure: Sendable, Hashable {
  public let figure: WrittenFigure
  /// Its first character.
  public let place: Place

  public init(figure: WrittenFigure, place: Place) {
    self.figure = figure
    self.place = place
  }
}

extension Walker {
  /// The words of the paragraph, heading or cell that is being read: the author's own, so that links, code, quotations
  /// and footnotes are left out.
  struct Passage {
    /// A piece of the source within the words.
    struct Run {
      let offset: Int
      let line: Int
      let source: UnsafeBufferPointer<UInt8>
    }

    var words: [UInt8] = []
    var runs: [Run] = []
    var hasDigits = false
    /// How many links, quotations and footnotes are open.
    var foreignDepth = 0
    /// How far figures have been found in a line.
    var found = (line: -1, offset: 0)
  }

  mutating func read(_ run: UnsafeBufferPointer<UInt8>) {
    guard options.findsFigures, passage.foreignDepth == 0 else { return }
    if run.contains(where: { $0 &- 48 < 10 }) { passage.hasDigits = true }
    passage.runs.append(Passage.Run(offset: passage.words.count, line: line, source: run))
    passage.words.append(contentsOf: run)
  }

  /// Notes that something stands here that is no word of the author's, or a space.
  mutating func readHole(_ byte: UInt8 = WrittenFigure.hole) {
    if options.findsFigures, passage.foreignDepth == 0 { passage.words.append(byte) }
  }

  /// Ends a paragraph, and finds its figures.
  mutating func endPassage() {
    guard !passage.words.isEmpty else { return }
    if passage.hasDigits {
      for figure in WrittenFigure.read(passage.words) {
        figures.append(TypedFigure(figure: figure, place: place(of: figure)))
      }
    }
    passage.words.removeAll(keepingCapacity: true)
    passage.runs.removeAll(keepingCapacity: true)
    passage.hasDigits = false
  }

  private mutating func place(of figure: WrittenFigure) -> Place {
    guard let run = passage.runs.last(where: { $0.offset <= figure.offset }) else { return place }
    let line = text.line(run.line)
    if passage.found.line != run.line { passage.found = (run.line, 0) }
    var number = figure.number
    let offset: Int
    if let start = find(run.source, in: line, from: passage.found.offset) {
      // Another figure of the same run is looked for from here again.
      passage.found.offset = start
      offset = start + figure.offset - run.offset
    } else if let start = number.withUTF8({ find($0, in: line, from: passage.found.offset) }) {
      // The run is not written as it is read, for a backslash or a reference in it; the digits are.
      passage.found.offset = start + number.utf8.count
      offset = start
    } else {
      return text.place(line: run.line)
    }
    return text.place(line: run.line, column: text.column(line: run.line, offset: text.lineStarts[run.line] + offset))
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

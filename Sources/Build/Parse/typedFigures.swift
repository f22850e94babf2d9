// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markdown
import Settings

/// A figure that the author wrote into a text, where a value could stand.
struct TypedFigure: Sendable, Hashable {
  let figure: WrittenFigure
  /// Its first character.
  let place: Place
}

/// The figures that a page's front matter and its charts have as digits: in title, summary, key points, headline
/// figures, and in the charts' words.
///
/// - Parameter bytes: The whole file, in which each figure is looked for from its text's own place on: folded lines of
///   YAML are not where they seem.
func typedFigures(
  in front: FrontMatter, points: [Document], charts: [ChartBlock], bytes: [UInt8]
) -> [TypedFigure] {
  var finder = FigureFinder(bytes: bytes)
  for text in [front.title, front.summary] + front.headline.flatMap({ [$0.label, $0.detail] }) { finder.add(text) }
  for (point, document) in zip(front.points, points) {
    finder.add(document.passages.flatMap { WrittenFigure.read($0.words) }, from: point.place)
  }
  for chart in charts {
    guard case .mapping(let entries) = chart.setting.content else { continue }
    for entry in entries where ["title", "subtitle", "note"].contains(entry.key) {
      guard let text = entry.value.text else { continue }
      var ignored: [Diagnostic] = []
      finder.add(TextWithValues(text, at: entry.value.place, diagnostics: &ignored))
    }
  }
  return finder.found
}

private struct FigureFinder {
  let bytes: [UInt8]

  /// The offset of each line's first byte.
  private lazy var lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  var found: [TypedFigure] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func add(_ text: TextWithValues) {
    var words: [UInt8] = []
    for piece in text.pieces {
      if case .text(let text) = piece { words += text.utf8 } else { words.append(WrittenFigure.hole) }
    }
    if words.contains(where: { $0 &- 48 < 10 }) { add(WrittenFigure.read(words), from: text.place) }
  }

  mutating func add(_ figures: [WrittenFigure], from place: Place) {
    guard !figures.isEmpty, lineStarts.indices.contains(place.line - 1) else { return }
    var offset = lineStarts[place.line - 1]
    for figure in figures {
      let number = Array(figure.number.utf8)
      while offset + number.count <= bytes.count, !stands(number, at: offset) { offset += 1 }
      let line = max(0, lineStarts.lastIndex { $0 <= offset } ?? 0)
      let isFound = offset + number.count <= bytes.count
      let column = bytes[lineStarts[line]..<min(offset, bytes.count)].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      found.append(
        TypedFigure(figure: figure, place: isFound ? Place(place.path, line: line + 1, column: column) : place))
      if !isFound { offset = lineStarts[place.line - 1] }
      offset += isFound ? number.count : 0
    }
  }

  private func stands(_ number: [UInt8], at offset: Int) -> Bool {
    func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] &- 48 < 10 }
    return bytes[offset] == number[0] && bytes[offset...].starts(with: number) && !isDigit(offset - 1)
      && !isDigit(offset + number.count)
  }
}

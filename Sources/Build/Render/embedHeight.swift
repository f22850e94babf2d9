// SPDX-License-Identifier: MIT
import Charts
import Site

extension EmbedHeight {
  /// What the lines above and below the picture take at those widths where that is most, and the picture's own shape.
  init(_ figure: Figure, _ layouts: [ChartLayout]) {
    func part(_ widths: [Double], _ size: LayoutSize, widest: Int) -> Part {
      let layout = layouts.first { $0.size == size }
      let words = widths.map { width in
        wordsHeight(figure, width) + (layout == nil ? tableHeight(figure.table, width) : 0)
      }
      return Part(
        words: Int(((words.max() ?? 0) / 10).rounded(.up)) * 10,
        shape: layout.map { Int(($0.height / $0.width * 1000).rounded(.up)) } ?? 0, widest: widest)
    }
    // A narrow picture grows to 28 rem at most, a figure to 860 px.
    self.init(
      narrow: part([288, 320, 344, 400, 448, 530, 678, 731], .narrow, widest: 448),
      wide: part([732, 780, 860], .wide, widest: 860))
  }
}

/// How many lines a text of this size takes.
private func lines(_ text: String, _ size: Double, _ width: Double) -> Double {
  (ems(text) * size / width + 0.3).rounded(.up)
}

private func ems(_ text: some StringProtocol) -> Double {
  text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.56 : 1) }
}

private func wordsHeight(_ figure: Figure, _ width: Double) -> Double {
  let sources = figure.sources.map { "\($0.title.text), \($0.publisher.text), 20 September 2026" }
  let small = [figure.source].compactMap(\.self) + sources + figure.variants.map(\.formula)
  let foot = ([figure.note ?? ""] + small).reduce(0) { $0 + lines($1, 13, width) }
  return 112 + lines(figure.title, 19, width) * 25 + lines(figure.subtitle, 15, width) * 22 + foot * 20
}

/// A table's, with its columns as wide as browsers make them: as their longest words and their texts ask for.
private func tableHeight(_ table: FigureTable, _ width: Double) -> Double {
  let (size, lineHeight, padding) = (15.0, 21.0, 12.0)
  let rows = [table.headers] + table.rows.map { $0.map(\.text) }
  let columns = table.headers.indices
  func widest(_ of: (String) -> Double) -> [Double] {
    columns.map { column in (rows.map { of($0[column]) }.max() ?? 0) * size + padding }
  }
  let natural = widest(ems)
  // Numbers and their headers are never broken.
  let isNumeric = columns.map { column in table.rows.contains { $0[column].isNumber } }
  let words = widest { $0.split(separator: " ").map { min(ems($0), 12) }.max() ?? 0 }
  let least = columns.map { isNumeric[$0] ? natural[$0] : words[$0] }
  let (spare, wish) = (width - least.reduce(0, +), zip(natural, least).reduce(0) { $0 + $1.0 - $1.1 })
  let share = wish > 0 ? min(1, max(0, spare / wish)) : 1
  return rows.reduce(0) { sum, row in
    let most =
      columns.map { column -> Double in
        let room = least[column] + (natural[column] - least[column]) * share - padding
        // Lines of whole words leave half a word empty.
        return isNumeric[column] || ems(row[column]) * size <= room + 1
          ? 1 : 1.14 * lines(row[column], size, max(room - 1.2 * size, 40))
      }.max() ?? 1
    return sum + max(most * lineHeight + 13, 41)
  }
}

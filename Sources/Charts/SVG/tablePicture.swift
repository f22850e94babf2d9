// SPDX-License-Identifier: MIT
import Figures

extension ChartCard.Picture {
  /// The text of a table: of a size, as many columns as the width holds and as many rows as the height does; else all.
  init(_ data: ChartData, language: Language, in size: LayoutSize? = nil) {
    let (rowHeight, gap) = (24.0, 22.0)
    let measure = TextWidth(language: language)
    let rows = data.rows.prefix(size.map { max(1, Int($0.height / rowHeight) - 1) } ?? data.rows.count)
    let needed = data.headers.indices.map { column in
      ([data.headers[column]] + rows.map { $0[column].text }).map { measure($0, size: TextBox.size, isBold: true) }
        .max()
        ?? 0
    }
    let whole = needed.reduce(0) { $0 + $1 + gap } - gap
    let width = size?.width ?? max(LayoutSize.wide.width, whole)
    var (count, used) = (0, 0.0)
    while count < needed.count, count == 0 || used + gap + needed[count] <= width {
      used += (count == 0 ? 0 : gap) + needed[count]
      count += 1
    }
    let spare = max(0, width - used) / Double(max(1, count - 1))
    // Where each column's text begins, or ends where it is numbers.
    var edges: [Double] = []
    var left = 0.0
    for column in 0..<count {
      edges.append(data.isNumeric[column] ? left + needed[column] + (column == 0 ? 0 : spare) : left)
      left += needed[column] + gap + (column == 0 ? 0 : spare)
    }
    var writer = SVGWriter()
    var y = 16.0
    func write(_ texts: [String], _ cssClass: String) {
      for column in 0..<count {
        writer.raw("<text class=\"")
        writer.word(cssClass + (data.isNumeric[column] ? " v-end" : ""))
        writer.raw("\"")
        writer.attribute("x", edges[column])
        writer.attribute("y", y)
        writer.raw(">")
        writer.text(texts[column])
        writer.raw("</text>")
      }
      writer.raw("<path class=\"v-grid\" d=\"M0,")
      writer.number(y + 8)
      writer.raw("H")
      writer.number(width)
      writer.raw("\"/>")
      y += rowHeight
    }
    write(data.headers, "v-panel")
    for row in rows { write(row.map(\.text), "v-category") }
    var style = WrittenStyle()
    self.init(width: width, height: y - 8, drawing: style.written(writer.bytes))
  }
}

// SPDX-License-Identifier: MIT
import Figures
import Markup

/// The picture as a file of its own: with the words around it, the light colours inside, and room at its edges.
func standaloneSVG(
  _ layout: ChartLayout, drawing: [UInt8], _ identity: SVGIdentity, spec: ChartSpec, note: String?,
  variants: [DrawnChart.Variant],
  language: Language
) -> [UInt8] {
  let margin = 16.0
  let title = LineBreaking(language: language, size: 17, isBold: true)
    .lines(spec.title?.text ?? "", width: layout.width)
  let small = LineBreaking(language: language, size: TextBox.size)
  let subtitle = small.lines(spec.subtitle?.text ?? "", width: layout.width)
  let notes = [note].compactMap(\.self) + variants.map { $0.text(in: language) }
  let foots = notes.flatMap { small.lines($0, width: layout.width) }
  let top = margin + Double(title.count) * 22 + Double(subtitle.count) * TextBox.lineHeight + 12
  let foot = top + layout.height + (foots.isEmpty ? 0 : 12)
  let height = foot + Double(foots.count) * TextBox.lineHeight + margin

  var writer = SVGWriter(capacity: drawing.count + 8192)
  writer.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart-svg\" viewBox=\"0 0 ")
  writer.number(layout.width + 2 * margin)
  writer.raw(" ")
  writer.number(height)
  writer.raw("\"")
  writer.attribute("width", layout.width + 2 * margin)
  writer.attribute("height", height)
  writer.raw(" role=\"img\"")
  writer.label(identity)
  writer.raw("<style>")
  writer.word(ChartStyle.standalone)
  writer.raw("</style><rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/><g aria-hidden=\"true\">")
  var y = margin + 14
  for line in title { writer.wordLine("head", line, x: margin, y: &y, height: 22) }
  for line in subtitle { writer.wordLine("tick", line, x: margin, y: &y, height: TextBox.lineHeight) }
  writer.raw("<g transform=\"translate(")
  writer.number(margin)
  writer.raw(" ")
  writer.number(top)
  writer.raw(")\">")
  writer.written(drawing)
  writer.raw("</g>")
  y = foot + TextBox.ascent
  for line in foots { writer.wordLine("tick", line, x: margin, y: &y, height: TextBox.lineHeight) }
  writer.raw("</g></svg>\n")
  return writer.bytes
}

extension SVGWriter {
  fileprivate mutating func wordLine(
    _ cssClass: StaticString, _ line: String, x: Double, y: inout Double, height: Double
  ) {
    raw("<text class=\"v-")
    raw(cssClass)
    raw("\"")
    attribute("x", x)
    attribute("y", y)
    raw(">")
    text(line)
    raw("</text>")
    y += height
  }
}

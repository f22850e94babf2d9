// SPDX-License-Identifier: MIT
import Figures
import Markup

/// The picture as a file of its own: with the words around it, in the light colours, and with room at its edges.
func standaloneSVG(
  _ picture: ChartCard.Picture, _ identity: SVGIdentity, spec: ChartSpec, note: String?,
  variants: [DrawnChart.Variant], credits: Credits?,
  language: Language
) -> [UInt8] {
  let margin = 16.0
  let title = LineBreaking(language: language, size: 17, isBold: true)
    .lines(spec.title?.text ?? "", width: picture.width)
  let small = LineBreaking(language: language, size: TextBox.size)
  let subtitle = small.lines(spec.subtitle?.text ?? "", width: picture.width)
  let notes = [note].compactMap(\.self) + variants.map { $0.text(in: language) }
  let source = credits.map { [Phrases(language).source($0.publishers), $0.site].filter { !$0.isEmpty } } ?? []
  let foots = (notes + [source.joined(separator: " · ")]).flatMap { small.lines($0, width: picture.width) }
  let top = margin + Double(title.count) * 22 + Double(subtitle.count) * TextBox.lineHeight + 12
  let foot = top + picture.height + (foots.isEmpty ? 0 : 12)
  let height = foot + Double(foots.count) * TextBox.lineHeight + margin
  let palette = ChartPalette.light

  var writer = SVGWriter(capacity: picture.drawing.count + 4096)
  writer.openPicture(width: picture.width + 2 * margin, height: height, language)
  writer.label(identity)
  writer.raw("<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/><g aria-hidden=\"true\">")
  var y = margin + 14
  for line in title { writer.line(line, x: margin, y: &y, size: 17, height: 22, palette.ink, isBold: true) }
  for line in subtitle { writer.line(line, x: margin, y: &y, height: TextBox.lineHeight, palette.secondary) }
  writer.raw("<g transform=\"translate(")
  writer.number(margin)
  writer.raw(" ")
  writer.number(top)
  writer.raw(")\">")
  writer.written(picture.drawing)
  writer.raw("</g>")
  y = foot + TextBox.ascent
  for line in foots { writer.line(line, x: margin, y: &y, height: TextBox.lineHeight, palette.secondary) }
  writer.raw("</g></svg>\n")
  return writer.bytes
}

extension SVGWriter {
  /// The root of a picture that stands alone, but for what names it.
  mutating func openPicture(width: Double, height: Double, _ language: Language) {
    raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
    number(width)
    raw(" ")
    number(height)
    raw("\"")
    attribute("width", width)
    attribute("height", height)
    raw(" font-family=\"")
    word(ChartStyle.fonts(of: language))
    raw("\"")
    attribute("font-size", TextBox.size)
    raw(" role=\"img\"")
  }

  /// A line of words outside the drawing; `y` moves on to the next.
  mutating func line(
    _ line: String, x: Double, y: inout Double, size: Double? = nil, height: Double, _ color: String,
    isBold: Bool = false
  ) {
    raw("<text")
    attribute("x", x)
    attribute("y", y)
    if let size { attribute("font-size", size) }
    if isBold { raw(" font-weight=\"700\"") }
    raw(" fill=\"")
    word(color)
    raw("\">")
    text(line)
    raw("</text>")
    y += height
  }
}

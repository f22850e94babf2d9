// SPDX-License-Identifier: MIT
import Figures
import Markup

/// Whose a chart is and whose its data are, for pictures that leave the site.
public struct Credits: Hashable, Sendable {
  /// The site's name.
  public let site: String
  /// Who publishes the data; empty where there are none.
  public let publishers: [String]

  public init(site: String, publishers: [String]) {
    self.site = site
    self.publishers = publishers
  }
}

/// A chart as a card for social networks and chats, which show it a few hundred pixels wide beside a link.
///
/// A low picture stands below its title, a tall one beside it; of the pictures there are, that is taken whose letters
/// come out largest.
public struct ChartCard: Sendable {
  public static let width = 1200
  public static let height = 630
  private static let margin = 56.0

  private let language: Language
  private let title: String
  private let subtitle: String
  private let credits: Credits

  init(_ spec: ChartSpec, _ credits: Credits, language: Language) {
    (self.language, self.credits) = (language, credits)
    (title, subtitle) = (spec.title?.text ?? "", spec.subtitle?.text ?? "")
  }

  /// A picture that a card can hold.
  struct Picture {
    let width: Double
    let height: Double
    /// Its elements, with their style written in.
    let drawing: [UInt8]
  }

  /// - Parameters:
  ///   - pictures: Those that there are already.
  ///   - draw: Makes one for a size; nil where it has no room.
  func svg(_ pictures: [Picture], draw: (LayoutSize) -> Picture?) -> [UInt8] {
    let above = Head(title, subtitle, width: 1088, sizes: [52, 46, 40], lines: (2, 2), language)
    let beside = Head(title, subtitle, width: 400, sizes: [46, 40, 36, 32], lines: (6, 5), language)
    let below = Frame(x: Self.margin, y: Self.top + above.height + 22, width: 1088, bottom: 560)
    let right = Frame(x: 504, y: Self.top - 6, width: 640, bottom: 560)
    func best(_ frame: Frame, drawnFor width: Double) -> (Picture, Double)? {
      let size = LayoutSize.card(width: width, height: (frame.height * width / frame.width).rounded(.down))
      return (pictures + [draw(size)].compactMap(\.self)).map { ($0, frame.scale(of: $0)) }.max { $0.1 < $1.1 }
    }
    let (low, tall) = (best(below, drawnFor: 640), best(right, drawnFor: 420))
    let isTall = (tall?.1 ?? 0) > (low?.1 ?? 0) * 1.15
    guard let (picture, scale) = isTall ? tall : low ?? tall else { return [] }
    return written(isTall ? beside : above, picture, scale, in: isTall ? right : below)
  }

  private static let top = 92.0

  private func written(_ head: Head, _ picture: Picture, _ scale: Double, in frame: Frame) -> [UInt8] {
    let palette = ChartPalette.light
    var writer = SVGWriter(capacity: picture.drawing.count + 4096)
    writer.openPicture(width: Double(Self.width), height: Double(Self.height), language)
    writer.raw(" xml:lang=\"")
    writer.word(language.tag)
    writer.raw("\"><rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>")
    // The mark of the house.
    for (index, role) in ["c-chn", "c-jpn", "c-kor"].enumerated() {
      writer.raw("<rect width=\"48\" height=\"8\"")
      writer.attribute("x", Self.margin + Double(index) * 48)
      writer.attribute("y", 44)
      writer.raw(" fill=\"")
      writer.word(palette.roles.first { $0.cssClass == role }?.colors.mark ?? palette.ink)
      writer.raw("\"/>")
    }
    head.write(to: &writer, x: Self.margin, top: Self.top)
    // In the middle of what the picture leaves.
    let y = frame.y + (frame.height - picture.height * scale) / 2
    let x = frame.x + (frame.width - picture.width * scale) / 2
    writer.raw("<g transform=\"translate(")
    writer.number(x)
    writer.raw(" ")
    writer.number(y)
    writer.raw(") scale(")
    writer.word("\(Int(scale * 1000) / 1000).\(String(Int(scale * 1000) % 1000 + 1000).dropFirst())")
    writer.raw(")\">")
    writer.written(picture.drawing)
    writer.raw("</g>")
    foot(&writer, palette)
    writer.raw("</svg>\n")
    return writer.bytes
  }

  /// Whose the data are, and whose the chart is.
  private func foot(_ writer: inout SVGWriter, _ palette: ChartPalette) {
    var y = 602.0
    let width = TextWidth(language: language)
    let name = width(credits.site, size: 24, isBold: true)
    let right = Double(Self.width) - Self.margin
    let source = Phrases(language).source(credits.publishers)
    let room = right - Self.margin - name - 40
    let lines = LineBreaking(language: language, size: 20).lines(source, width: room)
    if let line = lines.first {
      writer.line(
        line + (lines.count > 1 ? "…" : ""), x: Self.margin, y: &y, size: 20, height: 0, palette.secondary)
    }
    writer.raw("<g text-anchor=\"end\">")
    writer.line(credits.site, x: right, y: &y, size: 24, height: 0, palette.ink, isBold: true)
    writer.raw("</g>")
  }
}

/// Where a card's picture stands.
private struct Frame {
  let x: Double
  let y: Double
  let width: Double
  let bottom: Double

  var height: Double { bottom - y }

  /// How many times its own size a picture can have. Small ones do not grow without end.
  func scale(of picture: ChartCard.Picture) -> Double {
    min(width / picture.width, height / picture.height, 2.1)
  }
}

/// Title and subtitle in lines.
private struct Head {
  let title: [String]
  let subtitle: [String]
  let size: Double

  private static let small = 26.0
  var height: Double { Double(title.count) * size * 1.16 + Double(subtitle.count) * Self.small * 1.3 + 8 }

  /// - Parameters:
  ///   - sizes: Of the title's letters; the first is taken at which it fits and no word is cut.
  ///   - lines: How many of each there may be; what is longer is cut.
  init(
    _ title: String, _ subtitle: String, width: Double, sizes: [Double], lines: (title: Int, subtitle: Int),
    _ language: Language
  ) {
    func breaking(_ size: Double) -> LineBreaking { LineBreaking(language: language, size: size, isBold: true) }
    let fitting = sizes.first { size in
      !breaking(size).cutsWord(of: title, width: width)
        && breaking(size).lines(title, width: width).count <= lines.title
    }
    size = fitting ?? sizes.last ?? 40
    self.title = Head.cut(breaking(size).lines(title, width: width), to: lines.title)
    self.subtitle = Head.cut(
      LineBreaking(language: language, size: Self.small).lines(subtitle, width: width), to: lines.subtitle)
  }

  private static func cut(_ lines: [String], to count: Int) -> [String] {
    lines.count <= count ? lines : lines.prefix(count - 1) + [lines[count - 1] + "…"]
  }

  func write(to writer: inout SVGWriter, x: Double, top: Double) {
    let palette = ChartPalette.light
    var y = top + size * 0.84
    for line in title { writer.line(line, x: x, y: &y, size: size, height: size * 1.16, palette.ink, isBold: true) }
    y += 8 - (size - Self.small) * 0.84
    for line in subtitle {
      writer.line(line, x: x, y: &y, size: Self.small, height: Self.small * 1.3, palette.secondary)
    }
  }
}

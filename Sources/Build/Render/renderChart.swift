// SPDX-License-Identifier: MIT
import Charts
import Figures
import Markup
import Site

/// The page of a chart, its bare page for frames, and its file for machines. Nothing is drawn again.
func renderChart(
  _ drawn: DrawnFigure, _ block: ChartBlock, of page: Page, library: Library, theme: Theme
) -> [OutputFile] {
  guard let place = library.chartPlace(block.id, in: page.language) else { return [] }
  let home = library.entry(page, in: page.language)
  let figure = drawn.figure
  var frame = PageFrame(
    site: library.site(in: page.language), kind: .chart, path: place.page, language: page.language,
    title: figure.title, summary: figure.subtitle, alternates: library.chartAlternates(block.id, of: page),
    feeds: library.siteFeeds(in: page.language), structuredData: structuredData(figure, page, place, library),
    published: nil)
  frame.card = drawn.socialCard
  let view = ChartPage(
    frame: frame, figure: figure, home: home, embed: place.embed,
    embedHeight: embedHeight(figure, drawn.layouts))
  return [
    OutputFile(place.page.file, theme.chart(view).bytes), OutputFile(place.embed.file, theme.embed(view).bytes),
    OutputFile(place.json.file, chartJSON(drawn, block, page, place, library).bytes + [UInt8(ascii: "\n")]),
  ]
}

/// What the picture and the lines above and below it take at the width where that is most.
private func embedHeight(_ figure: Figure, _ layouts: [ChartLayout]) -> Int {
  func lines(_ text: String, _ size: Double, _ width: Double) -> Double {
    let length = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.56 : 1) } * size
    return (length / width + 0.3).rounded(.up)
  }
  func height(at width: Double, picture: Double) -> Double {
    let sources = figure.sources.map { "\($0.title.text), \($0.publisher.text), 20 September 2026" }
    let small = sources + figure.variants.map(\.formula)
    let foot = ([figure.note ?? ""] + small).reduce(0) { $0 + lines($1, 13, width) }
    return 110 + lines(figure.title, 19, width) * 25 + lines(figure.subtitle, 15, width) * 22 + picture + foot * 20
  }
  let rows = Double(figure.table.rows.count + 1) * 40
  let heights = [(340.0, LayoutSize.narrow), (560, .narrow), (640, .wide), (860, .wide)].map { width, size in
    let layout = layouts.first { $0.size == size }
    let shown = size == .narrow ? min(width, 448) : width
    return height(at: width, picture: layout.map { shown / $0.width * $0.height } ?? rows)
  }
  return Int((heights.max() ?? 0) / 10) * 10 + 10
}

private func structuredData(_ figure: Figure, _ page: Page, _ place: ChartPlace, _ library: Library) -> JSON {
  let url = library.site.url
  func download(_ path: SitePath?, _ type: String) -> JSON? {
    path.map {
      ["@type": "DataDownload", "encodingFormat": .string(type), "contentUrl": .string(url.appending($0).text)]
    }
  }
  return .object([
    ("@context", "https://schema.org"), ("@type", "Dataset"), ("name", .string(figure.title)),
    ("description", .string(figure.description)), ("url", .string(url.appending(place.page).text)),
    ("inLanguage", .string(page.language.tag)), ("datePublished", page.date.map { .string($0.iso) }),
    ("creator", ["@type": "Organization", "name": .string(library.site.publisher)]),
    ("isPartOf", .string(url.appending(page.path).text)),
    ("isBasedOn", .array(figure.sources.map { .string(url.appending($0.dataset).text) })),
    (
      "distribution",
      .array(
        [
          download(figure.csv, "text/csv"), download(figure.svg, "image/svg+xml"),
          download(figure.json, "application/json"),
        ].compactMap(\.self))
    ),
  ])
}

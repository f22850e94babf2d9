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
    embedHeight: EmbedHeight(figure, drawn.layouts))
  return [
    OutputFile(place.page.file, theme.chart(view).bytes), OutputFile(place.embed.file, theme.embed(view).bytes),
    OutputFile(place.json.file, chartJSON(drawn, block, page, place, library).bytes + [UInt8(ascii: "\n")]),
  ]
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

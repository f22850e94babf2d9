// SPDX-License-Identifier: MIT
import Markup
import Site

/// A chart for a frame in a page of others: the figure and who made it. Links lead out of the frame; the colours follow
/// the reader's system, and search engines are sent to the chart's page.
func chartEmbed(_ page: ChartPage) -> HTML {
  let (frame, embed) = (page.frame, page.frame.at(page.embed))
  return """
    <!doctype html>
    <html lang="\(frame.language.tag)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(frame.title) – \(frame.site.title.text(in: frame.language))</title>
    <meta name="robots" content="noindex">
    <base target="_top">
    <link rel="canonical" href="\(frame.canonical)">
    \(frame.site.icon, { icon($0, embed) })\
    <link rel="stylesheet" href="\(embed.link(frame.site.stylesheet))">
    <meta name="color-scheme" content="light dark">
    </head>
    <body data-kind="embed">
    <main>
    \(embed.figure(page.figure, as: .embedded))
    </main>
    </body>
    </html>

    """
}

private func icon(_ icon: SitePath, _ frame: PageFrame) -> HTML {
  """
  <link rel="icon" type="image/svg+xml" href="\(frame.link(icon))">

  """
}

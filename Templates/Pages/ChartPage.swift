// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

/// A chart by itself: the figure, its numbers, how to cite and embed it, and its files.
func chartPage(_ page: ChartPage) -> HTML {
  let (frame, figure, words) = (page.frame, page.figure, page.frame.chartWords)
  return frame.document(
    """
    <article class="columns chart-page">
    <header class="page-head">
    <div class="kicker">\(words.chart)</div>
    <h1>\(frame.title)</h1>
    <p class="date-line">\(words.standsIn) \(home(page))</p>
    </header>
    <div class="column">
    \(frame.figure(figure, as: .alone))
    \(section(frame.words.dataTable, "data", numbers(figure)))
    \(section(words.cite, "cite", copied(frame.citation(of: figure, published: page.home.date), words)))
    \(section(words.embed, "embed", embedding(page)))
    \(section(words.download, "downloads", downloads(page)))
    \(frame.sourceSection(figure.sources))
    </div>
    </article>
    """)
}

extension PageFrame {
  /// What the look says about charts in the page's language.
  var chartWords: ChartWords { ChartWords.of(language) }
}

private func home(_ page: ChartPage) -> HTML {
  """
  <a href="\(page.frame.link(page.home.path, fragment: page.figure.id))">\(page.home.title)</a>\
  \(page.home.date, { day(page.frame, $0) })
  """
}

private func day(_ frame: PageFrame, _ day: Period) -> HTML {
  """
  \(frame.words.comma)\(frame.time(day))
  """
}

/// Nothing where the figure is the table.
private func numbers(_ figure: Figure) -> HTML? {
  figure.narrow == nil ? nil : dataTable(figure.table, caption: figure.title)
}

/// A text with a button that copies it, which the script shows.
private func copied(_ text: String, _ words: ChartWords) -> HTML {
  """
  <div class="to-copy"><p>\(text)</p>\
  <button class="copy-text" type="button" data-copied="\(words.copied)" hidden>\(words.copy)</button></div>
  """
}

private func embedding(_ page: ChartPage) -> HTML {
  let (frame, words) = (page.frame, page.frame.chartWords)
  return """
    <p>\(words.embedHint)</p>
    <div class="to-copy"><pre tabindex="0"><code>\(snippet(page))</code></pre>\
    <button class="copy-text" type="button" data-copied="\(words.copied)" hidden>\(words.copy)</button></div>
    <p><a href="\(frame.link(page.embed))">\(words.barePage)</a></p>
    """
}

/// The text that a reader pastes into a page: HTML, shown as text.
///
/// The height follows the width without a script, by units of the element around the frame. Where a system for content
/// takes styles away, the frame is high enough at every width.
private func snippet(_ page: ChartPage) -> String {
  let title = HTML(text: page.frame.title).description
  let url = HTML(text: page.frame.site.url.appending(page.embed).text).description
  return "<div style=\"container-type:inline-size\"><iframe src=\"\(url)\" title=\"\(title)\" width=\"100%\" "
    + "height=\"\(page.embedHeight.most)\" style=\"border:0;height:\(css(page.embedHeight))\" "
    + "loading=\"lazy\"></iframe></div>"
}

/// One of the two heights as CSS: the other's bound is below zero at any width.
private func css(_ height: EmbedHeight) -> String {
  let from = EmbedHeight.wideFrom
  return "max(min(\(css(height.narrow)),(\(from)px - 100cqw)*9999),"
    + "min(\(css(height.wide)),(100cqw - \(from - 1)px)*9999))"
}

private func css(_ part: EmbedHeight.Part) -> String {
  if part.shape == 0 { return "\(part.words)px" }
  return "\(part.words)px + min(100cqw - \(EmbedHeight.margins)px,\(part.widest)px)*\(part.shape)/1000"
}

private func downloads(_ page: ChartPage) -> HTML {
  let (figure, words) = (page.figure, page.frame.chartWords)
  return """
    <ul>\(figure.svg, { file(page.frame, $0, "SVG", words.svg) })\(file(page.frame, figure.csv, "CSV", words.csv))\
    \(figure.json, { file(page.frame, $0, "JSON", words.json) })</ul>
    """
}

private func file(_ frame: PageFrame, _ path: SitePath, _ kind: String, _ what: String) -> HTML {
  """
  <li><a href="\(frame.link(path))" download>\(kind)</a>\(frame.words.colon)\(what)</li>
  """
}

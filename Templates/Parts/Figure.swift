// SPDX-License-Identifier: MIT
import Markup
import Site

/// Where a figure stands.
enum FigureUse {
  /// In a page's text, with its data and files.
  case inText
  /// On its own page, whose headline is its title and whose sections are its data and files.
  case alone
  /// In a frame of someone else's page, with the way to its own.
  case embedded
}

extension PageFrame {
  /// A chart with everything that belongs to it: finding, measure, picture, note, source, data and links.
  func figure(_ figure: Figure, as use: FigureUse = .inText) -> HTML {
    """
    <figure class="figure" id="\(figure.id)">
    <figcaption>
    \(title(of: figure, as: use))
    <p class="figure-subtitle">\(unbroken(figure.subtitle))</p>
    </figcaption>
    \(picture(of: figure))
    <div class="figure-foot">
    \(figure.note, noteLine)\(figure.revision, revisionLine)\(each: figure.variants, variantLine)
    \(sourceLine(figure))
    \(links(of: figure, as: use))
    </div>
    </figure>
    \(each: use == .inText ? figure.listings : [], listing)
    """
  }

  /// The finding, which is the headline of a page that holds nothing else.
  private func title(of figure: Figure, as use: FigureUse) -> HTML? {
    let title: HTML
    switch use {
    case .alone: return nil
    case .inText: title = "<p class=\"figure-title\">\(unbroken(figure.title))</p>"
    case .embedded: title = "<h1 class=\"figure-title\">\(unbroken(figure.title))</h1>"
    }
    return """
      <span class="house-rule" aria-hidden="true"></span>
      \(title)
      """
  }

  private func links(of figure: Figure, as use: FigureUse) -> HTML? {
    switch use {
    case .inText: figureLinks(figure)
    case .alone: nil
    case .embedded: figure.page.map(signature)
    }
  }

  /// Whose figure it is, with the way to its own page.
  private func signature(_ page: SitePath) -> HTML {
    """
    <p class="figure-signature"><a href="\(link(page))">\(site.title.text(in: language))</a></p>
    """
  }

  /// The chart at both widths, of which its own style shows one; or a table, where that is the chart.
  private func picture(of figure: Figure) -> HTML {
    guard let wide = figure.wide else { return dataTable(figure.table, caption: figure.description) }
    guard let narrow = figure.narrow else {
      return """
        <div class="table-scroll" tabindex="0" role="group" aria-label="\(figure.description)">\(wide)</div>
        """
    }
    return """
      <div class="chart">\(wide)\(narrow)</div>
      """
  }

  private func noteLine(_ note: String) -> HTML {
    """
    <p class="figure-note">\(words.note)\(words.colon)\(unbroken(note))</p>
    """
  }

  private func revisionLine(_ revision: FigureRevision) -> HTML {
    """

    <p class="figure-note figure-revision">\(words.revised)\(words.colon)\(revisionLink(revision))</p>
    """
  }

  private func variantLine(_ variant: VariantLine) -> HTML {
    """

    <p class="figure-note figure-variant">\(variantTitle(variant))\(words.colon)\(formula(variant.formula))</p>
    """
  }

  private func variantTitle(_ variant: VariantLine) -> HTML {
    guard let glossary = variant.glossary else { return HTML(text: variant.title) }
    return """
      <a href="\(link(glossary, fragment: variant.name))">\(variant.title)</a>
      """
  }

  private func sourceLine(_ figure: Figure) -> HTML? {
    let source = figure.source.map(linked) ?? (figure.sources.isEmpty ? nil : sourceTexts(figure.sources))
    guard let source else { return nil }
    return """
      <p class="figure-source">\(words.source)\(words.colon)\(source)</p>
      """
  }

  /// An author's words, in which an address is a link.
  private func linked(_ text: String) -> HTML {
    let words = text.split(separator: " ").map { word in
      ExternalURL(String(word)).map { externalLink($0) } ?? HTML(text: String(word))
    }
    return "\(each: words, { $0 }, separator: HTML(text: " "))"
  }

  private func externalLink(_ url: ExternalURL) -> HTML {
    """
    <a href="\(url)">\(url.text)</a>
    """
  }

  private func figureLinks(_ figure: Figure) -> HTML {
    """
    <div class="figure-links">
    \(tableDisclosure(figure))
    <a href="\(link(figure.csv))" download aria-label="CSV\(words.colon)\(figure.title)">CSV</a>
    \(svgLink(figure))
    \(pageLink(figure))
    <a class="copy-link" href="\(figure.page.map { link($0) } ?? RelativeURL(fragment: figure.id))" \
    data-copied="\(words.copied)" aria-label="\(words.link)\(words.colon)\(figure.title)">\(words.link)</a>
    </div>
    """
  }

  private func pageLink(_ figure: Figure) -> HTML? {
    guard let page = figure.page else { return nil }
    return """
      <a href="\(link(page))" aria-label="\(chartWords.citeOrEmbed)\(words.colon)\(figure.title)">\
      \(chartWords.citeOrEmbed)</a>
      """
  }

  /// The figures behind a picture; nothing where they are the picture.
  private func tableDisclosure(_ figure: Figure) -> HTML? {
    guard figure.narrow != nil else { return nil }
    return """
      <details><summary>\(words.dataTable)</summary>\(dataTable(figure.table, caption: figure.title))</details>
      """
  }

  private func svgLink(_ figure: Figure) -> HTML? {
    guard let svg = figure.svg else { return nil }
    return """
      <a href="\(link(svg))" download aria-label="SVG\(words.colon)\(figure.title)">SVG</a>
      """
  }
}

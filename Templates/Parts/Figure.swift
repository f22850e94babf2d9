// SPDX-License-Identifier: MIT
import Markup
import Site

extension PageFrame {
  /// A chart with everything that belongs to it: finding, measure, picture, note, source, data and links.
  func figure(_ figure: Figure) -> HTML {
    """
    <figure class="figure" id="\(figure.id)">
    <figcaption>
    <span class="house-rule" aria-hidden="true"></span>
    <p class="figure-title">\(figure.title)</p>
    <p class="figure-subtitle">\(figure.subtitle)</p>
    </figcaption>
    \(picture(of: figure))
    <div class="figure-foot">
    \(figure.note, noteLine)\(figure.revision, revisionLine)\(each: figure.variants, variantLine)
    \(sourceLine(figure.sources))
    \(figureLinks(figure))
    </div>
    </figure>
    \(each: figure.listings, listing)
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
    <p class="figure-note">\(words.note)\(words.colon)\(note)</p>
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
    guard let link = variant.link else { return HTML(text: variant.title) }
    return """
      <a href="\(link)">\(variant.title)</a>
      """
  }

  private func sourceLine(_ sources: [SourceReference]) -> HTML? {
    guard !sources.isEmpty else { return nil }
    return """
      <p class="figure-source">\(words.source)\(words.colon)\(each: sources, sourceText, separator: "; ")</p>
      """
  }

  private func figureLinks(_ figure: Figure) -> HTML {
    """
    <div class="figure-links">
    \(tableDisclosure(figure))
    <a href="\(link(figure.csv))" download aria-label="CSV\(words.colon)\(figure.title)">CSV</a>
    \(svgLink(figure))
    <a class="copy-link" href="\(RelativeURL(fragment: figure.id))" data-copied="\(words.copied)" \
    aria-label="\(words.link)\(words.colon)\(figure.title)">\(words.link)</a>
    </div>
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

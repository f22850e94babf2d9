// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

/// A number in running text: a quiet link to where it comes from, with a mark where it has been revised.
func shownValue(_ value: ShownValue) -> HTML {
  value.isRevised
    ? """
    <a class="value revised" href="\(RelativeURL(fragment: value.anchor))">\(value.text)<sup>†</sup></a>
    """
    : """
    <a class="value" href="\(RelativeURL(fragment: value.anchor))">\(value.text)</a>
    """
}

extension PageFrame {
  /// At a page's end: what has been revised since, then where each number comes from.
  var provenanceSections: HTML {
    """
    \(section(words.revisedSince, "revisions", revisions))
    \(pageFigures)
    """
  }

  private var revisions: HTML? {
    if provenance.revisions.isEmpty, provenance.charts.isEmpty { return nil }
    return """
      <p class="revisions-intro">\(words.revisedIntro)</p>
      \(revisedFigures)
      \(revisedCharts)
      """
  }

  private var revisedFigures: HTML? {
    guard !provenance.revisions.isEmpty else { return nil }
    return """
      <div class="table-scroll" tabindex="0" role="group" aria-label="\(words.revisedSince)"><table class="revision-table">
      <caption class="visually-hidden">\(words.revisedSince)</caption>
      <thead><tr><th scope="col">\(words.inText)</th><th scope="col">\(words.latestEdition)</th>\
      <th scope="col">\(words.dataset)</th></tr></thead>
      <tbody>
      \(each: provenance.revisions, revisedFigure)
      </tbody>
      </table></div>
      """
  }

  private func revisedFigure(_ figure: RevisedFigure) -> HTML {
    """
    <tr id="\(figure.id)"><th scope="row">\(figure.text) <a href="\(RelativeURL(fragment: figure.figure))">\
    <code>\(figure.name)</code></a></th><td>\(latest(figure))</td><td>\(each: figure.datasets, revisedDataset)</td></tr>

    """
  }

  private func latest(_ figure: RevisedFigure) -> HTML {
    guard let text = figure.latest else {
      return """
        <span class="absent">\(words.notInEdition)</span>
        """
    }
    return """
      <strong>\(text)</strong>
      """
  }

  private func revisedDataset(_ dataset: RevisedDataset) -> HTML {
    """
    <div><a href="\(link(dataset.path, fragment: "revisions"))"\(attribute: "lang", language(of: dataset.title))>\(dataset.title.text)</a>
    <span class="edition">\(words.edition(dataset.read.text(in: language))) → \
    \(words.edition(dataset.latest.text(in: language)))</span></div>
    """
  }

  private var revisedCharts: HTML? {
    guard !provenance.charts.isEmpty else { return nil }
    return """
      <ul>\(each: provenance.charts, revisedChart)</ul>
      """
  }

  private func revisedChart(_ chart: RevisedChart) -> HTML {
    """
    <li><a href="\(RelativeURL(fragment: chart.id))">\(chart.title)</a>\(words.colon)\(revisionLink(chart.revision))</li>
    """
  }

  /// `the edition of 1 June 2025 states 3 figures differently`, which leads to what it revised.
  func revisionLink(_ revision: FigureRevision) -> HTML {
    let days = Set(revision.datasets.map(\.latest)).sorted().map { $0.text(in: language) }
    let text = words.statedDifferently(revision.count, days.joined(separator: words.comma))
    guard let dataset = revision.datasets.first else { return HTML(text: text) }
    return """
      <a href="\(link(dataset.path, fragment: "revisions"))">\(text)</a>
      """
  }

  private var pageFigures: HTML? {
    guard !provenance.figures.isEmpty else { return nil }
    return """
      <details class="page-figures"><summary>\(words.pageFigures)\(words.colon)\(provenance.figures.count)</summary>
      <dl>
      \(each: provenance.figures, pageFigure)
      </dl>
      </details>
      """
  }

  private func pageFigure(_ figure: PageFigure) -> HTML {
    """
    <div id="\(figure.id)"><dt>\(figure.texts.joined(separator: " · "))</dt>
    \(each: figure.steps, { figureStep($0, isOwn: $0 == figure.steps.first) })\
    \(each: figure.sources, figureSource)</div>

    """
  }

  private func figureStep(_ step: FigureStep, isOwn: Bool) -> HTML {
    """
    <dd><code>\(isOwn ? step.expression : "\(step.name) = \(step.expression)")</code></dd>

    """
  }

  private func figureSource(_ source: SourceReference) -> HTML {
    """
    <dd>\(sourceText(source, withRetrieval: true))</dd>

    """
  }
}

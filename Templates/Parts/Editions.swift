// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

/// The editions of a dataset, each with its file.
func editionTable(_ page: DatasetPage) -> HTML? {
  guard !page.editions.isEmpty else { return nil }
  let words = page.frame.words
  return """
    <div class="table-scroll" tabindex="0" role="group" aria-label="\(words.editions)"><table class="edition-table">
    <caption class="visually-hidden">\(words.editions)</caption>
    <thead><tr><th scope="col">\(words.publishedOn)</th><th scope="col">\(words.retrievedOn)</th>\
    <th scope="col" class="number">\(words.rows)</th><th scope="col">CSV</th></tr></thead>
    <tbody>
    \(each: page.editions, { editionRow($0, page.frame) })
    </tbody>
    </table></div>
    """
}

private func editionRow(_ edition: DatasetEdition, _ frame: PageFrame) -> HTML {
  """
  <tr><th scope="row">\(frame.time(edition.published))\(edition.note, editionNote)</th>\
  <td>\(edition.retrieved, frame.time)</td><td class="number">\(plainNumber(Double(edition.rowCount), places: 0))</td>\
  <td><a href="\(frame.link(edition.csv))" download aria-label="CSV\(frame.words.colon)\(edition.published.iso)">CSV</a></td></tr>

  """
}

private func editionNote(_ note: String) -> HTML {
  """
  <p class="edition-note">\(note)</p>
  """
}

/// What each edition revised, under an anchor of its own.
func revisionSection(_ page: DatasetPage) -> HTML? {
  guard !page.revisions.isEmpty else { return nil }
  let (frame, words) = (page.frame, page.frame.words)
  return """
    <section class="part revisions" id="revisions">
    <h2>\(words.revisions)</h2>
    \(each: page.revisions, { revisionPart($0, frame) })
    \(page.revisionsCSV, { revisionsLink($0, frame) })
    </section>
    """
}

private func revisionsLink(_ csv: SitePath, _ frame: PageFrame) -> HTML {
  """
  <p class="more"><a href="\(frame.link(csv))" download>\(frame.words.allRevisions)</a></p>
  """
}

private func revisionPart(_ revisions: DatasetRevisions, _ frame: PageFrame) -> HTML {
  """
  <h3>\(frame.time(revisions.from)) → \(frame.time(revisions.to))</h3>
  <p>\(frame.words.revisionCount(revisions.count, revisions.addedRows, revisions.removedRows)) \
  \(revisions.cells.count < revisions.count ? frame.words.largestOf(revisions.cells.count, revisions.count) : "")</p>
  \(revisedCells(revisions, frame))
  """
}

private func revisedCells(_ revisions: DatasetRevisions, _ frame: PageFrame) -> HTML? {
  guard !revisions.cells.isEmpty else { return nil }
  let words = frame.words
  let name = "\(words.revisions)\(words.colon)\(revisions.to.text(in: frame.language))"
  return """
    <div class="table-scroll" tabindex="0" role="group" aria-label="\(name)"><table class="data-table">
    <caption class="visually-hidden">\(name)</caption>
    <thead><tr><th scope="col">\(words.row)</th><th scope="col">\(words.field)</th>\
    <th scope="col" class="number">\(words.before)</th><th scope="col" class="number">\(words.after)</th>\
    <th scope="col" class="number">\(words.change)</th><th scope="col" class="number">%</th></tr></thead>
    <tbody>
    \(each: revisions.cells, revisedCell)
    </tbody>
    </table></div>
    """
}

private func revisedCell(_ cell: RevisedCell) -> HTML {
  """
  <tr><th scope="row">\(cell.row)</th><td>\(cell.field)</td><td class="number">\(cell.before)</td>\
  <td class="number">\(cell.after)</td><td class="number">\(cell.change)</td><td class="number">\(cell.percent)</td></tr>

  """
}

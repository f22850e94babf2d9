// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

/// Every dataset of the site, a row each.
func datasetsPage(_ page: DatasetsPage) -> HTML {
  let frame = page.frame
  return frame.document(
    """
    <div class="page-list">
    \(frame.pageHead)
    \(prose(page.body))
    \(page.datasets.isEmpty ? nothingYet(frame) : datasetsTable(page))
    \(frame.provenanceSections)
    </div>
    """)
}

private func datasetsTable(_ page: DatasetsPage) -> HTML {
  let words = page.frame.words
  return """
    <table class="dataset-table">
    <caption class="visually-hidden">\(page.frame.title)</caption>
    <thead><tr><th scope="col">\(words.dataset)</th><th scope="col">\(words.publisher)</th>\
    <th scope="col">\(words.frequency)</th><th scope="col">\(words.coverage)</th>\
    <th scope="col" class="number">\(words.rows)</th></tr></thead>
    <tbody>
    \(each: page.datasets, { datasetRow($0, page.frame) })
    </tbody>
    </table>
    """
}

private func datasetRow(_ dataset: DatasetEntry, _ frame: PageFrame) -> HTML {
  """
  <tr>
  <th scope="row"><a href="\(frame.link(dataset.path))"\(attribute: "lang", frame.language(of: dataset.title))>\(dataset.title.text)</a></th>
  <td data-label="\(frame.words.publisher)"\(attribute: "lang", frame.language(of: dataset.publisher))>\(dataset.publisher.text)</td>
  <td data-label="\(frame.words.frequency)">\(dataset.frequency)</td>
  <td data-label="\(frame.words.coverage)">\(dataset.coverage)</td>
  <td data-label="\(frame.words.rows)" class="number">\(plainNumber(Double(dataset.rowCount), places: 0))</td>
  </tr>
  """
}

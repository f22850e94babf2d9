// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

/// One dataset: where it is from, what its fields mean, what to beware of, and its newest rows.
func datasetPage(_ page: DatasetPage) -> HTML {
  let (frame, words) = (page.frame, page.frame.words)
  return frame.document(
    """
    <div class="columns dataset">
    <header class="page-head">
    <div class="kicker">\(words.dataset) <code>\(page.entry.name)</code></div>
    <h1>\(frame.title)</h1>
    <p class="standfirst">\(page.description)</p>
    <p class="download"><a href="\(frame.link(page.csv))" download>\(words.downloadCSV)</a></p>
    </header>
    \(facts(page))
    <div class="column">
    \(section(words.caveats, "caveats", caveats(page.caveats)))
    \(section(words.fields, "fields", fieldTable(page)))
    \(section(words.editions, "editions", editionTable(page)))
    \(revisionSection(page))
    \(section(words.newestRows, "preview", dataTable(page.preview, caption: words.newestRows)))
    \(section(words.usedBy, "related", frame.entryLines(page.usedBy)))
    </div>
    </div>
    """)
}

private func facts(_ page: DatasetPage) -> HTML {
  let words = page.frame.words
  return """
    <dl class="facts">
    \(fact(words.publisher, page.entry.publisher.text))
    \(each: page.properties, { fact(words.label(of: $0.name), $0.text) })
    \(fact(words.rows, plainNumber(Double(page.entry.rowCount), places: 0)))
    \(links(words.source, page.sources))
    \(links(words.licence, page.licences))
    </dl>
    """
}

private func fact(_ name: String, _ text: String) -> HTML {
  if text.isEmpty { return HTML() }
  return """
    <div><dt>\(name)</dt><dd>\(text)</dd></div>
    """
}

private func links(_ name: String, _ links: [LabelledLink]) -> HTML? {
  guard !links.isEmpty else { return nil }
  return """
    <div><dt>\(name)</dt>\(each: links, labelledLink)</div>
    """
}

private func labelledLink(_ link: LabelledLink) -> HTML {
  guard let url = link.url else {
    return """
      <dd>\(link.title)</dd>
      """
  }
  return """
    <dd><a class="external" href="\(url)">\(link.title)</a></dd>
    """
}

private func caveats(_ caveats: [String]) -> HTML? {
  guard !caveats.isEmpty else { return nil }
  return """
    <ul>\(each: caveats, caveat)</ul>
    """
}

private func caveat(_ sentence: String) -> HTML {
  """
  <li>\(sentence)</li>
  """
}

private func fieldTable(_ page: DatasetPage) -> HTML? {
  guard !page.fields.isEmpty else { return nil }
  let words = page.frame.words
  return """
    <div class="table-scroll" tabindex="0" role="group" aria-label="\(words.fields)"><table class="field-table">
    <caption class="visually-hidden">\(words.fields)</caption>
    <thead><tr><th scope="col">\(words.name)</th><th scope="col">\(words.type)</th>\
    <th scope="col">\(words.unit)</th><th scope="col">\(words.description)</th></tr></thead>
    <tbody>
    \(each: page.fields, fieldRow)
    </tbody>
    </table></div>
    """
}

private func fieldRow(_ field: DatasetField) -> HTML {
  """
  <tr><th scope="row"><code>\(field.name)</code></th><td>\(field.type)</td><td>\(field.unit)</td>\
  <td>\(fieldTitle(field))\(field.description)</td></tr>

  """
}

private func fieldTitle(_ field: DatasetField) -> HTML? {
  guard !field.title.isEmpty, field.title != field.description else { return nil }
  return """
    <span class="field-title">\(field.title)</span> 
    """
}

extension Words {
  fileprivate func label(of property: DatasetProperty.Name) -> String {
    switch property {
    case .valuation: valuation
    case .reporter: reporter
    case .published: publishedOn
    case .retrieved: retrievedOn
    case .frequency: frequency
    case .coverage: coverage
    }
  }
}

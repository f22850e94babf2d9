// SPDX-License-Identifier: MIT
import Markup
import Site

/// Every indicator: how it is written and computed, and what it does not tell.
func glossaryPage(_ page: GlossaryPage) -> HTML {
  let frame = page.frame
  return frame.document(
    """
    <div class="columns">
    \(frame.pageHead)
    \(frame.contents(page.contents))
    <div class="column">
    \(prose(page.body))
    \(each: page.entries, { indicator($0, frame.words) })
    \(frame.provenanceSections)
    </div>
    </div>
    """)
}

private func indicator(_ entry: GlossaryEntry, _ words: Words) -> HTML {
  """
  <section class="indicator" id="\(entry.id)">
  <h2>\(entry.title)</h2>
  <p class="formula">\(formula(entry.formula))</p>
  <dl>
  <div><dt>\(words.written)</dt>\(each: entry.usages, code)</div>
  \(entry.query, { query($0, words) })
  \(explanation(words.range, entry.range, entry))
  \(explanation(words.limits, entry.limits, entry))
  \(explanation(words.undefined, entry.undefined, entry))
  \(explanation(words.source, entry.source, entry))
  </dl>
  </section>

  """
}

private func code(_ text: String) -> HTML {
  """
  <dd><code>\(text)</code></dd>
  """
}

private func query(_ text: String, _ words: Words) -> HTML {
  """
  <div><dt>\(words.inQuery)</dt>\(code(text))</div>
  """
}

private func explanation(_ name: String, _ text: String, _ entry: GlossaryEntry) -> HTML {
  """
  <div><dt>\(name)</dt><dd lang="\(entry.language.tag)">\(text)</dd></div>
  """
}

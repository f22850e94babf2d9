// SPDX-License-Identifier: MIT
import Markup
import Site

/// A dated article, with its contents beside it where there is room.
func briefingPage(_ page: BriefingPage) -> HTML {
  let (frame, words) = (page.frame, page.frame.words)
  return frame.document(
    """
    <article class="columns">
    <header class="page-head">
    \(frame.kicker(page.tags, nil))
    <h1>\(frame.title)</h1>
    \(frame.standfirstLine)
    <p class="date-line">\(frame.time(page.date))</p>
    </header>
    \(section(words.keyPoints, "key-points", points(page.points)))
    \(frame.contents(page.contents))
    <div class="column">
    \(prose(page.body))
    \(claims(page))
    \(frame.provenanceSections)
    \(frame.sourceSection(page.sources))
    \(section(words.related, "related", frame.entryLines(page.related)))
    </div>
    </article>
    """)
}

private func points(_ points: [HTML]) -> HTML? {
  guard !points.isEmpty else { return nil }
  return """
    <ul>\(each: points, point)</ul>
    """
}

private func point(_ text: HTML) -> HTML {
  """
  <li>\(text)</li>
  """
}

/// What the build has held against the data before it let the page out.
private func claims(_ page: BriefingPage) -> HTML? {
  guard !page.claims.isEmpty else { return nil }
  return """
    <details class="claims"><summary>\(page.frame.words.checked(page.claims.count))</summary>
    <ul>\(each: page.claims, claim)</ul>
    </details>
    """
}

private func claim(_ sentence: String) -> HTML {
  """
  <li>\(sentence)</li>
  """
}

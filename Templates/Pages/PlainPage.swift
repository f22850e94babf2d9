// SPDX-License-Identifier: MIT
import Markup
import Site

/// A page of text that is no article.
func plainPage(_ page: PlainPage) -> HTML {
  let frame = page.frame
  return frame.document(
    """
    <div class="columns">
    \(frame.pageHead)
    \(frame.contents(page.contents))
    <div class="column">
    \(prose(page.body))
    \(frame.provenanceSections)
    \(frame.sourceSection(page.sources))
    </div>
    </div>
    """)
}

// SPDX-License-Identifier: MIT
import Markup
import Site

/// A topic or a country: its text, then what the site has on it.
func subjectPage(_ page: SubjectPage) -> HTML {
  let (frame, words) = (page.frame, page.frame.words)
  return frame.document(
    """
    <div class="columns subject"\(attribute: "data-country", page.country)>
    \(frame.pageHead)
    \(frame.contents(page.contents))
    <div class="column">
    \(prose(page.body))
    \(section(words.briefings, "subject-briefings", frame.entryRows(page.entries)))
    \(frame.pagination(page.pagination))
    \(section(words.events, "subject-events", frame.eventList(page.events)))
    \(section(words.proposals, "subject-proposals", frame.proposalList(page.proposals)))
    \(section(words.cases, "subject-cases", frame.caseList(page.cases)))
    \(frame.provenanceSections)
    \(frame.sourceSection(page.sources))
    </div>
    </div>
    """)
}

// SPDX-License-Identifier: MIT
import Markup
import Site

/// All proposals in one table, by field; on narrow screens each is a block.
func trackerPage(_ page: TrackerPage) -> HTML {
  let frame = page.frame
  return frame.document(
    """
    <div class="page-list">
    \(frame.pageHead)
    \(prose(page.body))
    \(page.proposals.isEmpty ? nothingYet(frame) : trackerTable(page))
    \(page.source, { datasetLink($0, frame) })
    \(frame.provenanceSections)
    </div>
    """)
}

/// Where the rows of a page are as data.
func datasetLink(_ dataset: SitePath, _ frame: PageFrame) -> HTML {
  """
  <p class="more"><a href="\(frame.link(dataset))">\(frame.words.pageData) →</a></p>
  """
}

private func trackerTable(_ page: TrackerPage) -> HTML {
  let words = page.frame.words
  return """
    <table class="tracker">
    <caption class="visually-hidden">\(page.frame.title)</caption>
    <thead><tr><th scope="col">\(words.proposal)</th><th scope="col">\(words.who)</th>\
    <th scope="col">\(words.countries)</th><th scope="col">\(words.date)</th>\
    <th scope="col">\(words.status)</th></tr></thead>
    \(each: fields(of: page.proposals), { fieldBody($0, page.frame) })
    </table>
    """
}

private struct FieldOfProposals {
  let field: String
  var proposals: [Proposal]
}

/// Proposals by field; fields stand in the order in which they first come.
private func fields(of proposals: [Proposal]) -> [FieldOfProposals] {
  var fields: [FieldOfProposals] = []
  for proposal in proposals {
    if let index = fields.firstIndex(where: { $0.field == proposal.field }) {
      fields[index].proposals.append(proposal)
    } else {
      fields.append(FieldOfProposals(field: proposal.field, proposals: [proposal]))
    }
  }
  return fields
}

private func fieldBody(_ field: FieldOfProposals, _ frame: PageFrame) -> HTML {
  """
  <tbody>
  <tr class="field"><th scope="rowgroup" colspan="5">\(field.field)</th></tr>
  \(each: field.proposals, { trackerRow($0, frame) })
  </tbody>
  """
}

private func trackerRow(_ proposal: Proposal, _ frame: PageFrame) -> HTML {
  """
  <tr id="\(proposal.id)">
  <th scope="row" class="proposal-text">\(proposal.what)</th>
  <td class="proposal-who"><strong>\(proposal.who)</strong>\(proposal.role, separateRole)</td>
  <td>\(frame.tagList(proposal.countries))</td>
  <td class="proposal-date">\(frame.time(proposal.date)) \(frame.recordSource(proposal.source, proposal.dataset))</td>
  <td><span class="status">\(proposal.status)</span></td>
  </tr>
  """
}

private func separateRole(_ role: String) -> HTML {
  """
   <span class="role">\(role)</span>
  """
}

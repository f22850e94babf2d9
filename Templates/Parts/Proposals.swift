// SPDX-License-Identifier: MIT
import Markup
import Site

extension PageFrame {
  /// Proposals, each with who makes it; nothing where there are none.
  func proposalList(_ proposals: [Proposal]) -> HTML? {
    guard !proposals.isEmpty else { return nil }
    return """
      <ul class="proposals">
      \(each: proposals, proposalItem)
      </ul>
      """
  }

  private func proposalItem(_ proposal: Proposal) -> HTML {
    """
    <li class="proposal">
    <p class="proposal-text"\(attribute: "lang", dataLanguage)>\(proposal.what)</p>
    <p class="proposal-who"\(attribute: "lang", dataLanguage)><strong>\(proposal.who)</strong>\(role(of: proposal)) \
    <span class="status">\(proposal.status)</span></p>
    </li>
    """
  }

  func role(of proposal: Proposal) -> HTML? {
    guard !proposal.role.isEmpty else { return nil }
    return """
      <span class="role">\(words.comma)\(proposal.role)</span>
      """
  }
}

// SPDX-License-Identifier: MIT
import Markup
import Site

extension PageFrame {
  /// What companies do across the borders; nothing where there is no case.
  func caseList(_ cases: [CompanyCase]) -> HTML? {
    guard !cases.isEmpty else { return nil }
    return """
      <ul class="cases">
      \(each: cases, caseItem)
      </ul>
      """
  }

  private func caseItem(_ company: CompanyCase) -> HTML {
    """
    <li class="case">
    <p class="case-name"\(attribute: "lang", dataLanguage)><strong>\(company.company)</strong> <span class="sector">\(company.sector)</span></p>
    <p class="case-text"\(attribute: "lang", dataLanguage)>\(company.what)</p>
    \(recordFoot(company.countries, recordSource(company.source, company.dataset)))
    </li>
    """
  }
}

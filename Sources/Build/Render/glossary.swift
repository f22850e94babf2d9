// SPDX-License-Identifier: MIT
import Charts
import Figures
import Indicators
import Markup
import Site

/// Every indicator, with its title in a language; the sentences are English in all of them.
func glossaryEntries(in language: Language) -> [GlossaryEntry] {
  Indicator.all.map { indicator in
    GlossaryEntry(
      id: indicator.name, title: indicator.title(in: language), usages: indicator.usages, formula: indicator.formula,
      language: .english, range: indicator.range, limits: indicator.limits, undefined: indicator.undefined,
      source: indicator.source, query: indicator.query)
  }
}

/// The glossary's entries as a page's contents list them.
func glossaryContents(in language: Language) -> [ContentsEntry] {
  Indicator.all.map { ContentsEntry(level: 2, id: $0.name, title: HTML(text: $0.title(in: language))) }
}

extension Library {
  /// The variants of a chart, each with the link to its entry in the glossary, where the site has one.
  func variantLines(_ variants: [DrawnChart.Variant], on page: Page) -> [VariantLine] {
    if variants.isEmpty { return [] }
    let glossary = pages.first { $0.kind == .glossary }.flatMap { self.page(named: $0.draft.name, in: page.language) }
    return variants.map {
      VariantLine(title: $0.title, formula: $0.formula, name: $0.name, glossary: glossary?.path)
    }
  }
}

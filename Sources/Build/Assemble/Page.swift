// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markdown
import Markup
import Site

/// A draft with its numbers: every value computed, every claim checked, title and summary as readers see them.
/// A class for the reason that `Draft` is one.
final class Page: Sendable {
  let draft: Draft
  /// What a translation shares queries, values, claims and chart data with; itself for an original.
  let original: Draft
  let numbers: Numbers
  let title: String
  let summary: String

  init(draft: Draft, original: Draft, numbers: Numbers, title: String, summary: String) {
    self.draft = draft
    self.original = original
    self.numbers = numbers
    self.title = title
    self.summary = summary
  }

  var path: SitePath { draft.path }
  var language: Language { draft.language }
  var kind: PageKind { draft.kind }
  /// A translation has its original's day, topics and countries unless it gives its own.
  var date: Period? { draft.front.date ?? original.front.date }
  /// The day whose editions of the data it reads; nil for the latest.
  var dataDay: Period? { original.front.asOf ?? original.front.date }
  var topics: [String] { (draft.front.topics.isEmpty ? original : draft).front.topics.map(\.text) }
  var countries: [String] { (draft.front.countries.isEmpty ? original : draft).front.countries.map(\.text) }
  var country: String? { draft.front.country ?? original.front.country }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

/// A page and what it was computed from.
struct ComputedPage: Sendable {
  let draft: Draft
  let original: Draft
  let database: TradeDatabase
  let editions: (page: Editions, latest: Editions)
  /// Of the last time that nothing was wrong with its numbers; of the first where something always was.
  let page: Page
  let diagnostics: [Diagnostic]
}

/// Computes the pages whose own file, original or data is not what it was, and takes the others over.
///
/// - Parameter day: No edition of the data that is younger is read; nil for any.
func computePages(
  _ drafts: [Draft], originalLanguage: Language, database: TradeDatabase, on day: Period?, previous: [ComputedPage],
  threads: Int
) async -> [(page: ComputedPage, isNew: Bool)] {
  let translated = drafts.contains { $0.language != originalLanguage }
  let originals =
    translated
    ? Dictionary(
      drafts.lazy.filter { $0.language == originalLanguage }.map { ($0.name, $0) }, uniquingKeysWith: { $1 }) : [:]
  // Mostly no page has come or gone; then each is where it was.
  let isAligned =
    previous.count == drafts.count && zip(previous, drafts).allSatisfy { $0.draft.source.path == $1.source.path }
  let byFile =
    isAligned ? [:] : Dictionary(previous.map { ($0.draft.source.path, $0) }, uniquingKeysWith: { first, _ in first })
  var pages: [(page: ComputedPage?, isNew: Bool)] = []
  var stale: [(index: Int, original: Draft, editions: Editions, known: ComputedPage?)] = []
  let latest = database.editions(on: day)
  pages.reserveCapacity(drafts.count)
  for (index, draft) in drafts.enumerated() {
    let original = draft.language == originalLanguage ? draft : originals[draft.name] ?? draft
    let known = isAligned ? previous[index] : byFile[draft.source.path]
    let editions =
      (original.front.asOf ?? original.front.date).map { own in database.editions(on: day.map { min($0, own) } ?? own) }
      ?? latest
    if let known, known.draft === draft, known.original === original, known.database === database,
      known.editions == (editions, latest)
    {
      pages.append((known, false))
    } else {
      stale.append((index, original, editions, known))
      pages.append((nil, true))
    }
  }
  let computed = await parallelMap(stale, threads: threads) { index, original, editions, known in
    let (page, diagnostics) = compute(
      drafts[index], original: original, database: database, editions: (editions, latest))
    return ComputedPage(
      draft: drafts[index], original: original, database: database, editions: (editions, latest),
      page: diagnostics.hasErrors ? known?.page ?? page : page, diagnostics: diagnostics)
  }
  for (place, page) in zip(stale, computed) { pages[place.index].page = page }
  return pages.compactMap { entry in entry.page.map { ($0, entry.isNew && $0.page.draft === $0.draft) } }
}

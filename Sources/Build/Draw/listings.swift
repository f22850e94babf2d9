// SPDX-License-Identifier: MIT
import Markdown
import Site

/// What an author writes for a chart that is marked ```` ```chart source ````: the page's queries that it reads, then
/// its block. On a translation the original's text, and behind it the translation's.
func listings(of block: ChartBlock, on page: Page) -> [Listing] {
  let own = page.draft.document.fences[block.fence]
  guard page.language != page.original.language else {
    return own.showsSource ? [listing([own], reading: page.original)] : []
  }
  guard let base = page.original.charts.first(where: { $0.id == block.id }) else { return [] }
  let original = page.original.document.fences[base.fence]
  guard own.showsSource || original.showsSource else { return [] }
  return [listing([original], reading: page.original), Listing(file: page.draft.source.name, text: own.listed)]
}

/// The queries of a page that a chart's block reads, itself or through others, in the order of the page.
func queries(of block: ChartBlock, on page: Draft) -> [Fence] {
  page.charts.first { $0.id == block.id }.map { queries(behind: [page.document.fences[$0.fence]], on: page) } ?? []
}

private func queries(behind fences: [Fence], on page: Draft) -> [Fence] {
  var read: [Fence] = []
  for query in page.document.fences.reversed() where query.kind == .query {
    if (read + fences).contains(where: { names(query.name, in: $0.text) }) { read.insert(query, at: 0) }
  }
  return read
}

private func listing(_ fences: [Fence], reading page: Draft) -> Listing {
  let shown = queries(behind: fences, on: page) + fences
  return Listing(file: page.source.name, text: shown.map(\.listed).joined(separator: "\n"))
}

/// Whether a text has a name as a whole word.
private func names(_ name: String, in text: String) -> Bool {
  text.ranges(of: name).contains { range in
    let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
    let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
    return ![before, after].contains { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}

extension SourceFile {
  /// Its name without folders.
  fileprivate var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension Fence {
  /// The block as it stands in a file.
  fileprivate var listed: String {
    "```\(kind.rawValue)\(name.isEmpty ? "" : " " + name)\n\(text)```\n"
  }
}

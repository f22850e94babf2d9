// SPDX-License-Identifier: MIT
import Markdown
import Markup
import Site

/// What an author writes for a chart that is marked ```` ```chart source ````: the page's queries that it reads, then
/// its block. On a translation the original's text, and behind it the translation's.
func listings(of block: ChartBlock, on page: Page) -> [Listing] {
  let own = page.draft.document.fences[block.fence]
  guard page.language != page.original.language else {
    return own.showsSource ? [listing(block, own, reading: page.original)] : []
  }
  guard let base = page.original.charts.first(where: { $0.id == block.id }) else { return [] }
  let original = page.original.document.fences[base.fence]
  guard own.showsSource || original.showsSource else { return [] }
  return [listing(base, original, reading: page.original), Listing(file: page.draft.source.name, text: own.listed)]
}

/// The queries of a page that a chart's block reads, itself or through others, in the order of the page.
func queries(of block: ChartBlock, on page: Draft) -> [Fence] {
  var texts = block.sqlTexts
  var read: [Fence] = []
  for query in page.document.fences.reversed() where query.kind == .query {
    guard texts.contains(where: { names(query.name, in: $0) }) else { continue }
    read.insert(query, at: 0)
    texts.append(query.text)
  }
  return read
}

extension ChartBlock {
  /// What of the block names tables and queries; a title may hold the same words.
  fileprivate var sqlTexts: [String] {
    guard case .mapping(let entries) = setting.content else { return [] }
    return entries.filter { ["data", "where", "sql", "claim"].contains($0.key) }.compactMap(\.value.text)
  }
}

private func listing(_ block: ChartBlock, _ fence: Fence, reading page: Draft) -> Listing {
  Listing(
    file: page.source.name, text: (queries(of: block, on: page) + [fence]).map(\.listed).joined(separator: "\n"))
}

/// Whether a text has a name as a whole word.
private func names(_ name: String, in text: String) -> Bool {
  let (name, text) = (Array(name.utf8), Array(text.utf8))
  var start = 0
  while let range = text.firstRange(of: name, from: start) {
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0
    let after = range.upperBound < text.count ? text[range.upperBound] : 0
    if ![before, after].contains(where: isOfName) { return true }
    start = range.lowerBound + 1
  }
  return false
}

/// Letters, digits, the underscore, and all beyond ASCII.
private func isOfName(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
    true
  default: false
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

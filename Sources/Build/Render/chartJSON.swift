// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup
import Settings
import Site

/// The chart as it was resolved: its block with the values in its texts, where its numbers are from, and the numbers.
func chartJSON(
  _ drawn: DrawnFigure, _ block: ChartBlock, _ page: Page, _ place: ChartPlace, _ library: Library
) -> JSON {
  let (figure, url) = (drawn.figure, library.site.url)
  let queries = queries(of: block, on: page.original)
  return .object([
    ("id", .string(block.id)), ("language", .string(page.language.tag)), ("title", .string(figure.title)),
    ("subtitle", .string(figure.subtitle)), ("note", figure.note.map { .string($0) }),
    ("source", figure.source.map { .string($0) }),
    ("description", .string(figure.description)), ("url", .string(url.appending(place.page).text)),
    ("page", .string(url.appending(page.path).text)), ("publisher", .string(library.site.publisher)),
    ("published", page.date.map { .string($0.iso) }),
    ("spec", JSON(block.setting, of: page)),
    (
      "queries",
      queries.isEmpty ? nil : .object(queries.map { ($0.name, .string($0.text)) })
    ),
    (
      "sources",
      .array(
        figure.sources.map { source in
          .object([
            ("title", .string(source.title.text)), ("publisher", .string(source.publisher.text)),
            ("dataset", .string(url.appending(source.dataset).text)), ("url", source.url.map { .string($0.text) }),
            ("licence", source.licence.isEmpty ? nil : .string(source.licence)),
            ("published", source.published.map { .string($0.iso) }),
            ("retrieved", source.retrieved.map { .string($0.iso) }),
          ])
        })
    ),
    ("columns", .array(drawn.data.columns.map { .string($0) })),
    ("rows", .array(drawn.data.records.map { .array($0.map { JSON(plain: $0.plain) }) })),
  ])
}

extension JSON {
  /// A block with the page's values in its texts.
  fileprivate init(_ setting: Setting, of page: Page) {
    switch setting.content {
    case .scalar(let text):
      // What is wrong with a text was reported when the chart was drawn.
      var faults: [Diagnostic] = []
      let text = TextWithValues(text, at: setting.place, diagnostics: &faults).filled { name, format, place in
        (try? page.numbers.text(name, format: format, at: place, in: page.language)) ?? "…"
      }
      self = JSON(plain: text)
    case .list(let elements): self = .array(elements.map { JSON($0, of: page) })
    case .mapping(let entries): self = .object(entries.map { ($0.key, JSON($0.value, of: page)) })
    }
  }

  /// A number where a text is one as JSON writes it, null where it is empty.
  fileprivate init(plain text: String) {
    if text.isEmpty {
      self = .null
    } else if isJSONNumber(text.utf8[...]) {
      self = .number(text)
    } else {
      self = .string(text)
    }
  }
}

/// Whether a text is a number without an exponent as JSON writes it: `-0.5`, `12`, and not `007`.
private func isJSONNumber(_ text: Substring.UTF8View) -> Bool {
  var rest = text
  if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
  let whole = rest.prefix { 0x30...0x39 ~= $0 }
  guard let first = whole.first, first != 0x30 || whole.count == 1 else { return false }
  rest = rest.dropFirst(whole.count)
  if rest.isEmpty { return true }
  guard rest.popFirst() == UInt8(ascii: ".") else { return false }
  return !rest.isEmpty && rest.allSatisfy { 0x30...0x39 ~= $0 }
}

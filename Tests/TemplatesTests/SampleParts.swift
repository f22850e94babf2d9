// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension Sample {
  var day: Period { Period(unit: .day, year: 2025, month: 4, day: 28) }
  var month: Period { Period(unit: .month, year: 2025, month: 3) }

  var picture: HTML {
    """
    <svg viewBox="0 0 10 10" role="img"><title>picture</title><path d="M0 0h10"/></svg>
    """
  }

  var body: HTML {
    guard isRich else { return HTML() }
    return """
      <h2 id="\(text)">\(text)</h2>
      <p>\(text)<br/></p>
      """
  }

  var tags: [Tag] {
    list(
      Tag(title: text, path: place("topics/tariffs/")), Tag(title: text, path: nil),
      Tag(title: text, path: place("countries/kor/"), country: text))
  }

  var entry: ListEntry {
    ListEntry(
      title: text, summary: isRich ? text : "", path: place("briefings/三つの隣国/"), date: optional(day), tags: tags,
      language: optional(.japanese), thumbnail: optional(picture))
  }

  var source: SourceReference {
    SourceReference(
      title: DataText(text), publisher: DataText(text, isTranslated: true), dataset: place("data/china-trade/"),
      url: optional(url), retrieved: optional(day),
      licence: isRich ? text : "")
  }

  var term: GlossaryEntry {
    GlossaryEntry(
      id: "hhi", title: text, usages: [text, text], formula: text, language: .english, range: text, limits: text,
      undefined: text, source: text, query: text)
  }

  var otherTerm: GlossaryEntry {
    GlossaryEntry(
      id: "rca", title: "", usages: [], formula: "", language: .english, range: "", limits: "", undefined: "",
      source: "", query: nil)
  }

  var table: FigureTable {
    FigureTable(
      headers: list(text, text),
      rows: list([
        FigureTableCell(text: text, isNumber: false), FigureTableCell(text: text, isNumber: true),
      ]))
  }

  func figure(hasPicture: Bool) -> Figure {
    Figure(
      id: isRich ? "chart-1" : "", title: text, subtitle: text, wide: hasPicture ? picture : nil,
      narrow: hasPicture ? optional(picture) : nil, description: text, note: optional(text),
      variants: list(
        VariantLine(title: text, formula: text, name: "hhi", glossary: place("glossary/")),
        VariantLine(title: text, formula: "x_(t−1)", name: "yoy", glossary: nil)),
      sources: list(source, source),
      table: table, csv: place("data/charts/chart-1.csv"), svg: optional(place("data/charts/chart-1.svg")),
      json: optional(place("data/charts/chart-1.json")), page: optional(place("charts/chart-1/")),
      listings: list(Listing(file: text, text: text), Listing(file: text, text: "```chart\nid: a\n  - \(text)\n```\n")))
  }

  var events: [Event] {
    list(
      Event(
        id: "a", date: day, end: month, place: text, what: text, countries: tags, source: text,
        dataset: optional(place("datasets/events/"))),
      Event(id: "b", date: month, end: nil, place: nil, what: text, countries: [], source: ""))
  }

  var proposals: [Proposal] {
    list(
      Proposal(
        id: "p", who: text, role: text, what: text, field: text, countries: tags, date: day, status: text,
        source: text, dataset: place("datasets/proposals/")),
      Proposal(
        id: "q", who: text, role: "", what: text, field: "Other", countries: [], date: month, status: "", source: ""))
  }

  var cases: [CompanyCase] {
    list(
      CompanyCase(
        id: "c", company: text, sector: text, what: text, countries: tags, source: text,
        dataset: place("datasets/cases/")))
  }

  var dataset: DatasetEntry {
    DatasetEntry(
      title: DataText(text), name: text, path: place("data/china-trade/"), publisher: DataText(isRich ? text : ""),
      frequency: text,
      coverage: text, rowCount: 1234)
  }

  var contents: [ContentsEntry] {
    list(
      ContentsEntry(level: 2, id: text, title: HTML(text: text)),
      ContentsEntry(level: 3, id: "b", title: HTML(text: text)),
      ContentsEntry(level: 4, id: "c", title: HTML(text: text)))
  }

  var pagination: Pagination {
    Pagination(
      number: 2, count: isRich ? 3 : 1, newer: optional(place("briefings/")),
      older: optional(place("briefings/page/3/")))
  }
}

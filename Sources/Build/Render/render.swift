// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Markdown
import Markup
import Site
import TradeData

/// What one page became: its files and what was found wrong.
struct Rendered: Sendable {
  var files: [OutputFile] = []
  var diagnostics: [Diagnostic] = []
  /// Files that are not drawn yet.
  var cards: [ChartCardFile] = []

  mutating func add(_ html: HTML, at path: SitePath) { files.append(OutputFile(path.file, html.bytes)) }
}

/// How many entries a page of a list shows.
let entriesPerPage = 50

/// Draws a page's charts, fills its body, and gives its kind's view model to the theme.
func render(_ page: Page, library: Library, database: TradeDatabase, theme: Theme) -> Rendered {
  var rendered = Rendered()
  var tables = page.numbers.tables
  var figures: [Int: HTML] = [:]
  var frame = library.frame(of: page)
  var drawnFigures: [Figure] = []
  var outside = ShownNumbers(page: page)
  for chart in charts(of: page, &rendered.diagnostics) {
    guard let drawn = draw(chart, page: page, library: library, database: database, &outside, &rendered.diagnostics)
    else { continue }
    tables.formUnion(drawn.tables)
    figures[chart.fence] = theme.figure(drawn.figure, frame)
    drawnFigures.append(drawn.figure)
    rendered.files += drawn.files
    if let card = drawn.card { rendered.cards.append(card) }
    frame.card = frame.card ?? drawn.socialCard
    rendered.files += renderChart(drawn, chart, of: page, library: library, theme: theme)
  }
  outside.note(page.draft.front.title)
  var filler = BodyFiller(page: page, library: library, figures: figures, value: theme.value)
  frame.standfirst = filler.html(page.draft.front.summary, isChecked: true)
  let points = page.draft.points.map { filler.inline($0) }
  let headline = zip(page.draft.front.headline, page.numbers.sparks).map { filler.headline($0, spark: $1) }
  let body = filler.filled(page.draft.document.body, of: page.draft.document)
  filler.note(outside)
  frame.provenance = filler.shown.provenance(library, charts: drawnFigures)
  let view = PageView(
    page: page, library: library, frame: frame, points: points, headline: headline, body: body,
    sources: library.sources(tables, of: page))
  for (html, path) in view.html(theme, &filler) { rendered.add(html, at: path) }
  rendered.diagnostics += filler.diagnostics
  return rendered
}

/// Makes the view model of a page's kind.
private struct PageView {
  let page: Page
  let library: Library
  let frame: PageFrame
  let points: [HTML]
  let headline: [HeadlineFigure]
  let body: HTML
  let sources: [SourceReference]

  func html(_ theme: Theme, _ filler: inout BodyFiller) -> [(HTML, SitePath)] {
    switch page.kind {
    case .home: [(theme.home(home()), page.path)]
    case .briefing: [(theme.briefing(briefing(&filler)), page.path)]
    case .archive: archive(theme)
    case .topic, .country: subject(theme, &filler)
    case .tracker:
      [
        (
          theme.tracker(
            TrackerPage(
              frame: frame, body: body, proposals: library.proposals(in: page.language),
              source: library.data.resource(named: "proposals").map { datasetPath($0.name) })), page.path
        )
      ]
    case .timeline:
      [
        (
          theme.timeline(
            TimelinePage(
              frame: frame, body: body, events: library.events(in: page.language),
              source: library.data.resource(named: "events").map { datasetPath($0.name) })), page.path
        )
      ]
    case .datasets:
      [
        (
          theme.datasets(
            DatasetsPage(
              frame: frame, body: body,
              datasets: library.data.resources.map { library.datasetEntry($0, in: page.language) })),
          page.path
        )
      ]
    case .glossary:
      [
        (
          theme.glossary(
            GlossaryPage(
              frame: frame, body: body, contents: filler.contents() + glossaryContents(in: page.language),
              entries: glossaryEntries(in: page.language))), page.path
        )
      ]
    case .page, .dataset, .chart, .notFound:
      [
        (
          theme.page(PlainPage(frame: frame, body: body, contents: filler.contents(), sources: sources)), page.path
        )
      ]
    }
  }

  private func home() -> HomePage {
    let language = page.language
    let briefings = library.briefings(in: language).prefix(7).map { library.entry($0, in: language) }
    let proposals = library.proposals(in: language)
    func path(_ kind: PageKind) -> SitePath? {
      library.pages.first { $0.kind == kind && $0.language == language }?.path
        ?? library.pages.first { $0.kind == kind }?.path
    }
    return HomePage(
      frame: frame, headline: headline, lead: briefings.first, briefings: Array(briefings.dropFirst()),
      events: Array(library.events(in: language).prefix(6)), proposals: Array(proposals.prefix(5)),
      proposalCount: proposals.count,
      datasets: library.data.resources.prefix(6).map { library.datasetEntry($0, in: language) }, body: body,
      links: HomeLinks(
        archive: library.page(named: "briefings/index", in: language)?.path, timeline: path(.timeline),
        tracker: path(.tracker), datasets: path(.datasets)))
  }

  private func briefing(_ filler: inout BodyFiller) -> BriefingPage {
    BriefingPage(
      frame: frame, date: page.date ?? Period(unit: .day, year: 1970), tags: library.tags(of: page, in: page.language),
      points: points,
      contents: filler.contents(), body: body, sources: sources,
      related: library.related(to: page).map { library.entry($0, in: page.language) },
      claims: page.original.front.claims.map(\.says))
  }

  private func archive(_ theme: Theme) -> [(HTML, SitePath)] {
    let language = page.language
    let section = page.draft.section
    let members =
      section == "briefings" ? library.briefings(in: language) : library.members(of: section, in: language)
    return pages(of: members).map { entries, pagination, path in
      let html = theme.archive(
        ArchivePage(
          frame: path == page.path ? frame : library.frame(of: page, path: path),
          body: path == page.path ? body : HTML(), entries: entries, pagination: pagination))
      return (html, path)
    }
  }

  private func subject(_ theme: Theme, _ filler: inout BodyFiller) -> [(HTML, SitePath)] {
    let (language, country) = (page.language, page.country)
    let members =
      country.map { library.briefings(country: $0, in: language) }
      ?? library.briefings(topic: String(page.draft.name.dropFirst("topics/".count)), in: language)
    let contents = filler.contents()
    return pages(of: members).map { entries, pagination, path in
      let isFirst = path == page.path
      let html = theme.subject(
        SubjectPage(
          frame: isFirst ? frame : library.frame(of: page, path: path), country: country,
          body: isFirst ? body : HTML(), contents: isFirst ? contents : [], entries: entries, pagination: pagination,
          events: isFirst ? country.map { library.events(in: language, country: $0) } ?? [] : [],
          proposals: isFirst ? country.map { library.proposals(in: language, country: $0) } ?? [] : [],
          cases: isFirst ? country.map { library.cases(in: language, country: $0) } ?? [] : [],
          sources: isFirst ? sources : []))
      return (html, path)
    }
  }

  /// Splits a list over pages: `topics/tariffs/`, `topics/tariffs/page/2/`.
  private func pages(of members: [Page]) -> [([ListEntry], Pagination, SitePath)] {
    let count = max(1, (members.count + entriesPerPage - 1) / entriesPerPage)
    return (1...count).compactMap { number in
      guard let path = page.path(number) else { return nil }
      let entries = members.dropFirst((number - 1) * entriesPerPage).prefix(entriesPerPage)
      let newer = number > 1 ? page.path(number - 1) : nil
      let older = number < count ? page.path(number + 1) : nil
      return (
        entries.map { library.entry($0, in: page.language) },
        Pagination(number: number, count: count, newer: newer, older: older), path
      )
    }
  }
}

extension Page {
  /// Where a further page of a list stands.
  fileprivate func path(_ number: Int) -> SitePath? {
    number == 1 ? path : SitePath("\(path.text)page/\(number)/")
  }
}

extension BodyFiller {
  fileprivate mutating func headline(_ definition: HeadlineDefinition, spark: Spark?) -> HeadlineFigure {
    var link: RelativeURL?
    if let target = definition.link { link = resolve(target, at: definition.linkPlace) }
    return HeadlineFigure(
      label: text(definition.label), value: html(definition.value), detail: html(definition.detail), link: link,
      sparkline: spark.flatMap { spark in
        sparkline(
          values: spark.values, positions: spark.positions, format: spark.definition.format,
          curve: spark.definition.curve, language: page.language)
      })
  }
}

// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site
import Templates

extension Sample {
  /// Every page kind through the standard theme, by name.
  func pages() throws -> [(name: String, html: HTML)] {
    let theme = Theme.standard
    let links = HomeLinks(
      archive: optional(place("briefings/")), timeline: optional(place("timeline/")),
      tracker: optional(place("tracker/")),
      datasets: optional(place("data/")))
    let article = try frame(.briefing)
    return [
      (
        "home",
        theme.home(
          HomePage(
            frame: try frame(.home),
            headline: list(
              HeadlineFigure(
                label: text, value: HTML(text: text), detail: HTML(text: text),
                link: article.link(place("briefings/a/")), sparkline: picture),
              HeadlineFigure(label: text, value: HTML(text: text), detail: HTML(text: text), link: nil, sparkline: nil)),
            lead: optional(entry), briefings: list(entry, entry), events: events, proposals: proposals,
            proposalCount: 7,
            datasets: list(dataset), body: body, links: links))
      ),
      (
        "briefing",
        theme.briefing(
          BriefingPage(
            frame: article, date: day, tags: tags, points: list(HTML(text: text)), contents: contents,
            body: HTML([
              body, theme.figure(figure(hasPicture: true), article), theme.figure(figure(hasPicture: false), article),
            ]),
            sources: list(source), related: list(entry), claims: list(text, text)))
      ),
      (
        "archive",
        theme.archive(
          ArchivePage(frame: try frame(.archive), body: body, entries: list(entry, entry), pagination: pagination))
      ),
      (
        "subject",
        theme.subject(
          SubjectPage(
            frame: try frame(.country), country: optional(text), body: body, contents: contents, entries: list(entry),
            pagination: pagination, events: events, proposals: proposals, cases: cases, sources: list(source)))
      ),
      (
        "tracker",
        theme.tracker(
          TrackerPage(frame: try frame(.tracker), body: body, proposals: proposals, source: optional(place("data/p/"))))
      ),
      (
        "timeline",
        theme.timeline(
          TimelinePage(frame: try frame(.timeline), body: body, events: events, source: optional(place("data/e/"))))
      ),
      (
        "datasets",
        theme.datasets(
          DatasetsPage(frame: try frame(.datasets), body: body, datasets: list(dataset)))
      ),
      (
        "dataset",
        theme.dataset(
          DatasetPage(
            frame: try frame(.dataset), entry: dataset, description: text,
            fields: list(
              DatasetField(name: text, title: "Title", type: text, unit: text, description: text),
              DatasetField(name: text, title: "", type: text, unit: text, description: text)),
            sources: list(LabelledLink(title: text, url: url), LabelledLink(title: text, url: nil)),
            licences: list(LabelledLink(title: text, url: url)),
            properties: DatasetProperty.Name.allCases.map { DatasetProperty($0, isRich ? text : "") },
            caveats: list(text), preview: table, csv: place("data/china-trade.csv"), usedBy: list(entry)))
      ),
      (
        "glossary",
        theme.glossary(
          GlossaryPage(frame: try frame(.glossary), body: body, contents: contents, entries: list(term, otherTerm)))
      ),
      (
        "page",
        theme.page(
          PlainPage(frame: try frame(.page), body: body, contents: contents, sources: list(source)))
      ),
      ("chart", theme.chart(try chartPage)), ("embed", theme.embed(try chartPage)),
      ("not found", theme.notFound(NotFoundPage(frame: try frame(.notFound)))),
    ]
  }

  private var chartPage: ChartPage {
    get throws {
      ChartPage(
        frame: try frame(.chart), figure: figure(hasPicture: isRich), home: entry, embed: place("charts/a/embed/"),
        embedHeight: EmbedHeight(
          narrow: EmbedHeight.Part(words: 200, shape: 938, widest: 448),
          wide: EmbedHeight.Part(words: 150, shape: 563, widest: 860)))
    }
  }
}

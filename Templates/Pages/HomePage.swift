// SPDX-License-Identifier: MIT
import Markup
import Site

/// The front page: the figures of the day, the lead beside coming events, further briefings, tracker and data.
func homePage(_ page: HomePage) -> HTML {
  let (frame, words) = (page.frame, page.frame.words)
  return frame.document(
    """
    <h1 class="visually-hidden">\(frame.title)</h1>
    \(headlineFigures(page))
    <div class="home-top">
    \(lead(page))
    \(section(words.comingAndRecent, "home-events", events(page)))
    </div>
    \(section(words.latest, "home-briefings", briefings(page)))
    <div class="home-foot">
    \(section(words.proposals, "home-proposals", proposals(page)))
    \(section(words.data, "home-data", datasets(page)))
    </div>
    \(frame.provenanceSections)
    """)
}

private func headlineFigures(_ page: HomePage) -> HTML? {
  guard !page.headline.isEmpty else { return nil }
  return """
    <ul class="headline-figures">
    \(each: page.headline, headlineFigure)
    </ul>
    """
}

private func headlineFigure(_ figure: HeadlineFigure) -> HTML {
  """
  <li class="headline-figure">
  <p class="figure-label">\(label(of: figure))</p>
  <p class="figure-value">\(figure.value)</p>
  <p class="figure-detail">\(figure.detail)</p>
  \(figure.sparkline, sparkline)
  </li>
  """
}

private func label(of figure: HeadlineFigure) -> HTML {
  guard let url = figure.link else { return HTML(text: figure.label) }
  return """
    <a href="\(url)">\(figure.label)</a>
    """
}

private func sparkline(_ picture: HTML) -> HTML {
  """
  <div class="sparkline">\(picture)</div>
  """
}

private func lead(_ page: HomePage) -> HTML {
  """
  <div class="lead">
  \(page.lead, { leadEntry($0, page) })
  \(prose(page.body))
  </div>
  """
}

private func leadEntry(_ entry: ListEntry, _ page: HomePage) -> HTML {
  let frame = page.frame
  return """
    <article class="lead-entry">
    \(frame.kicker(entry.tags, entry.date))
    <h2\(attribute: "lang", entry.language?.tag)><a href="\(frame.link(entry.path))"\
    \(attribute: "hreflang", entry.language?.tag)>\(entry.title)</a></h2>
    <p class="standfirst"\(attribute: "lang", entry.language?.tag)>\(entry.summary)</p>
    \(page.body.isEmpty ? frame.thumbnail(of: entry) : nil)
    </article>
    """
}

private func events(_ page: HomePage) -> HTML? {
  page.frame.eventList(page.events).map { list in
    """
    \(list)\(more(page.links.timeline, page.frame.words.allEvents, page))
    """
  }
}

private func briefings(_ page: HomePage) -> HTML? {
  guard !page.briefings.isEmpty else { return nil }
  return """
    <ul class="entry-cards">
    \(each: page.briefings, page.frame.entryCard)
    </ul>
    \(more(page.links.archive, page.frame.words.allBriefings, page))
    """
}

private func proposals(_ page: HomePage) -> HTML? {
  page.frame.proposalList(page.proposals).map { list in
    """
    \(list)\(more(page.links.tracker, page.frame.words.allProposals(page.proposalCount), page))
    """
  }
}

private func datasets(_ page: HomePage) -> HTML? {
  guard !page.datasets.isEmpty else { return nil }
  return """
    <ul class="dataset-lines">
    \(each: page.datasets.prefix(6), { datasetLine($0, page.frame) })
    </ul>
    \(more(page.links.datasets, page.frame.words.allDatasets, page))
    """
}

private func datasetLine(_ dataset: DatasetEntry, _ frame: PageFrame) -> HTML {
  """
  <li><a href="\(frame.link(dataset.path))"\(attribute: "lang", frame.language(of: dataset.title))>\(dataset.title.text)</a>
  <span class="dataset-facts"><span\(attribute: "lang", frame.language(of: dataset.publisher))>\(dataset.publisher.text)</span> <span class="coverage">\(dataset.coverage)</span></span></li>
  """
}

private func more(_ target: SitePath?, _ text: String, _ page: HomePage) -> HTML? {
  guard let target else { return nil }
  return """
    <p class="more"><a href="\(page.frame.link(target))">\(text) →</a></p>
    """
}

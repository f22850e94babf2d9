// SPDX-License-Identifier: MIT
import Markup
import Site

extension Theme {
  /// The look that comes with the tool. A site of its own look takes it and replaces what it wants to:
  ///
  ///     var theme = Theme.standard
  ///     theme.home = { page in … }
  public static let standard = Theme(
    home: homePage, briefing: briefingPage, archive: archivePage, subject: subjectPage, tracker: trackerPage,
    timeline: timelinePage, datasets: datasetsPage, dataset: datasetPage, glossary: glossaryPage, page: plainPage,
    chart: chartPage, embed: chartEmbed, notFound: notFoundPage,
    figure: { figure, frame in frame.figure(figure) },
    value: shownValue,
    assets: [
      Asset(name: "site.css", role: .stylesheet, bytes: PackageResources.site_css),
      Asset(name: "site.js", role: .script, bytes: PackageResources.site_js),
      Asset(name: "icon.svg", role: .icon, bytes: PackageResources.icon_svg),
    ])
}

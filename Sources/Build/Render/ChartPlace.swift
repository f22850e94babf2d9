// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

/// Where a chart stands in the site in a language: its page and its files, whose addresses stay.
struct ChartPlace {
  let page: SitePath
  let embed: SitePath
  let svg: SitePath
  let csv: SitePath
  let json: SitePath
  /// The card for social networks.
  let png: SitePath

  /// - Parameter folder: `charts/` or `ja/charts/`.
  init?(_ id: String, in folder: String) {
    guard let page = SitePath("\(folder)\(id)/"), let embed = SitePath("\(folder)\(id)/embed/"),
      let svg = SitePath("\(folder)\(id).svg"), let csv = SitePath("\(folder)\(id).csv"),
      let json = SitePath("\(folder)\(id).json"), let png = SitePath("\(folder)\(id).png")
    else { return nil }
    (self.page, self.embed, self.svg, self.csv, self.json, self.png) = (page, embed, svg, csv, json, png)
  }

  /// The chart that a file of the site belongs to: `ja/charts/partners/embed/index.html` is `partners` in `ja/charts/`.
  static func chart(holding file: String) -> (id: Substring, folder: Substring)? {
    guard let range = file.firstRange(of: "charts/"),
      range.lowerBound == file.startIndex || file[..<range.lowerBound].hasSuffix("/")
    else { return nil }
    let rest = file[range.upperBound...]
    return (rest.prefix { $0 != "/" && $0 != "." }, file[..<range.upperBound])
  }
}

extension Library {
  /// - Returns: nil for an id that is none, which is reported where the chart is read.
  func chartPlace(_ id: String, in language: Language) -> ChartPlace? {
    ChartPlace(id, in: site.home(in: language).text + "charts/")
  }

  /// A page's chart in every language that has it.
  func chartAlternates(_ id: String, of page: Page) -> [Alternate] {
    versions(of: page).filter { $0.draft.charts.contains { $0.id == id } }.compactMap { version in
      chartPlace(id, in: version.language).map { Alternate(language: version.language, path: $0.page) }
    }
  }
}

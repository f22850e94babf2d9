// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup
import Site
import TradeData

/// The numbers that a page shows, noted while it is filled: what it says at its end is made of them.
struct ShownNumbers {
  private struct Use {
    let name: String
    let format: String
    let text: String
    /// What the latest editions say; the text itself where they are what the page reads, nil where they are silent.
    let latest: String?

    var isRevised: Bool { latest != text }
  }

  let page: Page
  /// In the order in which they came up, each name and format once.
  private var uses: [Use] = []

  init(page: Page) { self.page = page }

  /// A value as the page's language writes it.
  ///
  /// - Throws: a `Diagnostic` for an unknown name, an unknown format, a missing value, a value of another type.
  mutating func text(_ name: String, format: String, at place: Place) throws(Diagnostic) -> String {
    try use(name, format, place).text
  }

  /// The same with its way to the page's end, for running text.
  mutating func value(_ name: String, format: String, at place: Place) throws(Diagnostic) -> ShownValue {
    let use = try use(name, format, place)
    return ShownValue(
      text: use.text, anchor: use.isRevised ? revisionAnchor(name) : anchor(name), isRevised: use.isRevised)
  }

  /// Notes the values of a text that is filled elsewhere, such as the title; what is wrong with them is told there.
  mutating func note(_ text: TextWithValues) {
    for case .value(let name, let format, let place) in text.pieces { _ = try? use(name, format, place) }
  }

  /// Notes what else was shown.
  mutating func note(_ other: ShownNumbers) {
    for use in other.uses where !uses.contains(where: { $0.name == use.name && $0.format == use.format }) {
      uses.append(use)
    }
  }

  private mutating func use(_ name: String, _ format: String, _ place: Place) throws(Diagnostic) -> Use {
    if let known = uses.first(where: { $0.name == name && $0.format == format }) { return known }
    let text = try page.numbers.text(name, format: format, at: place, in: page.language)
    var latest: String? = text
    if let later = page.numbers.later, let origins = page.numbers.origins[name], !origins.isDisjoint(with: later.tables)
    {
      latest = later.numbers.values[name].flatMap { _ in
        try? later.numbers.text(name, format: format, at: place, in: page.language)
      }
    }
    let use = Use(name: name, format: format, text: text, latest: latest)
    uses.append(use)
    return use
  }

  /// Where the numbers come from, and which have been revised.
  func provenance(_ library: Library, charts: [Figure]) -> Provenance {
    var names: [String] = []
    for use in uses where !names.contains(use.name) { names.append(use.name) }
    return Provenance(
      figures: names.map { name in
        PageFigure(
          id: anchor(name), texts: uses.filter { $0.name == name }.map(\.text).unique, steps: steps(to: name),
          sources: library.sources(page.numbers.origins[name] ?? [], of: page))
      },
      revisions: names.compactMap { name in
        let revised = uses.filter { $0.name == name && $0.isRevised }
        guard !revised.isEmpty else { return nil }
        let latest = revised.compactMap(\.latest)
        return RevisedFigure(
          id: revisionAnchor(name), name: name, figure: anchor(name),
          text: revised.map(\.text).joined(separator: " · "),
          latest: latest.isEmpty ? nil : latest.joined(separator: " · "),
          datasets: library.revisedDatasets(page.numbers.origins[name] ?? [], of: page))
      },
      charts: charts.compactMap { figure in
        figure.revision.map { RevisedChart(id: figure.id, title: figure.title, revision: $0) }
      })
  }

  /// The definition of a value, then those of the values that it is made of, in the order of the page.
  private func steps(to name: String) -> [FigureStep] {
    let definitions = page.original.front.values
    var wanted: Set = [name]
    var steps: [FigureStep] = []
    for definition in definitions.reversed() where wanted.contains(definition.name) {
      wanted.formUnion(valuesNamed(in: definition.expression))
      let step = FigureStep(name: definition.name, expression: definition.expression)
      if definition.name == name { steps.append(step) } else { steps.insert(step, at: min(1, steps.count)) }
    }
    return steps
  }
}

/// Where a page says what a value was made from; no heading has such an id, and no chart.
private func anchor(_ name: String) -> String { "value_\(name)" }

/// Where a page says how a value was revised.
private func revisionAnchor(_ name: String) -> String { "revised_\(name)" }

extension Array where Element: Hashable {
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Library {
  /// Those of some tables of which a page reads an earlier edition than the site's latest.
  func revisedDatasets(_ tables: Set<String>, of page: Page) -> [RevisedDataset] {
    guard let later = page.numbers.later, let day = page.dataDay else { return [] }
    return data.resources.filter { tables.contains($0.name) && later.tables.contains($0.name) }.compactMap { resource in
      guard let latest = resource.published, let read = resource.asOf(day).published else { return nil }
      return RevisedDataset(
        title: dataText(resource.title, in: page.language), path: datasetPath(resource.name), read: read,
        latest: latest)
    }
  }
}

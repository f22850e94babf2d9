// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site
import TradeData

/// The parts of pages that are made from other pages and from the data's records.
extension Library {
  func topicTags(of page: Page, in language: Language) -> [Tag] {
    page.topics.map { name in
      let topic = topicPage(name, in: language)
      return Tag(title: topic?.title ?? name, path: topic?.path)
    }
  }

  func tags(of page: Page, in language: Language) -> [Tag] {
    topicTags(of: page, in: language) + countryTags(page.countries, in: language)
  }

  func countryTags(_ codes: [String], in language: Language) -> [Tag] {
    codes.map {
      Tag(title: records.countryName($0, in: language), path: countryPage($0, in: language)?.path, country: $0)
    }
  }

  func entry(_ page: Page, in language: Language) -> ListEntry {
    ListEntry(
      title: page.title, summary: page.summary, path: page.path, date: page.kind == .briefing ? page.date : nil,
      tags: tags(of: page, in: language), language: page.language == language ? nil : page.language, thumbnail: nil)
  }

  func events(in language: Language, country: String? = nil) -> [Event] {
    records.events.filter { country.map($0.countries.contains) ?? true }.map {
      Event(
        id: $0.id, date: $0.date, end: $0.end, place: $0.place, what: $0.what,
        countries: countryTags($0.countries, in: language), source: $0.source,
        dataset: datasetPath($0.table))
    }
  }

  func proposals(in language: Language, country: String? = nil) -> [Proposal] {
    records.proposals.filter { country.map($0.countries.contains) ?? true }.map {
      Proposal(
        id: $0.id, who: $0.who, role: $0.role, what: $0.what, field: $0.field,
        countries: countryTags($0.countries, in: language), date: $0.date, status: $0.status, source: $0.source,
        dataset: datasetPath($0.table))
    }
  }

  func cases(in language: Language, country: String) -> [CompanyCase] {
    records.cases.filter { $0.countries.contains(country) }.map {
      CompanyCase(
        id: $0.id, company: $0.company, sector: $0.sector, what: $0.what,
        countries: countryTags($0.countries, in: language), source: $0.source,
        dataset: datasetPath($0.table))
    }
  }

  /// The datasets behind a page, a chart or a number, in the package's order and the editions that the page reads.
  func sources(_ tables: Set<String>, of page: Page) -> [SourceReference] {
    data.resources.filter { tables.contains($0.name) }.map { resource in
      let resource = page.dataDay.map(resource.asOf) ?? resource
      return SourceReference(
        title: dataText(resource.title, in: page.language), publisher: publisher(of: resource, in: page.language),
        dataset: datasetPath(resource.name),
        url: resource.sources.lazy.compactMap { $0.path.flatMap { ExternalURL($0) } }.first,
        published: resource.published, retrieved: resource.retrieved, licence: resource.licences.first?.text ?? "")
    }
  }

  /// A text of the data package in a language.
  func dataText(_ text: String, in language: Language) -> DataText {
    data.translation(of: text, in: language).map { DataText($0, isTranslated: true) } ?? DataText(text)
  }

  private func publisher(of resource: Resource, in language: Language) -> DataText {
    dataText(resource.publisher ?? resource.sources.first?.title ?? "", in: language)
  }

  func datasetEntry(_ resource: Resource, in language: Language) -> DatasetEntry {
    let coverage = resource.period.map {
      $0.lowerBound == $0.upperBound ? $0.lowerBound.iso : "\($0.lowerBound.iso) – \($0.upperBound.iso)"
    }
    return DatasetEntry(
      title: dataText(resource.title, in: language), name: resource.name, path: datasetPath(resource.name),
      publisher: publisher(of: resource, in: language), frequency: resource.frequency ?? "",
      coverage: coverage ?? "", rowCount: resource.table.rowCount)
  }
}

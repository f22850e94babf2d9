// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site
import TradeData

/// The page of a dataset and its file.
func renderDataset(_ resource: Resource, library: Library, theme: Theme) -> Rendered {
  var rendered = Rendered()
  let path = datasetPath(resource.name)
  let summary = resource.description ?? resource.title
  let entry = library.datasetEntry(resource, in: library.site.languages.first ?? .english)
  let frame = library.frame(
    kind: .dataset, path: path, title: resource.title, summary: summary,
    structuredData: structuredData(resource, entry, library))
  let properties: [DatasetProperty] = [
    (DatasetProperty.Name.coverage, entry.coverage), (.frequency, resource.frequency ?? ""),
    (.valuation, resource.valuation ?? ""),
    (.reporter, resource.reporter.map { library.records.countryName($0, in: frame.language) } ?? ""),
    (.published, resource.published?.text(in: frame.language) ?? ""),
    (.retrieved, resource.retrieved?.text(in: frame.language) ?? ""),
  ].filter { !$0.1.isEmpty }.map { DatasetProperty($0.0, $0.1) }
  let revisions = resource.revisions
  let page = DatasetPage(
    frame: frame, entry: entry, description: summary, fields: resource.fields.map(field),
    sources: resource.sources.map { LabelledLink(title: $0.title, url: $0.path.flatMap { ExternalURL($0) }) },
    licences: resource.licences.map { LabelledLink(title: $0.text, url: $0.path.flatMap { ExternalURL($0) }) },
    properties: properties, caveats: resource.caveats, preview: preview(resource), csv: datasetFile(resource.name),
    editions: editions(of: resource), revisions: revisions.map { shown($0, of: resource, in: frame.language) },
    revisionsCSV: revisions.isEmpty ? nil : revisionsFile(resource.name),
    usedBy: library.pages(reading: resource.name).map { library.entry($0, in: frame.language) })
  rendered.add(theme.dataset(page), at: path)
  rendered.files.append(OutputFile(datasetFile(resource.name).file, csv(resource, resource.table)))
  for vintage in resource.vintages {
    rendered.files.append(OutputFile(datasetFile(resource.name, vintage).file, csv(resource, vintage.table)))
  }
  if !revisions.isEmpty {
    rendered.files.append(OutputFile(revisionsFile(resource.name).file, csv(revisions, of: resource)))
  }
  return rendered
}

private func field(_ field: Field) -> DatasetField {
  DatasetField(
    name: field.name, title: field.title, type: field.kind.rawValue, unit: field.unit ?? "",
    description: field.description ?? "")
}

/// The last rows of the file: the newest, where it is in order of time.
private func preview(_ resource: Resource, limit: Int = 12) -> FigureTable {
  let table = resource.table
  let rows = max(0, table.rowCount - limit)..<table.rowCount
  return FigureTable(
    headers: resource.fields.map(\.title),
    rows: rows.map { row in
      resource.fields.indices.map { column in
        FigureTableCell(
          text: figure(table[row, column], resource.fields[column]), isNumber: resource.fields[column].kind.isNumeric)
      }
    })
}

private func structuredData(_ resource: Resource, _ entry: DatasetEntry, _ library: Library) -> JSON {
  .object([
    ("@context", "https://schema.org"), ("@type", "Dataset"), ("name", .string(resource.title)),
    ("description", .string(resource.description ?? resource.title)),
    ("url", .string(library.site.url.appending(entry.path).text)),
    ("license", resource.licences.first.map { .string($0.path ?? $0.text) }),
    ("temporalCoverage", resource.period.map { .string("\($0.lowerBound.iso)/\($0.upperBound.iso)") }),
    ("creator", ["@type": "Organization", "name": .string(entry.publisher.text)]),
    ("isBasedOn", .array(resource.sources.compactMap { $0.path.map { .string($0) } })),
    (
      "variableMeasured",
      .array(
        resource.fields.filter { $0.unit != nil }.map {
          ["@type": "PropertyValue", "name": .string($0.title), "unitText": .string($0.unit ?? "")]
        })
    ),
    (
      "distribution",
      [
        [
          "@type": "DataDownload", "encodingFormat": "text/csv",
          "contentUrl": .string(library.site.url.appending(datasetFile(resource.name)).text),
        ]
      ]
    ),
  ])
}

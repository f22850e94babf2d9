// SPDX-License-Identifier: MIT
import Figures
import Markup

/// A chart with the whole anatomy of a figure.
public struct Figure: Sendable, Hashable {
  /// The id of the `figure` element; unique on its page.
  public let id: String
  /// The finding.
  public let title: String
  /// Measure, unit, place and period.
  public let subtitle: String
  /// The picture for wide columns (inline SVG), or a table that is drawn; nil where `table` is the figure.
  public let wide: HTML?
  /// The picture for narrow columns; nil where there is no second one, as for a table.
  public let narrow: HTML?
  /// A title that the picture's own `aria-labelledby` names is inside the picture; this is the text that screen
  /// readers get, once more for the theme's use.
  public let description: String
  public let note: String?
  /// The author's words for the source line, in the place of `sources`; an address in them is a link.
  public let source: String?
  /// What later editions of its data say; nil where they say the same.
  public let revision: FigureRevision?
  /// The indicators that its numbers are, each with the words that name its variant.
  public let variants: [VariantLine]
  public let sources: [SourceReference]
  public let table: FigureTable
  public let csv: SitePath
  public let svg: SitePath?
  /// What the chart is made of, for machines; nil where it has no page of its own.
  public let json: SitePath?
  /// The page that shows nothing else, which is how it is cited; nil where it has none.
  public let page: SitePath?
  /// What an author writes for it, where a page shows that; a translation's text behind its original's.
  public let listings: [Listing]

  public init(
    id: String, title: String, subtitle: String, wide: HTML?, narrow: HTML?, description: String, note: String?,
    source: String? = nil, revision: FigureRevision? = nil, variants: [VariantLine] = [], sources: [SourceReference],
    table: FigureTable,
    csv: SitePath, svg: SitePath?, json: SitePath? = nil, page: SitePath? = nil, listings: [Listing] = []
  ) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.wide = wide
    self.narrow = narrow
    self.description = description
    self.note = note
    self.source = source
    self.revision = revision
    self.variants = variants
    self.sources = sources
    self.table = table
    self.csv = csv
    self.svg = svg
    self.json = json
    self.page = page
    self.listings = listings
  }
}

/// A piece of a source file, to be read.
public struct Listing: Sendable, Hashable {
  /// The file it stands in: `charts.md`.
  public let file: String
  public let text: String

  public init(file: String, text: String) {
    self.file = file
    self.text = text
  }
}

/// An indicator as a figure names it.
public struct VariantLine: Sendable, Hashable {
  /// `Index number, 2015 = 100`
  public let title: String
  /// `100 · x_t / x_base`, where `_` begins an index and `^` an exponent: a word, or what stands in brackets.
  public let formula: String
  /// The indicator, by the anchor of its entry in the glossary.
  public let name: String
  /// Nil where the site has no glossary.
  public let glossary: SitePath?

  public init(title: String, formula: String, name: String, glossary: SitePath?) {
    self.title = title
    self.formula = formula
    self.name = name
    self.glossary = glossary
  }
}

/// The figures behind a chart, formatted.
public struct FigureTable: Sendable, Hashable {
  public let headers: [String]
  /// The first cell of a row names it; the others are figures.
  public let rows: [[FigureTableCell]]

  public init(headers: [String], rows: [[FigureTableCell]]) {
    self.headers = headers
    self.rows = rows
  }
}

public struct FigureTableCell: Sendable, Hashable {
  public let text: String
  public let isNumber: Bool

  public init(text: String, isNumber: Bool) {
    self.text = text
    self.isNumber = isNumber
  }
}

/// Where a figure's numbers come from: one dataset, its publisher, and when it was retrieved.
public struct SourceReference: Sendable, Hashable {
  /// The dataset's title.
  public let title: DataText
  public let publisher: DataText
  public let dataset: SitePath
  public let url: ExternalURL?
  /// The day its publisher gave out the edition that was read; nil where nobody noted it.
  public let published: Period?
  public let retrieved: Period?
  public let licence: String

  public init(
    title: DataText, publisher: DataText, dataset: SitePath, url: ExternalURL?, published: Period? = nil,
    retrieved: Period?, licence: String
  ) {
    self.title = title
    self.publisher = publisher
    self.dataset = dataset
    self.url = url
    self.published = published
    self.retrieved = retrieved
    self.licence = licence
  }
}

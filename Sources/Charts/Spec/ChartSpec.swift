// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// What an author wrote in a chart block: which data, drawn how, with which words.
///
/// Texts may hold `{{ value }}`; `replacingTexts` puts the values in before the chart is drawn.
public struct ChartSpec: Hashable, Sendable {
  /// Where the block begins.
  public let place: Place
  /// In kebab case, unique on its page; links and element ids are made from it.
  public let id: PlacedText
  public let type: ChartType
  /// A table or a query of the page.
  public let data: PlacedText?
  /// A SQL condition on the rows of `data`.
  public let condition: PlacedText?
  /// A SELECT in the place of `data`.
  public let sql: PlacedText?
  /// The column of the categories, periods or numbers that values belong to. All columns are shown in a table.
  public let x: PlacedText?
  /// The columns of values. Several make one series each.
  public let y: [PlacedText]
  /// The column that says which series a row belongs to.
  public let series: PlacedText?
  /// What is done to the values before they are drawn: `yoy`, `index(2015)`.
  public let transform: PlacedTransform?
  public let isStacked: Bool
  public let direction: BarDirection?
  /// How values are written. In a table, how those of columns are that have no format of their own.
  public let format: FigureFormat?
  /// By column, for tables: `format: {total: usd, share: percent}`.
  public let columnFormats: [String: FigureFormat]
  /// What the values are counted in, where no format says it: `million tonnes`, `2015 = 100`.
  public let unit: PlacedText?
  public let sort: SortOrder?
  /// Whether a line chart's axis has to include zero; nil lets the data decide. Bars always do.
  public let includesZero: Bool?
  public let title: PlacedText?
  public let subtitle: PlacedText?
  public let note: PlacedText?
  /// The words of the source line, in the place of those that the build makes from the data.
  public let source: PlacedText?
  /// A description for those who do not see the chart, in the place of the computed one.
  public let alt: PlacedText?
  public let annotations: [Annotation]
  /// Series or categories, by code or name, that keep their colour while the others turn grey.
  public let highlight: [PlacedText]
  /// Display names by the code that the data has.
  public let labels: [String: PlacedText]
  /// Colours by the code that the data has.
  public let colors: [String: ColorRole]
  /// A SQL condition or SELECT over the chart's own rows that has to hold.
  public let claim: PlacedText?
  /// Where each key of the block stands.
  public let keyPlaces: [String: Place]

  /// Where a key stands; the block where it does not.
  public func place(of key: String) -> Place { keyPlaces[key] ?? place }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// What an author wrote in a chart block: which data, drawn how, with which words.
///
/// Texts may hold `{{ value }}`; `replacingTexts` puts the values in before the chart is drawn.
public struct ChartSpec: Hashable, Sendable {
  /// Where the block begins.
  public internal(set) var place: Place
  /// In kebab case, unique on its page; links and element ids are made from it.
  public internal(set) var id: PlacedText
  public internal(set) var type: ChartType
  /// A table or a query of the page.
  public internal(set) var data: PlacedText?
  /// A SQL condition on the rows of `data`.
  public internal(set) var condition: PlacedText?
  /// A SELECT in the place of `data`.
  public internal(set) var sql: PlacedText?
  /// The column of the categories, periods or numbers that values belong to. All columns are shown in a table.
  public internal(set) var x: PlacedText?
  /// The columns of values. Several make one series each.
  public internal(set) var y: [PlacedText]
  /// The columns of the two ends of a flow.
  public internal(set) var from: PlacedText?
  public internal(set) var to: PlacedText?
  /// For a timeline: the column of the periods at which spans end.
  public internal(set) var end: PlacedText?
  /// For a flow diagram: what the nodes of each stage are, from left to right.
  public internal(set) var heads: [PlacedText]
  /// The column that says which series a row belongs to.
  public internal(set) var series: PlacedText?
  /// The column that names points, or the entries of a timeline.
  public internal(set) var label: PlacedText?
  /// The column whose values the areas of points are, or of circles on a map.
  public internal(set) var pointSize: PlacedText?
  /// What is done to the values before they are drawn: `yoy`, `index(2015)`. The claim sees the rows before it.
  public internal(set) var transform: PlacedTransform?
  /// How several series of bars or areas stand: beside each other, on each other, or as parts of a hundred.
  public internal(set) var stack: Stacking?
  /// How a line goes from one value to the next.
  public internal(set) var curve: Curve
  /// For a stepped line: the period to which its last value holds.
  public internal(set) var until: PlacedText?
  /// Which values are no observations: a column of yes and no, or a comparison with `x`.
  public internal(set) var dashed: PlacedText?
  public internal(set) var references: [Reference]
  /// The bands of a fan, from the widest to the narrowest.
  public internal(set) var bands: [BandColumns]
  /// The column whose values have a panel each.
  public internal(set) var facet: PlacedText?
  /// The axes that are logarithmic.
  public internal(set) var log: Set<ChartAxis>
  public internal(set) var direction: BarDirection?
  /// How values are written. In a table, how those of columns are that have no format of their own.
  public internal(set) var format: FigureFormat?
  /// By column, for tables: `format: {total: usd, share: percent}`.
  public internal(set) var columnFormats: [String: FigureFormat]
  /// What the values are counted in, where no format says it: `million tonnes`, `2015 = 100`.
  public internal(set) var unit: PlacedText?
  public internal(set) var sort: SortOrder?
  /// Whether a line chart's axis has to include zero; nil lets the data decide. Bars always do.
  public internal(set) var includesZero: Bool?
  public internal(set) var title: PlacedText?
  public internal(set) var subtitle: PlacedText?
  public internal(set) var note: PlacedText?
  /// The words of the source line, in the place of those that the build makes from the data.
  public internal(set) var source: PlacedText?
  /// A description for those who do not see the chart, in the place of the computed one.
  public internal(set) var alt: PlacedText?
  public internal(set) var annotations: [Annotation]
  /// Series or categories, by code or name, that keep their colour while the others turn grey.
  public internal(set) var highlight: [PlacedText]
  /// Display names by the code that the data has.
  public internal(set) var labels: [String: PlacedText]
  /// Colours by the code that the data has.
  public internal(set) var colors: [String: ColorRole]
  /// Where the steps of a colour ramp part, in the values' own unit; empty lets the data decide.
  public internal(set) var steps: [Double]
  /// Whether colours go both ways from zero; nil lets the signs of the data decide.
  public internal(set) var isDiverging: Bool?
  /// The steps of a waterfall that are levels and begin at zero.
  public internal(set) var totals: [PlacedText]
  /// How many ranks a bump chart shows.
  public internal(set) var top: Int?
  /// The line that each row of a table has: a column of periods and one of values.
  public internal(set) var spark: Spark?
  /// A SQL condition or SELECT over the chart's own rows that has to hold.
  public internal(set) var claim: PlacedText?
  /// Where the names in `labels` and `colors` stand.
  public internal(set) var labelPlaces: [String: Place]
  public internal(set) var colorPlaces: [String: Place]
  /// Where each key of the block stands.
  public internal(set) var keyPlaces: [String: Place]

  /// What a panel has in common with its neighbours; nil for a chart of its own.
  var shared: SharedScales?

  var isStacked: Bool { stack == .sum || stack == .percent }

  /// Where a key stands; the block where it does not.
  public func place(of key: String) -> Place { keyPlaces[key] ?? place }
}

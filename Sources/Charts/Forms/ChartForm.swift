// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// The rows of a chart as its type reads them, and all that the type makes of them.
///
/// Types that read their rows alike share a form: `SeriesForm` is all that have series over positions.
protocol ChartForm: Sendable {
  /// The block as it is drawn: a form may fill in what its type implies.
  var spec: ChartSpec { get }
  /// The rules for what the rows and the block's keys hold.
  var rules: [Diagnostic] { get }
  /// What the picture shows, in words that can be spoken.
  var description: String { get }
  /// What a reader has to know of the picture, said below it beside the author's note.
  var notes: [String] { get }
  /// The numbers of the picture as a table and as a file.
  var data: ChartData { get }

  /// Decides everything about the picture of one width.
  func layout(_ size: LayoutSize) -> ChartLayout
}

extension ChartForm {
  var notes: [String] { [] }
}

/// Reads rows as the block's type wants them, in panels where it names a column for them.
/// - Returns: nil where they cannot be drawn; `diagnostics` says why.
func form(
  of spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]
) -> (any ChartForm)? {
  if spec.facet != nil { return FacetForm(spec, table: table, language: language, diagnostics: &diagnostics) }
  return panelForm(of: spec, table: table, language: language, diagnostics: &diagnostics)
}

/// Reads the rows of a picture without panels, or of one of them: every type can be one. (A table is no picture.)
func panelForm(
  of spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]
) -> (any PanelForm)? {
  switch spec.type {
  case .scatter: ScatterForm(spec, table: table, language: language, diagnostics: &diagnostics)
  case .line, .area, .bar, .dot, .slope, .dumbbell, .table, .fan:
    bind(spec, to: table, in: language, diagnostics: &diagnostics).map {
      SeriesForm($0, spec: spec, language: language)
    }
  case .sankey: SankeyForm(spec, table: table, language: language, diagnostics: &diagnostics)
  case .timeline: TimelineForm(spec, table: table, language: language, diagnostics: &diagnostics)
  case .map: MapForm(spec, table: table, language: language, diagnostics: &diagnostics)
  case .heatmap, .matrix: GridForm(spec, table: table, language: language, diagnostics: &diagnostics)
  case .treemap: TreemapForm(spec, table: table, language: language, diagnostics: &diagnostics)
  case .waterfall: WaterfallForm(spec, table: table, language: language, diagnostics: &diagnostics)
  case .bump: BumpForm(spec, table: table, language: language, diagnostics: &diagnostics)
  }
}

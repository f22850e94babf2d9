// SPDX-License-Identifier: MIT
import Figures

/// A form whose pictures can be panels of small multiples: drawn to shared scales, with the key left to the whole.
protocol PanelForm: ChartForm {
  var language: Language { get }
  /// What its own rows reach.
  var scales: SharedScales { get }
  /// How many panels stand beside each other.
  var panelColumns: PanelColumns { get }
  /// The keys of categories in the order in which they are drawn; nil where x has an order of its own.
  var order: [String]? { get }
  /// The keys of series, where they are drawn in another order than that of the data.
  var seriesOrder: [String]? { get }
  /// Whether the key has to say what a missing value looks like.
  var hasGaps: Bool { get }
  /// Draws from the upper edge what explains all panels: a legend, an axis's name.
  /// - Returns: Its height, with the space below it.
  func drawKey(on canvas: inout Canvas) -> Double
  /// What stands once below all panels; nil for nothing.
  var footer: String? { get }
  /// What one panel shows, in sentences that begin with its name.
  func sentences(named name: String) -> [String]
}

extension PanelForm {
  var order: [String]? { nil }
  var seriesOrder: [String]? { nil }
  var hasGaps: Bool { false }
  var footer: String? { nil }

  /// Sentences of which the first is headed by the panel's name.
  func headed(_ name: String, _ sentences: some Collection<String>) -> [String] {
    guard let first = sentences.first else { return [] }
    return [Phrases(language).headed(name, first)] + sentences.dropFirst()
  }
}

/// How many panels stand beside each other at most, in the wide picture and on a phone.
struct PanelColumns: Hashable, Sendable {
  let wide: Int
  let narrow: Int

  /// Pictures with an axis, which are read at a small size.
  static let frames = PanelColumns(wide: 4, narrow: 2)
  /// Pictures without one, whose forms are compared.
  static let shapes = PanelColumns(wide: 3, narrow: 2)
  /// Names or figures for each row stand at the left.
  static let rows = PanelColumns(wide: 3, narrow: 1)
  /// Names stand at both sides.
  static let sides = PanelColumns(wide: 2, narrow: 1)
  /// Under each other, along one axis.
  static let stacked = PanelColumns(wide: 1, narrow: 1)
}

/// What the panels of small multiples have in common, so that one is read against another.
struct SharedScales: Hashable, Sendable {
  /// The values that a scale reaches: the ends are enough, unless all are figures or decide the steps of a colour.
  var values: [Double] = []
  /// The same along x, where points have numbers there, or of figures beside the values: totals, steps.
  var numbers: [Double] = []
  /// The same for areas and widths.
  var sizes: [Double] = []
  /// All positions and series, or ends of flows and where they begin, so that each has one place, colour and shape in all
  /// panels.
  var positions: [Cell] = []
  var series: [Cell] = []

  /// Whether positions are categories, in the order in which each panel has them.
  var isOrdered = false
  /// The colour of a panel's only series.
  var role: ColorRole?

  /// The values and numbers of both.
  func joined(with other: SharedScales) -> SharedScales {
    var joined = self
    joined.values += other.values
    joined.numbers += other.numbers
    joined.sizes += other.sizes
    return joined
  }
}

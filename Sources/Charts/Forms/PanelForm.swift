// SPDX-License-Identifier: MIT
import Figures

/// A form whose pictures can be panels of small multiples: drawn to shared scales, with the key left to the whole.
protocol PanelForm: ChartForm {
  /// What its own rows reach.
  var scales: SharedScales { get }
  /// Whether names or figures for each row stand at the left, so that a phone has room for one panel beside another no
  /// more.
  var hasRows: Bool { get }
  /// The keys of categories in the order in which they are drawn; nil where x has an order of its own.
  var order: [String]? { get }
  /// Draws from the upper edge what explains all panels: a legend, an axis's name.
  /// - Returns: Its height, with the space below it.
  func drawKey(on canvas: inout Canvas) -> Double
  /// What stands once below all panels; nil for nothing.
  var footer: String? { get }
  /// What one panel shows, in sentences that begin with its name.
  func sentences(named name: String) -> [String]
}

/// What the panels of small multiples have in common, so that one is read against another.
struct SharedScales: Hashable, Sendable {
  /// The values that a scale reaches: the ends are enough.
  var values: [Double] = []
  /// The same along x, where points have numbers there, and for areas.
  var numbers: [Double] = []
  var sizes: [Double] = []
  /// All positions and series, so that each has one place, colour and shape in all panels.
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

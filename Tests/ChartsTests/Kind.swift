// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

/// Every type of chart, in each of the forms that are laid out differently, with rows of its shape: what is asked of all
/// types is asked of these.
struct Kind: Sendable, CustomTestStringConvertible {
  /// What the x column holds.
  enum X: Sendable { case years, names, codes, numbers }

  let name: String
  let type: ChartType
  let x: X
  /// How many positions and series a chart of this kind has at least and at most.
  var positions = 1...40
  var series = 1...1
  /// The keys that the type needs, beside its texts.
  let keys: String
  /// Whether the value may be negative.
  var takesNegatives = true

  var testDescription: String { name }

  private static let columns = ["f", "x", "s", "y", "size", "low", "high", "from", "to", "end", "label"]
    .map { ChartColumn(name: $0) }

  static let all: [Kind] = [
    Kind(name: "line", type: .line, x: .years, series: 1...7, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "stepped line", type: .line, x: .years, series: 1...3, keys: "x: x\ny: y\nseries: s\ncurve: step"),
    Kind(name: "area", type: .area, x: .years, keys: "x: x\ny: y"),
    Kind(
      name: "stacked area", type: .area, x: .years, series: 2...6, keys: "x: x\ny: y\nseries: s", takesNegatives: false),
    Kind(
      name: "area of shares", type: .area, x: .years, series: 2...6, keys: "x: x\ny: y\nseries: s\nstack: percent",
      takesNegatives: false),
    Kind(name: "bar", type: .bar, x: .names, series: 1...3, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "standing bar", type: .bar, x: .years, series: 1...3, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "stacked bar", type: .bar, x: .names, series: 2...6, keys: "x: x\ny: y\nseries: s\nstack: true"),
    Kind(
      name: "bar of shares", type: .bar, x: .names, series: 2...6, keys: "x: x\ny: y\nseries: s\nstack: percent",
      takesNegatives: false),
    Kind(name: "dot", type: .dot, x: .names, series: 1...4, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "dot over time", type: .dot, x: .years, series: 1...4, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "slope", type: .slope, x: .years, positions: 2...2, series: 1...7, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "dumbbell", type: .dumbbell, x: .names, series: 2...2, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "scatter", type: .scatter, x: .numbers, series: 1...4, keys: "x: x\ny: y\nseries: s\nlabel: label"),
    Kind(
      name: "bubble", type: .scatter, x: .numbers, series: 1...4,
      keys: "x: x\ny: y\nseries: s\nlabel: label\nsize: size"
    ),
    Kind(
      name: "fan", type: .fan, x: .years, positions: 3...40,
      keys: "x: x\ny: y\nbands: {\"80%\": [low, high]}\nnote: The band holds 80% of the outcomes."),
    Kind(name: "heat map", type: .heatmap, x: .names, positions: 1...20, series: 1...12, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "heat map over time", type: .heatmap, x: .years, series: 1...12, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "matrix", type: .matrix, x: .names, positions: 1...12, series: 1...8, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "treemap", type: .treemap, x: .names, keys: "x: x\ny: y", takesNegatives: false),
    Kind(
      name: "treemap of groups", type: .treemap, x: .names, series: 2...4, keys: "x: x\ny: y\nseries: s",
      takesNegatives: false),
    Kind(name: "waterfall", type: .waterfall, x: .names, positions: 1...15, keys: "x: x\ny: y"),
    Kind(name: "bump", type: .bump, x: .years, positions: 1...12, series: 2...12, keys: "x: x\ny: y\nseries: s"),
    Kind(name: "map", type: .map, x: .codes, positions: 1...12, keys: "x: x\ny: y"),
    Kind(
      name: "map of circles", type: .map, x: .codes, positions: 1...12, keys: "x: x\nsize: y", takesNegatives: false),
    Kind(
      name: "map of flows", type: .map, x: .codes, positions: 1...8, keys: "from: from\nto: to\ny: y",
      takesNegatives: false),
    Kind(
      name: "sankey", type: .sankey, x: .names, positions: 1...8, series: 1...6, keys: "from: from\nto: to\ny: y",
      takesNegatives: false),
    Kind(
      name: "timeline", type: .timeline, x: .years, positions: 1...12, series: 1...4,
      keys: "x: x\nseries: s\nlabel: label\nend: end"),
    Kind(name: "table", type: .table, x: .names, series: 1...3, keys: "x: x\nseries: s\ny: y"),
    Kind(
      name: "table with lines", type: .table, x: .years, series: 1...8, keys: "x: s\ny: y\nspark: {x: x, y: y}"),
  ]

  /// Codes that are on the map of East Asia, or beside it.
  static let codes = [
    "CHN", "JPN", "KOR", "TWN", "VNM", "MNG", "IDN", "PHL", "THA", "MYS", "SGP", "HKG", "USA", "DEU", "IND", "AUS",
  ]

  /// What stands in the x column, in its order.
  func xs(_ count: Int, name: (Int) -> String = { "c\($0)" }) -> [Cell] {
    (0..<count).map { index in
      switch x {
      case .years: .integer(1980 + index)
      case .names: .text(name(index))
      case .codes: .text(Self.codes[index % Self.codes.count])
      case .numbers: .real(Double(index) * 1.5 + 1)
      }
    }
  }

  /// A row for each position and series.
  func rows(_ xs: [Cell], _ names: [String], panel: String = "p", value: (Int, Int) -> Cell) -> [[Cell]] {
    xs.enumerated().flatMap { index, x in
      names.enumerated().map { rank, name -> [Cell] in
        let y = value(index, rank)
        let edge = y.number.map { abs($0) * 0.2 }
        let isForecast = index * 3 >= xs.count * 2
        func beside(_ factor: Double) -> Cell {
          guard isForecast, let y = y.number, let edge else { return .null }
          return .real(y + edge * factor)
        }
        let end: Cell = index % 3 == 0 ? .null : index % 3 == 1 ? .text("open") : x
        let from = type == .map ? "KOR" : name
        let target = type == .map ? Self.codes[(index + 3) % Self.codes.count] : "\(x.plain) →"
        return [
          .text(panel), x, .text(name), y, .real(abs(y.number ?? 1)), beside(-1), beside(1), .text(from), .text(target),
          end, .text("\(name) \(x.plain)"),
        ]
      }
    }
  }

  func sample(_ rows: [[Cell]], more: String = "") -> Sample {
    Sample(
      name: name,
      yaml:
        "id: a\ntype: \(type.rawValue)\ndata: t\n\(keys)\ntitle: A finding\nsubtitle: China’s exports of something, US dollars, all years\n\(more)",
      columns: Self.columns, rows: rows)
  }
}

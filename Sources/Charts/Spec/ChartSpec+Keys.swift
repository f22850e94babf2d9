// SPDX-License-Identifier: MIT
import Diagnostics

extension ChartSpec {
  /// The keys that only some types read. All others belong to every type.
  static let typesOfKeys: [String: Set<ChartType>] = [
    "bands": [.fan],
    "curve": [.line, .area],
    "until": [.line, .area],
    "dashed": [.line, .area, .bar, .dot, .slope, .scatter, .fan],
    "direction": [.bar],
    "label": [.scatter, .timeline],
    "log": [.line, .dot, .scatter, .fan],
    "size": [.map, .scatter],
    "stack": [.bar, .area],
    "from": [.sankey, .map],
    "heads": [.sankey],
    "to": [.sankey, .map],
    "end": [.timeline],
    "steps": [.heatmap, .map, .matrix],
    "diverging": [.heatmap, .map, .matrix],
    "totals": [.waterfall],
    "top": [.bump],
    "spark": [.table],
  ]

  /// The keys without which a type cannot be drawn, in the order in which they are asked for.
  var neededKeys: [String] {
    switch type {
    case .table: []
    case .sankey: ["from", "to", "y"]
    case .timeline: ["x", "label"]
    case .map: from != nil || to != nil ? ["from", "to", "y"] : ["x", pointSize == nil ? "y" : "size"]
    default: ["x", "y"]
    }
  }

  /// Errors at keys that the chart's type does not read, so that none is passed over in silence.
  var foreignKeys: [Diagnostic] {
    keyPlaces.sorted { $0.key < $1.key }.compactMap { key, place in
      guard let types = Self.typesOfKeys[key], !types.contains(type) else { return nil }
      let names = types.map(\.rawValue).sorted().map { "'\($0)'" }.joined(separator: ", ")
      return .error(
        "chart-key", "'type: \(type.rawValue)' has no '\(key)'", at: place,
        hint: types.count == 1 ? "only \(names) has it" : "\(names) have it")
    }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics

extension ChartSpec {
  /// The keys that only some types read. All others belong to every type.
  static let typesOfKeys: [String: Set<ChartType>] = [
    "curve": [.line, .area],
    "until": [.line, .area],
    "dashed": [.line, .area, .bar, .dot, .slope],
    "direction": [.bar],
    "stack": [.bar, .area],
    "steps": [.heatmap, .matrix],
    "diverging": [.heatmap, .matrix],
    "totals": [.waterfall],
    "top": [.bump],
    "spark": [.table],
  ]

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

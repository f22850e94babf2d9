// SPDX-License-Identifier: MIT
import Diagnostics

extension ChartSpec {
  /// Errors at keys that most types read and this one does not, so that none is passed over in silence.
  func refusing(_ keys: [String]) -> [Diagnostic] {
    keys.compactMap { key in
      keyPlaces[key].map { .error("chart-key", "'type: \(type.rawValue)' has no '\(key)'", at: $0, hint: "remove it") }
    }
  }
}

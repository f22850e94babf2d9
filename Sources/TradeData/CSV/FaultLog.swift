// SPDX-License-Identifier: MIT
import Diagnostics

/// The faults of one file: the first of each kind in full, then how many more there are.
package struct FaultLog {
  /// How many of one rule are told in full.
  static let limit = 20

  private var counts: [String: Int] = [:]
  private var told: [Diagnostic] = []

  package init() {}

  /// Whether nothing was reported.
  package var isEmpty: Bool { told.isEmpty }

  /// - Parameter diagnostic: Made only where it is told, since a place costs a walk through the file.
  package mutating func report(_ rule: String, _ diagnostic: @autoclosure () -> Diagnostic) {
    counts[rule, default: 0] += 1
    if counts[rule, default: 0] <= Self.limit { told.append(diagnostic()) }
  }

  /// Adds what was reported of the part of the file that follows.
  mutating func add(_ next: FaultLog) {
    var counted = counts
    for diagnostic in next.told {
      counted[diagnostic.rule, default: 0] += 1
      if counted[diagnostic.rule, default: 0] <= Self.limit { told.append(diagnostic) }
    }
    counts.merge(next.counts, uniquingKeysWith: +)
  }

  /// What was told; the last of a kind that was cut short has a note with the number of the others.
  package var diagnostics: [Diagnostic] {
    told.indices.map { index in
      let diagnostic = told[index]
      let more = counts[diagnostic.rule, default: 0] - Self.limit
      guard more > 0, !told[(index + 1)...].contains(where: { $0.rule == diagnostic.rule }) else { return diagnostic }
      return Diagnostic(
        diagnostic.severity, diagnostic.rule, diagnostic.message, at: diagnostic.place, hint: diagnostic.hint,
        notes: diagnostic.notes + ["and \(more) more of this kind in this file"])
    }
  }
}

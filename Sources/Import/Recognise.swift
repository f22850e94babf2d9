// SPDX-License-Identifier: MIT
import Diagnostics

extension Portal {
  /// How many labels the portal's best fitting layout explains: all of a layout, or none.
  fileprivate func explained(_ keys: Set<String>) -> Int {
    layouts.filter { $0.allSatisfy(keys.contains) }.map(\.count).max() ?? 0
  }

  /// The share of a layout's labels that a file has, of the layout nearest to it.
  fileprivate func likeness(_ keys: Set<String>) -> Double {
    layouts.map { layout in Double(layout.filter(keys.contains).count) / Double(layout.count) }.max() ?? 0
  }

  /// Why a file is not the portal's, by its labels, and whose it is; nil for a file that is.
  func refusal(of raw: RawTable, file: String) -> Diagnostic? {
    let keys = Set(raw.keys)
    let best = Portal.all.max { $0.explained(keys) < $1.explained(keys) } ?? self
    let own = explained(keys)
    if own > 0, own >= best.explained(keys) { return nil }
    let closest =
      best.explained(keys) > 0
      ? best : Portal.all.filter { $0.likeness(keys) >= 0.5 }.max { $0.likeness(keys) < $1.likeness(keys) }
    let shown = raw.labels.prefix(6).map(\.trimmed).joined(separator: ", ") + (raw.labels.count > 6 ? ", …" : "")
    var notes = ["its columns are \(shown)"]
    var hint = "the portals are listed by: briefing import --list"
    if let closest, closest.name != name {
      hint = "it looks like \(closest.title): briefing import \(closest.name) \(file) --as …"
    } else if let layout = nearestLayout(keys) {
      let missing = layout.filter { !keys.contains($0) }.map { $0 == RawTable.periodKey ? "a year or month" : $0 }
      notes.append("a file of \(title) also has \(missing.joined(separator: ", "))")
    }
    return .error(
      "import-portal", "this is no file of \(title) that is understood", at: Place(raw.path), hint: hint, notes: notes)
  }

  private func nearestLayout(_ keys: Set<String>) -> [String]? {
    layouts.filter { $0.contains(where: keys.contains) }
      .max { $0.filter(keys.contains).count < $1.filter(keys.contains).count }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// One axis has one unit, as far as the data package says what its columns are counted in.
func unitRules(_ spec: ChartSpec, _ table: ChartTable) -> [Diagnostic] {
  if spec.type == .table || spec.transform?.transform.keepsUnit == false { return [] }
  let columns = spec.y + spec.bands.flatMap { [$0.low, $0.high] }
  let known = columns.compactMap { written in
    table.columns.first { $0.name == written.text }?.unit.map { (column: written, unit: $0) }
  }
  guard let first = known.first,
    let other = known.first(where: { $0.unit.lowercased() != first.unit.lowercased() })
  else { return [] }
  return [
    .error(
      "chart-units-mixed",
      "'\(first.column.text)' is in \(first.unit) and '\(other.column.text)' in \(other.unit), on one axis",
      at: other.column.place, hint: "draw a chart for each, or divide them to one unit with 'sql:'")
  ]
}

/// A unit is said once: by `format:`, by `unit:` or by the subtitle. (`%` on the figures is a sign, not a second time.)
func unitTextRules(_ spec: ChartSpec) -> [Diagnostic] {
  guard let unit = spec.unit else { return [] }
  func repeated(_ message: String, _ hint: String) -> [Diagnostic] {
    [.warning("chart-unit-repeated", message, at: unit.place, hint: hint)]
  }
  if spec.stack == .percent {
    return repeated("parts of a hundred are in per cent, and not in '\(unit.text)'", "remove 'unit:'")
  }
  let format = spec.format ?? spec.y.first.flatMap { spec.columnFormats[$0.text] }
  if let kind = format?.kind, kind.saysUnit, spec.type != .table || spec.format != nil {
    return repeated(
      "the format '\(kind.rawValue)' says the unit, and 'unit: \(unit.text)' says another", "remove one of them")
  }
  guard let subtitle = spec.subtitle?.text, !subtitle.lowercased().holds(unit.text.lowercased()),
    let part = SubtitleReading(subtitle).unitParts.first
  else { return [] }
  let said = part.map(\.text)
  if unit.text == "%", said.contains(where: ["%", "per cent", "percent", "퍼센트", "パーセント"].contains) { return [] }
  return repeated(
    "the subtitle says '\(said.joined(separator: " "))', and 'unit: \(unit.text)' says it in other words",
    "remove 'unit:', or write it in the subtitle as it is here")
}

extension FigureFormat.Kind {
  fileprivate var saysUnit: Bool {
    [.percent, .signedPercent, .percentagePoints, .usd, .cny, .jpy, .krw, .eur].contains(self)
  }
}

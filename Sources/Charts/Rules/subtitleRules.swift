// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// What a subtitle leaves out of the four that it has to say: measure, unit, place and period.
///
/// Only what no text of the figure says is reported: a unit may stand on the axis, a place in the title.
func subtitleRules(_ spec: ChartSpec) -> [Diagnostic] {
  guard let subtitle = spec.subtitle else { return [] }
  let reading = SubtitleReading(subtitle.text)
  func missing(_ part: String, _ hint: String) -> Diagnostic {
    .error("chart-subtitle-incomplete", "the subtitle names no \(part)", at: subtitle.place, hint: hint)
  }
  var found: [Diagnostic] = []
  if !reading.says(.period), years(in: subtitle.text.plainWidth).isEmpty {
    found.append(missing("period", "say which years, for example '2020 to 2024'"))
  }
  if !reading.isRate, !reading.namesPlace, spec.title.map({ SubtitleReading($0.text).namesPlace }) != true {
    found.append(missing("place", "say whose figures they are, for example 'South Korea's exports'"))
  }
  if spec.hasBareNumbers, !reading.namesUnit {
    found.append(missing("unit", "add 'unit:' or 'format:', or say it, for example 'billion US dollars'"))
  }
  if !reading.namesMeasure {
    found.append(missing("measure", "say what is measured, for example 'exports of goods'"))
  }
  return found
}

extension ChartSpec {
  /// Whether nothing but the subtitle can say what the figures are counted in.
  fileprivate var hasBareNumbers: Bool {
    guard unit == nil, transform == nil, pointSize == nil, ![.timeline, .bump, .table].contains(type) else {
      return false
    }
    let format = format ?? y.first.flatMap { columnFormats[$0.text] }
    return format.map { [.number, .integer].contains($0.kind) } ?? true
  }
}

/// A subtitle that names a later year than a chart over time reaches.
func periodRules(_ spec: ChartSpec, _ chart: BoundChart) -> [Diagnostic] {
  guard case .time = chart.kind, let subtitle = spec.subtitle, let last = chart.positions.last?.period?.year,
    let named = years(in: subtitle.text).max(), named > last
  else { return [] }
  return [
    .warning(
      "chart-subtitle-period", "the subtitle names \(named), and the data ends in \(last)", at: subtitle.place,
      hint: "mend the subtitle, or the rows that 'where:' or 'sql:' takes")
  ]
}

/// The years from 1800 to 2199 that a text has in figures.
func years(in text: String) -> [Int] {
  var (found, digits): ([Int], [Int]) = ([], [])
  for byte in Array(text.utf8) + [0] {
    if 0x30...0x39 ~= byte {
      digits.append(Int(byte) - 0x30)
    } else {
      let year = digits.reduce(0) { min($0 * 10 + $1, 100_000) }
      if digits.count == 4, 1800...2199 ~= year { found.append(year) }
      // 2025～26年
      if digits.count == 2, byte == "年".utf8.first, let last = found.last { found.append(last / 100 * 100 + year) }
      digits = []
    }
  }
  return found
}

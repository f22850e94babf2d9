// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup

/// Draws values as a line of a word's size, its last point marked, and says in words what the line does.
///
/// - Parameters:
///   - positions: One for each value, in the order drawn: periods, which lie by their day, or anything else, which lies
///     evenly; empty for values that have none, which have no words either.
///   - values: nil is a gap.
/// - Returns: nil where there are fewer than two values to draw.
public func sparkline(
  values: [Double?], positions: [Cell] = [], format: FigureFormat? = nil, curve: Curve = .linear, language: Language
) -> HTML? {
  let known = values.compactMap(\.self)
  guard let low = known.min(), let high = known.max(), known.count > 1 else { return nil }
  let periods = positions.compactMap { Period($0) }
  let isDated = periods.count == values.count && zip(periods, periods.dropFirst()).allSatisfy { $0 < $1 }
  let numbers = isDated ? periods.map { Double($0.firstDay) } : values.indices.map(Double.init)
  let x = AxisScale(low: numbers.first ?? 0, high: numbers.last ?? 1, start: 3, end: 236)
  let y = AxisScale(low: low, high: high, start: 41, end: 5)
  let series = Series(key: "", name: "", role: .category(1), values: values)
  let points = zip(numbers, values).map { number, value in value.map { Point(x(number), y($0)) } }
  let strands = Strands(points, series: series, curve: curve)

  var writer = SVGWriter(capacity: 1024)
  writer.raw("<svg class=\"spark\" viewBox=\"0 0 240 46\"")
  if positions.count == values.count {
    let words = sparkWords(series, positions, periods, format: format, language: language)
    writer.raw(" role=\"img\" aria-label=\"")
    writer.text(words)
    writer.raw("\">")
  } else {
    writer.raw(" aria-hidden=\"true\">")
  }
  writer.raw("<path d=\"")
  for run in strands.observed { writer.run(run) }
  writer.raw("\"/>")
  for point in strands.lone { writer.spot(point) }
  if let last = points.last(where: { $0 != nil }) ?? nil, strands.lone.last != last { writer.spot(last) }
  writer.raw("</svg>")
  return HTML(trusted: writer.bytes)
}

private func sparkWords(
  _ series: Series, _ positions: [Cell], _ periods: [Period], format: FigureFormat?, language: Language
) -> String {
  let places = positions.enumerated().map { index, cell in
    let period = periods.count == positions.count ? periods[index] : nil
    return Position(
      key: cell.plain, label: period?.text(in: language) ?? cell.plain, number: Double(index), period: period, role: nil
    )
  }
  let speech = Speech(format: format, unit: nil, language: language)
  return Trend(series, places).map { Phrases(language).trend(nil, $0, speech) } ?? ""
}

extension SVGWriter {
  mutating func run(_ points: [Point]) {
    for (index, one) in points.enumerated() {
      raw(index == 0 ? "M" : index == 1 ? "L" : " ")
      point(one)
    }
  }

  fileprivate mutating func spot(_ point: Point) {
    raw("<circle")
    attribute("cx", point.x)
    attribute("cy", point.y)
    raw(" r=\"3.5\"/>")
  }
}

// SPDX-License-Identifier: MIT
import Figures

/// Values and periods as a sentence says them: `$328.1 billion`, `3,281億ドル`, `2024年`.
struct Speech {
  let language: Language
  let format: FigureFormat?
  let unit: String?
  /// What stands behind a plain figure: the unit, with a space where the language has one.
  private let tail: String

  init(spec: ChartSpec, language: Language) {
    self.init(format: spec.format, unit: spec.unit?.text, language: language)
  }

  init(format: FigureFormat?, unit: String?, language: Language) {
    (self.format, self.unit, self.language) = (format, unit, language)
    let isTight = language == .japanese || language == .chinese || unit == "%"
    tail = unit.map { isTight ? $0 : " " + $0 } ?? ""
  }

  /// The same, with as many digits on all percentages of a column as one of them needs.
  func alike(for values: [Double]) -> Speech {
    guard let format, format.digits == nil, [.percent, .signedPercent, .percentagePoints].contains(format.kind),
      values.contains(where: { Decimals($0).map { $0.rounded(toPlaces: 3) != $0.rounded(toPlaces: 2) } ?? false })
    else { return self }
    return Speech(format: FigureFormat(format.kind, digits: 1), unit: unit, language: language)
  }

  func value(_ value: Double) -> String {
    let text = try? (format ?? FigureFormat(.number)).text(.real(value), in: language, unit: tail)
    return text ?? plainNumber(value, places: 1)
  }

  var isRate: Bool {
    // Figures without a unit are index numbers and rates of exchange.
    format == nil && unit == nil || format?.kind == .number && unit == nil || unit == "%"
      || [.percent, .signedPercent, .percentagePoints, .ratio].contains(format?.kind ?? .number)
  }
}

/// What one series does from its first value to its last observed one, and where its projections end.
struct Trend {
  enum Direction { case up, down, flat }

  let first: (position: Position, value: Double)
  let last: (position: Position, value: Double)
  let highest: (position: Position, value: Double)
  let lowest: (position: Position, value: Double)
  let projected: (position: Position, value: Double)?

  init?(_ series: Series, _ positions: [Position]) {
    let isObserved = series.values.prefix(series.observed).contains { $0 != nil }
    let end = isObserved ? series.observed : series.values.count
    var (first, last, highest, lowest): (Int?, Int, Int, Int) = (nil, 0, 0, 0)
    for index in 0..<end {
      guard let value = series.values[index] else { continue }
      if first == nil { (first, highest, lowest) = (index, index, index) }
      last = index
      if value > series.values[highest] ?? value { highest = index }
      if value < series.values[lowest] ?? value { lowest = index }
    }
    guard let first else { return nil }
    func point(_ index: Int) -> (Position, Double) { (positions[index], series.values[index] ?? 0) }
    (self.first, self.last, self.highest, self.lowest) = (point(first), point(last), point(highest), point(lowest))
    projected = series.values.indices[end...].last { series.values[$0] != nil }.map(point)
  }

  /// Whether there is one value only.
  var isPoint: Bool { first.position == last.position }

  /// Less than one part in a hundred counts as no change.
  var direction: Direction {
    let change = last.value - first.value
    return abs(change) <= max(abs(first.value), abs(last.value)) * 0.01 ? .flat : change > 0 ? .up : .down
  }

  /// Whether an extreme lies between the ends, and is worth its words.
  var hasPeak: Bool { highest.value > max(first.value, last.value) }
  var hasTrough: Bool { lowest.value < min(first.value, last.value) }
}

extension Series {
  /// How many of the values from the first on are observations.
  var observed: Int { values.indices.first { isProjected($0) } ?? values.count }
}

// SPDX-License-Identifier: MIT
import Figures

/// Says in words what a chart shows: its kind and measure, then trend, extremes and latest values, or the largest and
/// smallest, in the reader's language and with numbers that can be spoken.
func description(of chart: BoundChart, spec: ChartSpec, language: Language) -> String {
  let phrases = Phrases(language)
  let speech = Speech(spec: spec, language: language)
  let measure = spec.subtitle?.text ?? chart.yTitle
  var sentences = [phrases.opening(spec, chart, measure: measure)]
  if case .category = chart.kind {
    sentences += categorySentences(chart, phrases, speech)
  } else {
    if spec.stack == .sum, chart.series.count > 1, let trend = Trend(chart.together, chart.positions) {
      sentences.append(phrases.trend(phrases.together, trend, speech))
    }
    sentences += timeSentences(chart, phrases, speech)
  }
  let missing = chart.series.reduce(0) { $0 + $1.values.count { $0 == nil } }
  if missing > 0 { sentences.append(phrases.missing(missing)) }
  if let first = chart.firstProjected(holds: spec.until != nil) {
    sentences.append(phrases.projected(from: first.label, isToEnd: first.isToEnd))
  }
  let notes =
    spec.isDrawnOverPositions(chart)
    ? spec.annotations.compactMap { note in
      chart.positions.first { $0.number == chart.number(at: note.x.text) }.map {
        phrases.remark(note.text.text, at: $0.label)
      }
    } : []
  let marked =
    notes
    + spec.references.map { reference -> String in
      switch reference.extent {
      case .value(let y), .point(_, let y):
        y.number.map { speech.value($0) }.flatMap { value in
          reference.text.text.contains(value) ? nil : phrases.remark(reference.text.text, at: value)
        } ?? reference.text.text
      case .span: reference.text.text
      }
    }
  if !marked.isEmpty { sentences.append(phrases.marked(marked)) }
  return sentences.joined(separator: phrases.gap)
}

extension BoundChart {
  /// All series as one; a gap where one of them has a gap.
  fileprivate var together: Series {
    let sums = positions.indices.map { index in
      series.reduce(Double?(0)) { sum, one in sum.flatMap { sum in one.values[index].map { sum + $0 } } }
    }
    return Series(
      key: "", name: "", role: .grey(1), values: sums,
      projected: positions.indices.map { index in series.contains { $0.isProjected(index) } })
  }

  /// The last position before any projection, or the last of all.
  var latestObserved: Int {
    let observed = series.map(\.observed).min() ?? 0
    return observed > 0 ? observed - 1 : positions.count - 1
  }

  /// Where projections begin, and whether all that follows is one.
  /// - Parameter holds: Whether the last position only says how long the value before it holds.
  fileprivate func firstProjected(holds: Bool) -> (label: String, isToEnd: Bool)? {
    guard let first = positions.indices.first(where: { index in series.contains { $0.isProjected(index) } }) else {
      return nil
    }
    let isToEnd =
      kind != .category
      && positions.indices[first...].dropLast(holds ? 1 : 0).allSatisfy { index in
        series.allSatisfy { $0.values[index] == nil || $0.isProjected(index) }
      }
    return (positions[first].label, isToEnd)
  }
}

/// As many series as a listener can keep in mind.
private let spokenSeries = 4

private func timeSentences(_ chart: BoundChart, _ phrases: Phrases, _ speech: Speech) -> [String] {
  var sentences = trendSentences(chart, phrases, speech, alone: nil)
  guard chart.series.count > 1, !chart.positions.isEmpty else { return sentences }
  let last = chart.positions[chart.latestObserved]
  let latest = chart.series.compactMap { one in one.values[chart.latestObserved].map { (one.name, $0) } }
  if let high = latest.max(by: { $0.1 < $1.1 }), let low = latest.min(by: { $0.1 < $1.1 }), high.1 > low.1 {
    sentences.append(
      phrases.comparison(last, (high.0, speech.value(high.1)), (low.0, speech.value(low.1))))
  }
  return sentences
}

/// What each series does, and how far the bands of a fan reach.
/// - Parameter alone: What a panel's only series is called.
func trendSentences(_ chart: BoundChart, _ phrases: Phrases, _ speech: Speech, alone: String?) -> [String] {
  let shown = chart.series.filter { !$0.role.isGrey }
  let spoken = (shown.isEmpty || chart.series.count <= 5 ? chart.series : shown).prefix(max(spokenSeries, 5))
  var sentences = spoken.compactMap { series in
    Trend(series, chart.positions).map { trend in
      phrases.trend(chart.series.count == 1 ? alone ?? chart.nameIfAny(series) : series.name, trend, speech)
    }
  }
  if spoken.count < chart.series.count { sentences.append(phrases.others(chart.series.count - spoken.count)) }
  if let last = chart.positions.last {
    let bands = chart.bands.compactMap { band -> (name: String, low: String, high: String)? in
      guard let low = band.low.last ?? nil, let high = band.high.last ?? nil else { return nil }
      return (band.name, speech.value(low), speech.value(high))
    }
    if !bands.isEmpty { sentences.append(phrases.bands(last.label, bands)) }
  }
  return sentences
}

extension BoundChart {
  fileprivate func nameIfAny(_ series: Series) -> String? { hasSeriesNames ? series.name : nil }
}

/// - Parameter alone: What a panel's only series is called.
func categorySentences(_ chart: BoundChart, _ phrases: Phrases, _ speech: Speech, alone: String? = nil) -> [String] {
  chart.series.prefix(spokenSeries).compactMap { series in
    let points = zip(chart.positions, series.values).compactMap { position, value in value.map { (position.label, $0) }
    }
    let ranked = points.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element)
    guard let lowest = ranked.last else { return nil }
    let top = ranked.prefix(3).map { ($0.0, speech.value($0.1)) }
    return phrases.ranking(
      chart.series.count == 1 ? alone ?? chart.nameIfAny(series) : series.name, top: Array(top),
      lowest: ranked.count > 3 ? (lowest.0, speech.value(lowest.1)) : nil)
  }
}

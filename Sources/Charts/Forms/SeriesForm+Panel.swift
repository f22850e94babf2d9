// SPDX-License-Identifier: MIT
import Figures

extension SeriesForm: PanelForm {
  var hasRows: Bool {
    switch spec.type {
    case .bar: chart.kind == .category && spec.direction != .vertical || spec.direction == .horizontal
    case .dot: chart.kind == .category
    case .dumbbell: true
    default: false
    }
  }

  var scales: SharedScales {
    let values =
      switch spec.type {
      case .area where spec.isStacked: Areas(chart, isStacked: true).tops.joined().compactMap(\.self)
      case .bar where spec.isStacked: chart.positions.indices.compactMap { chart.stackSum($0) } + chart.stackEnds
      default: chart.values
      }
    return SharedScales(values: Array(Set(values)).sorted())
  }

  var order: [String]? { chart.kind == .category ? chart.positions.map(\.key) : nil }
  var footer: String? { nil }

  func drawKey(on canvas: inout Canvas) -> Double {
    if spec.type == .fan { return FanBands(chart).drawKey(on: &canvas) }
    if chart.series.count < 2 || spec.type == .slope { return 0 }
    let isOverRows = spec.type == .dumbbell || spec.type == .dot
    return Legend.draw(chart.series, sample: isOverRows ? .symbol : spec.legendSample, on: &canvas)
  }

  func sentences(named name: String) -> [String] {
    let phrases = Phrases(language)
    let speech = Speech(spec: spec, language: language)
    let sentences =
      chart.kind == .category
      ? categorySentences(chart, phrases, speech, alone: name) : trendSentences(chart, phrases, speech, alone: name)
    guard chart.series.count > 1, let first = sentences.first else { return sentences }
    return [phrases.headed(name, first)] + sentences.dropFirst()
  }
}

// SPDX-License-Identifier: MIT
import Figures

extension SeriesForm: PanelForm {
  var panelColumns: PanelColumns { hasRows ? .rows : .frames }

  private var hasRows: Bool {
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

  func drawKey(on canvas: inout Canvas) -> Double {
    if spec.type == .fan { return FanBands(chart).drawKey(on: &canvas) }
    var top = 0.0
    if chart.series.count > 1, spec.type != .slope {
      let isOverRows = spec.type == .dumbbell || spec.type == .dot
      top = Legend.draw(chart.series, sample: isOverRows ? .symbol : spec.legendSample, on: &canvas)
    }
    guard hasRows || spec.type == .slope else { return top }
    let largest = (chart.values + (spec.shared?.values ?? [])).map { abs($0) }.max() ?? 0
    let measure = Measure(format: spec.format, unit: spec.unit?.text, largest: largest, language: language)
    let line = measure.unitLine(subtitle: spec.subtitle?.text, size: canvas.size, language: language)
    return canvas.unitLine(line, below: top)
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

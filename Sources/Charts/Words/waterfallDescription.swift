// SPDX-License-Identifier: MIT
import Figures

/// Says in words what a waterfall shows: the first and the last level, and the largest changes up and down.
func waterfallSentences(of waterfall: Waterfall, spec: ChartSpec, language: Language) -> [String] {
  let phrases = Phrases(language)
  let speech = Speech(spec: spec, language: language).alike(for: waterfall.steps.map(\.value))
  let changes = waterfall.steps.filter { !$0.isLevel }
  func named(_ steps: some Sequence<Waterfall.Step>) -> [Phrases.Named] {
    steps.prefix(3).map { ($0.position.label, speech.value(abs($0.value))) }
  }
  let levels = waterfall.steps.filter(\.isLevel)
  var sentences = [phrases.opening(spec, waterfall.chart, measure: spec.subtitle?.text ?? waterfall.chart.yTitle)]
  if let first = levels.first, let last = levels.last, levels.count > 1 {
    sentences.append(
      phrases.levels(
        (first.position.label, speech.value(first.value)), (last.position.label, speech.value(last.value)),
        change: last.value - first.value, speech))
  } else if let last = waterfall.steps.last {
    sentences.append(phrases.sumOfSteps(speech.value(last.to)))
  }
  let rises = changes.filter { $0.value > 0 }.sorted { $0.value > $1.value }
  let falls = changes.filter { $0.value < 0 }.sorted { $0.value < $1.value }
  if !rises.isEmpty { sentences.append(phrases.changes(areRises: true, named(rises))) }
  if !falls.isEmpty { sentences.append(phrases.changes(areRises: false, named(falls))) }
  return sentences
}

extension ChartData {
  /// A row for each step, with the level that it leads to.
  init(_ waterfall: Waterfall, spec: ChartSpec, language: Language) {
    let speech = Speech(spec: spec, language: language).alike(for: waterfall.steps.map(\.value))
    let level = Phrases(language).level
    self.init(
      headers: [waterfall.chart.xTitle, waterfall.chart.yTitle, level], isNumeric: [false, true, true],
      rows: waterfall.steps.map { step in
        let sign = step.value > 0 && spec.format?.kind != .signedPercent ? "+" : ""
        return [
          Entry(text: step.position.label, isNumber: false),
          Entry(text: step.isLevel ? "" : sign + speech.value(step.value), isNumber: true),
          Entry(text: speech.value(step.to), isNumber: true),
        ]
      }, columns: [spec.x?.text ?? "x", spec.y.first?.text ?? "y", "level"],
      records: waterfall.steps.map { step in
        [.text(step.position.key), step.isLevel ? .null : .real(step.value), .real(step.to)]
      })
  }
}

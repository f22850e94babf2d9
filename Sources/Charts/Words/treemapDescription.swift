// SPDX-License-Identifier: MIT
import Figures

/// Says in words what a treemap shows: the whole, its largest parts with their shares, and the groups.
func treemapSentences(of treemap: Treemap, spec: ChartSpec, measure: String, language: Language) -> [String] {
  let phrases = Phrases(language)
  let speech = Speech(spec: spec, language: language)
  let total = treemap.total
  func share(_ value: Double) -> String {
    Speech(format: FigureFormat(.percent, digits: 1), unit: nil, language: language).value(value / total)
  }
  let ranked = treemap.ranked
  var sentences = [
    phrases.treemapOpening(
      spec, measure: spec.subtitle?.text ?? measure, count: ranked.count, total: speech.value(total)),
    phrases.parts(ranked.prefix(3).map { ($0.name, speech.value($0.value), share($0.value)) }),
  ]
  if treemap.groups.count > 1 {
    sentences.append(phrases.groups(treemap.groups.prefix(6).map { ($0.name ?? "", share($0.sum)) }))
  }
  return sentences
}

extension ChartData {
  /// A row for each part with its share, the largest first; the file has all rows as they came.
  init(_ treemap: Treemap, _ chart: BoundChart, spec: ChartSpec, language: Language) {
    let (hasGroups, total) = (spec.series != nil, treemap.total)
    let speech = Speech(spec: spec, language: language).alike(for: chart.values)
    let shares = Speech(format: FigureFormat(.percent, digits: 1), unit: nil, language: language)
    let records = chart.series.flatMap { series in
      zip(chart.positions, series.values).compactMap { position, value in
        value.map { [Cell.text(position.key)] + (hasGroups ? [.text(series.key)] : []) + [.real($0)] }
      }
    }
    let rows = treemap.groups.flatMap { group in
      group.tiles.map { tile in
        [Entry(text: tile.name, isNumber: false)] + (hasGroups ? [Entry(text: group.name ?? "", isNumber: false)] : [])
          + [
            Entry(text: speech.value(tile.value), isNumber: true),
            Entry(text: shares.value(tile.value / total), isNumber: true),
          ]
      }
    }
    self.init(
      headers: [chart.xTitle] + (hasGroups ? [""] : []) + [chart.yTitle, Phrases(language).share],
      isNumeric: [false] + (hasGroups ? [false] : []) + [true, true], rows: rows,
      columns: [spec.x?.text ?? chart.xTitle] + (hasGroups ? [spec.series?.text ?? ""] : []) + [spec.y[0].text],
      records: records)
  }
}

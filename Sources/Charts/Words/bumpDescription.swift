// SPDX-License-Identifier: MIT
import Figures

/// Says in words what a rank chart shows: the order at the end, the way of the series that have colour, and who enters
/// or leaves.
func bumpSentences(of ranking: Ranking, spec: ChartSpec, language: Language) -> [String] {
  let phrases = Phrases(language)
  let chart = ranking.chart
  var sentences = [phrases.opening(spec, chart, measure: spec.subtitle?.text ?? chart.yTitle)]
  let last = chart.positions.count - 1
  let order = chart.series.indices.compactMap { series in
    ranking.places[series][last].map {
      (place: $0, rank: ranking.ranks[series][last] ?? $0, name: chart.series[series].name)
    }
  }.sorted { $0.place < $1.place }
  sentences.append(phrases.order(chart.positions[last].label, order.prefix(10).map { ($0.rank, $0.name) }))
  if last > 0 {
    let colored = chart.series.indices.filter { !chart.series[$0].role.isGrey }
    for series in (colored.isEmpty ? Array(chart.series.indices) : colored).prefix(4) {
      let ranks = ranking.ranks[series].enumerated().compactMap { index, rank in rank.map { (index, $0) } }
      guard let first = ranks.first, let end = ranks.last, first.0 < end.0 else { continue }
      sentences.append(
        phrases.way(
          chart.series[series].name, from: (first.1, chart.positions[first.0].label),
          to: (end.1, chart.positions[end.0].label), best: ranks.map(\.1).min() ?? 1, worst: ranks.map(\.1).max() ?? 1))
    }
    let comers = chart.series.indices.filter { ranking.places[$0][0] == nil && ranking.places[$0][last] != nil }
    let goers = chart.series.indices.filter { ranking.places[$0][0] != nil && ranking.places[$0][last] == nil }
    if !comers.isEmpty { sentences.append(phrases.entered(comers.map { chart.series[$0].name })) }
    if !goers.isEmpty { sentences.append(phrases.left(goers.map { chart.series[$0].name })) }
  }
  return sentences
}

extension ChartData {
  /// A row for each position, with rank and value of each series; the file has a line for each.
  init(_ ranking: Ranking, spec: ChartSpec, language: Language) {
    let chart = ranking.chart
    let speech = Speech(spec: spec, language: language).alike(for: chart.values)
    let isTight = language == .japanese || language == .chinese
    self.init(
      headers: [chart.xTitle] + chart.series.map(\.name), isNumeric: [false] + chart.series.map { _ in true },
      rows: chart.positions.indices.map { index in
        [Entry(text: chart.positions[index].label, isNumber: false)]
          + zip(chart.series, ranking.ranks).map { series, ranks in
            guard let rank = ranks[index], let value = series.values[index] else {
              return Entry(text: "–", isNumber: true)
            }
            let text = speech.value(value)
            return Entry(text: isTight ? "\(rank)（\(text)）" : "\(rank) (\(text))", isNumber: true)
          }
      },
      columns: [
        spec.x?.text ?? chart.xTitle, spec.series?.text ?? "series", spec.y.count == 1 ? spec.y[0].text : "value",
        "rank",
      ],
      records: chart.positions.enumerated().flatMap { index, position in
        zip(chart.series, ranking.ranks).map { series, ranks in
          let rank = ranks[index].map { Cell.integer($0) } ?? .null
          return [.text(position.key), .text(series.key), Cell(series.values[index]), rank]
        }
      })
  }
}

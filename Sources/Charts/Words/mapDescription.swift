// SPDX-License-Identifier: MIT
import Figures

/// Says in words what a map shows: what it measures, how many places have a value, the highest and the lowest, or the
/// largest flows.
func mapSentences(
  of chart: MapChart, _ flows: [Flow]?, spec: ChartSpec, table: ChartTable, language: Language
) -> [String] {
  let phrases = Phrases(language)
  let speech = Speech(spec: spec, language: language)
  let isTight = language == .japanese || language == .chinese
  let column = spec.pointSize ?? spec.y.first
  let title = table.columns.first { $0.name == column?.text }?.title ?? ""
  var sentences = [
    chartKind(of: spec, in: language) + (isTight ? "。" : "."), phrases.closed(spec.subtitle?.text ?? title),
  ]
  var missing = chart.places.count { $0.value == nil }
  if case .flows(let arrows) = chart.kind {
    let ranked = arrows.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
      .map(\.element)
    sentences.append(phrases.arrowCount(arrows.count, places: chart.places.count))
    sentences.append(
      phrases.largestFlows(
        ranked.prefix(4).map { (chart.places[$0.from].name, chart.places[$0.to].name, speech.value($0.value)) }))
    missing = flows?.count { $0.value == nil } ?? 0
  } else {
    let ranked = chart.places.enumerated().filter { $0.element.value != nil }
      .sorted { ($1.element.value ?? 0, $0.offset) < ($0.element.value ?? 0, $1.offset) }
      .map { ($0.element.name, speech.value($0.element.value ?? 0)) }
    sentences.append(phrases.placeCount(ranked.count))
    sentences.append(
      phrases.ranking(nil, top: Array(ranked.prefix(3)), lowest: ranked.count > 3 ? ranked.last : nil))
  }
  if missing > 0 { sentences.append(phrases.missing(missing)) }
  return sentences
}

extension Phrases {
  /// Where the land and its borders come from.
  var mapSource: String {
    switch language {
    case .english: "Map: Natural Earth, boundaries as they are in fact."
    case .japanese: "地図：Natural Earth。境界線は実効支配に基づく。"
    case .korean: "지도: Natural Earth. 경계는 실효 지배 기준."
    case .chinese: "地图：Natural Earth，界线按实际控制情况绘制。"
    }
  }

  fileprivate func placeCount(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "One place has a value." : "\(count) places have values."
    case .japanese: "\(count)カ国・地域の値。"
    case .korean: "\(count)개 국가·지역의 값."
    case .chinese: "共\(count)个国家和地区有数值。"
    }
  }

  fileprivate func arrowCount(_ flows: Int, places: Int) -> String {
    switch language {
    case .english: "\(flows == 1 ? "One flow" : "\(flows) flows") between \(places) places."
    case .japanese: "\(places)カ国・地域間の\(flows)本の流れ。"
    case .korean: "\(places)개 국가·지역 간 흐름 \(flows)개."
    case .chinese: "\(places)个国家和地区之间的\(flows)条流向。"
    }
  }
}

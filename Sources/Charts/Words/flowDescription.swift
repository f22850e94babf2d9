// SPDX-License-Identifier: MIT
import Figures

/// Says in words what a flow diagram shows: how many flows, where most comes from and goes to, and the largest flows.
func flowSentences(of graph: FlowGraph, _ flows: [Flow], spec: ChartSpec, language: Language) -> [String] {
  let phrases = Phrases(language)
  let speech = Speech(spec: spec, language: language)
  let measure = spec.subtitle?.text ?? spec.y.first?.text ?? ""
  let isTight = language == .japanese || language == .chinese
  var sentences = [
    chartKind(of: spec, in: language) + (isTight ? "。" : "."), phrases.closed(measure),
    phrases.flowCount(graph.links.count, stages: graph.stages),
  ]
  for (stage, isFirst) in [(0, true), (graph.stages - 1, false)] {
    let members = graph.nodes.filter { $0.stage == stage }
    let sum = members.reduce(0) { $0 + $1.sum }
    if members.count < 2 { continue }
    let ranked = members.filter { !$0.isRest }.enumerated()
      .sorted { ($1.element.sum, $0.offset) < ($0.element.sum, $1.offset) }.map(\.element)
    sentences.append(
      phrases.ends(
        isFirst: isFirst,
        ranked.prefix(3).map { ($0.name, speech.value($0.sum), share($0.sum / sum, in: language)) }))
  }
  let ranked = graph.links.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
    .map(\.element).filter { !graph.nodes[$0.from].isRest && !graph.nodes[$0.to].isRest }
  if !ranked.isEmpty {
    sentences.append(
      phrases.largestFlows(
        ranked.prefix(3).map { (graph.nodes[$0.from].name, graph.nodes[$0.to].name, speech.value($0.value)) }))
  }
  let missing = flows.count { $0.value == nil }
  if missing > 0 { sentences.append(phrases.missing(missing)) }
  return sentences
}

private func share(_ part: Double, in language: Language) -> String {
  (try? FigureFormat(.percent, digits: 0).text(.real(part), in: language)) ?? ""
}

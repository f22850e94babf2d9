// SPDX-License-Identifier: MIT
import Figures

/// As many entries as a listener can keep in mind.
private let spokenEntries = 8

/// Says in words what a timeline shows: over which time, how many events and spans, and each in its order.
func timelineSentences(of chart: TimelineEntries, spec: ChartSpec, language: Language) -> [String] {
  let phrases = Phrases(language)
  let isTight = language == .japanese || language == .chinese
  let spans = chart.entries.count(where: \.isSpan)
  let lanes = chart.hasLanes && chart.lanes.count <= 8 ? chart.lanes.map(\.name) : []
  var sentences = [
    chartKind(of: spec, in: language) + (isTight ? "。" : "."),
    phrases.closed(spec.subtitle?.text ?? spec.title?.text ?? spec.id.text),
    phrases.timelineExtent(
      events: chart.entries.count - spans, spans: spans, lanes: lanes,
      from: chart.extent?.from.text(in: language) ?? "", to: chart.extent?.to.text(in: language) ?? ""),
  ]
  let spoken = zip(chart.entries, chart.labelled(most: spokenEntries)).filter(\.1).map(\.0)
  sentences += spoken.map { phrases.told($0, lane: chart.hasLanes ? chart.lanes[$0.lane].name : nil) }
  if spoken.count < chart.entries.count { sentences.append(phrases.moreEntries(chart.entries.count - spoken.count)) }
  return sentences
}

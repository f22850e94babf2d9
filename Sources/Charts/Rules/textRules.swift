// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// The rules for the words around a chart.
func textRules(_ spec: ChartSpec, language: Language, hasSource: Bool) -> [Diagnostic] {
  var found: [Diagnostic] = []
  if let title = spec.title {
    if isLong(title.text, language: language) {
      found.append(
        .warning(
          "chart-title-long", "the title is longer than \(language.isEastAsian ? "40 characters" : "15 words")",
          at: title.place, hint: "state one finding; measure and period belong into the subtitle"))
    }
    if !language.isEastAsian, isShouted(title.text) {
      found.append(
        .warning(
          "chart-title-case", "the title has a capital on every word", at: title.place,
          hint: "write it as a sentence"))
    }
  } else {
    found.append(
      .error("chart-title-missing", "the chart has no title", at: spec.place, hint: "state the finding with 'title:'"))
  }
  if let subtitle = spec.subtitle {
    if subtitle.text == spec.title?.text {
      found.append(
        .error(
          "chart-title-repeated", "title and subtitle are the same", at: subtitle.place,
          hint: "the title states the finding, the subtitle measure, unit, place and period"))
    } else {
      found += subtitleRules(spec, language: language)
    }
  } else {
    found.append(
      .error(
        "chart-subtitle-missing", "the chart has no subtitle", at: spec.place,
        hint: "say measure, unit, place and period with 'subtitle:'"))
  }
  if !hasSource, spec.source == nil {
    found.append(
      .error("chart-source-missing", "the chart has no source", at: spec.place, hint: "name it with 'source:'"))
  }
  for annotation in spec.annotations where annotation.text.text.count > 50 {
    found.append(
      .warning(
        "chart-annotation-long", "the annotation is longer than 50 characters", at: annotation.text.place,
        hint: "say the rest in the text"))
  }
  for annotation in spec.annotations where isSeveralSentences(annotation.text.text) {
    found.append(
      .warning(
        "chart-annotation-long", "the annotation is more than one sentence", at: annotation.text.place,
        hint: "say the rest in the text"))
  }
  return found
}

/// Whether a sentence ends before the text does.
private func isSeveralSentences(_ text: String) -> Bool {
  let inner = text.dropLast()
  return inner.contains { "。！？".contains($0) }
    || [". ", "! ", "? "].contains { end in
      inner.split(separator: end).dropLast().contains { ($0.split(separator: " ").last?.count ?? 0) > 3 }
    }
}

private func isLong(_ title: String, language: Language) -> Bool {
  language.isEastAsian ? title.count > 40 : title.split(separator: " ").count > 15
}

/// Whether nearly every longer word of a longer title begins with a capital.
private func isShouted(_ title: String) -> Bool {
  let words = title.split(separator: " ").filter { $0.count > 3 }
  return words.count >= 5 && words.allSatisfy { $0.first?.isUppercase == true }
}

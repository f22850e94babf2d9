// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markdown

/// Warns of figures that stand in a page's text as digits where they are a value of the page, or nearly one: they stay
/// when the data changes.
///
/// A figure is compared only with values of its own kind: those that the page shows as amounts of the same currency, as
/// percentages, or as plain numbers. A value that the page shows nowhere may be of any kind that its size allows.
func checkFigures(_ draft: Draft, original: Draft, _ numbers: Numbers) -> [Diagnostic] {
  if draft.figures.isEmpty, draft.document.passages.isEmpty { return [] }
  let candidates = candidates(draft, original, numbers)
  let mantissas = WrittenFigure.Mantissas(candidates.map(\.value))
  let inBody = draft.document.passages.flatMap { passage in
    WrittenFigure.read(passage.words, like: mantissas).map {
      TypedFigure(figure: $0, place: passage.place(of: $0.offset))
    }
  }
  let figures = (inBody + draft.figures).filter { figure in
    !draft.front.typed.contains { $0 == figure.figure.text || $0 == figure.figure.number }
  }
  return figures.compactMap { figure in
    var best: (candidate: Candidate, likeness: WrittenFigure.Likeness)?
    for candidate in candidates where candidate.measures.contains(figure.figure.measure) {
      let isShownSo = figure.figure.isWritten(candidate.value, formats: candidate.formats, in: draft.language)
      guard let likeness = isShownSo ? .same : figure.figure.likeness(to: candidate.value) else { continue }
      if best.map({ likeness.isCloser(than: $0.likeness) }) ?? true { best = (candidate, likeness) }
    }
    return best.map { warning(figure, $0.candidate, $0.likeness, draft.language) }
  }
}

/// A value that a figure may be.
private struct Candidate {
  let name: String
  let value: Double
  /// What it is a number of.
  let measures: Set<WrittenFigure.Measure>
  /// How the page shows it; empty where it does not.
  let formats: [FigureFormat]
}

/// The values in the order of their names, those that the page shows first.
private func candidates(_ draft: Draft, _ original: Draft, _ numbers: Numbers) -> [Candidate] {
  var shown: [String: Set<FigureFormat>] = [:]
  for (name, format) in draft.valuesShown + (draft === original ? [] : original.valuesShown) {
    guard let cell = numbers.values[name] else { continue }
    shown[name, default: []].insert((try? FigureFormat(parsing: format)) ?? .usual(for: cell))
  }
  return numbers.values.compactMap { name, cell -> Candidate? in
    guard let value = cell.number else { return nil }
    let formats = (shown[name] ?? []).sorted { $0.words < $1.words }
    return Candidate(
      name: name, value: value, measures: formats.isEmpty ? measures(of: value) : Set(formats.compactMap(\.measure)),
      formats: formats)
  }.sorted { ($0.formats.isEmpty ? 1 : 0, $0.name) < ($1.formats.isEmpty ? 1 : 0, $1.name) }
}

/// What a number may be a number of, by its size: fractions are percentages, large numbers amounts.
private func measures(of value: Double) -> Set<WrittenFigure.Measure> {
  var measures: Set<WrittenFigure.Measure> = [.plain]
  if abs(value) <= 10 { measures.formUnion([.percent, .percentagePoints]) }
  if abs(value) >= 1000 { measures.formUnion([.usd, .cny, .jpy, .krw, .eur].map { .amount($0) }) }
  return measures
}

private func warning(
  _ figure: TypedFigure, _ candidate: Candidate, _ likeness: WrittenFigure.Likeness, _ language: Language
) -> Diagnostic {
  let format = figure.figure.format(of: candidate.value, shown: candidate.formats, in: language)
  let isNegative = candidate.value < 0
  let name = isNegative ? "a value 'abs(:\(candidate.name))'" : "{{ \(candidate.name) \(format?.words ?? "") }}"
  switch likeness {
  case .same:
    return .warning(
      "figure-typed", "'\(figure.figure.text)' is typed by hand; it is the value '\(candidate.name)'",
      at: figure.place, hint: "write \(name), which changes with the data")
  case .near:
    let shown = format.flatMap { try? $0.text(.real(abs(candidate.value)), in: language) } ?? ""
    return .warning(
      "figure-stale", "'\(figure.figure.text)' is typed by hand; the value '\(candidate.name)' is \(shown)",
      at: figure.place,
      hint: "write \(name), or where it is another figure, typed: ['\(figure.figure.text)'] in the front matter")
  }
}

extension WrittenFigure.Likeness {
  fileprivate func isCloser(than other: WrittenFigure.Likeness) -> Bool {
    switch (self, other) {
    case (.same, .near): true
    case (.near(let difference), .near(let otherDifference)): difference < otherDifference
    default: false
    }
  }
}

extension Draft {
  /// Names and formats of the values that the page's own texts show.
  fileprivate var valuesShown: [(name: String, format: String)] {
    let texts = [front.title, front.summary] + front.headline.flatMap { [$0.label, $0.value, $0.detail] }
    let inTexts = texts.flatMap(\.pieces).compactMap { piece -> (name: String, format: String)? in
      if case .value(let name, let format, _) = piece { (name, format) } else { nil }
    }
    return inTexts + ([document] + points).flatMap(\.values).map { ($0.name, $0.format) }
  }
}

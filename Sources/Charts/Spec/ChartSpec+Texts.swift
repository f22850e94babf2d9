// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

extension ChartSpec {
  /// The texts that a reader sees, in the order of the block's anatomy.
  public var texts: [PlacedText] {
    let labelTexts = labels.sorted { $0.key < $1.key }.map(\.value)
    return [title, subtitle, note, source, alt, unit].compactMap(\.self) + heads + annotations.map(\.text)
      + references.map(\.text) + labelTexts
  }

  /// Whether all its figures are shares, rates or ratios, which are not valued in money.
  public var showsRates: Bool {
    [.percent, .signedPercent, .percentagePoints, .ratio].contains(format?.kind ?? .number) || transform != nil
  }

  /// The same chart with sentences behind its note.
  public func noting(_ sentences: [String], in language: Language) -> ChartSpec {
    if sentences.isEmpty { return self }
    var spec = self
    let phrases = Phrases(language)
    let note = [spec.note.map { phrases.closed($0.text) }].compactMap(\.self) + sentences
    spec.note = PlacedText(note.joined(separator: phrases.gap), at: spec.note?.place ?? place)
    return spec
  }

  /// The same chart with other words: with the values put in, or translated.
  public func replacingTexts(_ transform: (String, Place) -> String) -> ChartSpec {
    func replaced(_ text: PlacedText) -> PlacedText { PlacedText(transform(text.text, text.place), at: text.place) }
    var spec = self
    spec.unit = unit.map(replaced)
    spec.title = title.map(replaced)
    spec.subtitle = subtitle.map(replaced)
    spec.note = note.map(replaced)
    spec.source = source.map(replaced)
    spec.alt = alt.map(replaced)
    spec.annotations = annotations.map { Annotation(x: $0.x, y: $0.y, text: replaced($0.text)) }
    spec.references = references.map { Reference(extent: $0.extent, text: replaced($0.text)) }
    spec.labels = labels.mapValues(replaced)
    spec.heads = heads.map(replaced)
    return spec
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics

extension ChartSpec {
  /// The texts that a reader sees, in the order of the block's anatomy.
  public var texts: [PlacedText] {
    let labelTexts = labels.sorted { $0.key < $1.key }.map(\.value)
    return [title, subtitle, note, source, alt, unit].compactMap(\.self) + annotations.map(\.text)
      + references.map(\.text) + labelTexts
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
    return spec
  }
}

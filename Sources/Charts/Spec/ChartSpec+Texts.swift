// SPDX-License-Identifier: MIT
import Diagnostics

extension ChartSpec {
  /// The texts that a reader sees, in the order of the block's anatomy.
  public var texts: [PlacedText] {
    let labelTexts = labels.sorted { $0.key < $1.key }.map(\.value)
    return [title, subtitle, note, source, alt, unit].compactMap(\.self) + annotations.map(\.text) + labelTexts
  }

  /// The same chart with other words: with the values put in, or translated.
  public func replacingTexts(_ transform: (String, Place) -> String) -> ChartSpec {
    func replaced(_ text: PlacedText?) -> PlacedText? {
      text.map { PlacedText(transform($0.text, $0.place), at: $0.place) }
    }
    return ChartSpec(
      place: place, id: id, type: type, data: data, condition: condition, sql: sql, x: x, y: y, series: series,
      transform: self.transform,
      isStacked: isStacked, direction: direction, format: format,
      columnFormats: columnFormats, unit: replaced(unit), sort: sort,
      includesZero: includesZero, title: replaced(title), subtitle: replaced(subtitle), note: replaced(note),
      source: replaced(source), alt: replaced(alt),
      annotations: annotations.map {
        Annotation(x: $0.x, y: $0.y, text: PlacedText(transform($0.text.text, $0.text.place), at: $0.text.place))
      },
      highlight: highlight,
      labels: labels.mapValues { PlacedText(transform($0.text, $0.place), at: $0.place) },
      colors: colors, claim: claim, keyPlaces: keyPlaces)
  }
}

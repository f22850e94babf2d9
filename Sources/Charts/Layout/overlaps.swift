// SPDX-License-Identifier: MIT

/// What is wrong with the texts of a layout: two that meet, or one that leaves the picture. Empty for a good layout.
public func overlaps(_ layout: ChartLayout) -> [TextOverlap] {
  var found: [TextOverlap] = []
  let boxes = layout.texts.map(\.box)
  for (index, box) in boxes.enumerated() {
    let isInside =
      box.x >= -0.05 && box.y >= -0.05 && box.right <= layout.width + 0.05 && box.bottom <= layout.height + 0.05
    if !isInside { found.append(.leaves(layout.texts[index].text)) }
    for other in boxes.indices.dropFirst(index + 1) where box.intersects(boxes[other]) {
      found.append(.meet(layout.texts[index].text, layout.texts[other].text))
    }
  }
  return found
}

/// A fault in the placing of texts.
public enum TextOverlap: Hashable, Sendable {
  /// The text is not wholly inside the picture.
  case leaves(String)
  case meet(String, String)
}

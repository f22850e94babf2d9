// SPDX-License-Identifier: MIT

/// What is wrong with the texts of a layout: two that meet, or one that leaves the picture. Empty for a good layout.
public func overlaps(_ layout: ChartLayout) -> [TextOverlap] {
  let texts = layout.texts
  let boxes = texts.map(\.box)
  var found: [TextOverlap] = []
  for (index, box) in boxes.enumerated() {
    let isInside =
      box.x >= -0.05 && box.y >= -0.05 && box.right <= layout.width + 0.05 && box.bottom <= layout.height + 0.05
    if !isInside { found.append(.leaves(texts[index].text)) }
  }
  // From top to bottom, each is compared only with those that begin before it ends.
  let order = boxes.indices.sorted { (boxes[$0].y, $0) < (boxes[$1].y, $1) }
  for (place, index) in order.enumerated() {
    for other in order[(place + 1)...].prefix(while: { boxes[$0].y < boxes[index].bottom })
    where boxes[index].intersects(boxes[other]) {
      found.append(.meet(texts[min(index, other)].text, texts[max(index, other)].text))
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

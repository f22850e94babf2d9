// SPDX-License-Identifier: MIT

/// Divides a box among sizes so that each part's area is its share and parts are as square as can be: rows along the
/// shorter side, each closed where another part would make its worst shape worse.
///
/// M. Bruls, K. Huizing and J. van Wijk, *Squarified Treemaps*, 2000.
/// - Parameter sizes: Above zero, the largest first.
/// - Returns: The parts in the same order.
func squarify(_ sizes: [Double], in box: Box) -> [Box] {
  let total = sizes.reduce(0, +)
  guard total > 0, box.width > 0, box.height > 0 else {
    return sizes.map { _ in Box(x: box.x, y: box.y, width: 0, height: 0) }
  }
  let scale = box.width * box.height / total
  var free = box
  var parts: [Box] = []
  var row = Row()
  var index = 0
  while index < sizes.count || !row.areas.isEmpty {
    let side = min(free.width, free.height)
    if index < sizes.count {
      let area = sizes[index] * scale
      if row.areas.isEmpty || row.worst(side, with: area) <= row.worst(side) {
        row.append(area)
        index += 1
        continue
      }
    }
    let depth = side > 0 ? row.sum / side : 0
    var offset = 0.0
    for area in row.areas {
      let length = depth > 0 ? area / depth : 0
      parts.append(
        free.width >= free.height
          ? Box(x: free.x, y: free.y + offset, width: depth, height: length)
          : Box(x: free.x + offset, y: free.y, width: length, height: depth))
      offset += length
    }
    free =
      free.width >= free.height
      ? Box(x: free.x + depth, y: free.y, width: max(0, free.width - depth), height: free.height)
      : Box(x: free.x, y: free.y + depth, width: free.width, height: max(0, free.height - depth))
    row = Row()
  }
  return parts
}

/// The parts that are set beside each other, and what their shapes depend on.
private struct Row {
  private(set) var areas: [Double] = []
  private(set) var sum = 0.0
  private var low = Double.infinity
  private var high = 0.0

  mutating func append(_ area: Double) {
    areas.append(area)
    sum += area
    (low, high) = (min(low, area), max(high, area))
  }

  /// How far from square the worst part is: the longer side over the shorter.
  /// - Parameter area: A part that is added.
  func worst(_ side: Double, with area: Double? = nil) -> Double {
    let (low, high, sum) = (min(low, area ?? low), max(high, area ?? high), sum + (area ?? 0))
    guard low.isFinite, low > 0, side > 0 else { return .infinity }
    return max(side * side * high / (sum * sum), sum * sum / (side * side * low))
  }
}

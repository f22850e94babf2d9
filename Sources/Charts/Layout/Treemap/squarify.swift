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
  var row: [Double] = []
  var index = 0
  while index < sizes.count || !row.isEmpty {
    let side = min(free.width, free.height)
    if index < sizes.count {
      let area = sizes[index] * scale
      if row.isEmpty || worst(row + [area], side) <= worst(row, side) {
        row.append(area)
        index += 1
        continue
      }
    }
    let depth = side > 0 ? row.reduce(0, +) / side : 0
    var offset = 0.0
    for area in row {
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
    row = []
  }
  return parts
}

/// How far from square the worst part of a row is: the longer side over the shorter.
private func worst(_ row: [Double], _ side: Double) -> Double {
  guard let low = row.min(), let high = row.max(), low > 0, side > 0 else { return .infinity }
  let sum = row.reduce(0, +)
  return max(side * side * high / (sum * sum), sum * sum / (side * side * low))
}

// SPDX-License-Identifier: MIT

/// How far the symbols of one row move down, or up where negative, so that those at nearly the same place are all seen.
///
/// - Parameter places: Along the row; nil for what is missing.
func stagger(_ places: [Double?]) -> [Double] {
  var moves = places.map { _ in 0.0 }
  let order = places.indices.filter { places[$0] != nil }.sorted { (places[$0] ?? 0, $0) < (places[$1] ?? 0, $1) }
  var start = 0
  for end in 1..<(order.count + 1) where start < order.count {
    if end < order.count, let a = places[order[end - 1]], let b = places[order[end]], b - a < 4 { continue }
    // As they come in the legend.
    let group = order[start..<end].sorted()
    let step = group.count > 1 ? min(7, 14 / Double(group.count - 1)) : 0
    for (rank, index) in group.enumerated() { moves[index] = (Double(rank) - Double(group.count - 1) / 2) * step }
    start = end
  }
  return moves
}

// SPDX-License-Identifier: MIT

/// The ranks of series at each position, and the places at which they are drawn.
///
/// Equal values have one rank and stand beside each other, in the order of the position before.
struct Ranking: Sendable {
  /// The series that have a place at some position, or in some panel, in the order of the data.
  let chart: BoundChart
  /// How many series the data has.
  let all: Int
  /// How many places there are.
  let top: Int
  /// By series, then by position: 1 for the first. nil where there is no value.
  let ranks: [[Int?]]
  /// Like `ranks`, but no two alike, and nil beyond `top`.
  let places: [[Int?]]

  /// - Parameters:
  ///   - top: The most places; nil takes all of up to twelve series, else ten.
  ///   - smallestFirst: Whether rank 1 is the smallest value.
  ///   - isPanel: Whether series without a place stay, since other panels have them.
  init(_ bound: BoundChart, top wanted: Int?, smallestFirst: Bool, isPanel: Bool = false) {
    let count = bound.series.count
    let top = min(wanted ?? (count > 12 ? 10 : count), count)
    var ranks = bound.series.map { _ in [Int?]() }
    var places = ranks
    for position in bound.positions.indices {
      let values = bound.series.map { series in series.values[position].map { smallestFirst ? -$0 : $0 } }
      let order = values.indices.filter { values[$0] != nil }.sorted { a, b in
        let (x, y) = (values[a] ?? 0, values[b] ?? 0)
        if x != y { return x > y }
        return (places[a].last.flatMap(\.self) ?? .max, a) < (places[b].last.flatMap(\.self) ?? .max, b)
      }
      var place = [Int?](repeating: nil, count: count)
      var rank = place
      for (index, series) in order.enumerated() {
        place[series] = index < top ? index + 1 : nil
        let before = index > 0 ? order[index - 1] : nil
        rank[series] = before.flatMap { values[$0] == values[series] ? rank[$0] : nil } ?? index + 1
      }
      for series in bound.series.indices {
        places[series].append(place[series])
        ranks[series].append(rank[series])
      }
    }
    let shown = bound.series.indices.filter { isPanel || places[$0].contains { $0 != nil } }
    chart = bound.replacing(series: shown.map { bound.series[$0] })
    all = count
    self.top = top
    self.ranks = shown.map { ranks[$0] }
    self.places = shown.map { places[$0] }
  }

  /// Series that share a rank at a position, by position.
  var ties: [(position: Position, rank: Int, names: [String])] {
    chart.positions.indices.flatMap { position in
      let taken = chart.series.indices.filter { places[$0][position] != nil }
      return Set(taken.compactMap { ranks[$0][position] }).sorted().compactMap { rank in
        let names = taken.filter { ranks[$0][position] == rank }.map { chart.series[$0].name }
        return names.count > 1 ? (chart.positions[position], rank, names) : nil
      }
    }
  }
}

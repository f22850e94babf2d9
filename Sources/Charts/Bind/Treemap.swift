// SPDX-License-Identifier: MIT

/// Parts of a whole, in groups or not, the largest first.
struct Treemap: Sendable {
  struct Tile: Sendable {
    let key: String
    let name: String
    let value: Double
    let role: ColorRole
  }

  struct Group: Sendable {
    /// nil where there are no groups.
    let name: String?
    let key: String
    let role: ColorRole
    /// The largest first.
    let tiles: [Tile]

    var sum: Double { tiles.reduce(0) { $0 + $1.value } }

    /// How many tiles are drawn; the rest is one tile where they are two or more that are too small to be told apart.
    func shown(least: Double) -> Int {
      let large = tiles.count { $0.value >= least }
      return tiles.count - large < 2 ? tiles.count : large
    }
  }

  let groups: [Group]
  let zeros: Int

  /// - Parameters:
  ///   - chart: No value may be negative.
  ///   - role: The colour of tiles that have none of their own and no group's.
  init(_ chart: BoundChart, hasGroups: Bool, role: ColorRole? = nil) {
    groups = chart.series.enumerated().compactMap { rank, series in
      let tiles = zip(chart.positions, series.values).compactMap { position, value -> Tile? in
        guard let value, value > 0 else { return nil }
        return Tile(
          key: position.key, name: position.label, value: value,
          role: hasGroups ? series.role : position.role ?? role ?? .category(1))
      }
      let sorted = tiles.enumerated().sorted {
        ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
      }.map(\.element)
      return sorted.isEmpty
        ? nil
        : Group(name: hasGroups ? series.name : nil, key: series.key, role: series.role, tiles: sorted)
    }.enumerated().sorted { ($1.element.sum, $0.offset) < ($0.element.sum, $1.offset) }.map(\.element)
    zeros = chart.values.count { $0 == 0 }
  }

  var total: Double { groups.reduce(0) { $0 + $1.sum } }

  /// All tiles, the largest first.
  var ranked: [Tile] {
    groups.flatMap(\.tiles).enumerated().sorted {
      ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
    }.map(\.element)
  }
}

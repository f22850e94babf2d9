// SPDX-License-Identifier: MIT

/// The order of the nodes in each stage in which few flows cross, found by sweeps to and fro: each node goes to the mean
/// of its neighbours, weighed by what flows between them (Sugiyama, Tagawa and Toda 1981).
struct NodeOrder {
  /// The nodes of each stage from top to bottom.
  private(set) var stages: [[Int]]
  private let links: [FlowGraph.Link]
  private let isLast: [Bool]

  /// - Parameters:
  ///   - stages: The nodes of each stage as they should stand where nothing else decides.
  ///   - isLast: Nodes that stay below the others of their stage.
  init(_ stages: [[Int]], links: [FlowGraph.Link], isLast: [Bool]) {
    (self.stages, self.links, self.isLast) = (stages, links, isLast)
    var best = (stages: stages, crossings: crossings(stages))
    for round in 0..<8 where best.crossings > 0 {
      sweep(isForward: round % 2 == 0)
      let found = crossings(self.stages)
      if found < best.crossings { best = (self.stages, found) }
    }
    self.stages = best.stages
  }

  private mutating func sweep(isForward: Bool) {
    for stage in isForward ? Array(stages.indices.dropFirst()) : stages.indices.dropLast().reversed() {
      let places = places(stages)
      var sums = [Int: (weight: Double, moment: Double)]()
      for link in links {
        let (node, other) = isForward ? (link.to, link.from) : (link.from, link.to)
        sums[node, default: (0, 0)].weight += link.value
        sums[node, default: (0, 0)].moment += link.value * places[other]
      }
      let wishes = stages[stage].map { node in sums[node].map { $0.moment / $0.weight } ?? places[node] }
      stages[stage] = stages[stage].indices.sorted { a, b in
        let (one, other) = (stages[stage][a], stages[stage][b])
        if isLast[one] != isLast[other] { return isLast[other] }
        return (wishes[a], a) < (wishes[b], b)
      }.map { stages[stage][$0] }
    }
  }

  /// Where each node stands in its stage, from 0 to 1.
  private func places(_ stages: [[Int]]) -> [Double] {
    var places = [Double](repeating: 0, count: isLast.count)
    for stage in stages {
      for (index, node) in stage.enumerated() { places[node] = (Double(index) + 0.5) / Double(stage.count) }
    }
    return places
  }

  /// How much crosses: for each two flows between the same stages that do, the smaller one.
  private func crossings(_ stages: [[Int]]) -> Double {
    let places = places(stages)
    var stageOf = [Int](repeating: 0, count: isLast.count)
    for (index, stage) in stages.enumerated() { for node in stage { stageOf[node] = index } }
    var sum = 0.0
    for (index, link) in links.enumerated() {
      for other in links[(index + 1)...] where stageOf[other.from] == stageOf[link.from] {
        let isCrossed =
          (places[link.from] - places[other.from]) * (places[link.to] - places[other.to]) < 0
        if isCrossed { sum += min(link.value, other.value) }
      }
    }
    return sum
  }
}

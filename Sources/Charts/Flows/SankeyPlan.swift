// SPDX-License-Identifier: MIT

/// Where nodes and flows lie between two edges of the picture: heights in proportion to values, flows at least one unit
/// wide, and room for every label.
struct SankeyPlan {
  struct Placed {
    let node: Int
    let stage: Int
    var top: Double
    var height: Double
    /// The room it takes, with its label.
    let slot: Double
  }

  struct Strip {
    let link: FlowGraph.Link
    let fromTop: Double
    let toTop: Double
    let width: Double
  }

  private(set) var nodes: [Placed]
  private(set) var strips: [Strip] = []
  private(set) var bottom: Double

  /// - Parameters:
  ///   - stages: The nodes of each stage in their order.
  ///   - scale: Units of the picture for one of the values.
  ///   - labelHeight: What a node's label takes.
  init(
    stages: [[Int]], links: [FlowGraph.Link], top: Double, scale: Double, labelHeight: (Int) -> Double
  ) {
    let count = (stages.joined().max() ?? 0) + 1
    var (into, out) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
    let widths = links.map { max(1, $0.value * scale) }
    for (link, width) in zip(links, widths) {
      out[link.from] += width
      into[link.to] += width
    }
    var placed: [Placed] = []
    for (stage, members) in stages.enumerated() {
      for node in members {
        let height = max(into[node], out[node], 1)
        placed.append(
          Placed(node: node, stage: stage, top: 0, height: height, slot: max(height, labelHeight(node)) + 9))
      }
    }
    nodes = placed
    let heights = stages.indices.map { stage in placed.filter { $0.stage == stage }.reduce(0) { $0 + $1.slot } }
    bottom = top + (heights.max() ?? 0) - 9
    settle(links, widths, top: top)
    strips = strips(links, widths, count: count)
  }

  /// Puts each node where its flows are most level, as order and room allow.
  private mutating func settle(_ links: [FlowGraph.Link], _ widths: [Double], top: Double) {
    var middles: [Int: Double] = [:]
    for stage in Set(nodes.map(\.stage)).sorted() {
      let members = nodes.indices.filter { nodes[$0].stage == stage }
      let room = members.reduce(0) { $0 + nodes[$1].slot }
      var y = top + max(0, bottom + 9 - top - room) / 2
      for index in members {
        middles[nodes[index].node] = y + nodes[index].slot / 2
        y += nodes[index].slot
      }
    }
    let stages = Set(nodes.map(\.stage)).sorted()
    for stage in stages.dropFirst() + stages.dropLast().reversed() + stages.dropFirst() {
      let members = nodes.indices.filter { nodes[$0].stage == stage }
      let wishes = members.map { index in
        let node = nodes[index].node
        var (weight, moment) = (0.0, 0.0)
        for (link, width) in zip(links, widths) where link.from == node || link.to == node {
          weight += width
          moment += width * (middles[link.from == node ? link.to : link.from] ?? 0)
        }
        return (wish: weight > 0 ? moment / weight : top, length: nodes[index].slot)
      }
      for (index, middle) in zip(members, spread(wishes, from: top - 4.5, to: bottom + 4.5)) {
        middles[nodes[index].node] = middle
      }
    }
    for index in nodes.indices {
      nodes[index].top = tenth((middles[nodes[index].node] ?? 0) - nodes[index].height / 2)
      nodes[index].height = tenth(nodes[index].height)
    }
  }

  /// Flows in the order of their other ends, one below the other at both.
  private func strips(_ links: [FlowGraph.Link], _ widths: [Double], count: Int) -> [Strip] {
    var middle = [Double](repeating: 0, count: count)
    for node in nodes { middle[node.node] = node.top + node.height / 2 }
    var (fromTops, toTops) = (links.map { _ in 0.0 }, links.map { _ in 0.0 })
    for node in nodes {
      let outgoing = links.indices.filter { links[$0].from == node.node }
      let incoming = links.indices.filter { links[$0].to == node.node }
      for (members, isOut) in [(outgoing, true), (incoming, false)] {
        let sum = members.reduce(0) { $0 + widths[$1] }
        var y = node.top + (node.height - sum) / 2
        let sorted = members.sorted { a, b in
          let (one, other) = isOut ? (links[a].to, links[b].to) : (links[a].from, links[b].from)
          return (middle[one], a) < (middle[other], b)
        }
        for index in sorted {
          if isOut { fromTops[index] = y } else { toTops[index] = y }
          y += widths[index]
        }
      }
    }
    return links.indices.map { index in
      Strip(link: links[index], fromTop: fromTops[index], toTop: toTops[index], width: widths[index])
    }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Nodes in stages, and what flows between them: what the diagram is drawn from.
struct FlowGraph: Hashable, Sendable {
  struct Node: Hashable, Sendable {
    let name: String
    let role: ColorRole
    let stage: Int
    /// What flows in or out, whichever is more.
    let sum: Double
    /// Whether it is all the small nodes of its stage.
    let isRest: Bool
  }

  struct Link: Hashable, Sendable {
    let from: Int
    let to: Int
    let value: Double
  }

  /// As many nodes of a stage as a reader takes in; smaller ones are one node together.
  static let mostNodes = 14

  /// Stage by stage; in a stage in the order of the data.
  private(set) var nodes: [Node] = []
  private(set) var links: [Link] = []

  var stages: Int { (nodes.map(\.stage).max() ?? 0) + 1 }

  /// - Throws: where the flows run in a circle, with the circle named.
  init(_ flows: [Flow], spec: ChartSpec, language: Language) throws(Diagnostic) {
    let drawn = flows.filter { $0.value ?? 0 > 0 }
    let cells = drawn.flatMap { [$0.from, $0.to] }.uniqued()
    let index = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    let arcs = drawn.map { (from: index[$0.from] ?? 0, to: index[$0.to] ?? 0, value: $0.value ?? 0) }
    let names = SeriesNames(spec: spec, language: language)
    let stages = try Stages(arcs.map { ($0.from, $0.to) }, count: cells.count).stages { circle throws(Diagnostic) in
      let path = (circle + circle.prefix(1)).map { names.name(of: cells[$0]) }.joined(separator: " → ")
      throw .error(
        "chart-sankey-circle", "the flows run in a circle: \(path)", at: spec.to?.place ?? spec.place,
        hint: "give what is both a source and a target two codes, and with 'labels:' one name")
    }
    var sums = cells.map { _ in (into: 0.0, out: 0.0) }
    for arc in arcs {
      sums[arc.from].out += arc.value
      sums[arc.to].into += arc.value
    }
    let sizes = sums.map { max($0.into, $0.out) }
    let kept = Self.kept(stages: stages, sizes: sizes)
    let pairs = cells.map { names.pair($0) }
    var shared: [Cell: ColorRole] = [:]
    let hasCountries = pairs.contains { Country(named: $0.key) ?? Country(named: $0.name) != nil }
    var roles = RoleGiver(spec: spec, hasCountries: hasCountries)
    // A source has one colour in all panels.
    for cell in spec.shared?.series ?? [] where !hasCountries && spec.highlight.isEmpty {
      shared[cell] = roles.role(ofSeries: cell.plain, names.name(of: cell))
    }
    // The first stage's categories have colours; what they flow to is grey, unless it is a country.
    let given = pairs.indices.map { index -> ColorRole in
      let (key, name) = pairs[index]
      let isOwn = spec.colors[key] != nil || (Country(named: key) ?? Country(named: name)) != nil
      let hasOwn = stages[index] == 0 || isOwn || !spec.highlight.isEmpty && !hasCountries
      let role = hasOwn ? shared[cells[index]] ?? roles.role(ofSeries: key, name) : .grey(2)
      return role.isGrey ? .grey(2) : role
    }
    var place: [Int: Int] = [:]
    for stage in 0...(stages.max() ?? 0) {
      for cell in cells.indices where stages[cell] == stage && kept[cell] {
        place[cell] = nodes.count
        nodes.append(
          Node(name: pairs[cell].name, role: given[cell], stage: stage, sum: sizes[cell], isRest: false))
      }
      let rest = cells.indices.filter { stages[$0] == stage && !kept[$0] }
      if rest.isEmpty { continue }
      for cell in rest { place[cell] = nodes.count }
      let sum = rest.reduce(0) { $0 + sizes[$1] }
      nodes.append(
        Node(
          name: Phrases(language).otherNodes(rest.count), role: .grey(3), stage: stage, sum: sum, isRest: true))
    }
    var values: [[Int]: Double] = [:]
    var order: [[Int]] = []
    for arc in arcs {
      let ends = [place[arc.from] ?? 0, place[arc.to] ?? 0]
      if values[ends] == nil { order.append(ends) }
      values[ends, default: 0] += arc.value
    }
    links = order.map { Link(from: $0[0], to: $0[1], value: values[$0] ?? 0) }
  }

  /// The colour of a flow: its source's, else its target's.
  func role(of link: Link) -> ColorRole {
    nodes[link.from].role.isGrey ? nodes[link.to].role.isGrey ? .grey(2) : nodes[link.to].role : nodes[link.from].role
  }

  /// Which nodes stand for themselves: all of a stage that has no more than a reader takes in, else its largest.
  private static func kept(stages: [Int], sizes: [Double]) -> [Bool] {
    var kept = stages.map { _ in true }
    for stage in 0...(stages.max() ?? 0) {
      let members = stages.indices.filter { stages[$0] == stage }
      if members.count <= mostNodes { continue }
      for node in members.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }).dropFirst(mostNodes - 1) {
        kept[node] = false
      }
    }
    return kept
  }
}

/// How far each node is from the sources, along the longest way.
private struct Stages {
  private let targets: [[Int]]
  private var sources: [Int]

  init(_ arcs: [(from: Int, to: Int)], count: Int) {
    var targets = [[Int]](repeating: [], count: count)
    sources = [Int](repeating: 0, count: count)
    for arc in arcs {
      targets[arc.from].append(arc.to)
      sources[arc.to] += 1
    }
    self.targets = targets
  }

  /// - Parameter circle: Told the nodes of a circle, where there is one.
  func stages(orCircle circle: ([Int]) throws(Diagnostic) -> Void) throws(Diagnostic) -> [Int] {
    var (stages, sources) = (targets.map { _ in 0 }, sources)
    var ready = sources.indices.filter { sources[$0] == 0 }
    var done = 0
    while done < ready.count {
      let node = ready[done]
      done += 1
      for target in targets[node] {
        stages[target] = max(stages[target], stages[node] + 1)
        sources[target] -= 1
        if sources[target] == 0 { ready.append(target) }
      }
    }
    if let first = sources.indices.first(where: { sources[$0] > 0 }) { try circle(self.circle(from: first, sources)) }
    return stages
  }

  /// Goes backwards from a node that cannot be reached in order until a node comes again.
  private func circle(from start: Int, _ open: [Int]) -> [Int] {
    var path = [start]
    while let before = targets.indices.first(where: { open[$0] > 0 && targets[$0].contains(path[path.count - 1]) }) {
      if let first = path.firstIndex(of: before) {
        let circle = Array(path[first...].reversed())
        let least = circle.indices.min { circle[$0] < circle[$1] } ?? 0
        return Array(circle[least...] + circle[..<least])
      }
      path.append(before)
    }
    return path
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order in which it first comes.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

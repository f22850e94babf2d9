// SPDX-License-Identifier: MIT
import Figures

/// Lays out nodes as upright bars and flows as ribbons between them.
///
/// Wide: all stages beside each other. Narrow: two stages beside each other, and each further pair below, so that names
/// keep their size.
struct SankeyLayout {
  let graph: FlowGraph
  private let spec: ChartSpec
  private let measure: Measure
  /// The largest sum of a stage: of all panels, where there are several.
  private let largest: Double
  /// Whether all stages stand beside each other.
  private let isWide: Bool
  /// The nodes of each stage from top to bottom, and the places where flows pass it.
  private let order: [[Int]]
  private let thread: Thread
  private let canvas: Canvas
  private static let nodeWidth = 10.0

  init(_ graph: FlowGraph, spec: ChartSpec, size: LayoutSize, language: Language) {
    (self.graph, self.spec) = (graph, spec)
    canvas = Canvas(size: size, language: language)
    measure = Measure(
      format: spec.format, unit: spec.unit?.text,
      largest: (graph.nodes.map(\.sum) + (spec.shared?.values ?? [])).max() ?? 0, language: language)
    largest = spec.shared?.sizes.max() ?? graph.largestStage
    isWide = size.picture == .wide && size.width > 500
    let stages = (0..<graph.stages).map { stage in
      let members = graph.nodes.indices.filter { graph.nodes[$0].stage == stage }
      if spec.sort == .data { return members }
      return members.sorted { a, b in
        let (one, other) = (graph.nodes[a], graph.nodes[b])
        if one.isRest != other.isRest { return other.isRest }
        return (other.sum, a) < (one.sum, b)
      }
    }
    thread = Thread(graph, stages: stages)
    order =
      spec.sort == nil
      ? NodeOrder(thread.stages, links: thread.links, isLast: thread.isRest).stages : thread.stages
  }

  func layout() -> ChartLayout { isWide ? wide() : narrow() }

  private func wide() -> ChartLayout {
    var canvas = canvas
    let figures = figures(of: graph.links)
    let headTop = canvas.unitLine(figures.unitLine, below: 0)
    let last = graph.stages - 1
    func label(_ node: Int, _ limit: Double, isInner: Bool = false) -> Label {
      Label(graph.nodes[node], figures.labels[node], limit, isInner: isInner, canvas)
    }
    let ends = [0, last].map { stage in order[stage].filter(isNode).map { label($0, 160).width }.max() ?? 0 }
    let left = tenth(ends[0] + 8)
    let right = canvas.size.width - ends[1] - 8 - Self.nodeWidth
    let step = (right - left) / Double(max(last, 1))
    let labels = graph.nodes.indices.map { node in
      let stage = graph.nodes[node].stage
      let isInner = stage != 0 && stage != last
      return label(node, isInner ? max(step - Self.nodeWidth - 16, 60) : 160, isInner: isInner)
    }
    let xs = (0...last).map { left + Double($0) * step }
    let top = drawHeads(Array(0...last), xs: xs, below: headTop, on: &canvas)
    let plan = SankeyPlan(
      stages: order, links: thread.links, top: top,
      scale: (canvas.size.isCard ? canvas.size.height - 60 : 330) / largest
    ) { isNode($0) ? labels[$0].height : 0 }
    draw(plan, xs: xs, labels, on: &canvas)
    return ChartLayout(canvas, height: plan.bottom + 2)
  }

  private func narrow() -> ChartLayout {
    var canvas = canvas
    let pairs = graph.links.map { [graph.nodes[$0.from].stage, graph.nodes[$0.to].stage] }.uniqued()
      .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    var top = canvas.unitLine(figures(of: graph.links).unitLine, below: 0)
    for (index, pair) in pairs.enumerated() {
      let links = graph.links.filter { graph.nodes[$0.from].stage == pair[0] && graph.nodes[$0.to].stage == pair[1] }
      let figures = figures(of: links)
      let labels = graph.nodes.indices.map { Label(graph.nodes[$0], figures.labels[$0], 104, canvas) }
      let used = Set(links.flatMap { [$0.from, $0.to] })
      let stages = pair.map { stage in order[stage].filter { used.contains($0) } }
      let ends = stages.map { nodes in nodes.map { labels[$0].width }.max() ?? 0 }
      if index > 0 {
        canvas.rule(.grid, 0, top + 13, canvas.size.width, top + 13)
        top += 26
      }
      let xs = [ends[0] + 7, canvas.size.width - ends[1] - 7 - Self.nodeWidth]
      top = drawHeads(pair, xs: xs, below: top, on: &canvas)
      let plan = SankeyPlan(stages: stages, links: links, top: top, scale: 260 / largest) {
        labels[$0].height
      }
      draw(plan, xs: xs, labels, on: &canvas)
      top = plan.bottom
    }
    return ChartLayout(canvas, height: top + 2)
  }

  /// What the nodes of stages are, at the side of each at which their names stand.
  /// - Returns: The lower edge.
  private func drawHeads(_ stages: [Int], xs: [Double], below top: Double, on canvas: inout Canvas) -> Double {
    guard spec.heads.count == graph.stages else { return top }
    let room = canvas.size.width / Double(stages.count) - 12
    let texts = stages.map { canvas.wrap(spec.heads[$0].text, width: room, isBold: true) }
    for (index, lines) in texts.enumerated() {
      let isFirst = index == 0
      let x = isFirst ? 0 : index == texts.count - 1 ? canvas.size.width : xs[index]
      canvas.lines(
        lines, .panel, x: x, y: top + TextBox.ascent,
        anchor: isFirst ? .start : index == texts.count - 1 ? .end : .start,
        isBold: true)
    }
    return top + Double(texts.map(\.count).max() ?? 0) * TextBox.lineHeight + 8
  }

  /// Draws the unit that no figure carries, from the upper edge.
  /// - Returns: Its height, with the space below it.
  func drawUnit(on canvas: inout Canvas) -> Double {
    canvas.unitLine(figures(of: graph.links).unitLine, below: 0)
  }

  private func isNode(_ place: Int) -> Bool { graph.nodes.indices.contains(place) }

  /// What each node has of these flows, the unit with the uppermost.
  private func figures(of links: [FlowGraph.Link]) -> (labels: [String], unitLine: String?) {
    var sums = graph.nodes.map { _ in (into: 0.0, out: 0.0) }
    for link in links {
      sums[link.from].out += link.value
      sums[link.to].into += link.value
    }
    let drawn = order.joined().filter { isNode($0) && sums[$0].into + sums[$0].out > 0 }
    let labels = ValueLabels(
      [drawn.map { max(sums[$0].into, sums[$0].out) }], spec: spec, measure: measure, canvas: canvas)
    let texts = Dictionary(uniqueKeysWithValues: zip(drawn, labels.labels[0]))
    return (graph.nodes.indices.map { texts[$0] ?? "" }, labels.unitLine)
  }

  private func draw(_ plan: SankeyPlan, xs: [Double], _ labels: [Label], on canvas: inout Canvas) {
    let stageOf = Dictionary(uniqueKeysWithValues: plan.nodes.map { ($0.node, $0.stage) })
    for strip in plan.strips.sorted(by: { $0.width > $1.width }) {
      let (from, to) = (stageOf[strip.link.from] ?? 0, stageOf[strip.link.to] ?? 0)
      canvas.ribbon(
        thread.role(of: strip.link, in: graph),
        from: RibbonMark.End(x: xs[from] + Self.nodeWidth, top: strip.fromTop, bottom: strip.fromTop + strip.width),
        to: RibbonMark.End(x: xs[to], top: strip.toTop, bottom: strip.toTop + strip.width))
    }
    for placed in plan.nodes {
      let x = xs[placed.stage]
      guard isNode(placed.node) else {
        let end = RibbonMark.End(x: x, top: placed.top, bottom: placed.top + placed.height)
        let other = RibbonMark.End(x: x + Self.nodeWidth, top: end.top, bottom: end.bottom)
        canvas.ribbon(thread.passing[placed.node] ?? .grey(2), from: end, to: other)
        continue
      }
      let (role, label) = (graph.nodes[placed.node].role, labels[placed.node])
      canvas.bar(role, x: x, y: placed.top, width: Self.nodeWidth, height: placed.height)
      let isFirst = placed.stage == 0
      let isInner = !isFirst && placed.stage < xs.count - 1
      canvas.lines(
        label.lines, isInner ? .place : role.isGrey ? .category : .series, x: isFirst ? x - 6 : x + Self.nodeWidth + 6,
        y: placed.top + (placed.height - label.height) / 2 + TextBox.ascent + 0.8, anchor: isFirst ? .end : .start,
        role: role.isGrey ? nil : role, isBold: label.isBold)
    }
  }

  /// Name and figure in one line where they fit, else below each other.
  private struct Label {
    let lines: [String]
    let width: Double
    let isBold: Bool
    var height: Double { Double(lines.count) * TextBox.lineHeight }

    init(_ node: FlowGraph.Node, _ figure: String, _ limit: Double, isInner: Bool = false, _ canvas: Canvas) {
      isBold = !node.role.isGrey && !isInner
      var lines = canvas.wrap(node.name, width: limit, isBold: isBold)
      if let line = lines.last, canvas.width(line + " " + figure, isBold: isBold) <= limit {
        lines[lines.count - 1] = line + " " + figure
      } else {
        lines.append(figure)
      }
      self.lines = lines
      width = canvas.widest(lines, isBold: isBold)
    }
  }
}

/// The graph with flows over several stages cut at each, so that every piece has a place of its own.
private struct Thread {
  private(set) var stages: [[Int]]
  private(set) var links: [FlowGraph.Link] = []
  private(set) var isRest: [Bool]
  /// The colours of the places where a flow passes a stage.
  private(set) var passing: [Int: ColorRole] = [:]

  init(_ graph: FlowGraph, stages: [[Int]]) {
    self.stages = stages
    isRest = graph.nodes.map(\.isRest)
    for link in graph.links {
      var from = link.from
      for stage in stride(from: graph.nodes[link.from].stage + 1, to: graph.nodes[link.to].stage, by: 1) {
        let node = isRest.count
        isRest.append(false)
        passing[node] = graph.role(of: link)
        self.stages[stage].append(node)
        links.append(FlowGraph.Link(from: from, to: node, value: link.value))
        from = node
      }
      links.append(FlowGraph.Link(from: from, to: link.to, value: link.value))
    }
  }

  func role(of link: FlowGraph.Link, in graph: FlowGraph) -> ColorRole {
    passing[link.from] ?? passing[link.to] ?? graph.role(of: link)
  }
}

extension FlowGraph {
  /// The largest sum of a stage.
  var largestStage: Double {
    let sums = (0..<stages).map { stage in nodes.reduce(0) { $0 + ($1.stage == stage ? $1.sum : 0) } }
    return max(sums.max() ?? 0, .leastNormalMagnitude)
  }
}

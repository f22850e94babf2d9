// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Flows between nodes in stages.
struct SankeyForm: ChartForm {
  let spec: ChartSpec
  private let flows: [Flow]
  private let graph: FlowGraph
  private let table: ChartTable
  private let language: Language

  /// - Returns: nil, with diagnostics, where the rows are no flows, or run in a circle.
  init?(_ spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]) {
    guard let flows = readFlows(spec, table, &diagnostics) else { return nil }
    do throws(Diagnostic) { graph = try FlowGraph(flows, spec: spec, language: language) } catch {
      diagnostics.append(error)
      return nil
    }
    (self.spec, self.flows, self.table, self.language) = (spec, flows, table, language)
  }

  var rules: [Diagnostic] {
    let known = Set(flows.flatMap { [$0.from.plain, $0.to.plain] } + graph.nodes.map(\.name))
    return spec.refusing(["x", "series", "transform", "zero", "annotations", "references"])
      + spec.highlight.filter { !known.contains($0.text) }.map { name in
        .error(
          "chart-highlight", "'\(name.text)' is no node of the chart", at: name.place,
          hint: suggestion(for: name.text, among: known.sorted()))
      }
  }

  var description: String { flowDescription(of: graph, flows, spec: spec, table: table, language: language) }

  var data: ChartData { ChartData(flows, spec: spec, table: table, language: language) }

  func layout(_ size: LayoutSize) -> ChartLayout {
    SankeyLayout(graph, spec: spec, size: size, language: language).layout()
  }
}

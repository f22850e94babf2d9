// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Flows between nodes in stages.
struct SankeyForm: PanelForm {
  let spec: ChartSpec
  private let flows: [Flow]
  private let graph: FlowGraph
  private let table: ChartTable
  let language: Language

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
    return spec.refusing(["x", "series", "transform", "zero", "annotations", "references"]) + headRules
      + spec.highlight.filter { !known.contains($0.text) }.map { name in
        .error(
          "chart-highlight", "'\(name.text)' is no node of the chart", at: name.place,
          hint: suggestion(for: name.text, amongNames: known.sorted()))
      }
  }

  private var headRules: [Diagnostic] {
    guard !spec.heads.isEmpty, spec.heads.count != graph.stages else { return [] }
    return [
      .error(
        "chart-heads", "the diagram has \(graph.stages) stages, and 'heads' \(spec.heads.count)",
        at: spec.place(of: "heads"), hint: "write one for each, from left to right: heads: [Product, Partner]")
    ]
  }

  var description: String { sentences.joined(separator: Phrases(language).gap) }

  private var sentences: [String] { flowSentences(of: graph, flows, spec: spec, language: language) }

  var data: ChartData { ChartData(flows, spec: spec, table: table, language: language) }

  func layout(_ size: LayoutSize) -> ChartLayout {
    SankeyLayout(graph, spec: spec, size: size, language: language).layout()
  }

  var scales: SharedScales { SharedScales(values: graph.nodes.map(\.sum), sizes: [graph.largestStage]) }
  var panelColumns: PanelColumns { graph.stages > 2 ? .stacked : .sides }

  func drawKey(on canvas: inout Canvas) -> Double {
    SankeyLayout(graph, spec: spec, size: canvas.size, language: language).drawUnit(on: &canvas)
  }

  func sentences(named name: String) -> [String] { headed(name, sentences.dropFirst(2)) }
}

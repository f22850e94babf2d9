// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// A rank chart: who is first, second, third over time.
struct BumpForm: PanelForm {
  let spec: ChartSpec
  private let bound: BoundChart
  private let ranking: Ranking
  let language: Language

  /// - Returns: nil, with diagnostics, where the rows are no series over positions.
  init?(_ spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]) {
    if let transform = spec.transform, transform.transform == .rank {
      diagnostics.append(
        .error("chart-transform", "a bump chart ranks by itself", at: transform.place, hint: "remove 'transform'"))
      return nil
    }
    if let top = spec.top, !(2...20 ~= top) {
      diagnostics.append(
        .error("chart-top", "'top' is \(top)", at: spec.place(of: "top"), hint: "use 2 to 20 ranks"))
      return nil
    }
    var inOrder = spec
    inOrder.sort = .data
    guard let chart = bind(inOrder, to: table, in: language, diagnostics: &diagnostics) else { return nil }
    self.spec = spec
    self.language = language
    bound = chart
    ranking = Ranking(
      chart, top: spec.top, smallestFirst: spec.sort == .valueAscending, isPanel: spec.shared != nil)
  }

  var rules: [Diagnostic] {
    var found = bindingRules(spec, bound) + spec.refusing(["zero"])
    if bound.series.count < 2 {
      found.append(
        .error(
          "chart-bump-series", "one series has no rank", at: spec.series?.place ?? spec.yPlace,
          hint: "name the column that tells them apart with 'series:'"))
    }
    return found
  }

  var description: String { sentences.joined(separator: Phrases(language).gap) }

  private var sentences: [String] { bumpSentences(of: ranking, spec: spec, language: language) }

  var notes: [String] {
    let phrases = Phrases(language)
    let cut = ranking.all > ranking.top ? [phrases.firstOf(ranking.top, all: ranking.all)] : []
    let ties = ranking.ties
    return cut
      + (ties.isEmpty
        ? [] : [phrases.ties(ties.prefix(2).map { ($0.position.label, $0.rank, $0.names) }, all: ties.count)])
  }

  var data: ChartData { ChartData(ranking, spec: spec, language: language) }

  func layout(_ size: LayoutSize) -> ChartLayout {
    BumpLayout(ranking, size: size, language: language).layout()
  }

  // Ranks are the same in every panel: those of all series.
  var scales: SharedScales { SharedScales() }
  var panelColumns: PanelColumns { .sides }

  func drawKey(on canvas: inout Canvas) -> Double { 0 }

  func sentences(named name: String) -> [String] { headed(name, sentences.dropFirst()) }
}

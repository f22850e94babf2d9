// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Small multiples: a panel for each value of a column, all drawn to the same scales.
struct FacetForm: ChartForm {
  struct Panel: Sendable {
    let key: String
    let title: String
    let form: any PanelForm
  }

  let spec: ChartSpec
  let panels: [Panel]
  /// What the column is called.
  private let columnTitle: String
  private let columnName: String
  private let language: Language
  private let found: [Diagnostic]

  /// More panels than this are no overview.
  static let most = 16

  /// - Returns: nil, with diagnostics, where there is no such column, a row has no value in it, there are too many, or
  ///   what is in one cannot be drawn.
  init?(_ spec: ChartSpec, table: ChartTable, language: Language, diagnostics: inout [Diagnostic]) {
    guard let written = spec.facet, let column = Columns.index(of: written, in: table, &diagnostics) else { return nil }
    do throws(Diagnostic) {
      let groups = try FacetForm.groups(spec, table, column, written)
      let titles = groups.map { SeriesNames(spec: spec, language: language).title(of: $0.cell) }
      let names = Set(groups.map(\.cell.plain) + titles)
      var plain = spec
      plain.facet = nil
      // Panels are highlighted as series are.
      let highlightsPanels = !spec.highlight.isEmpty && spec.highlight.allSatisfy { names.contains($0.text) }
      if highlightsPanels { plain.highlight = [] }
      var giver = RoleGiver(spec: spec, hasCountries: false)
      let roles = zip(groups, titles).map { group, title -> ColorRole? in
        if highlightsPanels {
          let role = giver.role(ofSeries: group.cell.plain, title)
          return role.isGrey ? .grey(2) : role
        }
        return spec.colors[group.cell.plain]
          ?? (Country(named: group.cell.plain) ?? Country(named: title)).map { .country($0) }
      }
      func forms(_ shared: SharedScales) throws(Diagnostic) -> [any PanelForm] {
        var forms: [any PanelForm] = []
        for (index, group) in groups.enumerated() {
          var faults: [Diagnostic] = []
          var panel = plain
          panel.shared = shared
          panel.shared?.role = roles[index]
          if shared.isOrdered { panel.sort = .data }
          let rows = ChartTable(columns: table.columns, rows: group.rows)
          let form = panelForm(of: panel, table: rows, language: language, diagnostics: &faults)
          if let fault = faults.first(where: { $0.severity == .error }) {
            throw .error(
              fault.rule, "\(fault.message) (panel '\(titles[index])')", at: fault.place, hint: fault.hint)
          }
          if let form { forms.append(form) }
        }
        return forms
      }
      let own = try forms(SharedScales())
      let shared = FacetForm.shared(own, spec, table)
      let drawn = try forms(shared)
      panels = zip(groups, zip(titles, drawn)).map { Panel(key: $0.cell.plain, title: $1.0, form: $1.1) }
      found = FacetForm.rules(of: drawn)
      var whole = drawn[0].spec
      (whole.facet, whole.highlight, whole.shared) = (spec.facet, spec.highlight, nil)
      self.spec = whole
    } catch {
      diagnostics.append(error)
      return nil
    }
    columnName = table.columns[column].name
    columnTitle = spec.labels[columnName]?.text ?? table.columns[column].title
    self.language = language
  }

  var rules: [Diagnostic] { found }

  /// The rows of each panel, in the order in which panels first come.
  private static func groups(
    _ spec: ChartSpec, _ table: ChartTable, _ column: Int, _ written: PlacedText
  ) throws(Diagnostic) -> [(cell: Cell, rows: [[Cell]])] {
    var groups: [(cell: Cell, rows: [[Cell]])] = []
    var ranks: [Cell: Int] = [:]
    for (number, row) in table.rows.enumerated() {
      let cell = row[column]
      if cell.isNull {
        throw .error("chart-facet", "row \(number + 1) of the chart's data has no '\(written.text)'", at: written.place)
      }
      if let rank = ranks[cell] {
        groups[rank].rows.append(row)
      } else {
        ranks[cell] = groups.count
        groups.append((cell, [row]))
      }
    }
    if groups.isEmpty {
      throw .error("chart-no-rows", "the chart's data has no rows", at: spec.dataPlace, hint: DataHint.noRows(spec))
    }
    if groups.count > most {
      throw .error(
        "chart-facet-many", "'\(written.text)' makes \(groups.count) panels, and more than \(most) are no overview",
        at: written.place, hint: "name those that matter with 'where:'")
    }
    return groups
  }

  /// The reach of all panels, and every position and series, in the first panel's order and then as they come.
  private static func shared(_ forms: [any PanelForm], _ spec: ChartSpec, _ table: ChartTable) -> SharedScales {
    var shared = forms.reduce(SharedScales()) { $0.joined(with: $1.scales) }
    func cells(_ names: PlacedText?...) -> [Cell] {
      names.flatMap { name in
        table.columns.firstIndex { $0.name == name?.text }.map { column in table.rows.map { $0[column] } } ?? []
      }.uniqued()
    }
    shared.series = sorted(cells(spec.series ?? spec.from), by: forms.compactMap(\.seriesOrder))
    let orders = forms.compactMap(\.order)
    shared.positions = sorted(cells(spec.x, spec.from, spec.to), by: orders)
    shared.isOrdered = !orders.isEmpty
    return shared
  }

  /// In the first panel's order, and then as they come; what no panel draws is left out.
  private static func sorted(_ cells: [Cell], by orders: [[String]]) -> [Cell] {
    if orders.isEmpty { return cells }
    var ranks: [String: Int] = [:]
    for key in orders.joined() where ranks[key] == nil { ranks[key] = ranks.count }
    return cells.filter { ranks[$0.plain] != nil }.sorted { ranks[$0.plain] ?? 0 < ranks[$1.plain] ?? 0 }
  }

  /// What any panel breaks; of names that the block uses, only those that no panel knows.
  private static func rules(of forms: [any PanelForm]) -> [Diagnostic] {
    let all = forms.map(\.rules)
    var found: [Diagnostic] = []
    for diagnostic in all.joined() where !found.contains(diagnostic) {
      let isOfNames = ["chart-highlight", "chart-annotation-outside", "chart-reference-outside"].contains(
        diagnostic.rule)
      let isInAll = all.allSatisfy { rules in
        rules.contains { $0.rule == diagnostic.rule && $0.place == diagnostic.place }
      }
      let isSaid = found.contains { $0.rule == diagnostic.rule && $0.place == diagnostic.place }
      if !isSaid, !isOfNames || isInAll { found.append(diagnostic) }
    }
    return found
  }
}

extension FacetForm {
  /// As many panels as a listener can keep in mind.
  private static let spoken = 6

  var description: String {
    let phrases = Phrases(language)
    var sentences = [
      phrases.opening(
        kind: phrases.multiples(of: chartKind(of: spec, in: language)), measure: spec.subtitle?.text ?? columnTitle,
        range: phrases.panels(panels.count))
    ]
    for panel in panels.prefix(Self.spoken) { sentences += panel.form.sentences(named: panel.title).prefix(3) }
    if panels.count > Self.spoken { sentences.append(phrases.otherPanels(panels.count - Self.spoken)) }
    return sentences.joined(separator: phrases.gap)
  }

  /// What is said of every panel once, the rest with the panel's name.
  var notes: [String] {
    let phrases = Phrases(language)
    let all = panels.map(\.form.notes)
    return zip(panels, all).flatMap { panel, notes in
      notes.map { note in all.allSatisfy { $0.contains(note) } ? note : phrases.headed(panel.title, note) }
    }.uniqued()
  }

  /// The rows of all panels, with the panel's name before each.
  var data: ChartData {
    let data = panels.map { ($0, $0.form.data) }
    return ChartData(
      headers: [columnTitle] + (data.first?.1.headers ?? []), isNumeric: [false] + (data.first?.1.isNumeric ?? []),
      rows: data.flatMap { panel, one in
        one.rows.map { [ChartData.Entry(text: panel.title, isNumber: false)] + $0 }
      }, columns: [columnName] + (data.first?.1.columns ?? []),
      records: data.flatMap { panel, one in one.records.map { [.text(panel.key)] + $0 } })
  }

  func layout(_ size: LayoutSize) -> ChartLayout { FacetLayout(panels, size: size, language: language).layout() }
}

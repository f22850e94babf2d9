// SPDX-License-Identifier: MIT
import Figures

/// Lays out panels in a grid: one key above, figures at the left of each row, periods below each column.
struct FacetLayout {
  private let panels: [FacetForm.Panel]
  private let canvas: Canvas
  private var columns: Int
  private var isCrowded = false
  private let gap: Double

  init(_ panels: [FacetForm.Panel], size: LayoutSize, language: Language) {
    self.panels = panels
    canvas = Canvas(size: size, language: language)
    let isWide = size.picture == .wide
    gap = isWide ? 22 : 16
    let most = panels.map { isWide ? $0.form.panelColumns.wide : $0.form.panelColumns.narrow }.min() ?? 1
    let count = panels.count
    let wish =
      !isWide || count < 4 ? count : count == 4 ? 2 : [7, 8].contains(count) || count > 9 ? 4 : 3
    columns = min(wish, most)
    while columns > 1, hasCrowded { columns -= 1 }
    if hasCrowded { (columns, isCrowded) = (min(wish, most), true) }
  }

  private var hasCrowded: Bool { panels.contains { laidOut($0).isCrowded } }

  /// The panels in as many columns as leave room for every text.
  func layout() -> ChartLayout {
    var plan = self
    while true {
      let layout = plan.laidOut()
      if plan.columns == 1 || overlaps(layout).isEmpty { return layout }
      plan.columns -= 1
    }
  }

  /// A panel that has its names and figures, in as much room as any other.
  private func laidOut(_ panel: FacetForm.Panel) -> ChartLayout {
    let equal = (canvas.size.width - gap * Double(columns - 1)) / Double(columns)
    return panel.form.layout(size(width: equal, hasValueLabels: true, hasPositionLabels: false))
  }

  /// The height of a panel's picture without what stands below it.
  private var height: Double {
    if canvas.size.isCard { return 100 }
    return canvas.size.picture == .narrow ? columns == 1 ? 200 : 130 : columns <= 2 ? 210 : columns == 3 ? 168 : 140
  }

  private func size(width: Double, hasValueLabels: Bool, hasPositionLabels: Bool) -> LayoutSize {
    canvas.size.panel(
      width: (width * 10).rounded(.down) / 10, height: height,
      LayoutSize.Panel(
        hasValueLabels: hasValueLabels, hasPositionLabels: hasPositionLabels, isCrowded: isCrowded))
  }

  private func laidOut() -> ChartLayout {
    var canvas = canvas
    let width = canvas.size.width
    var y = (panels.first { $0.form.hasGaps } ?? panels[0]).form.drawKey(on: &canvas)
    let hasKey = y > 0
    if hasKey { y += 4 }
    let inset = panels.map { laidOut($0).plotLeft }.max() ?? 0
    let plot = max(40, (width - inset - gap * Double(columns - 1)) / Double(columns))
    var first: ChartLayout?
    for start in stride(from: 0, to: panels.count, by: columns) {
      let row = Array(panels[start..<min(start + columns, panels.count)])
      let titles = row.enumerated().map { canvas.wrap($1.title, width: $0 == 0 ? inset + plot : plot, isBold: true) }
      let head = Double(titles.map(\.count).max() ?? 1) * TextBox.lineHeight
      var x = 0.0
      var bottom = y
      for (offset, panel) in row.enumerated() {
        let isLowest = start + offset + columns >= panels.count
        let layout = panel.form.layout(
          size(
            width: offset == 0 ? inset + plot : plot, hasValueLabels: offset == 0,
            hasPositionLabels: isLowest || columns == 1))
        canvas.lines(titles[offset], .panel, x: x, y: y + TextBox.ascent, isBold: true)
        canvas.panel(layout, at: Point(x, y + head))
        bottom = max(bottom, y + head + layout.height)
        x += layout.width + gap
        first = first ?? layout
      }
      y = bottom + 14
    }
    if let footer = panels[0].form.footer {
      let lines = canvas.wrap(footer, width: width)
      canvas.lines(lines, .unit, x: width, y: y - 12 + TextBox.ascent, anchor: .end)
      y += Double(lines.count) * TextBox.lineHeight - 2
    }
    return ChartLayout(
      size: canvas.size, width: width, height: tenth(y - 10),
      valueScale: first?.valueScale ?? AxisScale(low: 0, high: 1, start: 0, end: 1),
      valueTicks: first?.valueTicks ?? [], marks: canvas.marks, texts: canvas.texts, hasLegend: hasKey)
  }
}

extension Canvas {
  /// Puts a panel with its texts.
  fileprivate mutating func panel(_ layout: ChartLayout, at origin: Point) {
    append(.panel(PanelMark(origin: origin, marks: layout.marks)))
    for text in layout.texts {
      append(
        TextBox(
          text: text.text, kind: text.kind, anchor: text.anchor, role: text.role, isBold: text.isBold,
          x: tenth(text.x + origin.x), y: tenth(text.y + origin.y), width: text.width))
    }
  }
}

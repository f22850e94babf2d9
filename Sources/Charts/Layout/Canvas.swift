// SPDX-License-Identifier: MIT
import Figures

/// Collects the marks and texts of one layout, and measures and rounds on the way.
struct Canvas {
  let size: LayoutSize
  let language: Language
  let measure: TextWidth
  private(set) var marks: [Mark] = []
  private(set) var texts: [TextBox] = []

  init(size: LayoutSize, language: Language) {
    self.size = size
    self.language = language
    measure = TextWidth(language: language)
  }

  /// Puts a line of text at its anchor. Blank text is not put.
  mutating func text(
    _ text: String, _ kind: TextBox.Kind, x: Double, y: Double, anchor: TextBox.Anchor = .start,
    role: ColorRole? = nil, isBold: Bool = false
  ) {
    if text.isEmpty { return }
    texts.append(
      TextBox(
        text: text, kind: kind, anchor: anchor, role: role, isBold: isBold, x: tenth(x), y: tenth(y),
        width: width(text, isBold: isBold)))
  }

  /// Lines under each other, the first one's baseline at `y`.
  mutating func lines(
    _ lines: [String], _ kind: TextBox.Kind, x: Double, y: Double, anchor: TextBox.Anchor = .start,
    role: ColorRole? = nil, isBold: Bool = false
  ) {
    for (index, line) in lines.enumerated() {
      text(
        line, kind, x: x, y: y + Double(index) * TextBox.lineHeight, anchor: anchor, role: role, isBold: isBold)
    }
  }

  /// Puts a unit that no figure carries at the head of a picture; panels have it in their key.
  /// - Returns: The lower edge.
  mutating func unitLine(_ text: String?, below top: Double) -> Double {
    guard let text, size.panel == nil else { return top }
    let lines = wrap(text, width: size.width)
    self.lines(lines, .unit, x: 0, y: top + TextBox.ascent)
    return top + Double(lines.count) * TextBox.lineHeight + 4
  }

  mutating func rule(_ kind: RuleMark.Kind, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    marks.append(.rule(RuleMark(kind: kind, from: Point(x1, y1), to: Point(x2, y2))))
  }

  /// Puts a bar; a projected one is an outline with strokes inside.
  mutating func bar(
    _ role: ColorRole, x: Double, y: Double, width: Double, height: Double, isProjected: Bool = false
  ) {
    let box = Box(x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height))
    marks.append(.bar(BarMark(role: role, box: box, isProjected: isProjected)))
    if isProjected { line(role, kind: .hatch, runs: hatching(box)) }
  }

  mutating func band(x: Double, y: Double, width: Double, height: Double) {
    marks.append(.band(Box(x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height))))
  }

  mutating func line(_ role: ColorRole, kind: LineMark.Kind = .observed, runs: [[Point]]) {
    if !runs.isEmpty { marks.append(.line(LineMark(role: role, kind: kind, runs: runs))) }
  }

  mutating func area(_ role: ColorRole, _ fill: AreaMark.Fill, outlines: [[Point]]) {
    if !outlines.isEmpty { marks.append(.area(AreaMark(role: role, fill: fill, outlines: outlines))) }
  }

  mutating func cells(_ role: ColorRole, boxes: [Box]) {
    if !boxes.isEmpty { marks.append(.cells(CellMark(role: role, boxes: boxes))) }
  }

  /// Puts a point; a projected one is an outline only, one in the colour of a step has a rim.
  mutating func symbol(
    _ role: ColorRole, _ shape: SymbolMark.Shape, at center: Point, radius: Double, isProjected: Bool = false
  ) {
    let isStep = if case .step = role { true } else { false }
    let fill: SymbolMark.Fill = isProjected ? .outline : isStep ? .shade : .solid
    marks.append(.symbol(SymbolMark(role: role, shape: shape, center: center, radius: radius, fill: fill)))
  }

  mutating func ribbon(_ role: ColorRole, from: RibbonMark.End, to: RibbonMark.End) {
    marks.append(.ribbon(RibbonMark(role: role, from: from, to: to)))
  }

  mutating func shape(_ kind: ShapeMark.Kind, _ outlines: [[Point]]) {
    if !outlines.isEmpty { marks.append(.shape(ShapeMark(kind: kind, outlines: outlines))) }
  }

  /// Puts a bubble whose area is that of a circle of this radius.
  mutating func bubble(
    _ role: ColorRole, _ shape: SymbolMark.Shape, at center: Point, radius: Double, isProjected: Bool
  ) {
    let radius = tenth(radius * SymbolMark.areaFactor(of: shape))
    let fill: SymbolMark.Fill = isProjected ? .outline : .tint
    marks.append(.symbol(SymbolMark(role: role, shape: shape, center: center, radius: radius, fill: fill)))
  }

  /// Puts many points of one series as one mark.
  mutating func points(_ role: ColorRole, _ shape: SymbolMark.Shape, at centers: [Point], radius: Double) {
    if centers.isEmpty { return }
    marks.append(.points(PointsMark(role: role, shape: shape, centers: centers, radius: radius)))
  }

  mutating func append(_ mark: Mark) { marks.append(mark) }

  mutating func append(_ text: TextBox) { texts.append(text) }

  func width(_ text: String, isBold: Bool = false) -> Double { measure(text, size: TextBox.size, isBold: isBold) }

  func wrap(_ text: String, width: Double, isBold: Bool = false) -> [String] {
    LineBreaking(language: language, size: TextBox.size, isBold: isBold).lines(text, width: width)
  }

  func widest(_ lines: some Sequence<String>, isBold: Bool = false) -> Double {
    lines.reduce(0) { max($0, width($1, isBold: isBold)) }
  }
}

/// Strokes that rise to the right, six units apart, cut at the edges of a box.
private func hatching(_ box: Box) -> [[Point]] {
  stride(from: 6.0, to: box.width + box.height, by: 6).map { offset in
    let start = Point(box.x + max(0, offset - box.height), box.y + min(offset, box.height))
    return [start, Point(box.x + min(offset, box.width), box.y + max(0, offset - box.width))]
  }
}

// SPDX-License-Identifier: MIT

extension SVGWriter {
  /// Edges that leave and arrive level.
  mutating func draw(_ ribbon: RibbonMark) {
    let (from, to) = (ribbon.from, ribbon.to)
    let middle = tenth((from.x + to.x) / 2)
    raw("<path class=\"v-ribbon ")
    word(ribbon.role.cssClass)
    raw("\" d=\"M")
    point(Point(from.x, from.top))
    curve(middle, from.top, to.x, to.top)
    raw("V")
    number(to.bottom)
    curve(middle, to.bottom, from.x, from.bottom)
    raw("Z\"/>")
  }

  private mutating func curve(_ middle: Double, _ y: Double, _ endX: Double, _ endY: Double) {
    raw("C")
    point(Point(middle, y))
    raw(" ")
    point(Point(middle, endY))
    raw(" ")
    point(Point(endX, endY))
  }

  /// In steps from point to point, which are short.
  mutating func draw(_ shape: ShapeMark) {
    raw("<path class=\"")
    switch shape.kind {
    case .land: raw("v-land")
    case .blank: raw("v-blank")
    case .edge: raw("v-margin")
    case .region(let role):
      raw("v-region ")
      word(role.cssClass)
    case .arrow(let role):
      raw("v-arrow ")
      word(role.cssClass)
    }
    raw("\" d=\"")
    for outline in shape.outlines {
      guard let first = outline.first else { continue }
      raw("M")
      point(first)
      raw("l")
      var last = first
      var isFirst = true
      for next in outline.dropFirst() where next != last {
        step(next.x - last.x, isFirst: isFirst)
        step(next.y - last.y, isFirst: false)
        (last, isFirst) = (next, false)
      }
      raw("z")
    }
    raw("\" fill-rule=\"evenodd\"/>")
  }

  /// A number behind another: `-1.2` and `.3` need no space between digits that a sign or a point begins.
  private mutating func step(_ value: Double, isFirst: Bool) {
    let tenths = Int((value * 10).rounded())
    if tenths >= 0, !isFirst { raw(" ") }
    if tenths < 0 { raw("-") }
    if abs(tenths) >= 10 || tenths == 0 { number(Double(abs(tenths) / 10)) }
    if abs(tenths) % 10 != 0 {
      raw(".")
      number(Double(abs(tenths) % 10))
    }
  }
}

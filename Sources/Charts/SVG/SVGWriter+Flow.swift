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
}

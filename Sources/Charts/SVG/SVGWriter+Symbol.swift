// SPDX-License-Identifier: MIT

extension SVGWriter {
  /// Shapes of about the same weight, by the series' rank.
  mutating func draw(_ symbol: SymbolMark) {
    let (x, y, r) = (symbol.center.x, symbol.center.y, symbol.radius)
    switch symbol.shape {
    case .circle, .ring:
      raw("<circle class=\"")
      word(symbol.shape == .ring ? "v-ring " : "v-dot ")
      word(symbol.role.cssClass)
      raw("\"")
      attribute("cx", x)
      attribute("cy", y)
      attribute("r", r)
      raw("/>")
    case .square: polygon(symbol, [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)])
    case .diamond: polygon(symbol, [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)])
    case .triangle: polygon(symbol, [(0, -1.15), (1.1, 0.85), (-1.1, 0.85)])
    case .cross:
      raw("<path class=\"v-ring ")
      word(symbol.role.cssClass)
      raw("\" d=\"M")
      point(Point(x - r * 0.8, y - r * 0.8))
      raw("L")
      point(Point(x + r * 0.8, y + r * 0.8))
      raw("M")
      point(Point(x - r * 0.8, y + r * 0.8))
      raw("L")
      point(Point(x + r * 0.8, y - r * 0.8))
      raw("\"/>")
    }
  }

  private mutating func polygon(_ symbol: SymbolMark, _ corners: [(Double, Double)]) {
    raw("<path class=\"v-dot ")
    word(symbol.role.cssClass)
    raw("\" d=\"")
    for (index, corner) in corners.enumerated() {
      raw(index == 0 ? "M" : index == 1 ? "L" : " ")
      point(Point(symbol.center.x + corner.0 * symbol.radius, symbol.center.y + corner.1 * symbol.radius))
    }
    raw("Z\"/>")
  }
}

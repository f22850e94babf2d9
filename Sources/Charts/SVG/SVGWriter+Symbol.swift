// SPDX-License-Identifier: MIT

extension SVGWriter {
  /// Shapes of about the same weight, by the series' rank.
  mutating func draw(_ symbol: SymbolMark) {
    let (x, y, r) = (symbol.center.x, symbol.center.y, symbol.radius)
    switch symbol.shape {
    case .circle, .ring:
      raw("<circle class=\"")
      word(symbol.shape == .ring ? "v-ring " : symbol.fill.cssClass)
      word(symbol.role.cssClass)
      raw("\"")
      attribute("cx", x)
      attribute("cy", y)
      attribute("r", r)
      raw("/>")
    case .square: polygon(symbol, square)
    case .diamond: polygon(symbol, diamond)
    case .triangle: polygon(symbol, triangle)
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

  private mutating func polygon(_ symbol: SymbolMark, _ corners: [SIMD2<Double>]) {
    raw("<path class=\"")
    word(symbol.fill.cssClass)
    word(symbol.role.cssClass)
    raw("\" d=\"")
    for (index, corner) in corners.enumerated() {
      raw(index == 0 ? "M" : index == 1 ? "L" : " ")
      point(Point(symbol.center.x + corner.x * symbol.radius, symbol.center.y + corner.y * symbol.radius))
    }
    raw("Z\"/>")
  }

  /// Each point as a stroke without length, whose caps are the point, or as an outline.
  mutating func draw(_ mark: PointsMark) {
    let isCap = mark.shape == .circle || mark.shape == .square
    raw("<path class=\"")
    word(isCap ? mark.shape == .circle ? "v-points " : "v-points v-square " : "v-outlines ")
    word(mark.role.cssClass)
    raw("\"")
    if isCap { attribute("stroke-width", mark.radius * 2) }
    raw(" d=\"")
    let r = mark.radius
    for center in mark.centers {
      raw("M")
      switch mark.shape {
      case .circle, .square:
        point(center)
        raw("h0")
      case .diamond:
        point(Point(center.x, center.y - r))
        steps([(r, r), (-r, r), (-r, -r)])
      case .triangle:
        point(Point(center.x, center.y - r))
        steps([(r, 2 * r), (-2 * r, 0)])
      case .ring:
        point(Point(center.x - r, center.y))
        raw("a")
        steps(arc: r)
      case .cross:
        point(Point(center.x - r, center.y - r))
        raw("l")
        point(Point(2 * r, 2 * r))
        raw("m0")
        number(-2 * r)
        raw("l")
        point(Point(-2 * r, 2 * r))
      }
    }
    raw("\"/>")
  }

  private mutating func steps(_ steps: [(Double, Double)]) {
    for (index, step) in steps.enumerated() {
      raw(index == 0 ? "l" : " ")
      point(Point(step.0, step.1))
    }
    raw("Z")
  }

  /// Two half circles.
  private mutating func steps(arc r: Double) {
    for (index, width) in [2 * r, -2 * r].enumerated() {
      if index > 0 { raw("a") }
      number(r)
      raw(",")
      number(r)
      raw(" 0 1 1 ")
      number(width)
      raw(",0")
    }
  }
}

/// Corners around the centre, in radii.
private let square: [SIMD2<Double>] = [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]]
private let diamond: [SIMD2<Double>] = [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]]
private let triangle: [SIMD2<Double>] = [[0, -1.15], [1.1, 0.85], [-1.1, 0.85]]

extension SymbolMark.Fill {
  fileprivate var cssClass: String {
    switch self {
    case .solid: "v-dot "
    case .outline: "v-open "
    case .shade: "v-shade "
    case .tint: "v-bubble "
    }
  }
}

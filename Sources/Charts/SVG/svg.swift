// SPDX-License-Identifier: MIT
import Markup

/// The marks and texts of a layout as SVG elements, without the element around them.
func drawing(of layout: ChartLayout) -> [UInt8] {
  var writer = SVGWriter(capacity: 8192)
  writer.draw(layout)
  return writer.bytes
}

/// The picture as inline SVG: `role="img"`, named and described, everything within hidden from assistive technology.
func svg(_ layout: ChartLayout, drawing: [UInt8], _ identity: SVGIdentity) -> HTML {
  var writer = SVGWriter(capacity: drawing.count + identity.description.utf8.count + 1024)
  writer.raw("<svg class=\"chart-svg chart-")
  writer.word(layout.size.rawValue)
  writer.raw("\" viewBox=\"0 0 ")
  writer.number(layout.width)
  writer.raw(" ")
  writer.number(layout.height)
  writer.raw("\" role=\"img\"")
  writer.label(identity)
  writer.raw("<g aria-hidden=\"true\">")
  writer.written(drawing)
  writer.raw("</g></svg>")
  return HTML(trusted: writer.bytes)
}

extension SVGWriter {
  /// The rest of the opening tag, the title and the description.
  mutating func label(_ identity: SVGIdentity) {
    raw(" aria-labelledby=\"")
    text(identity.prefix)
    raw("-t ")
    text(identity.prefix)
    raw("-d\" lang=\"")
    text(identity.language)
    raw("\"><title id=\"")
    text(identity.prefix)
    raw("-t\">")
    text(identity.title)
    raw("</title><desc id=\"")
    text(identity.prefix)
    raw("-d\">")
    text(identity.description)
    raw("</desc>")
  }

  fileprivate mutating func draw(_ layout: ChartLayout) {
    draw(layout.marks)
    for text in layout.texts { draw(text) }
  }

  private mutating func draw(_ panel: PanelMark) {
    raw("<g transform=\"translate(")
    number(panel.origin.x)
    raw(" ")
    number(panel.origin.y)
    raw(")\">")
    draw(panel.marks)
    raw("</g>")
  }

  private mutating func draw(_ marks: [Mark]) {
    for mark in marks {
      switch mark {
      case .rule(let rule): draw(rule)
      case .line(let line): draw(line)
      case .area(let area): draw(area)
      case .bar(let bar): draw(bar)
      case .symbol(let symbol): draw(symbol)
      case .ribbon(let ribbon): draw(ribbon)
      case .shape(let shape): draw(shape)
      case .cells(let cells): draw(cells)
      case .points(let points): draw(points)
      case .panel(let panel): draw(panel)
      case .band(let box): rectangle("v-band", box)
      }
    }
  }

  private mutating func draw(_ rule: RuleMark) {
    raw("<path class=\"")
    switch rule.kind {
    case .grid: raw("v-grid")
    case .baseline: raw("v-base")
    case .tick: raw("v-notch")
    case .annotation: raw("v-pointer")
    case .connector: raw("v-tie")
    case .range: raw("v-range")
    case .stem: raw("v-stem")
    case .reference: raw("v-reference")
    }
    raw("\" d=\"M")
    point(rule.from)
    if rule.from.y == rule.to.y {
      raw("H")
      number(rule.to.x)
    } else if rule.from.x == rule.to.x {
      raw("V")
      number(rule.to.y)
    } else {
      raw("L")
      point(rule.to)
    }
    raw("\"/>")
  }

  private mutating func draw(_ line: LineMark) {
    raw("<path class=\"")
    switch line.kind {
    case .observed: raw("v-line ")
    case .projected: raw("v-line v-projected ")
    case .edge: raw("v-edge ")
    case .hatch: raw("v-hatch ")
    case .sign: raw("v-sign ")
    }
    word(line.role.cssClass)
    raw("\" d=\"")
    for run in line.runs { self.run(run) }
    raw("\"/>")
  }

  private mutating func draw(_ area: AreaMark) {
    raw("<path class=\"")
    switch area.fill {
    case .solid: raw("v-area ")
    case .tint: raw("v-tint ")
    case .projected: raw("v-area v-pale ")
    }
    word(area.role.cssClass)
    raw("\" d=\"")
    for outline in area.outlines {
      run(outline)
      raw("Z")
    }
    raw("\"/>")
  }

  private mutating func draw(_ bar: BarMark) {
    rectangle(bar.isProjected ? "v-open" : "v-bar", bar.box, bar.role)
  }

  /// All cells of one colour in one path.
  private mutating func draw(_ cells: CellMark) {
    raw("<path class=\"v-cell ")
    word(cells.role.cssClass)
    raw("\" d=\"")
    for box in cells.boxes {
      raw("M")
      point(Point(box.x, box.y))
      raw("h")
      number(box.width)
      raw("v")
      number(box.height)
      raw("h")
      number(-box.width)
      raw("z")
    }
    raw("\"/>")
  }

  private mutating func rectangle(_ cssClass: StaticString, _ box: Box, _ role: ColorRole? = nil) {
    raw("<rect class=\"")
    raw(cssClass)
    if let role {
      raw(" ")
      word(role.cssClass)
    }
    raw("\"")
    attribute("x", box.x)
    attribute("y", box.y)
    attribute("width", box.width)
    attribute("height", box.height)
    raw("/>")
  }

  private mutating func draw(_ text: TextBox) {
    raw("<text class=\"v-")
    word(text.kind.rawValue)
    if let role = text.role {
      raw(" ")
      word(role.cssClass)
    }
    switch text.anchor {
    case .start: break
    case .middle: raw(" v-mid")
    case .end: raw(" v-end")
    }
    raw("\"")
    attribute("x", text.x)
    attribute("y", text.y)
    raw(">")
    self.text(text.text)
    raw("</text>")
  }
}

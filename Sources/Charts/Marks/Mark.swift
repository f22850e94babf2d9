// SPDX-License-Identifier: MIT

/// A place in a picture, from its upper left corner.
public struct Point: Hashable, Sendable {
  public let x: Double
  public let y: Double

  init(_ x: Double, _ y: Double) { (self.x, self.y) = (tenth(x), tenth(y)) }
}

/// Something drawn that is no text.
public enum Mark: Hashable, Sendable {
  case rule(RuleMark)
  case line(LineMark)
  case area(AreaMark)
  case bar(BarMark)
  case symbol(SymbolMark)
  case ribbon(RibbonMark)
  case shape(ShapeMark)
  case cells(CellMark)
  case points(PointsMark)
  case panel(PanelMark)
  /// A stretch of the x axis, behind everything.
  case band(Box)
}

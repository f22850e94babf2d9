// SPDX-License-Identifier: MIT
import Diagnostics

/// A number of a block: typed, or the name of one of the page's values, so that it cannot drift from the data.
public enum Quantity: Hashable, Sendable {
  case number(Double)
  case named(PlacedText)

  /// nil while a name has no number put in.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// Reads `3.5`, `{{ threshold }}` or `threshold`.
  init?(_ written: PlacedText) {
    if let number = Double(written.text) {
      guard number.isFinite else { return nil }
      self = .number(number)
      return
    }
    var name = written.text[...]
    if name.hasPrefix("{{"), name.hasSuffix("}}") { name = name.dropFirst(2).dropLast(2) }
    let words = name.split(separator: " ")
    guard words.count == 1, words[0].first?.isLetter == true else { return nil }
    self = .named(PlacedText(String(words[0]), at: written.place))
  }

  /// With the number in the place of the name.
  func resolved(_ value: (PlacedText) throws(Diagnostic) -> Double) throws(Diagnostic) -> Quantity {
    if case .named(let name) = self { .number(try value(name)) } else { self }
  }
}

extension ChartSpec {
  /// The same chart with the page's values in the place of their names, where references and annotations hold them.
  public func replacingNames(
    _ value: (PlacedText) throws(Diagnostic) -> Double
  ) throws(Diagnostic) -> ChartSpec {
    var spec = self
    for index in annotations.indices {
      spec.annotations[index].y = try annotations[index].y?.resolved(value)
    }
    for (index, reference) in references.enumerated() {
      switch reference.extent {
      case .value(let y): spec.references[index].extent = .value(try y.resolved(value))
      case .point(let x, let y): spec.references[index].extent = .point(x: x, y: try y.resolved(value))
      case .span: break
      }
    }
    return spec
  }
}

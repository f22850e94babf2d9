// SPDX-License-Identifier: MIT
import Figures
import Indicators
import Markup

/// A chart with everything that its figure shows.
public struct DrawnChart: Hashable, Sendable {
  /// The picture for figures of 732 px and more; for a table, the table.
  public let wide: HTML
  /// The picture for narrower ones; empty for a table, which has one form.
  public let narrow: HTML
  /// The picture, or the table's text, as a file of its own, in SVG.
  public let standalone: [UInt8]
  /// What the chart shows, in words.
  public let description: String
  public let data: ChartData
  public let title: String
  public let subtitle: String
  /// The author's note; the variants stand beside it.
  public let note: String?
  /// The author's words for the source line, in the place of the data's; nil for those.
  public let source: String?
  /// The indicators that the chart's numbers are, each with the words that name its variant.
  public let variants: [Variant]
  /// The layouts that the pictures were written from; empty for a table.
  public let layouts: [ChartLayout]
  /// The chart's card as SVG; nil where none was wanted.
  public let card: [UInt8]?

  /// An indicator as a chart's note names it.
  public struct Variant: Hashable, Sendable {
    /// The indicator's name, which is its anchor in the glossary.
    public let name: String
    /// `Index number, 2015 = 100`
    public let title: String
    /// `100 · x_t / x_base`
    public let formula: String

    /// In one line: `Index number, 2015 = 100: 100 · x_t / x_base`.
    func text(in language: Language) -> String {
      language == .english || language == .korean ? "\(title): \(formula)" : "\(title)：\(formula)"
    }
  }
}

extension ChartSpec {
  /// The transform's variant, and those of the indicators that the rows were computed with.
  func variants(_ indicators: [Indicator], in language: Language) -> [DrawnChart.Variant] {
    func variant(_ indicator: Indicator, _ title: String) -> DrawnChart.Variant {
      DrawnChart.Variant(name: indicator.name, title: title, formula: indicator.formula)
    }
    let own = transform.map { variant($0.transform.indicator, $0.transform.title(in: language)) }
    return [own].compactMap(\.self) + indicators.map { variant($0, $0.title(in: language)) }
  }
}

// SPDX-License-Identifier: MIT
import Figures

/// The stylesheet of charts: part of the site's own. Pictures that stand alone have what it says written into their
/// elements.
///
/// A figure that holds both pictures of a chart has the class `chart`; its width decides which of them is shown.
public enum ChartStyle {
  /// Custom properties for light and dark themes (`prefers-color-scheme`, or `data-theme` on the root), the choice of
  /// the picture by the figure's width, print and forced colours.
  public static let css: String = """
    :root{\(ChartPalette.light.properties)}
    @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){\(ChartPalette.dark.properties)}}
    @media screen{:root[data-theme=dark]{\(ChartPalette.dark.properties)}}
    .chart{container-type:inline-size}
    .chart-svg{display:block;width:100%;height:auto;overflow:visible}
    .chart-wide{display:none}
    .chart-narrow{max-width:28rem}
    @container (min-width:788px){.chart-wide{display:block}.chart-narrow{display:none}}
    \(marks)
    \(table)
    .spark{width:5em;height:auto;overflow:visible}
    .spark path{fill:none;stroke:var(--chart-k1);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .spark circle{fill:var(--chart-k1)}
    @media print{.chart-wide{display:block}.chart-narrow{display:none}.chart-svg{break-inside:avoid}}
    @media (forced-colors:active){\(forcedCells).chart-svg text[class]{fill:CanvasText}.chart-svg .v-place,.chart-svg .v-date{stroke:Canvas}\
    .chart-svg .v-ground{stroke:Canvas;stroke-width:4px;paint-order:stroke}.chart-svg .v-land,.chart-svg .v-blank{fill:Canvas;stroke:GrayText}.chart-svg .v-margin{stroke:Canvas}\
    .chart-svg .v-region,.chart-svg .v-arrow{forced-color-adjust:none;fill:CanvasText;stroke:CanvasText}.chart-svg .v-ribbon{forced-color-adjust:none;fill:CanvasText;fill-opacity:.2;stroke:CanvasText}.chart-svg .v-line,.chart-svg .v-edge,.chart-svg .v-points,.chart-svg .v-outlines,.chart-svg .v-bubble,.chart-svg .v-hatch,.chart-svg .v-open,.chart-svg .v-ring,.chart-svg .v-range\
    {forced-color-adjust:none;stroke:CanvasText}.chart-svg .v-dot,.chart-bar rect{forced-color-adjust:none;\
    fill:CanvasText;stroke:Canvas}.chart-svg .v-bubble{fill:CanvasText}.chart-svg .v-shade{forced-color-adjust:none;fill:CanvasText;stroke:CanvasText}\(forcedPieces).chart-svg .v-grid{stroke:GrayText}.chart-svg .v-base{stroke:CanvasText}.spark.spark path{stroke:CanvasText}.spark.spark circle{fill:CanvasText}}

    """

  /// Bars and areas keep an outline; beside each other they are told by how much of it is filled.
  private static let forcedPieces: String =
    ".chart-svg .v-bar,.chart-svg .v-area,.chart-svg .v-tint{forced-color-adjust:none;fill:CanvasText;stroke:CanvasText}"
    + [("c-jpn", "k2", 40), ("c-kor", "k3", 70), ("c-usa", "k4", 15), ("k5", "g2", 55), ("k6", "g3", 25)].map {
      ".chart-svg :is(.v-bar,.v-area):is(.\($0.0),.\($0.1)){fill-opacity:.\($0.2)}"
    }.joined()

  /// Cells keep their order of darkness in one colour, and their texts a ground to be read on.
  private static let forcedCells: String =
    ".chart-svg path.v-cell{forced-color-adjust:none;fill:CanvasText;fill-opacity:.3;stroke:CanvasText}"
    + ".chart-svg text.v-cell,.chart-svg text.v-tile{stroke:Canvas;stroke-width:4px;paint-order:stroke}"
    + ".chart-svg .v-sign{stroke:Highlight}"
    + zip([5, 25, 45, 65, 85], 1...).map { ".chart-svg path.q\($1){fill-opacity:.\($0 < 10 ? "0" : "")\($0)}" }.joined()
    + zip([15, 45, 80], 1...).map { ".chart-svg :is(path.p\($1),path.n\($1)){fill-opacity:.\($0)}" }.joined()

  /// One set of widths on every machine: Arial's. Text is measured before a browser sees it.
  private static let fonts = "Helvetica Neue,Helvetica,Arial,Liberation Sans"

  /// The fonts of a language's texts: behind the Latin letters that widths are measured for, its Han, kana or Hangul.
  /// Names with a blank need quotation marks neither in a stylesheet nor in an attribute.
  static func fonts(of language: Language) -> String {
    switch language {
    case .english: "\(fonts),sans-serif"
    case .japanese: "\(fonts),Hiragino Sans,Yu Gothic UI,Noto Sans CJK JP,sans-serif"
    case .korean: "\(fonts),Apple SD Gothic Neo,Malgun Gothic,Noto Sans CJK KR,sans-serif"
    case .chinese: "\(fonts),PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif"
    }
  }

  private static let languageFonts: String = [Language.japanese, .korean, .chinese]
    .map { ".chart-svg:lang(\($0.rawValue)){font-family:\(fonts(of: $0))}" }.joined(separator: "\n")

  private static let marks: String = """
    .chart-svg{font:\(TextBox.size)px/1 \(fonts),sans-serif;font-variant-numeric:tabular-nums lining-nums}
    \(languageFonts)
    \(roles)
    \(steps)
    \(rules)
    """

  /// How each mark and text looks, by its class. What stands here has to be a presentation attribute of SVG too, and
  /// its selectors an element, a class or both: pictures that stand alone are written from it.
  static let rules: String = """
    .chart-svg text{fill:var(--chart-secondary)}
    .chart-svg .v-category,.chart-svg .v-value,.chart-svg .v-legend{fill:var(--chart-ink)}
    .chart-svg .v-category{stroke:var(--chart-page);stroke-width:3px;paint-order:stroke}
    .chart-svg .v-series{fill:var(--t);font-weight:600}
    .chart-svg .v-point{fill:var(--t,var(--chart-ink));stroke:var(--chart-page);stroke-width:3px;paint-order:stroke}
    .chart-svg .v-panel{fill:var(--chart-ink);font-weight:600}
    .chart-svg .v-annotation{fill:var(--chart-ink)}
    .chart-svg .v-head{fill:var(--chart-ink);font-size:17px;font-weight:700}
    .chart-svg .v-mid{text-anchor:middle}
    .chart-svg .v-end{text-anchor:end}
    .chart-svg path{fill:none}
    .chart-svg .v-grid{stroke:var(--chart-grid)}
    .chart-svg .v-base{stroke:var(--chart-base)}
    .chart-svg .v-notch{stroke:var(--chart-base)}
    .chart-svg .v-pointer{stroke:var(--chart-secondary);stroke-dasharray:2 2}
    .chart-svg .v-tie{stroke:var(--chart-secondary);stroke-width:.8}
    .chart-svg .v-range{stroke:var(--chart-base);stroke-width:2}
    .chart-svg .v-stem{stroke:var(--chart-secondary)}
    .chart-svg .v-line{stroke:var(--m);stroke-width:2.4;stroke-linejoin:round;stroke-linecap:round}
    .chart-svg .v-projected{stroke-dasharray:4 3;stroke-linecap:butt}
    .chart-svg .v-bar,.chart-svg .v-dot{fill:var(--m)}
    .chart-svg .v-area{fill:var(--m);stroke:var(--chart-page);stroke-width:1}
    .chart-svg .v-tint{fill:var(--m);fill-opacity:.22}
    .chart-svg .v-pale{fill-opacity:.5;stroke:var(--m)}
    .chart-svg .v-open{fill:var(--chart-page);stroke:var(--m);stroke-width:1.2}
    .chart-svg .v-hatch{stroke:var(--m);stroke-width:1.4}
    .chart-svg .v-band{fill:var(--chart-grid);fill-opacity:.5}
    .chart-svg path.v-reference{stroke:var(--chart-ink);stroke-dasharray:6 3}
    .chart-svg text.v-reference{fill:var(--chart-ink);stroke:var(--chart-page);stroke-width:4px;paint-order:stroke}
    .chart-svg .v-land{fill:var(--chart-grid);fill-opacity:.55;stroke:var(--chart-page);stroke-width:.8}
    .chart-svg .v-blank{fill:none;stroke:var(--chart-grid)}
    .chart-svg .v-region{fill:var(--m);stroke:var(--chart-base);stroke-width:.6;stroke-linejoin:round}
    .chart-svg .v-margin{stroke:var(--chart-page);stroke-width:3}
    .chart-svg .v-arrow{fill:var(--m);stroke:var(--chart-page);stroke-width:1.6;stroke-linejoin:round;paint-order:stroke}
    .chart-svg .v-ground{fill:var(--o)}
    .chart-svg .v-ribbon{fill:var(--m);fill-opacity:.4;stroke:var(--m);stroke-width:.8}
    .chart-svg .v-place{fill:var(--chart-ink)}
    .chart-svg .v-place,.chart-svg .v-date{stroke:var(--chart-page);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
    .chart-svg .v-dot{stroke:var(--chart-page);stroke-width:1}
    .chart-svg .v-shade{fill:var(--m);stroke:var(--chart-base);stroke-width:1}
    .chart-svg .v-ring{fill:none;stroke:var(--m);stroke-width:2.2}
    .chart-svg path.v-cell{fill:var(--m)}
    .chart-svg text.v-cell,.chart-svg text.v-tile{fill:var(--o)}
    .chart-svg text.v-tile,.chart-svg .v-block{font-weight:600}
    .chart-svg .v-block{fill:var(--chart-ink)}
    .chart-svg .v-sign{stroke:var(--o);stroke-width:1.4}
    .chart-svg .v-bubble{fill:var(--m);fill-opacity:.3;stroke:var(--m);stroke-width:1.4}
    .chart-svg .v-edge{stroke:var(--m);stroke-width:.8}
    .chart-svg .v-points{stroke:var(--m);stroke-linecap:round}
    .chart-svg .v-square{stroke-linecap:square}
    .chart-svg .v-outlines{stroke:var(--m);stroke-width:1.3}
    """

  private static let table: String = """
    .chart-table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums lining-nums}
    .chart-table th,.chart-table td{padding:.4em .75em .4em 0;border-bottom:1px solid var(--chart-grid);text-align:start;\
    vertical-align:middle}
    .chart-table thead th,.chart-table thead td{border-bottom-color:var(--chart-base);font-weight:600}
    .chart-table .chart-group th{padding-top:1.2em;border-bottom-color:var(--chart-base);font-weight:600}
    .chart-table .number{text-align:end;white-space:nowrap}
    .chart-table .whole{white-space:nowrap}
    .chart-table .chart-bar{vertical-align:middle;width:22%;min-width:2.5rem;padding-inline-end:0}
    .chart-bar svg{display:block;width:100%;height:.7em}
    .chart-bar rect{fill:var(--m)}
    .chart-table .chart-spark{width:9.5em;padding-inline:1.5em .2em;white-space:nowrap}
    .chart-spark .spark{display:block;width:100%}
    .chart-spark .spark path{stroke:var(--m);stroke-width:1.7px;vector-effect:non-scaling-stroke}
    .chart-spark .spark circle{fill:var(--m);r:6px}
    @media (max-width:480px){.chart-table{font-size:.8125rem}.chart-table th.number{white-space:normal}.chart-table .chart-bar{min-width:1.5rem;width:12%}.chart-table :is(th,td){padding-inline-end:.5em}\
    .chart-table:has(.chart-spark) .chart-bar{display:none}.chart-table .chart-spark{width:7em;padding-inline:.3em .2em;white-space:normal}.chart-table:has(.chart-spark) th.number{white-space:normal}}
    """

  private static let roles: String = ChartPalette.light.roles
    .map { role in
      let name = "var(--chart-\(role.cssClass)"
      return ".\(role.cssClass){--m:\(name));--t:\(name)-text);--o:\(name)-on)}"
    }
    .joined(separator: "\n")

  private static let steps: String = ChartPalette.light.steps
    .map { ".\($0.cssClass){--m:var(--chart-\($0.cssClass));--o:var(--chart-\($0.cssClass)-on)}" }
    .joined(separator: "\n")
}

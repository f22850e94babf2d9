// SPDX-License-Identifier: MIT

/// Balassa's revealed comparative advantage: (x_ik / x_i) / (x_wk / x_w). (World Bank, WITS)
func rca(_ xIk: Double, _ xI: Double, _ xWk: Double, _ xW: Double) -> Double? {
  guard [xIk, xWk].areAmounts, let own = ratio(xIk, over: xI), let world = ratio(xWk, over: xW) else {
    return nil
  }
  return ratio(own, over: world)
}

/// Symmetric revealed comparative advantage: (RCA − 1) / (RCA + 1). (Laursen, DRUID WP 98-30)
func rsca(_ rca: Double) -> Double? { rca >= 0 ? (rca - 1) / (rca + 1) : nil }

/// Trade intensity: (x_ij / x_i) / (x_wj / x_w). (ADB, ARIC)
func tradeIntensity(_ xIj: Double, _ xI: Double, _ xWj: Double, _ xW: Double) -> Double? {
  rca(xIj, xI, xWj, xW)
}

/// Trade intensity against the imports of the world without the reporter: (x_ij / x_i) / (m_j / (m_w − m_i)).
func tradeIntensityExcludingReporter(
  _ xIj: Double, _ xI: Double, _ mJ: Double, _ mW: Double, _ mI: Double
) -> Double? {
  mI >= 0 ? rca(xIj, xI, mJ, mW - mI) : nil
}

extension Indicator {
  /// What `rca` is.
  static let rca = Indicator(
    "rca", [.scalar(["x_ik", "x_i", "x_wk", "x_w"]) { Indicators.rca($0[0], $0[1], $0[2], $0[3]) }],
    titles: Titles(
      "Revealed comparative advantage (Balassa)", ja: "顕示比較優位指数（バラッサ）", ko: "현시비교우위 지수(발라사)",
      zh: "显性比较优势指数（巴拉萨）"),
    formula: "(x_ik / x_i) / (x_wk / x_w)",
    range: "0 upwards; 1 is neutral, above 1 the product weighs more in the country’s exports than in the world’s.",
    limits: "Why: subsidies and tariffs reveal themselves too. 2 and ½ are not equally far from 1. State whether the "
      + "world includes the country.",
    undefined: "An argument is missing or negative, or the country, the world, or the world in this product exports "
      + "nothing.",
    source: "Balassa 1965; World Bank, WITS, Trade indicators")

  /// What `rsca` is.
  static let rsca = Indicator(
    "rsca", [.scalar(["rca"]) { Indicators.rsca($0[0]) }],
    titles: Titles(
      "Symmetric revealed comparative advantage", ja: "対称型顕示比較優位指数", ko: "대칭 현시비교우위 지수", zh: "对称性显性比较优势指数"),
    formula: "(RCA − 1) / (RCA + 1)",
    range: "−1 to 1; 0 is neutral. RCA of r and of 1/r are equally far from 0.",
    limits: "More than RCA does: it is the same on a symmetric scale. The additive form, a difference of shares, is "
      + "another index.",
    undefined: "RCA is missing or negative.", source: "Laursen, DRUID Working Paper 98-30")

  /// What `trade_intensity` is.
  static let tradeIntensity = Indicator(
    "trade_intensity",
    [.scalar(["x_ij", "x_i", "x_wj", "x_w"]) { Indicators.tradeIntensity($0[0], $0[1], $0[2], $0[3]) }],
    titles: Titles("Trade intensity index", ja: "貿易結合度指数", ko: "무역결합도 지수", zh: "贸易结合度指数"),
    formula: "(x_ij / x_i) / (x_wj / x_w)",
    range: "0 upwards; above 1 the two trade more than the partner’s weight in world trade explains.",
    limits:
      "Whether policy or distance makes it so. The world here includes the reporter: for large ones the variant that "
      + "excludes it is higher or lower by several per cent.",
    undefined: "An argument is missing or negative, or a total is zero.",
    source: "Asian Development Bank, Asia Regional Integration Center, technical notes; ESCAP")

  /// What `trade_intensity_excluding_reporter` is.
  static let tradeIntensityExcludingReporter = Indicator(
    "trade_intensity_excluding_reporter",
    [
      .scalar(["x_ij", "x_i", "m_j", "m_w", "m_i"]) {
        Indicators.tradeIntensityExcludingReporter($0[0], $0[1], $0[2], $0[3], $0[4])
      }
    ],
    titles: Titles(
      "Trade intensity index, world without the reporter", ja: "貿易結合度指数（世界から報告国を除く）",
      ko: "무역결합도 지수(세계에서 보고국 제외)", zh: "贸易结合度指数（世界不含报告方）"),
    formula: "(x_ij / x_i) / (m_j / (m_w − m_i))",
    range:
      "0 upwards; above 1 the two trade more than the partner’s weight in the imports open to the reporter explains.",
    limits: "Exports are FOB and imports CIF, so it is some per cent lower than a ratio of exports alone. Take the "
      + "reporter’s own flow out of m_j too for the strictest variant.",
    undefined: "An argument is missing or negative, or a total is zero.",
    source: "Asian Development Bank, Asia Regional Integration Center, technical notes (variant)")
}

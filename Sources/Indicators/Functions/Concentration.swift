// SPDX-License-Identifier: MIT

/// Herfindahl–Hirschman index: H = Σ s², the sum of squared shares. (World Bank, WITS)
func hhi(_ values: [Double]) -> Double? { shares(values)?.reduce(0) { $0 + $1 * $1 } }

/// Normalised Herfindahl–Hirschman index: (H − 1/n) / (1 − 1/n). (World Bank)
func hhiNormalised(_ values: [Double]) -> Double? {
  guard values.count > 1, let index = hhi(values) else { return nil }
  let least = 1 / Double(values.count)
  return max(0, (index - least) / (1 - least))
}

/// UNCTAD's concentration index: (√H − √(1/n)) / (1 − √(1/n)). (UNCTAD)
func concentrationUNCTAD(_ values: [Double]) -> Double? {
  guard values.count > 1, let index = hhi(values) else { return nil }
  let least = (1 / Double(values.count)).squareRoot()
  return max(0, (index.squareRoot() - least) / (1 - least))
}

/// Effective number: 1 / H. (the inverse of the index above)
func effectiveNumber(_ values: [Double]) -> Double? { hhi(values).map { 1 / $0 } }

extension Indicator {
  private static let undefinedShares =
    "No value, a negative value, or a total of zero. Rows without a value are left out."
  private static let undefinedForms =
    "One value only, a negative value, or a total of zero. Rows without a value are left out."

  /// What `hhi` is.
  static let hhi = Indicator(
    "hhi", [.aggregate(["value"]) { Indicators.hhi($0[0]) }],
    titles: Titles(
      "Herfindahl–Hirschman index", ja: "ハーフィンダール・ハーシュマン指数", ko: "허핀달–허시먼 지수", zh: "赫芬达尔—赫希曼指数"),
    formula: "H = Σ s²",
    range:
      "1/n to 1; 1 where all trade is in one product or partner. Multiply by 10,000 for the scale of competition law.",
    limits: "Whether a value is high: the thresholds in use disagree (1,500 and 2,500, or 1,000 and 1,800, of 10,000). "
      + "It rises with coarser products, so two values compare only at one classification and digit level.",
    undefined: undefinedShares, source: "World Bank, WITS, Trade indicators")

  /// What `hhi_normalised` is.
  static let hhiNormalised = Indicator(
    "hhi_normalised", [.aggregate(["value"]) { Indicators.hhiNormalised($0[0]) }],
    titles: Titles(
      "Normalised Herfindahl–Hirschman index", ja: "正規化ハーフィンダール・ハーシュマン指数", ko: "정규화 허핀달–허시먼 지수",
      zh: "标准化赫芬达尔—赫希曼指数"),
    formula: "(H − 1/n) / (1 − 1/n), H = Σ s²",
    range: "0 (equal shares) to 1 (one product or partner).",
    limits: "The number n is that of the rows, zeros among them, so a list of all products gives another value than a "
      + "list of those traded. It is not UNCTAD’s index, which takes the root of H.",
    undefined: undefinedForms, source: "World Bank, World Integrated Trade Solution")

  /// What `concentration_unctad` is.
  static let concentrationUNCTAD = Indicator(
    "concentration_unctad", [.aggregate(["value"]) { Indicators.concentrationUNCTAD($0[0]) }],
    titles: Titles("UNCTAD concentration index", ja: "UNCTAD集中度指数", ko: "UNCTAD 집중도 지수", zh: "UNCTAD集中度指数"),
    formula: "(√H − √(1/n)) / (1 − √(1/n)), H = Σ s²",
    range: "0 (equal shares) to 1 (one product or partner).",
    limits: "UNCTAD publishes it for SITC products at three digits; on another list of n rows the value differs. It is "
      + "larger than the normalised Herfindahl–Hirschman index of the same data.",
    undefined: undefinedForms, source: "UNCTAD, Handbook of Statistics")

  /// What `effective_number` is.
  static let effectiveNumber = Indicator(
    "effective_number", [.aggregate(["value"]) { Indicators.effectiveNumber($0[0]) }],
    titles: Titles("Effective number", ja: "有効数", ko: "유효 수", zh: "有效数目"),
    formula: "1 / H, H = Σ s²",
    range: "1 to n: how many equal partners or products would be as concentrated.",
    limits: "Which ones they are. It is no count: it changes when shares move among the same partners.",
    undefined: undefinedShares, source: "Inverse of the Herfindahl–Hirschman index")
}

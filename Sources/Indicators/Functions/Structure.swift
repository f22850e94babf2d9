// SPDX-License-Identifier: MIT

/// Grubel–Lloyd index over products: 1 − Σ|X_k − M_k| / Σ(X_k + M_k). (WTO and UNCTAD, Practical Guide, ch. 1)
///
/// It is not the mean of the products' own indexes.
func grubelLloyd(exports: [Double], imports: [Double]) -> Double? {
  let total = exports.reduce(0, +) + imports.reduce(0, +)
  guard total > 0, exports.areAmounts, imports.areAmounts else { return nil }
  return 1 - zip(exports, imports).reduce(0) { $0 + abs($1.0 - $1.1) } / total
}

/// Finger–Kreinin export similarity: 100 · Σ_k min(s_ik, s_jk). (Finger and Kreinin 1979)
func exportSimilarity(_ a: [Double], _ b: [Double]) -> Double? {
  guard let a = shares(a), let b = shares(b) else { return nil }
  return 100 * zip(a, b).reduce(0) { $0 + min($1.0, $1.1) }
}

/// Michaely's trade complementarity: 100 · (1 − ½ Σ_k |m_jk − x_ik|). (World Bank, WITS)
func complementarity(exports: [Double], imports: [Double]) -> Double? {
  guard let exports = shares(exports), let imports = shares(imports) else { return nil }
  return 100 * (1 - zip(exports, imports).reduce(0) { $0 + abs($1.1 - $1.0) } / 2)
}

extension Indicator {
  /// What `grubel_lloyd` is.
  static let grubelLloyd = Indicator(
    "grubel_lloyd",
    [.aggregate(["exports", "imports"]) { Indicators.grubelLloyd(exports: $0[0], imports: $0[1]) }],
    titles: Titles(
      "Grubel–Lloyd index", ja: "グルーベル・ロイド指数", ko: "그루벨–로이드 지수", zh: "格鲁贝尔—劳埃德指数"),
    formula: "1 − Σ|X_k − M_k| / Σ(X_k + M_k)",
    range: "0 (trade in one direction) to 1 (exports and imports of each product are equal).",
    limits:
      "Whether the two flows are variants of one good or stages of one chain. It falls as products are split more "
      + "finely, and with an overall surplus or deficit. Over several products it is not the mean of their indexes.",
    undefined: "No trade in either direction, or a negative value. Rows that lack one of the flows are left out.",
    source: "WTO and UNCTAD, A Practical Guide to Trade Policy Analysis, chapter 1")

  /// What `export_similarity` is.
  static let exportSimilarity = Indicator(
    "export_similarity",
    [.aggregate(["value_a", "value_b"]) { Indicators.exportSimilarity($0[0], $0[1]) }],
    titles: Titles(
      "Finger–Kreinin export similarity", ja: "フィンガー・クライニン輸出類似度指数", ko: "핑거–크레이닌 수출유사도 지수",
      zh: "芬格—克雷宁出口相似度指数"),
    formula: "100 · Σ_k min(s_ik, s_jk)",
    range: "0 (no product in common) to 100 (the same shares).",
    limits:
      "Whether the two compete: goods of one code can differ in quality, price and market. Levels of trade do not "
      + "matter, only shares.",
    undefined:
      "One of the two exports nothing, or a negative value. Products that lack one of the values are left out: "
      + "write 0 where there is no trade.",
    source: "Finger and Kreinin, Economic Journal, 1979")

  /// What `complementarity` is.
  static let complementarity = Indicator(
    "complementarity",
    [.aggregate(["exports", "imports"]) { Indicators.complementarity(exports: $0[0], imports: $0[1]) }],
    titles: Titles(
      "Michaely trade complementarity", ja: "マイケリー貿易補完性指数", ko: "마이클리 무역보완도 지수", zh: "迈克利贸易互补性指数"),
    formula: "100 · (1 − ½ Σ_k |m_jk − x_ik|)",
    range: "0 (nothing of what one exports is imported by the other) to 100 (the same shares).",
    limits:
      "Whether the two trade with each other, or would: distance and barriers are not in it. It is not symmetric, "
      + "and Drysdale’s index of the same name is a sum of products.",
    undefined:
      "No exports or no imports, or a negative value. Products that lack one of the values are left out: write 0 "
      + "where there is no trade.",
    source: "Michaely; World Bank, WITS, Trade indicators")
}

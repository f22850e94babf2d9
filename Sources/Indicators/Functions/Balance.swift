// SPDX-License-Identifier: MIT

/// Normalised trade balance: (X − M) / (X + M). (ITC, Trade Performance Index, G5)
func normalisedBalance(_ x: Double, _ m: Double) -> Double? { [x, m].areAmounts ? ratio(x - m, over: x + m) : nil }

/// Trade openness as the World Bank has it: (X + M) / GDP. (World Bank, WITS)
func openness(_ x: Double, _ m: Double, gdp: Double) -> Double? { [x, m].areAmounts ? ratio(x + m, over: gdp) : nil }

/// Trade openness as UNCTAD has it: ½ (X + M) / GDP, half of the World Bank's. (UNCTAD)
func opennessUNCTAD(_ x: Double, _ m: Double, gdp: Double) -> Double? { openness(x, m, gdp: gdp).map { $0 / 2 } }

/// Net barter terms of trade: 100 · P_x / P_m. (UNCTAD)
func termsOfTrade(_ px: Double, _ pm: Double) -> Double? { px >= 0 ? ratio(100 * px, over: pm) : nil }

/// Mirror ratio: the partner's imports over the reporter's exports, M_ji / X_ij. (World Bank, WITS)
func mirrorRatio(_ x: Double, _ m: Double) -> Double? { m >= 0 ? ratio(m, over: x) : nil }

/// Mirror gap against the mean of both reports: (M − X) / ((M + X) / 2). (World Bank, WITS)
func mirrorGap(_ x: Double, _ m: Double) -> Double? { [x, m].areAmounts ? ratio(m - x, over: (m + x) / 2) : nil }

extension Indicator {
  private static let ratioUndefined = "An argument is missing or negative, or the divisor is zero."

  /// What `normalised_balance` is.
  static let normalisedBalance = Indicator(
    "normalised_balance", [.scalar(["x", "m"]) { Indicators.normalisedBalance($0[0], $0[1]) }],
    titles: Titles("Normalised trade balance", ja: "正規化貿易収支", ko: "정규화 무역수지", zh: "标准化贸易差额"),
    formula: "(X − M) / (X + M)",
    range: "−1 (imports only) to 1 (exports only).",
    limits: "How large trade is. Exports are usually FOB and imports CIF, so balanced trade lies somewhat below 0.",
    undefined: ratioUndefined, source: "International Trade Centre, Trade Performance Index, technical notes, G5")

  /// What `openness` is.
  static let openness = Indicator(
    "openness", [.scalar(["x", "m", "gdp"]) { Indicators.openness($0[0], $0[1], gdp: $0[2]) }],
    titles: Titles(
      "Trade openness (World Bank)", ja: "貿易開放度（世界銀行方式）", ko: "무역개방도(세계은행 방식)", zh: "贸易开放度（世界银行口径）"),
    formula: "(X + M) / GDP",
    range: "0 upwards; it can exceed 1, since trade is turnover and GDP value added.",
    limits:
      "How free trade is. Small economies trade more of their GDP than large ones at the same barriers. It is twice "
      + "UNCTAD’s figure of the same name.",
    undefined: ratioUndefined, source: "World Bank, WITS, help")

  /// What `openness_unctad` is.
  static let opennessUNCTAD = Indicator(
    "openness_unctad", [.scalar(["x", "m", "gdp"]) { Indicators.opennessUNCTAD($0[0], $0[1], gdp: $0[2]) }],
    titles: Titles("Trade openness (UNCTAD)", ja: "貿易開放度（UNCTAD方式）", ko: "무역개방도(UNCTAD 방식)", zh: "贸易开放度（UNCTAD口径）"),
    formula: "½ (X + M) / GDP",
    range: "0 upwards.",
    limits: "How free trade is. It is half of the World Bank’s figure of the same name.",
    undefined: ratioUndefined, source: "UNCTAD, Handbook of Statistics, Calculation methods")

  /// What `terms_of_trade` is.
  static let termsOfTrade = Indicator(
    "terms_of_trade", [.scalar(["px", "pm"]) { Indicators.termsOfTrade($0[0], $0[1]) }],
    titles: Titles("Net barter terms of trade", ja: "純商品交易条件指数", ko: "순상품교역조건지수", zh: "净易货贸易条件指数"),
    formula: "100 · P_x / P_m",
    range: "0 upwards; 100 in the year that both price indexes are based on.",
    limits:
      "Gains from trade: volumes are not in it. Unit values move with quality and product mix, not with prices alone.",
    undefined: ratioUndefined, source: "UNCTAD, Handbook of Statistics, Calculation methods")

  /// What `mirror_ratio` is.
  static let mirrorRatio = Indicator(
    "mirror_ratio", [.scalar(["x", "m"]) { Indicators.mirrorRatio($0[0], $0[1]) }],
    titles: Titles("Mirror ratio", ja: "ミラー比率", ko: "거울통계 비율", zh: "镜像统计比率"),
    formula: "M_ji / X_ij",
    range: "0 upwards; 1.1 to 1.2 is what freight and insurance alone explain.",
    limits: "Who is right, or that anything was misreported: valuation, transit through third ports and timing differ.",
    undefined: ratioUndefined, source: "World Bank, WITS, mirror statistics")

  /// What `mirror_gap` is.
  static let mirrorGap = Indicator(
    "mirror_gap", [.scalar(["x", "m"]) { Indicators.mirrorGap($0[0], $0[1]) }],
    titles: Titles("Symmetric mirror gap", ja: "ミラー統計の対称乖離率", ko: "거울통계 대칭 격차", zh: "镜像统计对称差距"),
    formula: "(M_ji − X_ij) / ((M_ji + X_ij) / 2)",
    range: "−2 (no imports reported) to 2 (no exports reported); 0 where the two reports agree.",
    limits: "Who is right. It is measured against the mean of both reports, so it is smaller than M/X − 1.",
    undefined: "An argument is missing or negative, or both are zero.", source: "World Bank, WITS, mirror statistics")
}

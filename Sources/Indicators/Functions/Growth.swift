// SPDX-License-Identifier: MIT
import Foundation

/// Compound annual growth between the first and the last year that have a value: (x_n / x_0)^(1/n) − 1. (UNCTAD)
func cagr(_ values: [Double], years: [Double]) -> Double? {
  guard let first = years.min(), let last = years.max(), last > first,
    let start = onlyValue(values, years, at: first), let end = onlyValue(values, years, at: last), start > 0, end > 0
  else { return nil }
  return pow(end / start, 1 / (last - first)) - 1
}

/// Growth of the line through all years: ln y = a + b·t by least squares, then exp(b) − 1. (UNCTAD)
func growthLeastSquares(_ values: [Double], years: [Double]) -> Double? {
  guard values.count > 1, values.allSatisfy({ $0 > 0 }) else { return nil }
  let count = Double(values.count)
  let logarithms = values.map { log($0) }
  let (middle, mean) = (years.reduce(0, +) / count, logarithms.reduce(0, +) / count)
  let spread = years.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
  guard spread > 0 else { return nil }
  let slope = zip(years, logarithms).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - mean) } / spread
  return exp(slope) - 1
}

/// Contribution of a part to the growth of the whole: (x_(k,t) − x_(k,t−1)) / x_(t−1). (INSEE, definition c1207)
func contribution(now: Double, before: Double, totalBefore: Double) -> Double? {
  ratio(now - before, over: totalBefore)
}

/// Mean with weights: Σ w·v / Σ w. (WTO glossary, "Average (tariff)")
func weightedAverage(_ values: [Double], weights: [Double]) -> Double? {
  guard weights.areAmounts else { return nil }
  return ratio(zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }, over: weights.reduce(0, +))
}

/// The value of a year; nil where the year has several.
private func onlyValue(_ values: [Double], _ years: [Double], at year: Double) -> Double? {
  let found = values.indices.filter { years[$0] == year }
  return found.count == 1 ? values[found[0]] : nil
}

extension Indicator {
  /// What `cagr` is.
  static let cagr = Indicator(
    "cagr", [.aggregate(["value", "year"]) { Indicators.cagr($0[0], years: $0[1]) }],
    titles: Titles("Compound annual growth rate", ja: "年平均成長率", ko: "연평균 성장률", zh: "年均复合增长率"),
    formula: "(x_n / x_0)^(1/n) − 1",
    range: "Above −1. A fraction: 0.08 is 8% a year.",
    limits:
      "Anything between the two ends: two other years can give another rate. Rows without a value are left out, so "
      + "the ends are the first and last year that have one.",
    undefined: "Fewer than two years, two values for a year at an end, or an end that is not positive.",
    source: "UNCTAD, Handbook of Statistics, Calculation methods (“exponential growth rate”)")

  /// What `growth_least_squares` is.
  static let growthLeastSquares = Indicator(
    "growth_least_squares", [.aggregate(["value", "year"]) { Indicators.growthLeastSquares($0[0], years: $0[1]) }],
    titles: Titles("Least-squares growth rate", ja: "最小二乗法による成長率", ko: "최소제곱 성장률", zh: "最小二乘增长率"),
    formula: "exp(b) − 1, ln x_t = a + b·t",
    range: "Above −1. A fraction: 0.08 is 8% a year.",
    limits: "Whether growth was steady. Older editions of UNCTAD’s handbook print b itself, which is smaller.",
    undefined: "Fewer than two years, or a value that is not positive. Rows without a value are left out.",
    source: "UNCTAD, Handbook of Statistics, Calculation methods")

  /// What `contribution` is.
  static let contribution = Indicator(
    "contribution",
    [
      .scalar(["now", "before", "total_before"]) {
        Indicators.contribution(now: $0[0], before: $0[1], totalBefore: $0[2])
      }, .transform(parameter: nil),
    ],
    titles: Titles("Contribution to growth", ja: "寄与度", ko: "성장 기여도", zh: "对增长的贡献"),
    formula: "(x_(k,t) − x_(k,t−1)) / Σ x_(t−1)",
    range: "A fraction: 0.007 is 0.7 percentage points. The parts sum to the growth of the whole at current prices.",
    limits: "Causes: it is arithmetic. It is not additive for chain-linked volumes, except in the year after the "
      + "reference year.",
    undefined:
      "The whole was zero or negative. As a transform, which compares with the period a year before: also where "
      + "a part is missing then, since the whole is unknown.",
    source: "INSEE, definition c1207; Australian Bureau of Statistics",
    query: "(x - lag(x) OVER w) / lag(total) OVER w … WINDOW w AS (PARTITION BY partner ORDER BY year)")

  /// What `weighted_average` is.
  static let weightedAverage = Indicator(
    "weighted_average", [.aggregate(["value", "weight"]) { Indicators.weightedAverage($0[0], weights: $0[1]) }],
    titles: Titles("Weighted average", ja: "加重平均", ko: "가중평균", zh: "加权平均"),
    formula: "Σ w·v / Σ w",
    range: "Between the least and the largest value.",
    limits: "Of tariffs weighted by imports: how high barriers are, since a high duty chokes the imports that are its "
      + "weight. It is no effective rate, which is duties collected over imports.",
    undefined: "No weight, or a negative one. Rows that lack the value or the weight are left out.",
    source: "WTO glossary, “Average (tariff)”")
}

// SPDX-License-Identifier: MIT

extension Indicator {
  /// What `yoy` is.
  static let yearOnYear = Indicator(
    "yoy", [.transform(parameter: nil)],
    titles: Titles("Change on the year before", ja: "前年比", ko: "전년 대비 증감률", zh: "同比变化"),
    formula: "x_t / x_(t−1y) − 1",
    range: "−1 upwards. A fraction: 0.05 is 5%.",
    limits: "Momentum within the year. A low base makes it high. At current prices it mixes prices with volumes.",
    undefined:
      "The value, or that of the same period a year before, is missing or negative, or the earlier one is zero.",
    source: "UNCTAD, Handbook of Statistics, Calculation methods",
    query: "x / lag(x) OVER (PARTITION BY partner ORDER BY year) - 1; lag(x, 12) for months, without gaps")

  /// What `index` is.
  static let index = Indicator(
    "index", [.transform(parameter: "base")],
    titles: Titles("Index number", ja: "指数", ko: "지수", zh: "指数"),
    formula: "100 · x_t / x_base",
    range: "100 in the base period.",
    limits:
      "Levels: two series that meet at 100 may be far apart. Another base gives another picture. A year as the base "
      + "of months or quarters is their mean.",
    undefined: "The value is missing. A series without a positive value in the whole base period is an error.",
    source: "UNCTAD, Handbook of Statistics, Calculation methods",
    query: "100 * x / max(CASE WHEN year = 2015 THEN x END) OVER (PARTITION BY partner)")

  /// What `share` is.
  static let share = Indicator(
    "share", [.transform(parameter: nil)],
    titles: Titles("Share of the total shown", ja: "構成比", ko: "구성비", zh: "占比"),
    formula: "x_k / Σ x",
    range: "0 to 1. A fraction: 0.2 is 20%. The parts sum to 1.",
    limits:
      "Growth: a share falls when others grow faster. The total is that of the series, or of the bars, in the chart; "
      + "for a share of all trade put all of it in.",
    undefined: "A part is missing, so that the total is unknown; a part is negative; or the total is zero.",
    source: "ESCAP; Asian Development Bank, Asia Regional Integration Center",
    query: "x / sum(x) OVER (PARTITION BY year)")

  /// What `difference` is.
  static let difference = Indicator(
    "difference", [.transform(parameter: nil)],
    titles: Titles("Change on the period before", ja: "前期差", ko: "전기 대비 증감", zh: "较上期变化"),
    formula: "x_t − x_(t−1)",
    range: "Any, in the unit of the data.",
    limits: "The rate of change. Of months and quarters it holds the season too.",
    undefined: "The value or that of the period before is missing.",
    source: "By definition", query: "x - lag(x) OVER (PARTITION BY partner ORDER BY year)")

  /// What `moving-average` is.
  static let movingAverage = Indicator(
    "moving-average", [.transform(parameter: "n")],
    titles: Titles("Moving average", ja: "移動平均", ko: "이동평균", zh: "移动平均"),
    formula: "(x_t + … + x_(t−n+1)) / n",
    range: "That of the data, and smoother.",
    limits: "Turning points in time: it looks back, so it turns later than the data. It is no seasonal adjustment.",
    undefined: "One of the n values is missing, as at the beginning.",
    source: "By definition",
    query: "avg(x) OVER (PARTITION BY partner ORDER BY month ROWS 2 PRECEDING) for n = 3")

  /// What `cumulative` is.
  static let cumulative = Indicator(
    "cumulative", [.transform(parameter: nil)],
    titles: Titles("Cumulative total", ja: "累計", ko: "누계", zh: "累计"),
    formula: "x_1 + … + x_t",
    range: "Any, in the unit of the data.",
    limits:
      "Whether it slows: read the slope, not the height. It begins with the first value shown, not with the year.",
    undefined: "From the first gap on, since the sum is unknown.",
    source: "By definition", query: "sum(x) OVER (PARTITION BY partner ORDER BY month)")

  /// What `rank` is.
  static let rank = Indicator(
    "rank", [.transform(parameter: nil)],
    titles: Titles("Rank, 1 = largest", ja: "順位（1位＝最大）", ko: "순위(1위=최대)", zh: "排名（1＝最大）"),
    formula: "1 + #{j : x_j > x_k}",
    range: "1 to the number of series, or of bars, in the chart. Equal values have one rank.",
    limits: "Distances: first and second may be far apart, or equal within the error of the data.",
    undefined: "The value is missing; it has no rank then and takes none from others.",
    source: "By definition", query: "rank() OVER (PARTITION BY year ORDER BY x DESC)")
}

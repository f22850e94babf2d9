// SPDX-License-Identifier: MIT

extension Indicator {
  /// Every indicator, in the order of the glossary: advantage, intensity, balance, concentration, structure, growth,
  /// averages, mirror statistics, series.
  public static let all: [Indicator] = [
    rca, rsca,
    tradeIntensity, tradeIntensityExcludingReporter,
    normalisedBalance, openness, opennessUNCTAD, termsOfTrade,
    hhi, hhiNormalised, concentrationUNCTAD, effectiveNumber,
    grubelLloyd, exportSimilarity, complementarity,
    cagr, growthLeastSquares, contribution, weightedAverage,
    mirrorRatio, mirrorGap,
    yearOnYear, index, share, difference, movingAverage, cumulative, rank,
  ]

  /// The indicator of a name; case does not matter, as in SQL.
  public static func named(_ name: String) -> Indicator? { byName[name.lowercased()] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

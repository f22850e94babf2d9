// SPDX-License-Identifier: MIT
import Testing

@testable import Indicators

/// Whether a result is the expected one, to a relative part in a million unless said otherwise.
func isNear(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-6) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * max(1, abs(expected))
}

@Suite("Published worked results")
struct VectorTests {
  @Test("WTO glossary: tariffs of 50, 10, 0 and 20% on imports of 10, 100, 1000 and 100 average 20% and 2.9%")
  func tariffs() {
    let rates = [0.5, 0.1, 0, 0.2]
    #expect(isNear(weightedAverage(rates, weights: [1, 1, 1, 1]), 0.2))
    #expect(isNear(weightedAverage(rates, weights: [10, 100, 1000, 100]), 0.028926, within: 1e-6))
  }

  @Test(
    "Grubel–Lloyd of one product",
    arguments: [(300.0, 200.0, 0.8), (200, 100, 0.66667), (7, 7, 1), (5, 0, 0), (0, 5, 0)])
  func grubelLloydOfOne(exports: Double, imports: Double, expected: Double) {
    #expect(isNear(grubelLloyd(exports: [exports], imports: [imports]), expected, within: 1e-5))
  }

  @Test("Grubel–Lloyd without trade is undefined")
  func grubelLloydOfNone() {
    #expect(grubelLloyd(exports: [0], imports: [0]) == nil)
    #expect(grubelLloyd(exports: [], imports: []) == nil)
  }

  @Test("Grubel–Lloyd over products is not the mean of the products' own")
  func grubelLloydAggregate() {
    // The products' own are 0.8 and 0, their mean 0.4.
    #expect(isNear(grubelLloyd(exports: [300, 10], imports: [200, 0]), 1 - 110.0 / 510))
  }

  @Test("RCA: exports A 80, B 20 against a world of A 400, B 600; and Brazil's soy")
  func advantage() {
    #expect(isNear(rca(80, 100, 400, 1000), 2))
    #expect(isNear(rca(20, 100, 600, 1000), 1.0 / 3))
    #expect(isNear(rca(7.9, 100, 0.35, 100), 22.57, within: 1e-3))
    #expect(isNear(rsca(2), 1.0 / 3))
    #expect(isNear(rsca(1.0 / 3), -0.5))
  }

  @Test(
    "HHI and the effective number",
    arguments: [
      ([1], 1.0, 1.0), ([3, 3, 3, 3], 0.25, 4), ([40, 30, 20, 10], 0.30, 3.3333), ([0.5, 0.3, 0.2], 0.38, 2.6316),
      ([50, 30, 15, 5], 0.3650, 2.7397), ([20, 20, 20, 20, 20], 0.2, 5),
    ] as [([Double], Double, Double)])
  func concentration(values: [Double], expected: Double, number: Double) {
    #expect(isNear(hhi(values), expected))
    #expect(isNear(effectiveNumber(values), number, within: 1e-4))
  }

  @Test("both normalised forms, by hand: shares of 3/4 and 1/4")
  func normalised() {
    #expect(isNear(hhiNormalised([3, 1]), 0.25))
    let least = 0.5.squareRoot()
    #expect(isNear(concentrationUNCTAD([3, 1]), (0.625.squareRoot() - least) / (1 - least)))
    #expect(isNear(hhiNormalised([1, 0]), 1))
    #expect(isNear(concentrationUNCTAD([1, 0]), 1))
    #expect(hhiNormalised([1]) == nil)
    #expect(concentrationUNCTAD([1]) == nil)
  }

  @Test("CAGR: 100 to 400 in two years; trilateral trade of 130 billion in 1999 and 670 billion in 2020")
  func growth() {
    #expect(isNear(cagr([100, 400], years: [2020, 2022]), 1))
    #expect(isNear(cagr([670, 130], years: [2020, 1999]), 0.0812, within: 1e-4))
  }

  @Test("least squares finds steady growth, and differs from the ends' rate where growth is not steady")
  func leastSquares() {
    #expect(isNear(growthLeastSquares([100, 110, 121, 133.1], years: [2020, 2021, 2022, 2023]), 0.1))
    // ln y = 0, ln 2, 0: the line is flat, since the ends are equal.
    #expect(isNear(growthLeastSquares([1, 2, 1], years: [1, 2, 3]), 0))
    // ln y = 0, 0, ln 8: b = ln 8 / 2.
    #expect(isNear(growthLeastSquares([1, 1, 8], years: [1, 2, 3]), 8.0.squareRoot() - 1))
  }

  @Test(
    "Finger–Kreinin",
    arguments: [
      ([0.75, 0.25], [0.25, 0.75], 50.0), ([0.5, 0.5], [1, 0], 50), ([3, 4, 5], [3, 4, 5], 100), ([1, 0], [0, 1], 0),
    ] as [([Double], [Double], Double)])
  func similarity(a: [Double], b: [Double], expected: Double) {
    #expect(isNear(exportSimilarity(a, b), expected))
  }

  @Test("complementarity of exports (.5, .3, .2) with imports (.2, .3, .5) is 70")
  func complements() { #expect(isNear(complementarity(exports: [0.5, 0.3, 0.2], imports: [0.2, 0.3, 0.5]), 70)) }

  @Test("trade intensity of Korea's exports to China, and its two variants")
  func intensity() {
    #expect(isNear(tradeIntensity(130, 600, 2500, 23000), 1.993333))
    #expect(isNear(tradeIntensityExcludingReporter(130, 600, 2500, 23000, 600), 1.941333))
    #expect(isNear(tradeIntensityExcludingReporter(130, 600, 2500 - 130, 23000, 600), 2.047820))
  }

  @Test("openness of exports 300 and imports 200 at a GDP of 2000 is 25%, and 12.5% as UNCTAD has it")
  func open() {
    #expect(isNear(openness(300, 200, gdp: 2000), 0.25))
    #expect(isNear(opennessUNCTAD(300, 200, gdp: 2000), 0.125))
  }

  @Test("terms of trade")
  func terms() {
    #expect(isNear(termsOfTrade(93, 105), 88.571, within: 1e-5))
    #expect(isNear(termsOfTrade(110, 105), 104.762, within: 1e-5))
  }

  @Test("Pakistan's exports to China in 2001: 236 reported, 557 by China")
  func mirror() {
    #expect(isNear(mirrorRatio(236, 557), 2.360, within: 1e-3))
    #expect(isNear(mirrorGap(236, 557), (557.0 - 236) / 396.5))
  }

  @Test("contributions of four parts with given weights and growth sum to 0.8, as far as the rounded inputs allow")
  func contributions() {
    let (weights, growth) = ([77.8, 15.2, 6.3, 0.7], [0.9, 0.8, 0.3, -0.7])
    let parts = zip(weights, growth).map { weight, rate in
      contribution(now: weight * (1 + rate / 100), before: weight, totalBefore: 100) ?? .nan
    }
    for (part, expected) in zip(parts, [0.70, 0.11, 0.02, 0.00]) {
      #expect(abs(part * 100 - expected) < 0.0125)
    }
    #expect(abs(parts.reduce(0, +) * 100 - 0.8) < 0.05)
  }

  @Test("a ratio without a positive base is undefined and not zero")
  func undefined() {
    #expect(rca(1, 0, 1, 1) == nil && rca(1, 1, 0, 1) == nil && rca(1, 1, 1, 0) == nil && rca(-1, 1, 1, 1) == nil)
    #expect(rca(0, 1, 1, 1) == 0)
    #expect(rsca(-0.1) == nil)
    #expect(tradeIntensityExcludingReporter(1, 2, 3, 4, 4) == nil)
    #expect(tradeIntensityExcludingReporter(1, 2, 3, 4, -4) == nil)
    #expect(normalisedBalance(0, 0) == nil && normalisedBalance(-1, 2) == nil)
    #expect(openness(1, 1, gdp: 0) == nil && opennessUNCTAD(1, 1, gdp: -1) == nil)
    #expect(termsOfTrade(1, 0) == nil && mirrorRatio(0, 5) == nil && mirrorGap(0, 0) == nil)
    #expect(contribution(now: 1, before: 1, totalBefore: 0) == nil)
    #expect(hhi([]) == nil && hhi([0, 0]) == nil && hhi([2, -1]) == nil && effectiveNumber([0]) == nil)
    #expect(exportSimilarity([0], [1]) == nil && complementarity(exports: [1], imports: [0]) == nil)
    #expect(cagr([1], years: [2020]) == nil && cagr([1, 2], years: [2020, 2020]) == nil)
    #expect(cagr([0, 2], years: [2020, 2021]) == nil && cagr([1, 2, 2], years: [2020, 2021, 2021]) == nil)
    #expect(growthLeastSquares([1, 0], years: [1, 2]) == nil && growthLeastSquares([1, 2], years: [1, 1]) == nil)
    #expect(weightedAverage([1], weights: [0]) == nil && weightedAverage([1, 1], weights: [2, -1]) == nil)
  }
}

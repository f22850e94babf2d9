// SPDX-License-Identifier: MIT
import Figures
import Testing

@testable import Indicators

/// SplitMix64: the same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Amounts of trade over six powers of ten.
  mutating func amounts(_ count: Int) -> [Double] {
    (0..<count).map { _ in
      Double.random(in: 0.001...1, using: &self) * [1, 1e3, 1e6][Int.random(in: 0..<3, using: &self)]
    }
  }
}

@Suite("Properties on random data")
struct PropertyTests {
  static let seeds = (1...200).map { UInt64($0) }

  @Test("Grubel–Lloyd of one product is 1 − |normalised balance|", arguments: seeds)
  func balance(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let flows = numbers.amounts(2)
    let balance = try #require(normalisedBalance(flows[0], flows[1]))
    #expect(isNear(grubelLloyd(exports: [flows[0]], imports: [flows[1]]), 1 - abs(balance), within: 1e-12))
  }

  @Test("complementarity is the similarity of exports with imports", arguments: seeds)
  func complements(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let (x, m) = (numbers.amounts(8), numbers.amounts(8))
    let similarity = try #require(exportSimilarity(x, m))
    #expect(isNear(complementarity(exports: x, imports: m), similarity, within: 1e-9))
    #expect((-1e-9...100 + 1e-9).contains(similarity))
  }

  @Test("RSCA of r and of 1/r are opposite", arguments: seeds)
  func symmetry(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let r = numbers.amounts(1)[0]
    let opposite = try #require(rsca(1 / r))
    #expect(isNear(rsca(r), -opposite, within: 1e-12))
  }

  @Test("RCA weighted with the world's shares sums to one", arguments: seeds)
  func advantage(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let (own, others) = (numbers.amounts(6), numbers.amounts(6))
    let world = zip(own, others).map { $0 + $1 }
    let total = world.reduce(0, +)
    let sum = zip(own, world).reduce(0.0) { sum, pair in
      sum + pair.1 / total * (rca(pair.0, own.reduce(0, +), pair.1, total) ?? .nan)
    }
    #expect(isNear(sum, 1, within: 1e-9))
  }

  @Test("n equal parts have an HHI of 1/n, both normalised forms are 0, the effective number is n", arguments: 2...60)
  func equalParts(count: Int) throws {
    let values = [Double](repeating: 7.3e9, count: count)
    #expect(isNear(hhi(values), 1 / Double(count), within: 1e-12))
    #expect(try abs(#require(hhiNormalised(values))) < 1e-12)
    #expect(try abs(#require(concentrationUNCTAD(values))) < 1e-12)
    #expect(isNear(effectiveNumber(values), Double(count), within: 1e-9))
  }

  @Test("no ratio changes when all amounts are multiplied", arguments: seeds)
  func scale(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let (a, b) = (numbers.amounts(7), numbers.amounts(7))
    let years = (0..<7).map { 2018 + Double($0) }
    let factor = Double.random(in: 1e-3...1e6, using: &numbers)
    let (c, d) = (a.map { $0 * factor }, b.map { $0 * factor })
    func same(_ before: Double?, _ after: Double?) throws {
      #expect(isNear(after, try #require(before), within: 1e-9))
    }
    try same(hhi(a), hhi(c))
    try same(hhiNormalised(a), hhiNormalised(c))
    try same(concentrationUNCTAD(a), concentrationUNCTAD(c))
    try same(effectiveNumber(a), effectiveNumber(c))
    try same(grubelLloyd(exports: a, imports: b), grubelLloyd(exports: c, imports: d))
    try same(exportSimilarity(a, b), exportSimilarity(c, d))
    try same(complementarity(exports: a, imports: b), complementarity(exports: c, imports: d))
    try same(cagr(a, years: years), cagr(c, years: years))
    try same(growthLeastSquares(a, years: years), growthLeastSquares(c, years: years))
    try same(weightedAverage(a, weights: b), weightedAverage(a, weights: d))
    try same(rca(a[0], a[1], a[2], a[3]), rca(c[0], c[1], c[2], c[3]))
    try same(tradeIntensity(a[0], a[1], a[2], a[3]), tradeIntensity(c[0], c[1], c[2], c[3]))
    try same(normalisedBalance(a[0], a[1]), normalisedBalance(c[0], c[1]))
    try same(openness(a[0], a[1], gdp: a[2]), openness(c[0], c[1], gdp: c[2]))
    try same(mirrorRatio(a[0], a[1]), mirrorRatio(c[0], c[1]))
    try same(mirrorGap(a[0], a[1]), mirrorGap(c[0], c[1]))
    try same(termsOfTrade(a[0], a[1]), termsOfTrade(c[0], c[1]))
    try same(
      contribution(now: a[0], before: a[1], totalBefore: a[2]), contribution(now: c[0], before: c[1], totalBefore: c[2])
    )
  }

  @Test(
    "shares sum to one, contributions to the growth of the total, and the index is 100 at its base", arguments: seeds)
  func transforms(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let periods = (2018...2024).shuffled(using: &numbers).map { Period(unit: .year, year: $0) }
    let values = (0..<4).map { _ in numbers.amounts(7) }
    let grid = SeriesGrid(values, periods: periods)
    let totals = SeriesGrid([(0..<7).map { at in values.reduce(0) { $0 + $1[at] } }], periods: periods)

    let shares = try grid.applying(.share)
    for at in 0..<7 { #expect(isNear(shares.values.reduce(0) { $0 + ($1[at] ?? .nan) }, 1, within: 1e-12)) }

    let contributions = try grid.applying(.contribution)
    let growth = try totals.applying(.yearOnYear)
    for at in 0..<7 where periods[at].year > 2018 {
      let total = try #require(growth.values[0][at])
      #expect(isNear(contributions.values.reduce(0) { $0 + ($1[at] ?? .nan) }, total, within: 1e-9))
      #expect(total >= -1)
    }

    let index = try grid.applying(.index(base: Period(unit: .year, year: 2020)))
    let base = try #require(periods.firstIndex { $0.year == 2020 })
    for series in index.values { #expect(isNear(series[base], 100, within: 1e-12)) }
  }
}

extension SeriesGrid {
  init(_ values: [[Double]], periods: [Period]?) {
    self.init(values.map { $0.map { Double?.some($0) } }, periods: periods)
  }
}

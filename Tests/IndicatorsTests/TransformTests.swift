// SPDX-License-Identifier: MIT
import Figures
import Testing

@testable import Indicators

@Suite("Series transforms")
struct TransformTests {
  private func periods(_ texts: String...) -> [Period] { texts.compactMap { Period($0) } }

  private func applied(
    _ transform: SeriesTransform, _ values: [[Double?]], _ periods: [Period]?
  ) throws -> [[Double?]] { try SeriesGrid(values, periods: periods).applying(transform).values }

  private func fault(_ transform: SeriesTransform, _ values: [[Double?]], _ periods: [Period]?) -> TransformFault? {
    do throws(TransformFault) {
      _ = try SeriesGrid(values, periods: periods).applying(transform)
      return nil
    } catch { return error }
  }

  @Test(
    "a transform is read as it is written",
    arguments: [
      ("yoy", SeriesTransform.yearOnYear), ("index(2015)", .index(base: Period(unit: .year, year: 2015))),
      ("index( 2015-01 )", .index(base: Period(unit: .month, year: 2015))), ("share", .share),
      ("contribution", .contribution), ("moving-average(3)", .movingAverage(3)), ("cumulative", .cumulative),
      ("rank", .rank), (" difference ", .difference),
    ])
  func parsing(text: String, transform: SeriesTransform) throws {
    #expect(try SeriesTransform(parsing: text) == transform)
    #expect(transform.indicator.name == text.split(separator: "(")[0].split(separator: " ")[0])
  }

  @Test(
    "what is no transform is said",
    arguments: [
      ("yy", TransformFault.unknown("yy")), ("", .unknown("")), ("index", .base("")), ("index(x)", .base("x")),
      ("index(2015", .brackets("index")), ("moving-average(1)", .count("1")), ("moving-average", .count("")),
      ("share(2)", .noArgument("share", "2")), ("hhi", .unknown("hhi")),
    ])
  func faults(text: String, fault: TransformFault) {
    #expect(throws: fault) { try SeriesTransform(parsing: text) }
  }

  @Test("growth and difference look back in the calendar, so a gap in the data is a gap and no comparison")
  func gaps() throws {
    let months = periods("2024-12", "2025-03", "2023-12", "2024-03", "2025-01")
    #expect(
      try applied(.yearOnYear, [[12, 5, 10, 4, 1]], months)[0].map { $0.map { ($0 * 100).rounded() } }
        == [20, 25, nil, nil, nil])
    #expect(try applied(.difference, [[12, 5, 10, 4, 1]], months) == [[nil, nil, nil, nil, -11]])
    #expect(try applied(.yearOnYear, [[1, 2, 3]], periods("2020", "2021", "2023")) == [[nil, 1, nil]])
  }

  @Test("growth on nothing, on less than nothing and on what is missing is undefined")
  func undefinedGrowth() throws {
    let years = periods("2020", "2021", "2022", "2023", "2024")
    #expect(try applied(.yearOnYear, [[0, 5, nil, 5, -1]], years) == [[nil, nil, nil, nil, nil]])
    #expect(try applied(.yearOnYear, [[-2, 5, 0, nil, 3]], years) == [[nil, nil, -1, nil, nil]])
  }

  @Test("the index of months on a year is on the mean of its twelve months")
  func indexOnMean() throws {
    let year = (1...12).map { Period(unit: .month, year: 2015, month: $0) } + periods("2016-01")
    let values = (1...12).map { Double?.some(Double($0)) } + [13]
    let index = try applied(.index(base: Period(unit: .year, year: 2015)), [values], year)[0]
    #expect(isNear(index[12] ?? nil, 200))
    #expect(isNear(index.prefix(12).reduce(0) { $0 + ($1 ?? .nan) } / 12, 100))
    #expect(fault(.index(base: year[0]), [values], year) == nil)
  }

  @Test("an index whose base is not there, not whole or not positive is an error")
  func indexFaults() {
    let years = periods("2015", "2016")
    let base = Period(unit: .year, year: 2015)
    #expect(fault(.index(base: Period(unit: .year, year: 2014)), [[1, 2]], years) == .baseOutside("2014"))
    #expect(fault(.index(base: Period(unit: .month, year: 2015)), [[1, 2]], years) == .baseOutside("2015-01"))
    #expect(fault(.index(base: base), [[1, 2], [nil, 2]], years) == .baseMissing(1, "2015"))
    #expect(fault(.index(base: base), [[0, 2]], years) == .baseMissing(0, "2015"))
    #expect(fault(.index(base: base), [[1, 2]], periods("2015-01", "2015-02")) == .baseMissing(0, "2015"))
    #expect(fault(.index(base: base), [[1, 2]], nil) == .needsPeriods("index"))
    #expect(fault(.yearOnYear, [[1, 2]], periods("2015", "2015-02")) == .needsPeriods("yoy"))
  }

  @Test("a share of an unknown, negative or empty total is undefined; one series shares among its categories")
  func shares() throws {
    let years = periods("2020", "2021", "2022", "2023")
    #expect(
      try applied(.share, [[1, nil, -1, 0], [3, 2, 2, 0]], years) == [[0.25, nil, nil, nil], [0.75, nil, nil, nil]])
    #expect(try applied(.share, [[1, 3]], nil) == [[0.25, 0.75]])
    #expect(fault(.share, [[1, 3]], Array(years.prefix(2))) == .needsParts("share"))
  }

  @Test("equal values have one rank, and what is missing has none")
  func ranks() throws {
    #expect(try applied(.rank, [[5, nil, 9, 5, 1]], nil) == [[2, nil, 1, 2, 4]])
    #expect(try applied(.rank, [[5, 1], [7, nil]], periods("2020", "2021")) == [[2, 1], [1, nil]])
  }

  @Test("a moving average needs all its periods")
  func movingAverage() throws {
    let quarters = periods("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q2")
    #expect(try applied(.movingAverage(3), [[3, 6, 9, 12, 15]], quarters) == [[nil, nil, 6, 9, nil]])
    #expect(try applied(.movingAverage(2), [[3, nil, 9, 12, 15]], quarters) == [[nil, nil, nil, 10.5, nil]])
    let days = periods("2025-04-25", "2025-04-28")
    #expect(try applied(.movingAverage(2), [[1, 2]], days) == [[nil, 1.5]])
  }

  @Test("a sum begins with the first value and ends at the first gap")
  func cumulative() throws {
    let years = periods("2020", "2021", "2022", "2024")
    #expect(
      try applied(.cumulative, [[nil, 1, 2, 3], [1, nil, 2, 3]], years) == [[nil, 1, 3, nil], [1, nil, nil, nil]])
  }

  @Test("a contribution needs every part of the year before")
  func contribution() throws {
    let years = periods("2020", "2021", "2022")
    #expect(
      try applied(.contribution, [[60, 66, nil], [40, 38, 40]], years) == [[nil, 0.06, nil], [nil, -0.02, 2.0 / 104]])
    #expect(try applied(.contribution, [[60, nil, 1], [40, 38, 40]], years)[1] == [nil, -0.02, nil])
    #expect(fault(.contribution, [[60, 66, 70]], years) == .needsParts("contribution"))
  }

  @Test("the title names the variant in the chart's language")
  func titles() {
    let index = SeriesTransform.index(base: Period(unit: .year, year: 2015))
    #expect(index.title(in: .english) == "Index number, 2015 = 100")
    #expect(index.title(in: .japanese) == "指数（2015年＝100）")
    #expect(index.title(in: .korean) == "지수(2015년=100)")
    #expect(SeriesTransform.movingAverage(3).title(in: .chinese) == "移动平均（n＝3）")
    #expect(SeriesTransform.yearOnYear.title(in: .english) == "Change on the year before")
  }
}

@Suite("Definitions")
struct DefinitionTests {
  @Test("every indicator says what it is, in every language, and has a name of its own")
  func complete() {
    #expect(Set(Indicator.all.map(\.name)).count == Indicator.all.count)
    for indicator in Indicator.all {
      for text in [indicator.formula, indicator.range, indicator.limits, indicator.undefined, indicator.source] {
        #expect(!text.isEmpty, "\(indicator.name)")
      }
      #expect(Set(Language.allCases.map { indicator.title(in: $0) }).count >= 3, "\(indicator.name)")
      #expect(!indicator.usages.isEmpty)
      #expect(indicator.usages.allSatisfy { $0.contains(indicator.name) })
      #expect((indicator.signature == nil) <= (indicator.query != nil), "\(indicator.name) has no way into a query")
    }
  }

  @Test("the names are those of the contract")
  func names() {
    let functions = Indicator.all.compactMap(\.signature).sorted()
    #expect(
      functions == [
        "cagr(value, year)", "complementarity(exports, imports)", "concentration_unctad(value)",
        "contribution(now, before, total_before)", "effective_number(value)", "export_similarity(value_a, value_b)",
        "growth_least_squares(value, year)", "grubel_lloyd(exports, imports)", "hhi(value)", "hhi_normalised(value)",
        "mirror_gap(x, m)", "mirror_ratio(x, m)", "normalised_balance(x, m)", "openness(x, m, gdp)",
        "openness_unctad(x, m, gdp)", "rca(x_ik, x_i, x_wk, x_w)", "rsca(rca)", "terms_of_trade(px, pm)",
        "trade_intensity(x_ij, x_i, x_wj, x_w)", "trade_intensity_excluding_reporter(x_ij, x_i, m_j, m_w, m_i)",
        "weighted_average(value, weight)",
      ])
    #expect(
      SeriesTransform.examples == [
        "contribution", "cumulative", "difference", "index(2015)", "moving-average(3)", "rank", "share", "yoy",
      ])
  }
}

private func <= (a: Bool, b: Bool) -> Bool { !a || b }

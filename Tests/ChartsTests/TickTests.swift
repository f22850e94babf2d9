// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("ticks")
struct TickTests {
  @Test(
    "ticks are those of the published algorithm",
    arguments: [
      (0, 10, 5, [0, 2, 4, 6, 8, 10]), (0, 10, 10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      (0, 10, 4, [0, 2, 4, 6, 8, 10]),
      (0, 10, 3, [0, 5, 10]), (0, 10, 2, [0, 5, 10]), (0, 10, 1, [0, 10]),
      (0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
      (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 1, 4, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 1, 3, [0, 0.5, 1]),
      (-10, 10, 5, [-10, -5, 0, 5, 10]), (-10, 10, 10, [-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10]),
      (0.1, 0.35, 5, [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]), (252.7, 371.4, 5, [260, 280, 300, 320, 340, 360]),
      (3e11, 4e11, 4, [3e11, 3.2e11, 3.4e11, 3.6e11, 3.8e11, 4e11]), (1e-7, 4e-7, 3, [1e-7, 2e-7, 3e-7, 4e-7]),
    ] as [(Double, Double, Int, [Double])])
  func published(start: Double, stop: Double, count: Int, expected: [Double]) {
    #expect(ticks(from: start, to: stop, count: count) == expected)
  }

  @Test(
    "ticks and round ends are d3-array's for negative, tiny, huge and narrow ranges",
    arguments: [
      (-7.3, 12.9, 5, [-5, 0, 5, 10], [-10, 15]), (-1e-9, 2e-9, 4, [-1e-9, 0, 1e-9, 2e-9], [-1e-9, 2e-9]),
      (3.1e15, 9.9e15, 4, [4e15, 6e15, 8e15], [2e15, 1e16]), (-8e17, 9.5e17, 5, [-5e17, 0, 5e17], [-1e18, 1e18]),
      (0.0001, 0.00042, 6, [0.0001, 0.00015, 0.0002, 0.00025, 0.0003, 0.00035, 0.0004], [0.0001, 0.00045]),
      (-0.0371, -0.0012, 5, [-0.03, -0.02, -0.01], [-0.04, 0]), (17, 23, 1, [20], [0, 50]),
      (1.1, 1.9, 1, [1.5], [1, 2]), (0, 1, 2, [0, 0.5, 1], [0, 1]),
      (0.3, 0.7, 3, [0.3, 0.4, 0.5, 0.6, 0.7], [0.3, 0.7]), (-1, 1, 4, [-1, -0.5, 0, 0.5, 1], [-1, 1]),
      (1_234_567, 2_345_678, 5, [1.4e6, 1.6e6, 1.8e6, 2e6, 2.2e6], [1.2e6, 2.4e6]),
      (99.5, 100.5, 5, [99.6, 99.8, 100, 100.2, 100.4], [99.4, 100.6]),
      (-250, 1250, 6, [-200, 0, 200, 400, 600, 800, 1000, 1200], [-400, 1400]),
      (0, 3.2e11, 4, [0, 1e11, 2e11, 3e11], [0, 4e11]), (-100, -1, 3, [-100, -50], [-100, 0]),
      (5, 5.0000001, 4, [5, 5.00000002, 5.00000004, 5.00000006, 5.00000008, 5.0000001], [5, 5.0000001]),
      (0, 255, 8, [0, 50, 100, 150, 200, 250], [0, 300]), (1, 9, 1, [5], [0, 10]), (14, 16, 1, [14, 16], [14, 16]),
    ] as [(Double, Double, Int, [Double], [Double])])
  func extremes(start: Double, stop: Double, count: Int, expected: [Double], ends: [Double]) throws {
    #expect(ticks(from: start, to: stop, count: count) == expected)
    #expect(ticks(from: stop, to: start, count: count) == expected.reversed())
    let round = try #require(nice(from: start, to: stop, count: count))
    #expect([round.start, round.stop] == ends)
  }

  /// Ranges of every size, and whether the powers of ten of their steps are whole in a Double.
  private static let domains: [(low: Double, high: Double, isExact: Bool)] = {
    var random = SeededNumbers(seed: 19)
    let chosen: [(Double, Double)] = [
      (0, 1), (0, 10), (-1, 1), (-10, -1), (-100, 0), (-7.3, 12.9), (-4e-12, 9e-12), (1e-7, 4e-7), (0.1, 0.3),
      (0.7, 0.9), (1.1, 1.9), (3, 3), (5, 5.0000001), (99.5, 100.5), (1e15, 1e15 + 8), (0, 9e17), (-8e17, 9.5e17),
      (2015, 2024), (1, 1e9), (1e-9, 1e9), (1 / 3, 2 / 3), (0.1 + 0.2, 0.9),
    ]
    let extreme: [(Double, Double)] = [(-2.3e-30, 7.1e-31), (3.3e40, 4.1e41), (-7.7e99, 8.3e100)]
    return chosen.map { ($0, $1, true) } + extreme.map { ($0, $1, false) }
      + (0..<2000).map { index in
        // Below, a narrow range has steps of which ten to the inverse power is no exact Double: what the published
        // algorithm gives there hangs on its rounding errors.
        let power = index % 35 - 14
        let scale = powerOfTen(power)
        let low = (random.unit() - 0.5) * scale
        // Wide ranges and narrow ones, far from zero.
        return (low, low + random.unit() * scale * (index % 3 == 0 ? 1e-4 : 1), -10...17 ~= power)
      }
  }()

  @Test("over thousands of ranges and every count, ticks are those of the published algorithm", arguments: 1...20)
  func sweep(count: Int) {
    var others: [String] = []
    for (low, high, isExact) in Self.domains {
      func compare(_ found: [Double], _ expected: [Double]) {
        let isSame =
          isExact
          ? found == expected
          : found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) <= abs($1) * 1e-13 }
        if !isSame { others.append("\(low) to \(high): \(found), published \(expected)") }
      }
      compare(ticks(from: low, to: high, count: count), PublishedTicks.ticks(low, high, Double(count)))
      compare(ticks(from: high, to: low, count: count), PublishedTicks.ticks(high, low, Double(count)))
      // With one tick wanted the published ends run off to infinity around zero; no axis has so few.
      guard count > 1, low < high, let round = nice(from: low, to: high, count: count) else { continue }
      compare([round.start, round.stop], PublishedTicks.nice(low, high, Double(count)))
    }
    #expect(others.prefix(3) == [])
  }

  @Test("an x axis of numbers has three to six ticks in the wide picture", arguments: ["scatter", "line"])
  func numbersToTheRight(type: String) throws {
    var random = SeededNumbers(seed: 23)
    for index in 0..<400 {
      let scale = powerOfTen(index % 12 - 4)
      let low = (random.unit() - 0.3) * scale
      let xs = [low, low + random.unit() * scale * 0.5, low + (random.unit() + 0.5) * scale]
      let sample = BindTests.sample(
        xs.map { [.real($0), .text("a"), .integer(1)] }, type: type, more: "title: A finding\nsubtitle: A measure")
      var diagnostics: [Diagnostic] = []
      let maybe = sample.drawn(.english, &diagnostics)
      let wide = try #require(maybe?.layouts.first, "\(diagnostics)")
      let base = wide.texts.filter { $0.kind == .tick }.map(\.y).max() ?? 0
      let labels = wide.texts.filter { $0.kind == .tick && $0.y == base }
      #expect(3...6 ~= labels.count, "\(xs) \(labels.map(\.text))")
    }
  }

  @Test(
    "a logarithmic axis has powers of ten, 1, 2 and 5 of each where they are few, and even steps where there are none",
    arguments: [
      ([2.4e9, 2.7e13], [1e10, 1e11, 1e12, 1e13], 2e9, 5e13), ([1, 1000], [1, 10, 100, 1000], 1, 1000),
      ([90, 1100], [50, 100, 200, 500, 1000, 2000], 50, 2000), ([150, 260], [150, 200, 250, 300], 150, 300),
      ([0.003, 4], [0.01, 0.1, 1], 0.002, 5), ([1e-6, 1e6], [1e-6, 1e-3, 1, 1000, 1e6], 1e-6, 1e6),
    ] as [([Double], [Double], Double, Double)])
  func logarithmic(values: [Double], expected: [Double], low: Double, high: Double) {
    let domain = ValueDomain(logarithmicOf: values, count: 5)
    #expect(domain.ticks == expected, "\(domain)")
    #expect(domain.low == low && domain.high == high)
  }

  @Test("every range above zero gets three to six ticks on a logarithmic axis, and holds its data")
  func logarithmicRanges() {
    var random = SeededNumbers(seed: 11)
    for _ in 0..<2000 {
      let scale = powerOfTen(Int(random.unit() * 24) - 9)
      let values = [
        (random.unit() + 1e-6) * scale, (random.unit() + 1e-6) * scale * powerOfTen(Int(random.unit() * 9)),
      ]
      let domain = ValueDomain(logarithmicOf: values, count: 5)
      #expect(3...6 ~= domain.ticks.count, "\(values) \(domain.ticks)")
      #expect(domain.low <= values.min() ?? 0 && domain.high >= values.max() ?? 0, "\(values)")
      #expect(domain.ticks.allSatisfy { domain.low...domain.high ~= $0 })
    }
  }

  @Test("a reversed range gives the same ticks from above, an empty one its value")
  func edges() {
    #expect(ticks(from: 10, to: 0, count: 5) == [10, 8, 6, 4, 2, 0])
    #expect(ticks(from: 7, to: 7, count: 5) == [7])
  }

  @Test(
    "an axis has three to six ticks that reach around the data, and zero where the data come near it",
    arguments: [
      ([0.0, 9.7], nil, [0, 2, 4, 6, 8, 10]), ([252, 371], nil, [0, 100, 200, 300, 400]),
      ([140, 160], nil, [140, 145, 150, 155, 160]), ([140, 160], true, [0, 50, 100, 150, 200]),
      ([-3, -1], nil, [-3, -2, -1, 0]),
      ([0], nil, [0, 0.2, 0.4, 0.6, 0.8, 1]), ([5], true, [0, 1, 2, 3, 4, 5]), ([-20, 41], nil, [-20, 0, 20, 40, 60]),
    ] as [([Double], Bool?, [Double])])
  func domains(values: [Double], includesZero: Bool?, expected: [Double]) {
    #expect(ValueDomain(of: values, includesZero: includesZero, count: 5).ticks == expected)
  }

  @Test("an axis may end with the data where the next tick would leave a fifth of the picture empty")
  func overhang() {
    let tall = ValueDomain(of: [0, 102], includesZero: true, count: 5, mayOverhang: true)
    #expect(tall.ticks == [0, 20, 40, 60, 80, 100] && tall.high == 102)
    #expect(ValueDomain(of: [0, 102], includesZero: true, count: 5).ticks == [0, 50, 100, 150])
    #expect(ValueDomain(of: [0, 371], includesZero: true, count: 5, mayOverhang: true).high == 400)
  }

  @Test("every range of numbers gets three to six ticks around it")
  func ranges() {
    var random = SeededNumbers(seed: 7)
    for _ in 0..<2000 {
      let scale = powerOfTen(Int(random.unit() * 24) - 9)
      let values = [(random.unit() - 0.5) * scale, (random.unit() - 0.2) * scale]
      for count in [4, 5] {
        let domain = ValueDomain(of: values, includesZero: nil, count: count)
        #expect(3...6 ~= domain.ticks.count, "\(values)")
        #expect(domain.low <= values.min() ?? 0 && domain.high >= values.max() ?? 0, "\(values)")
      }
    }
  }

  @Test("years end at the last one where a step allows it")
  func years() throws {
    let first = try #require(Period("2015"))
    let labels = { (last: String, count: Int) in
      timeTicks(from: first, to: Period(last) ?? first, unit: .year, count: count, language: .english).map(\.label)
    }
    #expect(labels("2024", 6) == ["2015", "2018", "2021", "2024"])
    #expect(labels("2019", 6) == ["2015", "2016", "2017", "2018", "2019"])
    #expect(labels("2015", 6) == ["2015"])
    #expect(labels("2028", 4) == ["2015", "2020", "2025"])
  }

  @Test("months begin in January and name the year once")
  func months() throws {
    let ticks = timeTicks(
      from: try #require(Period("2025-03")), to: try #require(Period("2026-07")), unit: .month, count: 6,
      language: .korean)
    #expect(ticks.map(\.label) == ["4월", "7월", "10월", "1월", "4월", "7월"])
    #expect(ticks.map(\.year) == ["2025년", nil, nil, "2026년", nil, nil])
  }

  @Test("days of more than six weeks are ticked at the first of months")
  func days() throws {
    let ticks = timeTicks(
      from: try #require(Period("2025-02-04")), to: try #require(Period("2025-08-19")), unit: .day, count: 6,
      language: .english)
    #expect(ticks.map(\.label) == ["Mar", "Apr", "May", "Jun", "Jul", "Aug"])
    #expect(Period(day: 20_000).iso == "2024-10-04")
    #expect(Period(day: -1).iso == "1969-12-31")
  }
}

/// Numbers that are the same in every run. (SplitMix64)
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("axes of time")
struct TimeAxisTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let unit: Period.Unit
    let count: Int
    let wide: String
    let narrow: String
    var language = Language.english
    var testDescription: String { "\(count) × \(unit) \(language)" }
  }

  private static let cases: [Case] = [
    Case(unit: .year, count: 2, wide: "2025 2026", narrow: "2025 2026"),
    Case(unit: .year, count: 5, wide: "2022 2023 2024 2025 2026", narrow: "2022 2023 2024 2025 2026"),
    Case(unit: .year, count: 12, wide: "2016 2018 2020 2022 2024 2026", narrow: "2016 2020 2024"),
    Case(unit: .year, count: 30, wide: "2000 2005 2010 2015 2020 2025", narrow: "2000 2010 2020"),
    Case(unit: .year, count: 100, wide: "1940 1960 1980 2000 2020", narrow: "1940 1960 1980 2000 2020"),
    Case(unit: .year, count: 400, wide: "1650 1700 1750 1800 1850 1900 1950 2000", narrow: "1700 1800 1900 2000"),
    Case(unit: .half, count: 2, wide: "H1 H2 | 2026", narrow: "H1 H2 | 2026"),
    Case(unit: .half, count: 5, wide: "H2 H1 H2 H1 H2 | 2024 2025 2026", narrow: "H2 H1 H2 H1 H2 | 2024 2025 2026"),
    Case(
      unit: .half, count: 5, wide: "7～12月 1～6月 7～12月 1～6月 7～12月 | 2024年 2025年 2026年",
      narrow: "1～6月 1～6月 | 2025年 2026年", language: .japanese),
    Case(unit: .half, count: 12, wide: "2021 2022 2023 2024 2025 2026", narrow: "2022 2024 2026"),
    Case(unit: .quarter, count: 2, wide: "Q3 Q4 | 2026", narrow: "Q3 Q4 | 2026"),
    Case(unit: .quarter, count: 5, wide: "Q4 Q1 Q2 Q3 Q4 | 2025 2026", narrow: "Q4 Q1 Q2 Q3 Q4 | 2025 2026"),
    Case(
      unit: .quarter, count: 5, wide: "4분기 1분기 2분기 3분기 4분기 | 2025년 2026년",
      narrow: "4분기 1분기 2분기 3분기 4분기 | 2025년 2026년", language: .korean),
    Case(
      unit: .quarter, count: 5, wide: "四季度 一季度 二季度 三季度 四季度 | 2025年 2026年",
      narrow: "四季度 一季度 二季度 三季度 四季度 | 2025年 2026年", language: .chinese),
    Case(unit: .quarter, count: 12, wide: "Q1 Q3 Q1 Q3 Q1 Q3 | 2024 2025 2026", narrow: "Q1 Q1 Q1 | 2024 2025 2026"),
    Case(unit: .quarter, count: 30, wide: "2020 2021 2022 2023 2024 2025 2026", narrow: "2020 2022 2024 2026"),
    Case(unit: .quarter, count: 100, wide: "2005 2010 2015 2020 2025", narrow: "2005 2010 2015 2020 2025"),
    Case(unit: .month, count: 2, wide: "Nov Dec | 2026", narrow: "Nov Dec | 2026"),
    Case(unit: .month, count: 5, wide: "Aug Sep Oct Nov Dec | 2026", narrow: "Aug Sep Oct Nov Dec | 2026"),
    Case(unit: .month, count: 12, wide: "Jan Mar May Jul Sep Nov | 2026", narrow: "Jan Apr Jul Oct | 2026"),
    Case(unit: .month, count: 14, wide: "Nov Jan Mar May Jul Sep Nov | 2025 2026", narrow: "Jan Apr Jul Oct | 2026"),
    Case(
      unit: .month, count: 30, wide: "7月 1月 7月 1月 7月 | 2024年 2025年 2026年",
      narrow: "7月 1月 7月 1月 7月 | 2024年 2025年 2026年", language: .chinese),
    Case(unit: .month, count: 100, wide: "2019 2020 2021 2022 2023 2024 2025 2026", narrow: "2020 2022 2024 2026"),
    Case(unit: .month, count: 400, wide: "1995 2000 2005 2010 2015 2020 2025", narrow: "2000 2010 2020"),
    Case(unit: .day, count: 2, wide: "30 Dec 31 Dec | 2026", narrow: "30 Dec 31 Dec | 2026"),
    Case(
      unit: .day, count: 12, wide: "20 Dec 22 Dec 24 Dec 26 Dec 28 Dec 30 Dec | 2026",
      narrow: "20 Dec 23 Dec 26 Dec 29 Dec | 2026"),
    Case(
      unit: .day, count: 30, wide: "12월 2일 12월 9일 12월 16일 12월 23일 12월 30일 | 2026년",
      narrow: "12월 2일 12월 16일 12월 30일 | 2026년", language: .korean),
    Case(unit: .day, count: 100, wide: "Oct Nov Dec | 2026", narrow: "Oct Nov Dec | 2026"),
    Case(unit: .day, count: 400, wide: "Jan Mar May Jul Sep Nov | 2026", narrow: "Jan Apr Jul Oct | 2026"),
  ]

  /// So many periods up to the end of 2026.
  private func periods(_ one: Case) -> [Cell] {
    (0..<one.count).map { index in
      let back = one.count - 1 - index
      let months: Int =
        switch one.unit {
        case .year: 12
        case .half: 6
        case .quarter: 3
        case .month: 1
        case .day: 0
        }
      if months == 0 {
        return .text(Period(day: Period(unit: .day, year: 2026, month: 12, day: 31).firstDay - back).iso)
      }
      let month = 2027 * 12 - months * (back + 1)
      let period = Period(unit: one.unit, year: month / 12, month: month % 12 + 1)
      return one.unit == .year ? .integer(period.year) : .text(period.iso)
    }
  }

  @Test("labels stand at round places of the calendar, the year once below, as many as have room", arguments: cases)
  func labels(one: Case) throws {
    for type in ["line", "bar", "area"] {
      let sample = BindTests.sample(
        periods(one).map { [$0, .null, .integer(3)] }, type: type, more: "title: A finding\nsubtitle: A measure")
      var diagnostics: [Diagnostic] = []
      let layouts = try #require(sample.drawn(one.language, &diagnostics)?.layouts, "\(diagnostics)")
      for (layout, expected) in zip(layouts, [one.wide, one.narrow]) {
        #expect(overlaps(layout) == [])
        let ticks = layout.texts.filter { $0.kind == .tick && $0.anchor == .middle }
        let lines = Set(ticks.map(\.y)).sorted().map { y in
          ticks.filter { $0.y == y }.sorted { $0.x < $1.x }.map(\.text).joined(separator: " ")
        }
        if type == "line" { #expect(lines.joined(separator: " | ") == expected, "\(layout.size.rawValue)") }
      }
    }
  }

  @Test("names that are no periods stand whole, at even distances, where not all have room")
  func names() throws {
    let rows = (0..<30).map { [Cell.text("Semiconductors \($0)"), .null, .integer($0)] }
    var diagnostics: [Diagnostic] = []
    let sample = BindTests.sample(rows, type: "line", more: "title: A finding\nsubtitle: A measure")
    for layout in try #require(sample.drawn(.english, &diagnostics)?.layouts) {
      let ticks = layout.texts.filter { $0.kind == .tick && $0.anchor == .middle }
      let names = ticks.filter { $0.text.hasPrefix("Semiconductors") }
      #expect(names.count > 1 && !ticks.contains { $0.text.hasPrefix("Semi") && $0.text.count < 14 })
      let numbers = ticks.compactMap { Int($0.text.split(separator: " ").last ?? "") }.sorted()
      #expect(Set(zip(numbers, numbers.dropFirst()).map { $1 - $0 }).count == 1, "\(numbers)")
    }
  }
}

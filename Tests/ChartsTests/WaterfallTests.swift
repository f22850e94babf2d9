// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("waterfalls")
struct WaterfallTests {
  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let maybe = sample.drawn(language, &diagnostics)
    return try #require(maybe, "\(diagnostics)")
  }

  private func sample(_ steps: [(String, Double?)], _ more: String) -> Sample {
    BindTests.sample(
      steps.map { [.text($0.0), .null, $0.1.map { .real($0) } ?? .null] }, type: "waterfall",
      more: "title: A finding\nsubtitle: A measure\n\(more)")
  }

  private func rules(_ steps: [(String, Double?)], _ more: String) -> [String] {
    var diagnostics: [Diagnostic] = []
    _ = sample(steps, more).drawn(.english, &diagnostics)
    return diagnostics.map { "\($0.rule) \($0.place.line)" }
  }

  @Test("bars begin where the last one ended, levels at zero, and lines lead from one to the next")
  func bars() throws {
    let wide = try drawn(sample([("a", 10), ("b", 5), ("c", -8), ("d", nil)], "totals: [a, d]")).layouts[0]
    let boxes = wide.marks.compactMap { if case .bar(let bar) = $0 { bar.box } else { nil } }
    let at = wide.valueScale
    #expect(boxes.count == 4)
    #expect(boxes.map(\.y) == [at(10), at(15), at(15), at(7)])
    #expect(boxes.map { tenth($0.bottom) } == [at(0), at(10), at(7), at(0)])
    let ties = wide.marks.compactMap { mark -> RuleMark? in
      if case .rule(let rule) = mark, rule.kind == .connector { rule } else { nil }
    }
    #expect(ties.map(\.from.y) == [at(10), at(15), at(7)])
    #expect(ties.allSatisfy { $0.from.y == $0.to.y && $0.from.x < $0.to.x })
    #expect(wide.texts.filter { $0.kind == .value }.map(\.text) == ["10", "+5", "−8", "7"])
  }

  @Test("a narrow picture has its bars under each other, with the same figures")
  func narrow() throws {
    let layouts = try drawn(Samples.waterfall(.english)).layouts
    let bars = layouts.map { layout in layout.marks.compactMap { if case .bar(let bar) = $0 { bar.box } else { nil } } }
    #expect(Set(bars[1].map(\.height)) == [19] && Set(bars[0].map(\.width)).count == 1)
    #expect(
      layouts[0].texts.filter { $0.kind == .value }.map(\.text)
        == layouts[1].texts.filter { $0.kind == .value }.map(\.text))
    #expect(layouts.allSatisfy { $0.valueScale.low <= 0 && $0.valueScale.high >= 0 })
  }

  @Test("a rise, a fall and a level differ in colour and by the sign of their figure")
  func roles() throws {
    let bars = try drawn(Samples.waterfall(.english)).layouts[0].marks.compactMap {
      if case .bar(let bar) = $0 { bar.role.cssClass } else { nil }
    }
    #expect(bars == ["g1", "k1", "k1", "k1", "k2", "k1", "g1"])
  }

  @Test("the table says to which level each step leads")
  func data() throws {
    let data = try drawn(Samples.waterfall(.english)).data
    #expect(data.rows.map { $0.map(\.text) }[4] == ["China", "−$66 billion", "$2.62 trillion"])
    #expect(data.rows.last?.map(\.text) == ["Imports in 2024", "", "$3.27 trillion"])
    #expect(String(decoding: data.csv, as: UTF8.self).contains("CHN,-66000000000,2617000000000\r\nrest"))
  }

  @Test(
    "the words lead from the first level to the last, and name what changed most",
    arguments: [
      (
        Language.english,
        "From $2.34 trillion (Imports in 2017) to $3.27 trillion (Imports in 2024), $926 billion more. Up most: All others, by $649 billion; Mexico, by $193 billion; Vietnam, by $90 billion. Down most: China, by $66 billion."
      ),
      (
        .japanese,
        "「2017年の輸入」の2.34兆ドルから「2024年の輸入」の3.27兆ドルへ9,260億ドル増。増加が大きいのはその他（6,490億ドル）、メキシコ（1,930億ドル）、ベトナム（900億ドル）。減少が大きいのは中国（660億ドル）。"
      ),
    ])
  func words(language: Language, expected: String) throws {
    #expect(try drawn(Samples.waterfall(language), language).description.hasSuffix(expected))
  }

  @Test("levels that the steps do not add up to, steps without a value and names that are none are errors")
  func faults() {
    #expect(rules([("a", 10), ("b", 5), ("c", 16)], "totals: [a, c]") == ["chart-waterfall-sum 17"])
    #expect(rules([("a", 1000), ("b", 5), ("c", 1006)], "totals: [a, c]") == [])
    #expect(rules([("a", 10), ("b", nil), ("c", 16)], "totals: [a]") == ["chart-waterfall-missing 14"])
    #expect(rules([("a", 10), ("b", 5)], "totals: [start]") == ["chart-totals 17"])
    #expect(rules([("a", 10), ("b", 5)], "series: s") == ["chart-series 17"])
    #expect(rules([("a", 10), ("b", 5)], "sort: value\nzero: false") == ["chart-key 17", "chart-key 18"])
  }
}

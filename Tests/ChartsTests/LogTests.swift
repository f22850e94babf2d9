// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("logarithmic scales")
struct LogTests {
  private func sample(_ values: [Double], type: String = "line", more: String = "log: y") -> Sample {
    BindTests.sample(
      values.enumerated().map { [.integer(2000 + $0), .text("a"), .real($1)] }, type: type,
      more: "title: A finding\nsubtitle: A measure\n\(more)")
  }

  private func faults(_ sample: Sample) -> [String] {
    var diagnostics: [Diagnostic] = []
    _ = sample.drawn(.english, &diagnostics)
    return diagnostics.map { "\($0.rule) \($0.place.line): \($0.message)" }
  }

  @Test("equal ratios are equal distances")
  func ratios() throws {
    var diagnostics: [Diagnostic] = []
    let layout = try #require(sample([1, 10, 100, 1000]).drawn(.english, &diagnostics)).layouts[0]
    #expect(diagnostics == [])
    let ys = [1.0, 10, 100, 1000].map { layout.valueScale($0) }
    #expect(abs((ys[0] - ys[1]) - (ys[2] - ys[3])) < 0.2)
    #expect(layout.valueTicks == [1, 10, 100, 1000])
  }

  @Test(
    "the subtitle says so once, and figures have a word for their own scale",
    arguments: [
      (Language.english, "A measure, logarithmic scale", ["1m", "10m", "100m", "$1bn"]),
      (.japanese, "A measure、対数目盛", ["100万", "1,000万", "1億", "10億ドル"]),
      (.korean, "A measure, 로그 눈금", ["100만", "1000만", "1억", "10억 달러"]),
      (.chinese, "A measure，对数刻度", ["100万", "1000万", "1亿", "10亿美元"]),
    ])
  func words(language: Language, subtitle: String, figures: [String]) throws {
    var diagnostics: [Diagnostic] = []
    let values = [1e6, 2e7, 1e9]
    let chart = try #require(sample(values, more: "log: y\nformat: usd").drawn(language, &diagnostics))
    #expect(chart.subtitle == subtitle)
    let ticks = chart.layouts[0].texts.filter { $0.kind == .tick }.map(\.text)
    #expect(figures.allSatisfy(ticks.contains), "\(ticks)")
    let stated = sample(values, more: "log: y").yaml.replacing("A measure", with: "Trade, 対数 로그 对数 log scale")
    let said = Sample(name: "", yaml: stated, columns: columns("x", "s", "y"), rows: sample(values).rows)
    #expect(said.drawn(language, &diagnostics)?.subtitle == "Trade, 対数 로그 对数 log scale")
  }

  @Test("what has no logarithm is said with its row")
  func limits() {
    #expect(faults(sample([1, 0, 3])) == ["chart-log 14: row 2 ('2001') has 0, which has no logarithm"])
    #expect(faults(sample([1, 2, -3])) == ["chart-log 14: row 3 ('2002') has -3, which has no logarithm"])
    #expect(
      faults(sample([1, 3, 2], more: "log: y\ntransform: yoy")) == [
        "chart-log 17: at 'y', '2002' 'yoy' gives -0.33333333333333337, which has no logarithm"
      ])
    #expect(faults(sample([1, 2], type: "bar")) == ["chart-key 17: 'type: bar' has no 'log'"])
    #expect(faults(sample([1, 2], type: "area")) == ["chart-key 17: 'type: area' has no 'log'"])
    #expect(faults(sample([1, 2], more: "log: z")) == ["settings-choice 17: 'z' is no axis"])
    #expect(faults(sample([1, 2], more: "log: x")) == ["chart-log 17: an x axis of periods has no logarithms"])
    #expect(
      faults(sample([1, 2], more: "log: y\nreferences: {y: 0, text: t}")) == [
        "chart-log 18: a reference at 0 has no place on a logarithmic scale"
      ])
  }

  @Test("index numbers, dots and numbers on x take it too")
  func types() throws {
    #expect(faults(sample([1, 20, 300], more: "log: y\ntransform: index(2000)")) == [])
    #expect(faults(sample([1, 20, 300], type: "dot")) == [])
    let rows: [[Cell]] = [1, 10, 100, 1000].map { [.real($0), .null, .real($0)] }
    var diagnostics: [Diagnostic] = []
    let sample = BindTests.sample(rows, more: "title: t\nsubtitle: s\nlog: [x, y]")
    let layout = try #require(sample.drawn(.english, &diagnostics)).layouts[0]
    #expect(diagnostics == [])
    let run = try #require(
      layout.marks.compactMap { if case .line(let line) = $0 { line.runs[0] } else { nil } }.first)
    #expect(abs((run[1].x - run[0].x) - (run[3].x - run[2].x)) < 0.2)
  }
}

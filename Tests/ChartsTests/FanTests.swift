// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("fans")
struct FanTests {
  private func sample(_ rows: [[Cell]], more: String = "", bands: String = "{80%: [low, high]}") -> Sample {
    Sample(
      name: "",
      yaml: """
        id: a
        type: fan
        data: t
        x: x
        y: y
        bands: \(bands)
        title: A finding
        subtitle: A measure
        \(more.isEmpty ? "note: The 80% band." : more)
        """, columns: columns("x", "y", "low", "high", "in", "out"), rows: rows)
  }

  private func row(
    _ year: Int, _ y: Double?, _ low: Double? = nil, _ high: Double? = nil, _ inner: (Double, Double)? = nil
  ) -> [Cell] {
    [.integer(year)] + [y, low, high, inner?.0, inner?.1].map { $0.map { .real($0) } ?? .null }
  }

  private func faults(_ sample: Sample) -> [String] {
    var diagnostics: [Diagnostic] = []
    _ = sample.drawn(.english, &diagnostics)
    return diagnostics.map { "\($0.rule) \($0.place.line): \($0.message)" }
  }

  private let good: [(Int, Double, Double?, Double?)] = [
    (2020, 5, nil, nil), (2021, 6, nil, nil), (2022, 6.5, 6, 7), (2023, 7, 5.5, 9),
  ]

  @Test("bands open at the last observation, the line is dashed from there, and words and table have the edges")
  func whole() throws {
    var diagnostics: [Diagnostic] = []
    let chart = try #require(sample(good.map { row($0, $1, $2, $3) }).drawn(.english, &diagnostics))
    #expect(diagnostics == [])
    let layout = chart.layouts[0]
    let outline = try #require(
      layout.marks.compactMap { if case .area(let area) = $0 { area.outlines[0] } else { nil } }.first)
    #expect(outline.count == 6)
    #expect(outline[0] == outline[5] && outline[0].y == layout.valueScale(6))
    #expect(outline[2].y == layout.valueScale(9) && outline[3].y == layout.valueScale(5.5))
    let kinds = layout.marks.compactMap { if case .line(let line) = $0 { line.kind } else { nil } }
    #expect(Set(kinds) == [.edge, .observed, .projected])
    #expect(chart.description.contains("In 2023 the band 80% runs from 5.5 to 9."))
    #expect(chart.data.headers == ["x", "y", "80%, lower", "80%, upper"])
    #expect(String(decoding: chart.data.csv, as: UTF8.self).hasSuffix("2022,6.5,6,7\r\n2023,7,5.5,9\r\n"))
    #expect(layout.texts.contains { $0.text == "80%" })
  }

  @Test("what is no fan is said with its row")
  func limits() {
    let rows = good.map { row($0, $1, $2, $3) }
    #expect(
      faults(sample(Array(rows[2...]))) == ["chart-fan-history 14: the fan has no history: every value is a projection"]
    )
    #expect(
      faults(sample(rows + [row(2024, 7, 9, 8)])) == [
        "chart-band 15: in row 5 ('2024') of band '80%' the lower edge 9 is above the upper 8"
      ])
    #expect(
      faults(sample(rows + [row(2024, 7, 9, nil)])) == [
        "chart-band 15: in row 5 ('2024') of band '80%' its edges are '9' and ''"
      ])
    #expect(faults(sample(Array(rows[..<2]))) == ["chart-band 15: no row has a band"])
    #expect(
      faults(sample(rows, more: "note: nothing is said here")) == [
        "chart-band-unexplained 15: neither note nor subtitle says how much the bands hold"
      ])
    #expect(
      faults(sample(rows, more: "note: The shade is the range of outcomes.")) == [
        "chart-band-unexplained 15: neither note nor subtitle says how much the bands hold"
      ])
    let inner = rows + [row(2024, 7, 6, 8, (5, 7))]
    #expect(
      faults(sample(inner, bands: "{80%: [low, high], 50%: [in, out]}")) == [
        "chart-band 15: in row 5 ('2024') band '50%' is not inside '80%'"
      ])
    #expect(
      faults(sample(rows, bands: "{80%: low}")) == [
        "settings-type 15: '80%' has to be two columns, [low, high], not 'low'"
      ])
    #expect(
      faults(sample(rows, bands: "{80%: [lo, high]}")) == ["chart-column 15: the chart's data has no column 'lo'"])
    #expect(
      faults(sample(rows + [row(2019, 4, 3, 5)])) == [
        "chart-fan-history 15: '2019' has a band, but observations go on to '2021'"
      ])
    #expect(
      faults(sample(rows, more: "note: band\ntransform: yoy")) == [
        "chart-transform 19: the bands of a fan have no transform"
      ])
    #expect(faults(sample(rows, more: "note: band\nseries: in")) == ["chart-series 19: a fan has one series"])
  }
}

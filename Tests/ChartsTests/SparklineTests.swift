// SPDX-License-Identifier: MIT
import Figures
import Foundation
import Testing

@testable import Charts

@Suite("sparklines")
struct SparklineTests {
  @Test("a line of a word's size has one end marked, and says what it does in the reader's language")
  func words() throws {
    let months: [Cell] = ["2026-05", "2026-06", "2026-07"].map { .text($0) }
    let picture = try #require(
      sparkline(
        values: [29.75e9, 33.91e9, 33.1e9], positions: months, format: FigureFormat(.usd), language: .japanese))
    let text = "\(picture)"
    #expect(text.contains("role=\"img\" aria-label=\"2026年5月の297.5億ドルから2026年7月の331億ドルに増加。最高は2026年6月の339.1億ドル。\""))
    #expect(text.contains("<path d=\"M3,41L121.4,5 236,12"))
    #expect(text.components(separatedBy: "<circle").count == 2)
  }

  @Test("periods lie by their days, a step is level, and a gap is a gap")
  func places() throws {
    let days: [Cell] = ["2026-01-01", "2026-01-11", "2026-01-21", "2026-04-11"].map { .text($0) }
    let stepped = try #require(sparkline(values: [1, 2, 2, 3], positions: days, curve: .step, language: .english))
    #expect("\(stepped)".contains("M3,41L26.3,41 26.3,23 236,23 236,5"))
    let gap = try #require(sparkline(values: [1, 2, nil, 3, 4], language: .english))
    #expect("\(gap)".contains("aria-hidden") && "\(gap)".components(separatedBy: "M").count == 3)
  }

  @Test("fewer than two values are no line", arguments: [[], [1.0], [nil, 2.0]])
  func none(values: [Double?]) { #expect(sparkline(values: values, language: .korean) == nil) }
}

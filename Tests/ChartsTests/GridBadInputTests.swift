// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

/// The types whose texts and marks are laid out without an axis of values.
private let types = ["heatmap", "matrix", "treemap", "waterfall", "bump"]

@Suite("bad input for heat maps, matrices, treemaps, waterfalls and rank charts")
struct GridBadInputTests {
  private func drawn(_ rows: [[Cell]], type: String, more: String = "") -> (layouts: [ChartLayout]?, rules: [String]) {
    var diagnostics: [Diagnostic] = []
    let series = type == "waterfall" ? "" : "series: s\n"
    let chart = BindTests.sample(rows, type: type, more: "title: A finding\nsubtitle: A measure\n\(series)\(more)")
      .drawn(.english, &diagnostics)
    return (chart?.layouts, diagnostics.map(\.rule))
  }

  private func row(_ x: Cell, _ series: String, _ value: Double?) -> [Cell] {
    [x, .text(series), value.map { .real($0) } ?? .null]
  }

  /// Two series at three points; one at three for a waterfall.
  private func rows(_ type: String, _ value: Double?) -> [[Cell]] {
    (0..<3).flatMap { index in
      (type == "waterfall" ? ["a"] : ["a", "b"]).map { row(.text("x\(index)"), $0, value) }
    }
  }

  @Test("zero rows, nothing but missing values, and infinities are errors", arguments: types)
  func nothing(type: String) {
    #expect(drawn([], type: type).rules == ["chart-no-rows"])
    #expect(drawn(rows(type, nil), type: type).rules == ["chart-all-missing"])
    #expect(drawn(rows(type, .infinity), type: type).rules == ["chart-not-numeric"])
    #expect(drawn(rows(type, .nan), type: type).rules == ["chart-not-numeric"])
    #expect(drawn(rows(type, 1e300), type: type).rules == ["chart-too-large"])
  }

  @Test("one point, equal values and zeros are drawn, but where a type says that it cannot", arguments: types)
  func degenerate(type: String) throws {
    for value in [5.0, -5, 0, 1e-9, 9e17] {
      let (layouts, rules) = drawn(rows(type, value), type: type)
      if type == "treemap", value <= 0 {
        #expect(rules == [value < 0 ? "chart-treemap-negative" : "chart-treemap-empty"])
        continue
      }
      #expect(rules == [])
      for layout in try #require(layouts) {
        #expect(overlaps(layout) == [])
        #expect(!layout.marks.isEmpty)
      }
    }
    let (one, rules) = drawn([row(.text("x"), "a", 5)], type: type)
    #expect(rules == (type == "bump" ? ["chart-bump-series"] : []))
    for layout in try #require(one) {
      #expect(overlaps(layout) == [])
      #expect(layout.texts.contains { $0.text == (type == "bump" ? "1" : type == "waterfall" ? "+5" : "5") })
    }
  }

  @Test("two values at one point are an error that names it", arguments: types)
  func duplicates(type: String) {
    #expect(drawn(rows(type, 1) + [rows(type, 1)[0]], type: type).rules == ["chart-duplicate"])
  }

  @Test("10,000 points over time are drawn or refused, never in a picture with texts that meet", arguments: types)
  func large(type: String) throws {
    let rows = (0..<10_000).map { index in
      row(
        .text(type == "waterfall" ? "x\(index)" : Period(day: 10_000 + index / 50).iso),
        type == "waterfall" ? "a" : "s\(index % 50)", Double(index * 7919 % 1000) + 1)
    }
    let limit = type == "waterfall" ? 60 : 10_000
    let (layouts, rules) = drawn(Array(rows.prefix(limit)), type: type)
    #expect(rules.allSatisfy { $0 == "chart-series-many" || $0 == "chart-columns-many" }, "\(rules)")
    for layout in try #require(layouts) { #expect(overlaps(layout) == []) }
  }

  @Test("60 series are drawn", arguments: ["heatmap", "matrix", "treemap", "bump"])
  func sixty(type: String) throws {
    let rows = (0..<60).flatMap { series in
      (0..<4).map { row(.integer(2000 + $0), "s\(series)", Double(series + $0 + 1)) }
    }
    let (layouts, rules) = drawn(rows, type: type)
    #expect(rules.allSatisfy { $0 == "chart-series-many" }, "\(rules)")
    for layout in try #require(layouts) { #expect(overlaps(layout) == []) }
  }

  @Test("a label of 300 characters is kept whole, and so are Arabic, Hebrew and emoji", arguments: types)
  func labels(type: String) throws {
    let names = [
      String(repeating: "w", count: 300), Array(repeating: "semiconductors", count: 20).joined(separator: " "),
      "أشباه الموصلات والدوائر المتكاملة", "מוליכים למחצה", "🇰🇷🇯🇵🇨🇳👩‍👩‍👧‍👦 e\u{301}",
    ]
    for name in names {
      let series = type == "matrix" ? name + "!" : name
      let rows =
        [row(.text(name), series, 4), row(.text("b"), series, 5)]
        + (type == "waterfall" ? [] : [row(.text("b"), "c", 3)])
      let (layouts, rules) = drawn(rows, type: type)
      #expect(rules == [], "\(name)")
      for layout in try #require(layouts) {
        #expect(overlaps(layout) == [], "\(name)")
        let texts = layout.texts.map(\.text).joined()
        #expect(type == "treemap" || texts.replacing(" ", with: "").contains(name.replacing(" ", with: "")), "\(name)")
      }
    }
  }

  @Test("a key of another type is an error that names the types that have it")
  func keys() {
    for (type, key) in [
      ("heatmap", "totals: a"), ("bump", "steps: 1"), ("treemap", "top: 3"), ("waterfall", "stack: true"),
      ("matrix", "curve: step"), ("bump", "spark: {x: a, y: b}"),
    ] {
      #expect(drawn(rows(type, 1), type: type, more: key).rules == ["chart-key"], "\(type) \(key)")
    }
  }

  @Test("random names and values never make texts meet or leave the picture", arguments: Language.allCases)
  func random(language: Language) throws {
    var random = SeededNumbers(seed: 11)
    let words = [
      "Korea", "Machinery and electrical equipment", "i", "WWWWWWWWWWWWWWWWWWWW", "& <", "半導体製造装置、集積回路および電子部品",
      "한국 수출입 통계", "东盟",
    ]
    for round in 0..<200 {
      let type = types[round % types.count]
      let isTimed = random.unit() < 0.5 && type != "waterfall"
      let (columnCount, rowCount) = (1 + Int(random.unit() * 20), type == "waterfall" ? 1 : 2 + Int(random.unit() * 12))
      func name(_ index: Int) -> String { "\(words[Int(random.unit() * Double(words.count))]) \(index)" }
      let xs = (0..<columnCount).map { isTimed ? Cell.integer(2000 + $0) : .text(name($0)) }
      let series = (0..<rowCount).map { name($0) }
      let scale = powerOfTen(Int(random.unit() * 14) - 2)
      let negative = type != "treemap" && random.unit() < 0.4
      let rows = xs.flatMap { x in
        series.map { one -> [Cell] in
          let isMissing = type != "waterfall" && random.unit() < 0.1
          return row(x, one, isMissing ? nil : (random.unit() - (negative ? 0.5 : 0)) * scale)
        }
      }
      let format = ["usd", "number", "percent", "krw"][Int(random.unit() * 4)]
      let sample = BindTests.sample(
        rows, type: type,
        more: "title: A finding\nsubtitle: A measure\nformat: \(format)" + (type == "waterfall" ? "" : "\nseries: s"))
      var diagnostics: [Diagnostic] = []
      let maybe = sample.drawn(language, &diagnostics)
      if maybe == nil, diagnostics.map(\.rule) == ["chart-all-missing"] { continue }
      for layout in try #require(maybe, "\(diagnostics)").layouts {
        #expect(overlaps(layout) == [], "\(type) \(rows.prefix(rowCount))")
        for mark in layout.marks {
          let boxes =
            switch mark {
            case .cells(let cells): cells.boxes
            case .bar(let bar): [bar.box]
            default: [Box]()
            }
          for box in boxes {
            #expect(
              box.x >= 0 && box.right <= layout.width + 0.1 && box.y >= 0 && box.bottom <= layout.height + 0.1,
              "\(type)")
          }
        }
      }
    }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("texts never meet and never leave the picture")
struct OverlapTests {
  @Test("for random data of every type, shape and language, at both widths", arguments: Language.allCases)
  func random(language: Language) throws {
    var random = SeededNumbers(seed: UInt64(language.rawValue.utf8.first ?? 0))
    for round in 0..<250 {
      let sample = randomSample(round, language, &random)
      var diagnostics: [Diagnostic] = []
      let drawn = sample.drawn(language, &diagnostics)
      for layout in drawn?.layouts ?? [] {
        #expect(overlaps(layout) == [], "\(sample.yaml)\n\(sample.rows.prefix(12))")
        for case .bar(let bar) in layout.marks {
          #expect(bar.box.x >= 0 && bar.box.right <= layout.width && bar.box.y >= 0 && bar.box.bottom <= layout.height)
          #expect(bar.box.width >= 0 && bar.box.height >= 0)
        }
        for case .line(let line) in layout.marks {
          for point in line.runs.joined() { #expect(0...layout.width ~= point.x && 0...layout.height ~= point.y) }
        }
      }
      #expect(drawn != nil, "\(sample.yaml)\n\(diagnostics)")
    }
  }

  @Test("the check itself finds what meets and what leaves")
  func finds() {
    func box(_ text: String, _ x: Double) -> TextBox {
      TextBox(text: text, kind: .tick, anchor: .start, role: nil, isBold: false, x: x, y: 20, width: 50)
    }
    func layout(_ texts: [TextBox]) -> ChartLayout {
      ChartLayout(
        size: .narrow, width: 320, height: 100, valueScale: AxisScale(low: 0, high: 1, start: 0, end: 1),
        valueTicks: [], marks: [], texts: texts, hasLegend: false)
    }
    #expect(overlaps(layout([box("a", 0), box("b", 50)])) == [])
    #expect(overlaps(layout([box("a", 0), box("b", 49)])) == [.meet("a", "b")])
    #expect(overlaps(layout([box("a", -1)])) == [.leaves("a")])
    #expect(overlaps(layout([box("a", 271)])) == [.leaves("a")])
  }

  @Test("a text on a line, an arrow, a point or a bar is found; one beside them, or within its bubble, is none")
  func findsCovered() {
    let text = TextBox(
      text: "a", kind: .point, anchor: .start, role: nil, isBold: false, x: 100, y: 50, width: 40)
    func isCovered(_ mark: Mark) -> Bool {
      covered(
        ChartLayout(
          size: .narrow, width: 320, height: 100, valueScale: AxisScale(low: 0, high: 1, start: 0, end: 1),
          valueTicks: [], marks: [.panel(PanelMark(origin: Point(10, 0), marks: [mark]))], texts: [text],
          hasLegend: false)) == ["a"]
    }
    func line(_ a: Point, _ b: Point) -> Mark {
      .line(LineMark(role: .category(1), kind: .observed, runs: [[a, b]]))
    }
    func symbol(_ x: Double, _ radius: Double, _ fill: SymbolMark.Fill) -> Mark {
      .symbol(SymbolMark(role: .category(1), shape: .circle, center: Point(x, 45), radius: radius, fill: fill))
    }
    #expect(isCovered(line(Point(0, 0), Point(240, 90))))
    #expect(!isCovered(line(Point(0, 53.2), Point(240, 53.2))), "below the letters")
    #expect(!isCovered(line(Point(0, 40), Point(89, 40))))
    #expect(isCovered(.rule(RuleMark(kind: .connector, from: Point(110, 0), to: Point(110, 90)))))
    #expect(!isCovered(.rule(RuleMark(kind: .grid, from: Point(110, 0), to: Point(110, 90)))))
    #expect(
      isCovered(.bar(BarMark(role: .category(1), box: Box(x: 0, y: 40, width: 100, height: 5), isProjected: false))))
    let arrow = [Point(0, 40), Point(300, 40), Point(300, 44)]
    #expect(isCovered(.shape(ShapeMark(kind: .arrow(.category(1)), outlines: [arrow]))))
    #expect(!isCovered(.shape(ShapeMark(kind: .land, outlines: [arrow]))))
    #expect(isCovered(symbol(88, 6, .solid)) && !isCovered(symbol(80, 6, .solid)))
    #expect(isCovered(symbol(110, 15, .tint)) && !isCovered(symbol(110, 30, .tint)))
  }

  private func randomSample(_ round: Int, _ language: Language, _ random: inout SeededNumbers) -> Sample {
    let seriesCount = 1 + Int(random.unit() * (round % 3 == 0 ? 7 : 3.9))
    let count = 1 + Int(random.unit() * random.unit() * 40)
    let scale = powerOfTen(Int(random.unit() * 16) - 3)
    let hasNegatives = random.unit() < 0.3
    let names = (0..<seriesCount).map { "\($0) " + word(language, &random) }
    let kind = round % 5
    let positions = (0..<count).map { index -> Cell in
      switch kind {
      case 0: .integer(1980 + index)
      case 1: .text("\(2000 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)")
      case 2: .text(Period(day: 20_100 + index * (1 + round % 9)).iso)
      default: .text("\(index) " + word(language, &random))
      }
    }
    var rows: [[Cell]] = []
    for position in positions {
      for name in names {
        let value = (random.unit() - (hasNegatives ? 0.5 : 0)) * scale
        rows.append([position, .text(name), random.unit() < 0.08 ? .null : .real(value)])
      }
    }
    rows.append([positions[0], .text("last"), .real(scale / 3)])
    let type = ["line", "bar", "dot", "area", "slope", "dumbbell"][Int(random.unit() * 6)]
    let format = ["usd", "percent", "number", "jpy", "signed-percent", "krw"][Int(random.unit() * 6)]
    let remark = word(language, &random)
    func key(_ name: String, _ value: String) -> String {
      ChartSpec.typesOfKeys[name]?.contains { $0.rawValue == type } == true ? "\(name): \(value)" : ""
    }
    return Sample(
      name: "random",
      yaml: """
        id: random
        type: \(type)
        data: t
        x: x
        y: y
        series: s
        format: \(format)
        \(key("stack", ["true", "false", "false", "percent"][Int(random.unit() * 4)]))
        \(key("curve", random.unit() < 0.3 ? "step" : "linear"))
        \(random.unit() < 0.3 ? key("dashed", "s") : "")
        \(random.unit() < 0.4 ? "references: [{y: \(scale / 2), text: \"\(word(language, &random))\"}, {y: \(scale / 4), text: \"\(remark)\"}, {from: \"\(positions[count / 3].plain)\", to: \"\(positions[count / 2].plain)\", text: \"\(remark)\"}]" : "")
        \(key("direction", random.unit() < 0.5 ? "vertical" : "horizontal"))
        \(random.unit() < 0.3 ? "unit: \"\(word(language, &random))\"" : "")
        \(["bar", "slope", "dumbbell"].contains(type) ? "" : "annotations: [{x: \"\(positions[count / 2].plain)\", text: \"\(remark)\"}, {x: \"\(positions[count - 1].plain)\", text: \"\(remark)\"}]")
        """, columns: columns("x", "s", "y"), rows: rows)
  }

  private func word(_ language: Language, _ random: inout SeededNumbers) -> String {
    let words = [
      "Korea", "Machinery and electrical equipment", "i", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "& < > \" '",
      "半導体製造装置、集積回路および電子部品（その他）", "한국 수출입 통계 반도체 및 디스플레이", "东南亚国家联盟", "ｱｼﾞｱ", "😀 e\u{301}",
    ]
    let picked = (0...Int(random.unit() * random.unit() * 4)).map { _ in words[Int(random.unit() * Double(words.count))]
    }
    return picked.joined(separator: " ").replacing("\"", with: "\\\"")
  }
}

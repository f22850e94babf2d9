// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("degenerate data")
struct DegenerateTests {
  private func layouts(_ rows: [[Cell]], type: String, more: String = "") throws -> [ChartLayout] {
    var diagnostics: [Diagnostic] = []
    let sample = BindTests.sample(rows, type: type, more: "title: A finding\nsubtitle: A measure\n\(more)")
    let maybe = sample.drawn(.english, &diagnostics)
    let drawn = try #require(maybe, "\(diagnostics)")
    #expect(diagnostics == [])
    for layout in drawn.layouts { #expect(overlaps(layout) == []) }
    return drawn.layouts
  }

  private func values(_ values: [Double?], times: Bool = true) -> [[Cell]] {
    values.enumerated().map { index, value in
      [times ? .integer(2000 + index) : .text("c\(index)"), .null, value.map { .real($0) } ?? .null]
    }
  }

  @Test("one point of a line is a dot on a stem, with its value and its period")
  func onePoint() throws {
    let wide = try layouts(values([5]), type: "line")[0]
    #expect(wide.marks.contains { if case .symbol = $0 { true } else { false } })
    #expect(wide.marks.contains { if case .rule(let rule) = $0 { rule.kind == .stem } else { false } })
    #expect(!wide.marks.contains { if case .line = $0 { true } else { false } })
    #expect(wide.texts.map(\.text).contains("2000") && wide.texts.map(\.text).contains("5"))
  }

  @Test("values that are all equal lie inside the axis", arguments: [5.0, -5, 0, 1e-9, 9e17])
  func allEqual(value: Double) throws {
    for type in ["line", "bar", "dot"] {
      for layout in try layouts(values([value, value, value]), type: type) {
        #expect(layout.valueScale.low <= value && value <= layout.valueScale.high)
        #expect(layout.valueScale.low < layout.valueScale.high)
      }
    }
  }

  @Test("a line breaks at a gap, and a point alone between gaps is a dot")
  func gaps() throws {
    let wide = try layouts(values([1, 2, nil, 3, nil, 4, 5]), type: "line")[0]
    let runs = wide.marks.compactMap { if case .line(let line) = $0 { line.runs.map(\.count) } else { nil } }
    #expect(runs == [[2, 2]])
    #expect(wide.marks.count { if case .symbol = $0 { true } else { false } } == 2)
  }

  @Test("bars of zero have no length, missing ones say so, negative ones go the other way")
  func bars() throws {
    let wide = try layouts(values([0, nil, -4, 8], times: false), type: "bar", more: "sort: data")[0]
    let boxes = wide.marks.compactMap { if case .bar(let bar) = $0 { bar.box } else { nil } }
    let zero = wide.valueScale(0)
    #expect(boxes.map(\.width)[0] == 0)
    #expect(abs(boxes[1].right - zero) < 0.05 && boxes[2].x == zero)
    #expect(boxes[2].width > boxes[1].width * 1.99 && boxes[2].width < boxes[1].width * 2.01)
    #expect(wide.texts.map(\.text).contains("no data") && wide.texts.map(\.text).contains("−4"))
  }

  @Test("a missing month leaves the room of its bar empty")
  func missingMonth() throws {
    let rows: [[Cell]] = [
      [.text("2024-01"), .null, .integer(1)], [.text("2024-02"), .null, .integer(2)],
      [.text("2024-05"), .null, .integer(3)],
    ]
    let boxes = try layouts(rows, type: "bar")[0].marks.compactMap {
      if case .bar(let bar) = $0 { bar.box } else { nil }
    }
    #expect(boxes.count == 3)
    #expect(abs((boxes[2].x - boxes[1].x) - 3 * (boxes[1].x - boxes[0].x)) < 0.5)
  }

  @Test("reversed dates are drawn from left to right")
  func reversed() throws {
    let rows = Array(values([1, 2, 3]).reversed())
    for case .line(let line) in try layouts(rows, type: "line")[0].marks {
      #expect(line.runs[0].map(\.x) == line.runs[0].map(\.x).sorted())
      #expect(line.runs[0].map(\.y) == line.runs[0].map(\.y).sorted(by: >))
    }
  }

  @Test("a label of 300 characters is wrapped and kept whole", arguments: ["bar", "line", "dot"])
  func longLabel(type: String) throws {
    let name = Array(repeating: "semiconductors", count: 20).joined(separator: " ")
    let rows: [[Cell]] = [
      [type == "line" ? .integer(2000) : .text(name), .text(name), .integer(3)],
      [type == "line" ? .integer(2001) : .text("b"), .text(name), .integer(4)],
    ]
    for layout in try layouts(rows, type: type, more: type == "line" ? "series: s" : "") {
      #expect(layout.texts.map(\.text).joined(separator: " ").contains(name))
    }
  }

  @Test("markup in every text is shown and never run")
  func markup() throws {
    let nasty = "& < > \" ' </script><script>alert(1)</script>"
    let quoted = "'" + nasty.replacing("'", with: "''") + "'"
    let sample = BindTests.sample(
      [[.text(nasty), .text(nasty), .integer(3)], [.text("b"), .text(nasty), .integer(4)]], type: "bar",
      more: "series: s\ntitle: \(quoted)\nsubtitle: \(quoted)\nnote: \(quoted)\nunit: \(quoted)\nalt: \(quoted)")
    var diagnostics: [Diagnostic] = []
    let maybe = sample.drawn(.english, &diagnostics)
    let drawn = try #require(maybe, "\(diagnostics)")
    for bytes in [Array("\(drawn.wide)".utf8), Array("\(drawn.narrow)".utf8), try #require(drawn.standalone)] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("<script") && !text.contains("</script") && text.contains("&lt;script&gt;"))
    }
    #expect(String(decoding: drawn.data.csv, as: UTF8.self).contains("\"& < > \"\" ' </script>"))
  }
}

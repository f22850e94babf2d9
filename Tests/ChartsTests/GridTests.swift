// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("heat maps and flow matrices")
struct GridTests {
  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let maybe = sample.drawn(language, &diagnostics)
    return try #require(maybe, "\(diagnostics)")
  }

  private func cells(_ layout: ChartLayout) -> [String: Int] {
    var counts: [String: Int] = [:]
    for case .cells(let cells) in layout.marks { counts[cells.role.cssClass, default: 0] += cells.boxes.count }
    return counts
  }

  @Test(
    "steps part at round numbers, evenly or, where a few values are far above the rest, by powers",
    arguments: [
      ([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], [20, 40, 60, 80], "q1 q2 q3 q4 q5"),
      ([1, 2, 3, 4, 6, 8, 12, 18, 30, 45, 1000], [10, 100], "q1 q3 q5"),
      ([-12, -3, 1, 4, 6, 22], [-10, -5, 0, 5, 10], "n3 n2 n1 p1 p2 p3"),
      ([-0.4, -0.1], [-0.2], "n2 n1"), ([7, 7], [], "q3"), ([0, 0], [], "q3"), ([-1, 0, 2], [0, 1, 2], "n1 p1 p2 p3"),
    ] as [([Double], [Double], String)])
  func steps(values: [Double], breaks: [Double], classes: String) {
    let scale = StepScale(of: values, breaks: [], isDiverging: nil)
    #expect(scale.breaks == breaks)
    #expect(scale.steps.map(\.cssClass).joined(separator: " ") == classes)
  }

  @Test("an author's steps are taken as they are, and a value at a break lies above it")
  func ownSteps() {
    let scale = StepScale(of: [1, 60], breaks: [5, 50], isDiverging: nil)
    #expect([4.9, 5, 49, 50].map { scale.role($0).cssClass } == ["q1", "q3", "q3", "q5"])
    let sides = StepScale(of: [-9, 9], breaks: [-5, 5], isDiverging: true)
    #expect([-6, -5, -1, 0, 5].map { sides.role($0).cssClass } == ["n2", "n1", "n1", "p1", "p2"])
  }

  @Test("equal figures have one shade, though one value is just below a step and one just above")
  func shadesAsShown() throws {
    let rows = [(2001, 4.0), (2002, 9.96), (2003, 10.04), (2004, 20)].map { [Cell.integer($0), .text("a"), .real($1)] }
    let sample = BindTests.sample(rows, type: "heatmap", more: "series: s\nsteps: [5, 10]")
    let texts = try drawn(sample).layouts[0].texts.filter { $0.kind == .cell }
    #expect(texts.map(\.text) == ["4", "10", "10", "20"])
    #expect(texts.map { $0.role?.cssClass } == ["q1", "q5", "q5", "q5"])
  }

  @Test("a wide picture has figures in its cells, a narrow one without room for them the last beside each row's name")
  func figures() throws {
    let layouts = try drawn(Samples.heatmap(.english)).layouts
    #expect(layouts[0].texts.count { $0.kind == .cell } == 4 * 14 - 1)
    #expect(layouts[1].texts.allSatisfy { $0.kind != .cell })
    #expect(layouts[1].texts.count { $0.kind == .value } == 4)
    #expect(layouts[1].texts.contains { $0.text == "February 2026" && $0.anchor == .end })
  }

  @Test("a cell without a value is hatched, and the key says what that means")
  func missing() throws {
    for layout in try drawn(Samples.heatmap(.english)).layouts {
      #expect(layout.marks.count { if case .bar(let bar) = $0 { bar.isProjected } else { false } } == 2)
      #expect(layout.texts.contains { $0.text == "no data" })
      #expect(cells(layout).values.reduce(0, +) == 4 * 14 - 1 + StepScale.count(layout))
    }
  }

  @Test("below zero a cell without a figure has a dash, so that its colour is not all that tells")
  func signs() throws {
    let rows = (0..<40).map { [Cell.integer(1980 + $0), .text("a"), .integer($0 - 20)] }
    let narrow = try drawn(BindTests.sample(rows, type: "heatmap")).layouts[1]
    let dashes = narrow.marks.flatMap { mark -> [[Point]] in
      if case .line(let line) = mark, line.kind == .sign { line.runs } else { [] }
    }
    #expect(dashes.count == 20 + 3)
  }

  @Test("rows are in the data's order, or by mean, or by name")
  func order() throws {
    let names = { (sort: String) in
      try self.drawn(
        BindTests.sample(
          [
            [.integer(2000), .text("b"), .integer(5)], [.integer(2000), .text("a"), .integer(1)],
            [.integer(2000), .text("c"), .integer(9)], [.integer(2001), .text("c"), .integer(11)],
          ], type: "heatmap", more: "series: s\n\(sort)")
      ).data.rows.map { $0[0].text }.joined()
    }
    #expect(try names("") == "bac")
    #expect(try names("sort: value") == "cba")
    #expect(try names("sort: -value") == "abc")
    #expect(try names("sort: x") == "abc")
  }

  @Test("a matrix has totals of rows and columns, an empty diagonal in one line, and says whose figures they are")
  func matrix() throws {
    let chart = try drawn(Samples.matrix(.english))
    #expect(chart.data.headers == ["", "China", "Japan", "South Korea", "United States", "Total"])
    #expect(
      chart.data.rows.last?.map(\.text)
        == ["Total", "$477.6 billion", "$258.9 billion", "$210.3 billion", "$798.4 billion", "$1.75 trillion"])
    #expect(chart.data.rows[1].map(\.text)[1...3] == ["$154.7 billion", "–", "–"])
    #expect(chart.note?.contains("Each row is as that economy reports it") == true)
    #expect(chart.note?.contains("Totals leave out the flows") == true)
    #expect(chart.description.contains("Largest: China with United States, $518.4 billion; South Korea with China"))
    for layout in chart.layouts {
      #expect(layout.texts.count { $0.kind == .cell } == 11)
      #expect(layout.marks.count { if case .bar = $0 { true } else { false } } == 2)
    }
  }

  @Test("where a matrix has no room, each reporter is a block with all its partners")
  func blocks() throws {
    let rows = (0..<18).flatMap { partner in
      ["CHN", "JPN"].map { [Cell.text("Partner number \(partner)"), .text($0), .integer(partner * 1000 + 7)] }
    }
    for layout in try drawn(BindTests.sample(rows, type: "matrix")).layouts {
      #expect(layout.texts.count { $0.text == "Partner number 3" } == 3)
      #expect(layout.texts.count { $0.kind == .cell } == 36)
      #expect(overlaps(layout) == [])
    }
  }

  @Test("the first column of a growth rate, which nobody has, is left out")
  func growth() throws {
    let rows = (0..<4).flatMap { year in
      ["a", "b"].map { [Cell.integer(2000 + year), .text($0), .integer(10 + year)] }
    }
    let chart = try drawn(BindTests.sample(rows, type: "heatmap", more: "series: s\ntransform: yoy"))
    #expect(chart.data.headers == ["", "2001", "2002", "2003"])
  }

  @Test("the file has a line for each cell, with the keys of the data")
  func csv() throws {
    let text = String(decoding: try drawn(Samples.heatmap(.korean), .korean).data.csv, as: UTF8.self)
    #expect(text.hasPrefix("country,month,exports\r\nCHN,2025-01,18000000000\r\n"))
    #expect(text.contains("IND,2025-05,\r\n"))
  }

  @Test(
    "what a heat map says in words is its extremes, its trends and who leads",
    arguments: [
      (Language.english, "Highest: China, March 2025, at $26 billion. Lowest: India, November 2025, at $1.9 billion."),
      (.japanese, "最も高いのは中国・2025年3月の260億ドル、最も低いのはインド・2025年11月の19億ドル。"),
      (.korean, "최고: 중국 2025년 3월 260억 달러, 최저: 인도 2025년 11월 19억 달러."),
      (.chinese, "最高为中国2025年3月的260亿美元；最低为印度2025年11月的19亿美元。"),
    ])
  func words(language: Language, expected: String) throws {
    #expect(try drawn(Samples.heatmap(language), language).description.contains(expected))
  }

  @Test("what a grid cannot show is said at its key")
  func rules() {
    func found(_ rows: [[Cell]], _ type: String, _ more: String) -> [String] {
      var diagnostics: [Diagnostic] = []
      _ = BindTests.sample(rows, type: type, more: "title: A finding\nsubtitle: A measure\n\(more)")
        .drawn(.english, &diagnostics)
      return diagnostics.map { "\($0.rule) \($0.place.line)" }
    }
    let rows: [[Cell]] = [[.text("CHN"), .text("JPN"), .integer(1)], [.text("JPN"), .text("CHN"), .integer(2)]]
    #expect(found(rows, "heatmap", "") == ["settings-missing 10"])
    #expect(found(rows, "matrix", "") == ["settings-missing 10"])
    #expect(found(rows, "heatmap", "series: s\nhighlight: CHN\nzero: true") == ["chart-key 19", "chart-key 18"])
    #expect(found(rows, "matrix", "series: s\nsteps: [1, 2, 3, 4, 5]") == ["chart-steps 18"])
    #expect(found(rows, "matrix", "series: s\nsteps: [2, 1]") == ["chart-steps 18"])
    #expect(found(rows, "matrix", "series: s\nsteps: many") == ["settings-type 18"])
    #expect(
      found(rows + [[.text("CHN"), .text("CHN"), .integer(1)]], "matrix", "series: s") == ["chart-matrix-diagonal 14"])
    let many = (0..<25).map { [Cell.text("c\($0)"), .text("a"), .integer($0)] }
    #expect(found(many, "heatmap", "series: s") == ["chart-columns-many 13"])
  }
}

extension StepScale {
  /// How many cells of a picture belong to its key.
  fileprivate static func count(_ layout: ChartLayout) -> Int {
    layout.marks.count {
      if case .cells(let cells) = $0 { cells.boxes.count == 1 && cells.boxes[0].height == 11 } else { false }
    }
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Foundation
import Testing

@testable import Charts

@Suite("maps")
struct MapTests {
  static func sample(_ rows: [(String, Cell)], _ more: String = "y: y") -> Sample {
    Sample(
      name: "", yaml: "id: a\ntype: map\ndata: t\nx: x\ntitle: A finding\nsubtitle: A measure\n\(more)",
      columns: columns("x", "y"), rows: rows.map { [.text($0), $1] })
  }

  static func flows(_ rows: [(String, String, Cell)]) -> Sample {
    Sample(
      name: "", yaml: "id: a\ntype: map\ndata: t\nfrom: f\nto: t\ny: y\ntitle: A finding\nsubtitle: A measure",
      columns: columns("f", "t", "y"), rows: rows.map { [.text($0), .text($1), $2] })
  }

  private func drawn(_ sample: Sample, _ language: Language = .english) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let maybe = sample.drawn(language, &diagnostics)
    let drawn = try #require(maybe, "\(diagnostics)")
    #expect(!diagnostics.hasErrors, "\(diagnostics)")
    for layout in drawn.layouts {
      #expect(overlaps(layout) == [])
      for shape in shapes(layout) {
        let isInside = shape.outlines.joined().allSatisfy { point in
          point.x >= -0.05 && point.x <= layout.width + 0.05 && point.y >= -0.05 && point.y <= layout.height + 0.05
        }
        #expect(isInside)
      }
    }
    return drawn
  }

  private func shapes(_ layout: ChartLayout) -> [ShapeMark] {
    layout.marks.compactMap { if case .shape(let shape) = $0, shape.kind != .edge { shape } else { nil } }
  }

  private func circles(_ layout: ChartLayout) -> [SymbolMark] {
    layout.marks.compactMap { if case .symbol(let symbol) = $0 { symbol } else { nil } }
  }

  @Test("arrows leave the map in the order in which their ends lie around it, whichever comes first in the data")
  func orderBeyond() throws {
    for names in [["EUU", "MEA", "IND"], ["EUU", "IND", "MEA"], ["IND", "EUU", "MEA"], ["MEA", "IND", "EUU"]] {
      let rows = zip(names, [30, 20, 10]).map { ("KOR", $0, Cell.integer($1)) }
      for layout in try drawn(Self.flows(rows)).layouts {
        // By value, as they are drawn; each touches the left edge with its head.
        let tips = shapes(layout).compactMap { shape -> Double? in
          guard case .arrow = shape.kind else { return nil }
          return shape.outlines.joined().min { $0.x < $1.x }?.y
        }
        let heights = Dictionary(uniqueKeysWithValues: zip(names, tips))
        let ordered = try ["EUU", "MEA", "IND"].map { try #require(heights[$0]) }
        #expect(ordered == ordered.sorted(), "\(names), \(layout.size)")
      }
    }
  }

  @Test("the projection gives the published places of Snyder's examples")
  func projection() {
    // USGS PP 1395, page 332: a sphere of radius 3, centred on 40° N, 100° W; the place is 20° S, 100° E.
    let example = MapProjection(radius: 3, longitude: -100, latitude: 40)(longitude: 100, latitude: -20)
    #expect(abs(example.east + 4.2339303) < 1e-7 && abs(example.north - 4.0257775) < 1e-7)
    // Table 29, page 191: centred on the equator at 0°, radius 1; the place is 40° N, 40° E and 90° N.
    let equator = MapProjection(radius: 1, longitude: 0, latitude: 0)
    #expect(abs(equator(longitude: 0, latitude: 90).north - 1.41421) < 1e-5)
    #expect(equator(longitude: 0, latitude: 0) == MapPoint(east: 0, north: 0))
  }

  @Test("areas are true: a square degree at the edge of the map is as large as its cosine says")
  func areas() {
    func area(_ longitude: Double, _ latitude: Double) -> Double {
      let corners = [(0.0, 0.0), (0.1, 0), (0.1, 0.1), (0, 0.1)].map {
        MapProjection.eastAsia(longitude: longitude + $0, latitude: latitude + $1)
      }
      return zip(corners, corners.dropFirst() + corners.prefix(1))
        .reduce(0) { $0 + $1.0.east * $1.1.north - $1.1.east * $1.0.north } / 2
    }
    let side = 6371.0072 * 0.1 * Double.pi / 180
    for (longitude, latitude) in [(112.0, 30.0), (145, 44), (75, 38), (100, -8)] {
      let ratio = area(longitude, latitude) / (side * side * cos((latitude + 0.05) * .pi / 180))
      #expect(abs(ratio - 1) < 1e-4)
    }
  }

  @Test("capitals lie in their countries, and neighbours' borders are one line")
  func outlines() throws {
    func isIn(_ code: String, _ longitude: Double, _ latitude: Double) throws -> Bool {
      let place = MapProjection.eastAsia(longitude: longitude, latitude: latitude)
      let outline = try #require(Outline.region.first { $0.code == code })
      return outline.rings.reduce(false) { isInside, ring in
        var isInside = isInside
        for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1))
        where (a.north > place.north) != (b.north > place.north) {
          let east = a.east + (place.north - a.north) / (b.north - a.north) * (b.east - a.east)
          if place.east < east { isInside.toggle() }
        }
        return isInside
      }
    }
    let capitals = [
      ("CHN", 116.39, 39.93), ("JPN", 139.6, 35.8), ("KOR", 127.0, 37.57), ("PRK", 125.75, 39.02), ("TWN", 121.3, 24.6),
      ("MNG", 106.91, 47.92), ("VNM", 105.85, 21.03), ("THA", 100.5, 13.9), ("IDN", 107.3, -6.7), ("PHL", 121.0, 15.2),
    ]
    for (code, longitude, latitude) in capitals {
      #expect(try isIn(code, longitude, latitude), "\(code)")
      #expect(try !isIn(code == "CHN" ? "MNG" : "CHN", longitude, latitude), "\(code)")
    }
    let points = { code in Set(Outline.region.first { $0.code == code }?.rings.joined().map(\.self) ?? []) }
    #expect(points("KOR").intersection(points("PRK")).count >= 4)
    #expect(points("CHN").intersection(points("MNG")).count >= 20)
  }

  @Test("every country of the map has a name in four languages and a place for it")
  func names() {
    for code in MapChart.region {
      let territory = Territory.all[code]
      #expect(territory != nil, "\(code)")
      for language in Language.allCases { #expect(territory?.name(in: language).isEmpty == false) }
    }
    for country in Country.allCases {
      for language in Language.allCases {
        #expect(Territory.all[country.rawValue]?.name(in: language) == country.name(in: language))
      }
    }
    #expect(Territory.all.count > 180)
  }

  @Test("land has the colour of its value's step, land without a value none, and the key says where steps part")
  func shades() throws {
    let chart = try drawn(
      Self.sample([("CHN", .real(5)), ("JPN", .real(15)), ("KOR", .null), ("HKG", .real(25))], "y: y\nsteps: [10, 20]"))
    for layout in chart.layouts {
      let kinds = shapes(layout).map(\.kind)
      #expect(kinds.count { $0 == .region(.step(.amount(1))) } == 2)
      #expect(kinds.count { $0 == .region(.step(.amount(3))) } == 2)
      #expect(kinds.count { $0 == .region(.step(.amount(5))) } == 2)
      #expect(kinds.contains(.blank) && !kinds.contains(.land))
      #expect(circles(layout).map(\.role) == [.step(.amount(5))])
      let texts = layout.texts.map(\.text)
      for text in ["10", "20", "no data", "China", "Japan", "Hong Kong"] { #expect(texts.contains(text)) }
      #expect(!texts.contains("South Korea"))
    }
    #expect(
      chart.description.hasSuffix(
        "3 places have values. Highest: Hong Kong, 25; Japan, 15; China, 5. One value is missing."))
    #expect(chart.note == "Map: Natural Earth, boundaries as they are in fact.")
    #expect(
      chart.data.rows.map { $0.map(\.text) } == [
        ["China", "5"], ["Japan", "15"], ["South Korea", "–"], ["Hong Kong", "25"],
      ])
  }

  @Test("the map shows the north-east, and with a value farther south the south-east too")
  func frames() throws {
    let near = MapFrame(showing: [MapPoint(east: 1300, north: 900)], size: .wide, top: 0)
    let far = MapFrame(showing: [MapPoint(east: -940, north: -3132)], size: .wide, top: 0)
    #expect(near.scale > far.scale)
    for size in LayoutSize.allCases {
      for frame in [
        MapFrame(showing: [], size: size, top: 0),
        MapFrame(showing: [MapPoint(east: 0, north: -3000)], size: size, top: 0),
      ] {
        for code in ["JPN", "KOR", "TWN"] {
          let outline = try #require(Outline.region.first { $0.code == code })
          #expect(outline.rings[0].allSatisfy { frame.contains($0) }, "\(code) in \(frame)")
        }
      }
    }
  }

  @Test(
    "a name stands nearer to its own circle than to any other, so that no figure is read for a neighbour's",
    arguments: Language.allCases)
  func nearest(_ language: Language) throws {
    let codes = ["HKG", "VNM", "JPN", "KOR", "IND", "MYS", "THA", "SGP", "TWN"]
    let rows = codes.enumerated().map { ($1, Cell.integer(20 - $0)) }
    for layout in try drawn(Self.sample(rows, "size: y"), language).layouts {
      for (code, circle) in zip(codes, circles(layout)) {
        let name = try #require(Territory.all[code]?.name(in: language))
        guard let index = layout.texts.firstIndex(where: { $0.text == name }) else { continue }
        let box = layout.texts[index].box.union(layout.texts[index + 1].box)
        func gap(_ circle: SymbolMark) -> Double {
          let (x, y) = (circle.center.x, circle.center.y)
          return hypot(max(box.x, min(x, box.right)) - x, max(box.y, min(y, box.bottom)) - y) - circle.radius
        }
        let isTied = gap(circle) > 14
        let nearest = circles(layout).map(gap).min() ?? 0
        #expect(isTied || gap(circle) <= nearest, "\(name) in the \(layout.size.rawValue) picture")
      }
    }
  }

  @Test("circles have areas in proportion; what is not on the map stands at its edge, in its direction")
  func areasOfCircles() throws {
    let chart = try drawn(
      Self.sample([("USA", .real(400)), ("JPN", .real(100)), ("EUU", .real(100)), ("KOR", .integer(0))], "size: y"))
    for layout in chart.layouts {
      let found = circles(layout)
      #expect(found.map(\.role) == [.country(.unitedStates), .country(.japan), .grey(2)])
      #expect(abs(found[0].radius / found[1].radius - 2) < 1e-9)
      #expect(found[0].center.x > layout.width - 45 && found[2].center.x < 30)
      #expect(
        layout.texts.contains { $0.text == "United States" } && !layout.texts.contains { $0.text == "South Korea" })
    }
    #expect(chart.data.rows.count == 4)
  }

  @Test("arrows are as wide as their values, end at their target, and two in opposite directions lie apart")
  func arrows() throws {
    let chart = try drawn(Samples.mapTriangle(.english))
    for layout in chart.layouts {
      let arrows = shapes(layout).filter { if case .arrow = $0.kind { true } else { false } }
      #expect(arrows.count == 6)
      let roles = arrows.map { if case .arrow(let role) = $0.kind { role } else { ColorRole.grey(1) } }
      #expect(roles.prefix(2) == [.country(.korea), .country(.japan)])
      for value in ["182", "156", "152", "146", "48", "30"] {
        #expect(layout.texts.contains { $0.text.contains(value) }, "\(value) in \(layout.size)")
      }
    }
    let there = FlowArrow(from: Point(0, 0), to: Point(100, 0), width: 4, startGap: 0, endGap: 0)
    let back = FlowArrow(from: Point(100, 0), to: Point(0, 0), width: 4, startGap: 0, endGap: 0)
    #expect(there.point(0.5).y > 5 && back.point(0.5).y < -5)
    #expect(there.outline.contains { abs($0.x - 100) < 0.1 && abs($0.y) < 0.1 })
    #expect(
      try drawn(Samples.mapFlows(.japanese), .japanese).description
        == "流れの地図。韓国の輸出額、仕向け先別、2026年7月。10カ国・地域間の9本の流れ。大きな流れは韓国から中国（216.6億ドル）、韓国からASEAN（188億ドル）、韓国から米国（174.7億ドル）、韓国からEU（90.9億ドル）。"
    )
  }

  @Test("a map keeps within 25 KB")
  func size() throws {
    for sample in [Samples.mapShaded(.english), Samples.mapCircles(.english), Samples.mapFlows(.english)] {
      let chart = try drawn(sample)
      #expect("\(chart.wide)".utf8.count <= 25_000)
      #expect("\(chart.narrow)".utf8.count <= 25_000)
    }
  }

  @Test(
    "what is no place with a value is said at its key",
    arguments: [
      (
        [], "y: y", "chart-no-rows", "the chart's data has no rows", 12,
        "its table or query is empty: see what the query selects"
      ),
      ([("VNMM", .integer(1))], "y: y", "chart-map-code", "'VNMM' is no country code", 13, "did you mean 'VNM'?"),
      ([("South Korea", .integer(1))], "y: y", "chart-map-code", "'South Korea' is no country code", 13, "write 'KOR'"),
      ([("한국", .integer(1))], "size: y", "chart-map-code", "'한국' is no country code", 13, "write 'KOR'"),
      (
        [("KOR", .null)], "y: y", "chart-all-missing", "every value of the chart is missing", 16,
        "name another column, or leave the chart out until there is a value"
      ),
      (
        [("KOR", .integer(0))], "size: y", "chart-all-zero", "every value of the chart is zero, and none has a size",
        16, "name another column, or leave the chart out until a value is above zero"
      ),
      (
        [("KOR", .integer(-1))], "size: y", "chart-negative", "'-1' for 'KOR' has no size", 16,
        "name the column with 'y:', and the land is shaded"
      ),
      (
        [("KOR", .real(.infinity))], "y: y", "chart-too-large", "'inf' in column 'y' is too large to draw", 16,
        "values have to be below 10^18; divide them in a query, and say so in 'unit:'"
      ),
      (
        [("KOR", .integer(1)), ("KOR", .integer(2))], "y: y", "chart-duplicate", "there are two values for 'KOR'", 16,
        "sum them in a query"
      ),
      (
        [("USA", .integer(1))], "y: y", "chart-map-empty", "no row has a value for a country of the map", 13,
        "it shows East and South-East Asia: CHN, JPN, KOR, TWN, VNM"
      ),
      (
        [("KOR", .integer(1)), ("USA", .integer(1)), ("BRA", .integer(1))], "y: y", "chart-map-outside",
        "'USA' and 1 more are not on the map of East Asia", 13,
        "leave them out with 'where:'; circles with 'size:' show them at the edge"
      ),
      ([("KOR", .integer(1))], "y: y\nsort: value", "chart-key", "'type: map' has no 'sort'", 17, "remove it"),
      (
        [("KOR", .integer(1))], "y: y\nstack: true", "chart-key", "'type: map' has no 'stack'", 17,
        "'area', 'bar' have it"
      ),
    ] as [([(String, Cell)], String, String, String, Int, String?)])
  func faults(
    rows: [(String, Cell)], more: String, rule: String, message: String, line: Int, hint: String?
  ) {
    var diagnostics: [Diagnostic] = []
    _ = Self.sample(rows, more).drawn(.english, &diagnostics)
    #expect(diagnostics.map(\.rule) == [rule])
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.first?.place.line == line)
    #expect(diagnostics.first?.hint == hint)
  }

  @Test("a flow to itself is no arrow, and a map needs a value or two ends")
  func flowFaults() {
    var diagnostics: [Diagnostic] = []
    #expect(Self.flows([("KOR", "KOR", .integer(1))]).drawn(.english, &diagnostics) == nil)
    #expect(Self.sample([("KOR", .integer(1))], "").drawn(.english, &diagnostics) == nil)
    #expect(diagnostics.map(\.message) == ["the flow from 'KOR' ends where it begins", "a map chart needs 'y'"])
  }

  @Test("one value, equal values and zeros are drawn")
  func degenerate() throws {
    for values in [[3.0], [3, 3], [0, 0], [-4, -4], [1e17, 1e-7]] {
      let rows = zip(["KOR", "JPN"], values).map { ($0, Cell.real($1)) }
      #expect(try drawn(Self.sample(rows)).layouts[0].texts.contains { $0.text == "South Korea" })
    }
  }

  @Test("all places at once, with random values, find room without meeting", arguments: Language.allCases)
  func random(language: Language) throws {
    var random = SeededNumbers(seed: 5)
    let codes = Territory.all.keys.sorted()
    for round in 0..<2 {
      let chosen = codes.filter { _ in random.unit() < (round < 1 ? 0.5 : 0.2) } + ["CHN"]
      let rows = chosen.uniqued().map { ($0, Cell.real((random.unit() - (round % 2 == 0 ? 0 : 0.5)) * 1e9)) }
      _ = try drawn(Self.sample(rows, "y: y\nformat: usd"), language)
      let sizes = rows.map { ($0.0, Cell.real(abs($0.1.number ?? 0))) }
      _ = try drawn(Self.sample(sizes, "size: y"), language)
      let flows = rows.filter { $0.0 != "KOR" }.prefix(30).map { ("KOR", $0.0, Cell.real(abs($0.1.number ?? 0))) }
      let back = rows.filter { $0.0 != "KOR" }.prefix(5).map { ($0.0, "KOR", Cell.real(abs($0.1.number ?? 0))) }
      _ = try drawn(Self.flows(round % 3 == 0 ? flows : flows + back), language)
    }
  }

  @Test("long, right-to-left and emoji names are whole where they have room", arguments: Language.allCases)
  func labels(language: Language) throws {
    let long = Array(repeating: "semiconductors", count: 20).joined(separator: " ")
    let layouts = try drawn(
      Self.sample(
        [("CHN", .integer(1)), ("JPN", .integer(2)), ("KOR", .integer(3))],
        "y: y\nlabels: {CHN: \"\(long)\", JPN: صادرات, KOR: 😀🇰🇷}"), language
    ).layouts
    for layout in layouts { #expect(layout.texts.contains { $0.text == "صادرات" }) }
  }
}

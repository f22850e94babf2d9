// SPDX-License-Identifier: MIT
import Figures

@testable import Charts

extension Samples {
  /// The samples of the types that are no series over positions.
  static var grids: [(Language) -> Sample] {
    [heatmap, growth, matrix, treemap, waterfall, bump, sparkTable]
  }

  private static func cell(_ value: Double?, times unit: Double = 1) -> Cell {
    guard let value else { return .null }
    return .real(value * unit)
  }

  private static func month(_ index: Int) -> Cell {
    let number = index % 12 + 1
    return .text("\(2025 + index / 12)-\(number < 10 ? "0" : "")\(number)")
  }

  /// Amounts over many months, one of them missing: a narrow picture has no room for figures.
  static func heatmap(_ language: Language) -> Sample {
    let bases: [(name: String, base: Double)] = [("CHN", 18), ("IND", 1.9), ("JPN", 2.6), ("USA", 15)]
    var rows: [[Cell]] = []
    for (name, base) in bases {
      for index in 0..<14 {
        let value = base + Double(index * 7 % 5) * base / 9
        rows.append([month(index), .text(name), cell(name == "IND" && index == 4 ? nil : value, times: 1e9)])
      }
    }
    return Sample(
      name: "heatmap-months",
      yaml: """
        id: months
        type: heatmap
        data: exports
        x: month
        y: exports
        series: country
        sort: value
        format: usd
        labels: {IND: "\(words(language, "India", "インド", "인도", "印度"))"}
        title: "\(words(language, "China and the United States take the most", "中国と米国向けが突出", "중국·미국 비중이 압도적", "对中美出口遥遥领先"))"
        subtitle: "\(words(language, "Exports by destination, monthly", "輸出額、仕向け地別、月次", "지역별 수출액, 월별", "分目的地出口额，月度"))"
        """, columns: columns("month", "country", "exports"), rows: rows)
  }

  /// Growth of both signs over years.
  static func growth(_ language: Language) -> Sample {
    var rows: [[Cell]] = []
    for (index, name) in ["CHN", "JPN", "KOR"].enumerated() {
      for year in 0..<6 {
        let value = Double((year * 37 + index * 23) % 41 - 17)
        rows.append([.integer(2019 + year), .text(name), cell(value, times: 0.01)])
      }
    }
    return Sample(
      name: "heatmap-growth",
      yaml: """
        id: growth
        type: heatmap
        data: growth
        x: year
        y: growth
        series: country
        format: signed-percent
        title: "\(words(language, "Trade swings from year to year", "貿易は年ごとに大きく振れる", "교역은 해마다 출렁인다", "贸易逐年大幅波动"))"
        subtitle: "\(words(language, "Change in trade on the year before, per cent", "貿易額の前年比、%", "교역액 전년 대비, %", "贸易额同比，%"))"
        """, columns: columns("year", "country", "growth"), rows: rows)
  }

  /// Four that report each other, one flow unknown.
  static func matrix(_ language: Language) -> Sample {
    let flows: [(String, String, Double?)] = [
      ("CHN", "USA", 518.4), ("CHN", "JPN", 150.3), ("CHN", "KOR", 144.7), ("JPN", "CHN", 154.7), ("JPN", "USA", 148.4),
      ("JPN", "KOR", nil), ("KOR", "CHN", 179.7), ("KOR", "USA", 131.6), ("KOR", "JPN", 29.6), ("USA", "CHN", 143.2),
      ("USA", "JPN", 79), ("USA", "KOR", 65.6),
    ]
    return Sample(
      name: "matrix-flows",
      yaml: """
        id: flows
        type: matrix
        data: flows
        x: partner
        y: exports
        series: reporter
        format: usd
        title: "\(words(language, "The largest flow runs from China to America", "最大の流れは中国から米国へ", "가장 큰 흐름은 중국에서 미국으로", "最大的贸易流由中国流向美国"))"
        subtitle: "\(words(language, "Exports from each row to each column, USD billion, 2024", "行の国から列の国への輸出額、億ドル、2024年", "행의 나라에서 열의 나라로의 수출액, 억 달러, 2024년", "各行对各列出口额，亿美元，2024年"))"
        """, columns: columns("reporter", "partner", "exports"),
      rows: flows.map { [.text($0.0), .text($0.1), cell($0.2, times: 1e9)] })
  }

  /// Two groups, one with many small parts, and rows that no tile can show.
  static func treemap(_ language: Language) -> Sample {
    let large: [(String, String, Double?)] = [
      ("chips", "e", 331), ("phones", "e", 60), ("displays", "e", 15), ("cars", "v", 62), ("ships", "v", 31),
      ("parts", "v", 17), ("trams", "v", 0), ("other", "v", nil),
    ]
    let small = (1...5).map { ("small \($0)", "e", Double?(0.4)) }
    return Sample(
      name: "treemap-items",
      yaml: """
        id: items
        type: treemap
        data: items
        x: item
        y: exports
        series: kind
        format: usd
        labels:
          e: "\(words(language, "Electronics", "電子機器", "전자", "电子产品"))"
          v: "\(words(language, "Vehicles", "輸送機器", "수송기기", "运输设备"))"
          chips: "\(words(language, "Semiconductors", "半導体", "반도체", "半导体"))"
          phones: "\(words(language, "Wireless communication devices", "無線通信機器", "무선통신기기", "无线通信设备"))"
          displays: "\(words(language, "Displays", "ディスプレー", "디스플레이", "显示屏"))"
          cars: "\(words(language, "Motor vehicles", "自動車", "자동차", "汽车"))"
          ships: "\(words(language, "Ships", "船舶", "선박", "船舶"))"
          parts: "\(words(language, "Vehicle parts", "自動車部品", "자동차 부품", "汽车零部件"))"
        title: "\(words(language, "Chips outweigh everything else", "半導体が他を圧倒", "반도체가 나머지를 압도", "芯片一枝独秀"))"
        subtitle: "\(words(language, "Exports by item, July 2026", "品目別輸出額、2026年7月", "품목별 수출액, 2026년 7월", "分商品出口额，2026年7月"))"
        """, columns: columns("item", "kind", "exports"),
      rows: (large + small).map { [.text($0.0), .text($0.1), cell($0.2, times: 1e8)] })
  }

  static func waterfall(_ language: Language) -> Sample {
    let steps: [(String, Double?)] = [
      ("start", 2340), ("MEX", 193), ("VNM", 90), ("KOR", 60), ("CHN", -66), ("rest", 649), ("end", nil),
    ]
    return Sample(
      name: "waterfall-imports",
      yaml: """
        id: imports
        type: waterfall
        data: imports
        x: step
        y: change
        totals: [start, end]
        format: usd
        labels:
          start: "\(words(language, "Imports in 2017", "2017年の輸入", "2017년 수입", "2017年进口"))"
          end: "\(words(language, "Imports in 2024", "2024年の輸入", "2024년 수입", "2024年进口"))"
          rest: "\(words(language, "All others", "その他", "기타", "其他"))"
          MEX: "\(words(language, "Mexico", "メキシコ", "멕시코", "墨西哥"))"
          VNM: "\(words(language, "Vietnam", "ベトナム", "베트남", "越南"))"
        title: "\(words(language, "Imports from China fell, all others rose", "中国からの輸入だけが減少", "중국산 수입만 감소", "仅自中国进口下降"))"
        subtitle: "\(words(language, "US imports and their change by origin", "米国の輸入額と輸入元別の増減", "미국의 수입액과 국가별 증감", "美国进口额及分来源地增减"))"
        """, columns: columns("step", "change"),
      rows: steps.map { [.text($0.0), cell($0.1, times: 1e9)] })
  }

  /// Two share a rank, one enters and one leaves.
  static func bump(_ language: Language) -> Sample {
    let values: [String: [Double?]] = [
      "CHN": [10, 9, 9, 7, 8], "USA": [9, 9, 8, 9, 9], "JPN": [5, 5, 4, 4, 4], "KOR": [3, 4, 5, 5, 6],
      "VNM": [nil, nil, 1, 2, 3], "HKG": [2, 2, 2, nil, nil],
    ]
    var rows: [[Cell]] = []
    for (name, values) in values.sorted(by: { $0.key < $1.key }) {
      for (year, value) in values.enumerated() {
        rows.append([.integer(2020 + year), .text(name), cell(value, times: 1e10)])
      }
    }
    return Sample(
      name: "bump-partners",
      yaml: """
        id: ranks
        type: bump
        data: partners
        x: year
        y: trade
        series: partner
        format: usd
        highlight: [KOR, CHN, USA]
        labels: {VNM: "\(words(language, "Vietnam", "ベトナム", "베트남", "越南"))", HKG: "\(words(language, "Hong Kong", "香港", "홍콩", "香港"))"}
        title: "\(words(language, "South Korea passed Japan", "韓国が日本を抜いた", "한국이 일본을 앞질렀다", "韩国超过日本"))"
        subtitle: "\(words(language, "Rank of partners by trade, 2020–2024", "貿易相手の順位、2020～2024年", "교역 상대 순위, 2020~2024년", "贸易伙伴排名，2020—2024年"))"
        """, columns: columns("year", "partner", "trade"), rows: rows)
  }

  static func sparkTable(_ language: Language) -> Sample {
    var rows: [[Cell]] = []
    for (index, name) in ["KOR", "JPN", "CHN"].enumerated() {
      for year in 0..<5 {
        let value = Double(280 + index * 50 + (year * 31 + index * 17) % 40)
        rows.append([.text(name), .integer(2020 + year), cell(value, times: 1e9)])
      }
    }
    return Sample(
      name: "table-sparklines",
      yaml: """
        id: lines
        type: table
        data: partners
        x: partner
        y: total
        spark: {x: year, y: total}
        sort: value
        format: {total: usd}
        title: "\(words(language, "China trades most", "中国が最多", "중국이 최다", "中国贸易额最大"))"
        subtitle: "\(words(language, "Trade by partner, 2024", "相手国別貿易額、2024年", "상대국별 교역액, 2024년", "分伙伴贸易额，2024年"))"
        """, columns: columns("partner", "year", "total"), rows: rows)
  }
}

// SPDX-License-Identifier: MIT
import Figures

@testable import Charts

extension Samples {
  private static let economies: [(code: String, income: Double, rate: Double, trade: Double)] = [
    ("CHN", 12_614, 0.098, 438.9), ("JPN", 33_834, 0.127, 148.2), ("KOR", 33_121, 0.129, 131.5),
    ("DEU", 52_746, 0.083, 160.4),
    ("VNM", 4_347, 0.104, 136.6), ("IND", 2_485, 0.172, 87.4), ("BRA", 10_044, 0.174, 42.3),
    ("CHE", 99_995, 0.058, 63.4),
    ("MEX", 13_926, 0.061, 505.9), ("KHM", 1_875, 0.121, 12.7), ("IDN", 4_941, 0.108, 28.1),
    ("THA", 7_172, 0.111, 63.3),
  ]

  private static func titles(_ language: Language) -> [ChartColumn] {
    [
      ChartColumn(name: "code"),
      ChartColumn(name: "income", title: words(language, "GDP per head", "1人当たりGDP", "1인당 GDP", "人均GDP")),
      ChartColumn(name: "rate", title: words(language, "Added tariff", "追加関税率", "추가 관세율", "加征税率")),
      ChartColumn(name: "trade", title: words(language, "US imports", "米国の輸入額", "미국 수입액", "美国进口额")),
    ]
  }

  private static func plane(_ name: String, _ more: String, _ language: Language) -> Sample {
    Sample(
      name: name,
      yaml: """
        id: \(name)
        type: scatter
        data: economies
        x: income
        y: rate
        label: code
        \(more)
        highlight: [CHN, JPN, KOR]
        title: "\(words(language, "Rich suppliers bear no higher tariffs than poor ones", "豊かな国ほど高い関税とは限らない", "부유한 나라라고 관세가 더 높지는 않다", "富裕的供应国关税并不更高"))"
        subtitle: "\(words(language, "US tariff added since 2024 and GDP per head, US dollars, 2024", "2024年以降の米国の追加関税率と1人当たりGDP、ドル、2024年", "2024년 이후 미국의 추가 관세율과 1인당 GDP, 달러, 2024년", "2024年以来美国加征税率与人均GDP，美元，2024年"))"
        """, columns: titles(language),
      rows: economies.map { [.text($0.code), .real($0.income), .real($0.rate), .real($0.trade * 1e9)] })
  }

  static func scatter(_ language: Language) -> Sample {
    let text = words(language, "Level of Brazil", "ブラジルの水準", "브라질 수준", "巴西的水平")
    return plane(
      "scatter-income",
      """
      format: {income: usd, rate: percent}
      references: [{x: 52746, y: 0.083, text: "\(words(language, "The EU’s rate", "EUの税率", "EU의 세율", "欧盟税率"))"}, {y: 0.174, text: "\(text)"}]
      """, language)
  }

  static func bubbles(_ language: Language) -> Sample {
    plane("scatter-bubbles", "size: trade\nlog: x\nformat: {income: usd, rate: percent, trade: usd}", language)
  }

  static func logLines(_ language: Language) -> Sample {
    let growth = [("CHN", 59.7e9, 1.096), ("JPN", 44.3e9, 1.078), ("KOR", 3.9e9, 1.101), ("USA", 541.9e9, 1.064)]
    let rows = (0..<64).flatMap { year in
      growth.map { code, start, rate -> [Cell] in
        let value = (0..<year).reduce(start) { value, _ in value * rate }
        return [.integer(1960 + year), .text(code), .real(value)]
      }
    }
    return Sample(
      name: "line-log",
      yaml: """
        id: growth
        type: line
        data: gdp
        x: year
        y: gdp
        series: code
        format: usd
        log: y
        references: [{x: 2010, y: 6e12, text: "\(words(language, "China passes Japan", "中国が日本を抜く", "중국이 일본을 추월", "中国超过日本"))"}]
        title: "\(words(language, "Korea’s rise is as steep as China’s", "韓国の成長は中国並みに急だった", "한국의 성장세는 중국만큼 가팔랐다", "韩国的增长与中国一样陡"))"
        subtitle: "\(words(language, "GDP at current prices, US dollars, 1960–2023", "名目GDP、ドル、1960～2023年", "명목 GDP, 달러, 1960~2023년", "名义GDP，美元，1960—2023年"))"
        """, columns: columns("year", "code", "gdp"), rows: rows)
  }

  /// Monthly rates, and half a year of bands that open.
  private static func rates(_ start: Double, _ more: [Cell] = []) -> [[Cell]] {
    (0..<30).map { month -> [Cell] in
      let text = "\(2024 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
      let ahead = Double(max(0, month - 23))
      let value = start * (1 + Double((min(month, 23) * 37) % 11) / 100 + Double(min(month, 23)) / 200)
      let edges: [Cell] =
        ahead == 0
        ? [.null, .null, .null, .null]
        : [-0.03, 0.03, -0.015, 0.015].map { .real(value * (1 + $0 * ahead.squareRoot())) }
      return more + [.text(text), .real(value)] + edges
    }
  }

  private static func fanYAML(_ name: String, _ more: String, _ language: Language) -> String {
    """
    id: \(name)
    type: fan
    data: rates
    x: month
    y: rate
    zero: false
    \(more)
    bands: {"\(words(language, "80% band", "80％区間", "80% 구간", "80%区间"))": [low80, high80], "\(words(language, "50% band", "50％区間", "50% 구간", "50%区间"))": [low50, high50]}
    title: "\(words(language, "The rate could go either way", "相場はどちらにも動きうる", "환율은 어느 쪽으로도 움직일 수 있다", "汇率可能向任一方向变动"))"
    subtitle: "\(words(language, "Units per US dollar, monthly, 2024–2026", "1ドル当たり、月次、2024～2026年", "달러당, 월별, 2024~2026년", "每美元兑换额，月度，2024—2026年"))"
    note: "\(words(language, "The 80% band holds eight of ten past changes.", "80％区間には過去の変化の8割が入る。", "80% 구간에는 과거 변동의 80%가 들어간다.", "80%区间包含过去变动的八成。"))"
    """
  }

  static func fan(_ language: Language) -> Sample {
    Sample(
      name: "fan-rates", yaml: fanYAML("fan-rates", "", language),
      columns: columns("month", "rate", "low80", "high80", "low50", "high50"), rows: rates(140))
  }

  static func panelsOfFans(_ language: Language) -> Sample {
    Sample(
      name: "facet-fan", yaml: fanYAML("facet-fan", "facet: country", language),
      columns: columns("country", "month", "rate", "low80", "high80", "low50", "high50"),
      rows: rates(140, [.text("JPN")]) + rates(160, [.text("KOR")]))
  }

  static func panelsOfLines(_ language: Language) -> Sample {
    let codes = ["CHN", "JPN", "KOR", "MEX", "CAN", "VNM"]
    let rows = codes.enumerated().flatMap { rank, code in
      (0..<36).map { month -> [Cell] in
        let base = Double(12 + rank * 5 + (month * 31 + rank * 17) % 7)
        return [
          .text(code), .text("\(2022 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"),
          month == 17 && rank == 2 ? .null : .real(base * 1e9), .real(base * 0.6e9 + Double(month) * 1e8),
        ]
      }
    }
    return Sample(
      name: "facet-line",
      yaml: """
        id: by-partner
        type: line
        data: trade
        x: month
        y: [imports, exports]
        facet: partner
        format: usd
        labels: {imports: "\(words(language, "Imports", "輸入", "수입", "进口"))", exports: "\(words(language, "Exports", "輸出", "수출", "出口"))", MEX: "\(words(language, "Mexico", "メキシコ", "멕시코", "墨西哥"))", CAN: "\(words(language, "Canada", "カナダ", "캐나다", "加拿大"))", VNM: "\(words(language, "Vietnam", "ベトナム", "베트남", "越南"))"}
        title: "\(words(language, "The United States buys more than it sells to all six", "米国は6カ国すべてに対して輸入超過", "미국은 여섯 나라 모두에 대해 수입 초과", "美国对六国均为进口大于出口"))"
        subtitle: "\(words(language, "US goods trade by partner, US dollars, monthly, 2022–2024", "米国の相手国別財貿易、ドル、月次、2022～2024年", "미국의 상대국별 상품 무역, 달러, 월별, 2022~2024년", "美国分伙伴货物贸易，美元，月度，2022—2024年"))"
        """, columns: columns("partner", "month", "imports", "exports"), rows: rows)
  }

  static func panelsOfBars(_ language: Language) -> Sample {
    let goods = [
      words(language, "Machinery", "機械", "기계", "机械"),
      words(language, "Vehicles and parts", "自動車・部品", "자동차 및 부품", "汽车及零件"),
      words(language, "Chips", "半導体", "반도체", "芯片"),
    ]
    let values = [[78.8, 16.4, 19.1], [35.2, 52.1, 2.5], [25.6, 43.9, 4.2]]
    let rows = zip(["CHN", "JPN", "KOR"], values).flatMap { code, numbers in
      zip(goods, numbers).map { [Cell.text(code), .text($0), .real($1 * 1e9)] }
    }
    return Sample(
      name: "facet-bar",
      yaml: """
        id: by-item
        type: bar
        data: imports
        x: item
        y: imports
        facet: country
        format: usd
        title: "\(words(language, "Machines come from China, cars from Japan and Korea", "機械は中国から、自動車は日韓から", "기계는 중국에서, 자동차는 한일에서", "机械来自中国，汽车来自日韩"))"
        subtitle: "\(words(language, "US imports by origin and item, US dollars, 2024", "米国の輸入額、原産国・品目別、ドル、2024年", "미국 수입액, 원산지·품목별, 달러, 2024년", "美国进口额，按来源和商品，美元，2024年"))"
        """, columns: columns("country", "item", "imports"), rows: rows)
  }

  static func panelsOfPoints(_ language: Language) -> Sample {
    var random = SeededNumbers(seed: 5)
    let rows = ["CHN", "JPN", "KOR"].flatMap { code in
      (0..<30).map { index -> [Cell] in
        [
          .text(code), .text("\(index)"), .real(1e6 * powerOfTen(index % 4) * (1 + random.unit())),
          .real(random.unit() / 3),
        ]
      }
    }
    return Sample(
      name: "facet-scatter",
      yaml: """
        id: by-chapter
        type: scatter
        data: chapters
        x: imports
        y: rate
        label: chapter
        facet: country
        log: x
        format: {imports: usd, rate: percent}
        title: "\(words(language, "Tariffs do not fall on what America buys most", "米国が最も買う品目に関税が高いわけではない", "미국이 가장 많이 사는 품목에 관세가 높지는 않다", "美国买得最多的商品关税并不最高"))"
        subtitle: "\(words(language, "US imports and tariff by chapter, US dollars and per cent, 2024", "類別の米国の輸入額と関税率、ドルと%、2024年", "류별 미국 수입액과 관세율, 달러와 %, 2024년", "分章美国进口额与税率，美元和%，2024年"))"
        """,
      columns: [
        ChartColumn(name: "country"), ChartColumn(name: "chapter"),
        ChartColumn(name: "imports", title: words(language, "Imports", "輸入額", "수입액", "进口额")),
        ChartColumn(name: "rate", title: words(language, "Tariff", "関税率", "관세율", "税率")),
      ], rows: rows)
  }
}

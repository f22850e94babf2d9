// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Settings

@testable import Charts

/// A chart block and the rows it is drawn from, made up for tests.
struct Sample {
  let name: String
  let yaml: String
  let columns: [ChartColumn]
  let rows: [[Cell]]

  var table: ChartTable { ChartTable(columns: columns, rows: rows) }

  func spec(_ diagnostics: inout [Diagnostic]) -> ChartSpec? {
    do {
      guard let setting = try Setting(yaml: yaml, at: Place("page.md", line: 10, column: 1)) else { return nil }
      return ChartSpec(setting: setting, diagnostics: &diagnostics)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  func drawn(
    _ language: Language = .english, credits: Credits? = nil, _ diagnostics: inout [Diagnostic]
  ) -> DrawnChart? {
    let drawn = spec(&diagnostics).flatMap {
      drawChart(
        $0, table: table, language: language, idPrefix: "p-", hasSource: true, credits: credits,
        hasCard: credits != nil, diagnostics: &diagnostics)
    }
    // Subtitles of made-up charts name no year and no place.
    diagnostics.removeAll { $0.rule == "chart-subtitle-incomplete" }
    return drawn
  }
}

func columns(_ names: String...) -> [ChartColumn] { names.map { ChartColumn(name: $0) } }

/// The charts whose bytes are kept: each type in each language, with words of its own.
enum Samples {
  static func all(_ language: Language) -> [Sample] {
    let samples: [(Language) -> Sample] = [
      partners, monthly, steps, fiveLines, area, stackedArea, areaShares, ranked, diverging, grouped, stacked,
      barShares, standing, projection, dots, slope, dumbbell, table,
      sankey, sankeyStages, timeline, timelineEvents, mapShaded, mapDiverging, mapCircles, mapFlows, mapTriangle,
      scatter, bubbles, logLines, fan, panelsOfLines, panelsOfBars, panelsOfPoints, panelsOfFans,
    ]
    return (samples + grids).map { $0(language) }
  }

  static func words(_ language: Language, _ en: String, _ ja: String, _ ko: String, _ zh: String) -> String {
    switch language {
    case .english: en
    case .japanese: ja
    case .korean: ko
    case .chinese: zh
    }
  }

  static func partners(_ language: Language) -> Sample {
    let korea = [275.8, 252.7, 280.3, 313.4, 284.6, 285.3, 362.4, 362.3, 310.7, 328.1]
    let japan = [278.5, 274.8, 303.1, 327.7, 315.0, 317.5, 371.4, 357.4, 317.9, 308.3]
    let rows = (0..<10).flatMap { year -> [[Cell]] in
      [
        [.integer(2015 + year), .text("KOR"), .real(korea[year] * 1e9)],
        [.integer(2015 + year), .text("JPN"), .real(japan[year] * 1e9)],
      ]
    }
    let title = words(
      language, "South Korea pulled ahead of Japan as China’s partner", "中国の貿易相手として韓国が日本を上回った",
      "한국, 중국의 교역 상대로 일본을 앞질러", "韩国超过日本成为中国更大的贸易伙伴")
    let subtitle = words(
      language, "China’s goods trade with each, exports and imports, USD billion, 2015–2024",
      "中国の対韓・対日貿易額(輸出入合計)、億ドル、2015～2024年", "중국의 대한국·대일본 교역액(수출입 합계), 억 달러, 2015~2024년",
      "中国与两国货物贸易额(进出口合计)，亿美元，2015—2024年")
    let note = words(language, "US tariffs on China begin", "米国の対中追加関税が始まる", "미국의 대중 추가 관세 시작", "美国开始对华加征关税")
    return Sample(
      name: "line-partners",
      yaml: """
        id: china-partners
        type: line
        data: china_trade
        x: year
        y: total
        series: partner
        format: usd
        title: "\(title)"
        subtitle: "\(subtitle)"
        annotations:
          - {x: 2018, text: "\(note)"}
        note: Made-up figures.
        """, columns: columns("year", "partner", "total"), rows: rows)
  }

  static func monthly(_ language: Language) -> Sample {
    let rates = [2.4, 2.4, 8.1, 22.8, 26.1, 13.6, 14.7, 15.1, 17.4, 17.2, 16.8, 16.9, 16.1, 15.8, 14.2, 13.7, 13.1]
    let rows = rates.enumerated().map { index, rate -> [Cell] in
      [.text(index < 12 ? "2025-\(index < 9 ? "0" : "")\(index + 1)" : "2026-0\(index - 11)"), .real(rate / 100)]
    }
    return Sample(
      name: "line-monthly",
      yaml: """
        id: average-tariff
        type: line
        data: tariffs
        x: month
        y: rate
        format: percent
        title: "\(words(language, "The average US tariff has come down from its peak", "米国の平均関税率はピークから低下", "미국 평균 관세율, 정점에서 내려와", "美国平均关税率已从高点回落"))"
        subtitle: "\(words(language, "Average tariff on US imports of goods, per cent, monthly", "米国の財輸入に対する平均関税率、%、月次", "미국 상품 수입의 평균 관세율, %, 월별", "美国商品进口平均关税率，%，月度"))"
        """, columns: [ChartColumn(name: "month"), ChartColumn(name: "rate")], rows: rows)
  }

  static func fiveLines(_ language: Language) -> Sample {
    let names = ["CHN", "JPN", "KOR", "USA", "DEU"]
    let rows = (0..<25).flatMap { year in
      names.enumerated().map { index, name -> [Cell] in
        let value = Double(200 + index * 90 + year * (23 - index * 4) + (year * 37 + index * 53) % 41)
        return [.integer(2000 + year), .text(name), year == 9 && index == 2 ? .null : .real(value * 1e9)]
      }
    }
    return Sample(
      name: "line-five",
      yaml: """
        id: five
        type: line
        data: exports
        x: year
        y: exports
        series: country
        format: usd
        labels: {DEU: "\(words(language, "Germany", "ドイツ", "독일", "德国"))"}
        title: "\(words(language, "Five exporters over 25 years", "25年間の輸出国5カ国", "25년간의 5대 수출국", "25年间的五大出口国"))"
        subtitle: "\(words(language, "Goods exports, 2000–2024", "財の輸出額、2000～2024年", "상품 수출액, 2000~2024년", "商品出口额，2000—2024年"))"
        """, columns: columns("year", "country", "exports"), rows: rows)
  }

  static func ranked(_ language: Language) -> Sample {
    let partners: [(String, Double)] = [
      (words(language, "China", "中国", "중국", "中国"), 131.2), (words(language, "United States", "米国", "미국", "美国"), 127.8),
      (words(language, "ASEAN (ten members)", "ASEAN(東南アジア諸国連合)", "아세안(동남아시아국가연합)", "东盟(东南亚国家联盟)"), 114.0),
      (words(language, "European Union", "欧州連合(EU)", "유럽연합(EU)", "欧洲联盟"), 68.1),
      (words(language, "Taiwan", "台湾", "대만", "台湾"), 34.0), (words(language, "Japan", "日本", "일본", "日本"), 29.6),
      (words(language, "Hong Kong", "香港", "홍콩", "香港"), 24.1), (words(language, "India", "インド", "인도", "印度"), 18.7),
    ]
    return Sample(
      name: "bar-ranked",
      yaml: """
        id: korea-exports
        type: bar
        data: korea_exports
        x: partner
        y: exports
        format: usd
        title: "\(words(language, "China is still South Korea’s largest market", "韓国にとって最大の市場はなお中国", "한국의 최대 시장은 여전히 중국", "中国仍是韩国最大的出口市场"))"
        subtitle: "\(words(language, "South Korea’s exports of goods by destination, last 12 months", "韓国の財輸出額、仕向け地別、直近12カ月", "한국의 상품 수출액, 지역별, 최근 12개월", "韩国商品出口额，按目的地，最近12个月"))"
        """, columns: columns("partner", "exports"), rows: partners.map { [.text($0.0), .real($0.1 * 1e9)] })
  }

  static func diverging(_ language: Language) -> Sample {
    let items: [(String, Double)] = [
      (words(language, "Semiconductors", "半導体", "반도체", "半导体"), 0.412),
      (words(language, "Ships", "船舶", "선박", "船舶"), 0.127),
      (words(language, "Motor vehicles", "自動車", "자동차", "汽车"), -0.031),
      (words(language, "Petroleum products", "石油製品", "석유제품", "石油制品"), -0.118),
      (words(language, "Steel", "鉄鋼", "철강", "钢铁"), -0.164), (words(language, "Batteries", "電池", "이차전지", "电池"), -0.201),
    ]
    return Sample(
      name: "bar-diverging",
      yaml: """
        id: growth-by-item
        type: bar
        data: items
        x: item
        y: growth
        format: signed-percent
        title: "\(words(language, "Chips carry South Korea’s exports", "韓国の輸出を支える半導体", "한국 수출을 떠받치는 반도체", "芯片支撑韩国出口"))"
        subtitle: "\(words(language, "Change in exports on a year earlier, per cent, July 2026", "輸出額の前年同月比、%、2026年7月", "수출액 전년 동월 대비, %, 2026년 7월", "出口额同比，%，2026年7月"))"
        """, columns: columns("item", "growth"), rows: items.map { [.text($0.0), .real($0.1)] })
  }

  static func grouped(_ language: Language) -> Sample {
    let rows: [[Cell]] = [
      [.text("CHN"), .real(0.109), .real(0.377)], [.text("JPN"), .real(0.016), .real(0.158)],
      [.text("KOR"), .real(0.002), .real(0.152)],
    ]
    return Sample(
      name: "bar-grouped",
      yaml: """
        id: added-tariffs
        type: bar
        data: rates
        x: country
        y: [before, after]
        format: percent
        labels: {before: "\(words(language, "December 2024", "2024年12月", "2024년 12월", "2024年12月"))", after: "\(words(language, "August 2026", "2026年8月", "2026년 8월", "2026年8月"))"}
        title: "\(words(language, "Tariffs on all three rose more than tenfold or nearly so", "3カ国すべてに対する関税が急上昇", "세 나라 모두에 대한 관세 급등", "对三国的关税全面上升"))"
        subtitle: "\(words(language, "Average US tariff by country, per cent", "米国の国別平均関税率、%", "미국의 국가별 평균 관세율, %", "美国对各国平均关税率，%"))"
        """, columns: columns("country", "before", "after"), rows: rows)
  }

  static func stacked(_ language: Language) -> Sample {
    let rows: [[Cell]] = [
      [.text("CHN"), .real(48.2e9), .real(12.9e9), .real(31.4e9)],
      [.text("USA"), .real(14.5e9), .real(36.9e9), .real(44.1e9)],
      [.text("JPN"), .real(4.1e9), .real(1.2e9), .real(22.0e9)],
    ]
    return Sample(
      name: "bar-stacked",
      yaml: """
        id: items-by-market
        type: bar
        stack: true
        data: rates
        x: country
        y: [chips, cars, others]
        format: usd
        labels: {chips: "\(words(language, "Semiconductors", "半導体", "반도체", "半导体"))", cars: "\(words(language, "Cars", "自動車", "자동차", "汽车"))", others: "\(words(language, "Other goods", "その他", "기타", "其他"))"}
        title: "\(words(language, "Chips go to China, cars to America", "半導体は中国へ、自動車は米国へ", "반도체는 중국으로, 자동차는 미국으로", "芯片去中国，汽车去美国"))"
        subtitle: "\(words(language, "South Korea’s exports by item and market", "韓国の品目別・市場別輸出", "한국의 품목별·시장별 수출", "韩国分商品、分市场出口"))"
        """, columns: columns("country", "chips", "cars", "others"), rows: rows)
  }

  static func standing(_ language: Language) -> Sample {
    let values = [4.2, -1.1, 7.9, 12.4, 14.8, 3.1, -8.4, -2.6, 5.5, 8.1, 10.2, 9.4, 7.2, 6.6, 8.8, 11.9, 13.0, 12.1]
    let rows = values.enumerated().map { index, value -> [Cell] in
      let month = index % 12 + 1
      return [.text("\(2025 + index / 12)-\(month < 10 ? "0" : "")\(month)"), .real(value * 1e8)]
    }
    return Sample(
      name: "bar-standing",
      yaml: """
        id: balance
        type: bar
        data: balance
        x: month
        y: balance
        format: usd
        title: "\(words(language, "The surplus is back", "黒字が戻った", "흑자 복귀", "顺差重现"))"
        subtitle: "\(words(language, "Balance of trade in goods, monthly", "財の貿易収支、月次", "상품 무역수지, 월별", "商品贸易差额，月度"))"
        """, columns: columns("month", "balance"), rows: rows)
  }

  static func dots(_ language: Language) -> Sample {
    let rows: [[Cell]] = [
      [.text("CHN"), .real(21), .real(34)], [.text("JPN"), .real(38), .real(41)], [.text("KOR"), .real(71), .real(66)],
      [.text("USA"), .real(19), .null],
    ]
    return Sample(
      name: "dot-openness",
      yaml: """
        id: openness
        type: dot
        data: openness
        x: country
        y: [y1990, y2020]
        unit: "%"
        labels: {y1990: "1990", y2020: "2020"}
        title: "\(words(language, "Openness converged", "貿易開放度は収れんした", "개방도 수렴", "开放度趋同"))"
        subtitle: "\(words(language, "Trade in goods over GDP, per cent", "財貿易の対GDP比、%", "GDP 대비 상품 무역, %", "货物贸易占GDP比重，%"))"
        """, columns: columns("country", "y1990", "y2020"), rows: rows)
  }

  static func table(_ language: Language) -> Sample {
    Sample(
      name: "table-partners",
      yaml: """
        id: partners-table
        type: table
        data: partners
        x: partner
        y: [total, share]
        sort: value
        format: {total: usd, share: percent}
        title: "\(words(language, "Neighbours trade most", "隣国ほど貿易が多い", "이웃일수록 교역이 많다", "邻国贸易最多"))"
        subtitle: "\(words(language, "China’s trade by partner, 2024", "中国の相手国別貿易額、2024年", "중국의 상대국별 교역액, 2024년", "中国分伙伴贸易额，2024年"))"
        """, columns: columns("partner", "total", "share"),
      rows: [
        [.text("JPN"), .real(308.3e9), .real(0.05)], [.text("KOR"), .real(328.1e9), .real(0.053)],
        [.text("USA"), .real(688.3e9), .null],
      ])
  }
}

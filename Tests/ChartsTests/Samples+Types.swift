// SPDX-License-Identifier: MIT
import Figures

@testable import Charts

extension Samples {
  /// A monthly rate that steps, the end of it projected, beside two values to read it against.
  static func steps(_ language: Language) -> Sample {
    let days = [
      "2025-01-01", "2025-02-04", "2025-03-04", "2025-04-05", "2025-04-09", "2025-08-07", "2026-02-20", "2026-07-24",
    ]
    let rates = [0.024, 0.036, 0.058, 0.141, 0.268, 0.171, 0.118, 0.142]
    return Sample(
      name: "line-steps",
      yaml: """
        id: steps
        type: line
        curve: step
        until: 2026-12-31
        dashed: x >= 2026-07-24
        data: rates
        x: day
        y: rate
        format: percent
        references:
          - {y: 0.2, text: "\(words(language, "Level of 1933", "1933年の水準", "1933년 수준", "1933年的水平"))"}
          - {from: 2025-04-09, to: 2025-08-07, text: "\(words(language, "Pause", "一時停止", "유예", "暂停"))"}
        title: "\(words(language, "The tariff moves in steps and not on a slope", "関税率は階段状に動く", "관세율은 계단처럼 움직인다", "关税呈阶梯式变化"))"
        subtitle: "\(words(language, "Average tariff on imports, by day, per cent", "輸入品の平均関税率、日次、%", "수입품 평균 관세율, 일별, %", "进口平均关税率，按日，%"))"
        """, columns: columns("day", "rate"), rows: zip(days, rates).map { [.text($0), .real($1)] })
  }

  /// Bars of which the last is no observation.
  static func projection(_ language: Language) -> Sample {
    let values: [Double] = [31, 39, 47, 43, 51, 48, 54, 62]
    let rows = values.enumerated().map { index, value -> [Cell] in
      let isProjected = index > 5 ? 1 : 0
      return [.integer(2020 + index), .real(value * 1e9), .integer(isProjected)]
    }
    return Sample(
      name: "bar-projected",
      yaml: """
        id: outlook
        type: bar
        data: outlook
        x: year
        y: exports
        dashed: projected
        format: usd
        title: "\(words(language, "Exports should go on growing", "輸出は今後も増える見通し", "수출 증가세 이어질 전망", "出口预计继续增长"))"
        subtitle: "\(words(language, "Exports of goods, USD billion, 2020–2027", "財の輸出額、億ドル、2020～2027年", "상품 수출액, 억 달러, 2020~2027년", "商品出口额，亿美元，2020—2027年"))"
        """, columns: columns("year", "exports", "projected"), rows: rows)
  }

  /// Rows of three countries over years, in a stack or in shares of it.
  private static func blocs(
    _ name: String, type: String, stack: String, _ language: Language, _ title: String, _ subtitle: String
  ) -> Sample {
    let rows = (0..<12).flatMap { year -> [[Cell]] in
      let values: [(String, Int)] = [
        ("CHN", 1200 + year * 110), ("JPN", 480 + year * 9), ("KOR", 210 + year * 24 - (year % 4) * 13),
      ]
      return values.map { country, value -> [Cell] in
        [.integer(2013 + year), .text(country), .real(Double(value) * 1e9)]
      }
    }
    return Sample(
      name: name,
      yaml: """
        id: \(name)
        type: \(type)
        stack: \(stack)
        data: gdp
        x: year
        y: value
        series: country
        format: usd
        title: "\(title)"
        subtitle: "\(subtitle)"
        """, columns: columns("year", "country", "value"), rows: rows)
  }

  static func area(_ language: Language) -> Sample {
    let values = [4.2, 4.9, 5.6, 6.1, 5.2, 6.8, 9.3, 12.0, 11.1, 8.4, 7.5, 9.9, 13.8, 17.2]
    return Sample(
      name: "area-chips",
      yaml: """
        id: chips
        type: area
        data: chips
        x: month
        y: exports
        format: usd
        title: "\(words(language, "Chip exports doubled within a year", "半導体輸出は1年で倍増", "반도체 수출, 1년 만에 두 배", "芯片出口一年翻番"))"
        subtitle: "\(words(language, "Exports of semiconductors, monthly, USD billion", "半導体輸出額、月次、億ドル", "반도체 수출액, 월별, 억 달러", "半导体出口额，月度，亿美元"))"
        """, columns: columns("month", "exports"),
      rows: values.enumerated().map { index, value in
        [.text("\(2025 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)"), .real(value * 1e9)]
      })
  }

  static func stackedArea(_ language: Language) -> Sample {
    blocs(
      "area-stacked", type: "area", stack: "true", language,
      words(language, "China makes most of the three’s growth", "3カ国の成長の大半は中国", "세 나라 성장의 대부분은 중국", "三国增长主要来自中国"),
      words(
        language, "Output of three economies, 2013–2024", "3カ国の生産額、2013～2024年", "세 나라의 생산액, 2013~2024년",
        "三国产值，2013—2024年"))
  }

  static func areaShares(_ language: Language) -> Sample {
    blocs(
      "area-shares", type: "area", stack: "percent", language,
      words(language, "China’s share keeps rising", "中国の割合は上昇を続ける", "중국 비중 꾸준히 상승", "中国占比持续上升"),
      words(language, "Share of three economies in their output", "3カ国合計に占める割合", "세 나라 합계에서 차지하는 비중", "占三国合计的比重"))
  }

  static func barShares(_ language: Language) -> Sample {
    let stacked = stacked(language)
    return Sample(
      name: "bar-shares", yaml: stacked.yaml.replacing("stack: true", with: "stack: percent"), columns: stacked.columns,
      rows: stacked.rows)
  }

  static func slope(_ language: Language) -> Sample {
    let rows = [("CHN", 21.9, 13.4), ("JPN", 7.1, 4.6), ("KOR", 2.9, 4.1), ("USA", 8.0, 9.8), ("EU", 13.1, 12.9)]
      .flatMap {
        country, before, after -> [[Cell]] in
        [
          [.integer(2017), .text(country), .real(before / 100)], [.integer(2024), .text(country), .real(after / 100)],
        ]
      }
    return Sample(
      name: "slope-shares",
      yaml: """
        id: shares
        type: slope
        data: shares
        x: year
        y: share
        series: country
        format: percent
        highlight: [CHN, KOR]
        labels: {EU: "\(words(language, "European Union", "欧州連合(EU)", "유럽연합(EU)", "欧盟"))"}
        title: "\(words(language, "China’s share fell, South Korea’s rose", "中国の割合は低下、韓国は上昇", "중국 비중 하락, 한국은 상승", "中国占比下降，韩国上升"))"
        subtitle: "\(words(language, "Share of imports by origin, per cent, 2017 and 2024", "輸入に占める割合、%、2017年と2024年", "수입에서 차지하는 비중, %, 2017년과 2024년", "占进口比重，%，2017年与2024年"))"
        """, columns: columns("year", "country", "share"), rows: rows)
  }

  static func dumbbell(_ language: Language) -> Sample {
    let dots = dots(language)
    return Sample(
      name: "dumbbell-openness", yaml: dots.yaml.replacing("type: dot", with: "type: dumbbell"), columns: dots.columns,
      rows: dots.rows)
  }
}

// SPDX-License-Identifier: MIT
import Figures

@testable import Charts

extension Samples {
  /// From Mongolia to Indonesia, with a territory too small for a shade, and a value that is missing.
  static func mapShaded(_ language: Language) -> Sample {
    let rows: [(String, Double?)] = [
      ("CHN", 0.1026), ("JPN", 0.127), ("KOR", 0.1288), ("TWN", 0.0583), ("HKG", 0.0768), ("VNM", 0.0872),
      ("THA", 0.1027), ("MYS", 0.0659), ("SGP", 0.0441), ("IDN", 0.1043), ("PHL", 0.0828), ("KHM", 0.1136),
      ("IND", 0.0959), ("BGD", 0.0998), ("RUS", 0.0099), ("MMR", nil),
    ]
    return Sample(
      name: "map-shaded",
      yaml: """
        id: added
        type: map
        data: tariffs
        x: country
        y: rate
        steps: [0.05, 0.08, 0.1, 0.12]
        format: percent
        title: "\(words(language, "South Korea and Japan bear the highest added tariffs", "追加関税率は韓国と日本が最も高い", "추가 관세율, 한국과 일본이 가장 높아", "韩国和日本面临的加征关税最高"))"
        subtitle: "\(words(language, "Tariff added by the United States, % of import value, July 2026", "米国の追加関税率、輸入額比、%、2026年7月", "미국의 추가 관세율, 수입액 대비 %, 2026년 7월", "美国加征关税，占进口额比重，%，2026年7月"))"
        """, columns: columns("country", "rate"), rows: rows.map { [.text($0), $1.map { .real($0) } ?? .null] })
  }

  /// The north-east alone, on both sides of zero.
  static func mapDiverging(_ language: Language) -> Sample {
    let rows = [("CHN", 0.042), ("JPN", -0.013), ("KOR", 0.118), ("TWN", 0.171), ("PRK", -0.08), ("MNG", -0.031)]
    return Sample(
      name: "map-diverging",
      yaml: """
        id: growth
        type: map
        data: growth
        x: country
        y: growth
        format: signed-percent
        title: "\(words(language, "Exports grew most where chips are made", "輸出の伸びは半導体の産地で最大", "수출 증가율은 반도체 생산국에서 최고", "芯片产地出口增长最快"))"
        subtitle: "\(words(language, "Exports of goods, change on a year earlier, %, made-up figures", "財の輸出額、前年比、%、架空の数値", "상품 수출액, 전년 대비, %, 가상 수치", "商品出口额，同比，%，虚构数据"))"
        """, columns: columns("country", "growth"), rows: rows.map { [.text($0), .real($1)] })
  }

  /// Circles, one of them beyond the map.
  static func mapCircles(_ language: Language) -> Sample {
    let rows = [
      ("USA", 525), ("HKG", 291), ("VNM", 162), ("JPN", 152), ("KOR", 146), ("IND", 121), ("MYS", 101), ("THA", 86),
      ("SGP", 79), ("IDN", 77), ("TWN", 75), ("PHL", 52), ("PRK", 2),
    ]
    return Sample(
      name: "map-circles",
      yaml: """
        id: markets
        type: map
        data: exports
        x: country
        size: exports
        format: usd
        title: "\(words(language, "Hong Kong is China’s largest market in Asia", "アジアで中国の最大の輸出先は香港", "홍콩, 아시아에서 중국의 최대 수출 시장", "香港是中国在亚洲最大的出口市场"))"
        subtitle: "\(words(language, "China’s exports of goods by market, USD billion, 2024", "中国の財輸出額、相手別、億ドル、2024年", "중국의 상품 수출액, 상대별, 억 달러, 2024년", "中国商品出口额，按市场，亿美元，2024年"))"
        """, columns: columns("country", "exports"), rows: rows.map { [.text($0), .real(Double($1) * 1e9)] })
  }

  /// From one country to its markets, near and far.
  static func mapFlows(_ language: Language) -> Sample {
    let rows = [
      ("CHN", 21.66), ("ASEAN", 18.8), ("USA", 17.47), ("EUU", 9.09), ("HKG", 6.65), ("TWN", 5.68), ("JPN", 2.75),
      ("IND", 2.58), ("MEA", 2.19),
    ]
    return Sample(
      name: "map-flows",
      yaml: """
        id: korea
        type: map
        data: exports
        from: origin
        to: market
        y: exports
        format: usd
        title: "\(words(language, "China is South Korea’s largest market", "韓国の最大の輸出先は中国", "한국의 최대 수출 시장은 중국", "中国是韩国最大的出口市场"))"
        subtitle: "\(words(language, "South Korea’s exports of goods by market, July 2026", "韓国の輸出額、仕向け先別、2026年7月", "한국의 수출액, 지역별, 2026년 7월", "韩国出口额，按目的地，2026年7月"))"
        """, columns: columns("origin", "market", "exports"),
      rows: rows.map { [.text("KOR"), .text($0), .real($1 * 1e9)] })
  }

  /// Flows both ways between three neighbours.
  static func mapTriangle(_ language: Language) -> Sample {
    let rows = [
      ("CHN", "JPN", 152.0), ("JPN", "CHN", 156), ("CHN", "KOR", 146), ("KOR", "CHN", 182), ("JPN", "KOR", 48),
      ("KOR", "JPN", 30),
    ]
    return Sample(
      name: "map-triangle",
      yaml: """
        id: triangle
        type: map
        data: exports
        from: origin
        to: market
        y: exports
        format: usd
        title: "\(words(language, "China buys more from its neighbours than it sells them", "中国は隣国への輸出より輸入が多い", "중국은 이웃에 파는 것보다 더 많이 산다", "中国自邻国进口多于对其出口"))"
        subtitle: "\(words(language, "Trade in goods between three neighbours, 2024", "3カ国間の財貿易額、2024年", "3국 간 상품 교역액, 2024년", "三国间货物贸易额，2024年"))"
        """, columns: columns("origin", "market", "exports"),
      rows: rows.map { [.text($0), .text($1), .real($2 * 1e9)] })
  }
}

// SPDX-License-Identifier: MIT
import Figures

@testable import Charts

extension Samples {
  /// Three countries, what they send, and one of the goods too small to see.
  static func sankey(_ language: Language) -> Sample {
    let rows: [(String, String, Double)] = [
      ("CHN", "machines", 182), ("CHN", "textiles", 61), ("CHN", "metals", 38), ("CHN", "chemicals", 22),
      ("JPN", "cars", 49), ("JPN", "machines", 47), ("JPN", "chemicals", 11), ("KOR", "cars", 44),
      ("KOR", "machines", 31), ("KOR", "metals", 9), ("KOR", "textiles", 0.2),
    ]
    return Sample(
      name: "sankey-goods",
      yaml: """
        id: goods
        type: sankey
        data: goods
        from: country
        to: goods
        y: imports
        format: usd
        labels: \(goods(language, but: ["low", "high"]))
        title: "\(words(language, "Machines are what America buys most from its suppliers", "米国の輸入で最も多いのは機械", "미국이 가장 많이 사들이는 것은 기계", "美国进口最多的是机械"))"
        subtitle: "\(words(language, "US imports from three countries by product, 2024", "米国の3カ国からの品目別輸入額、2024年", "미국의 3개국 품목별 수입액, 2024년", "美国自三国进口额，按商品，2024年"))"
        """, columns: columns("country", "goods", "imports"),
      rows: rows.map { [.text($0), .text($1), .real($2 * 1e9)] })
  }

  private static func goods(_ language: Language, but others: Set<String>) -> String {
    let names = [
      ("machines", words(language, "Machinery and electronics", "機械・電子機器", "기계 및 전자기기", "机电产品")),
      ("cars", words(language, "Motor vehicles and parts", "自動車・部品", "자동차 및 부품", "汽车及零部件")),
      ("metals", words(language, "Metals", "金属", "금속", "金属")),
      ("textiles", words(language, "Textiles and clothing", "繊維・衣類", "섬유 및 의류", "纺织品和服装")),
      ("chemicals", words(language, "Chemicals", "化学品", "화학제품", "化工产品")),
      ("low", words(language, "Added tariff up to 15%", "追加関税15％以下", "추가 관세 15% 이하", "加征关税15%以下")),
      ("high", words(language, "Added tariff above 15%", "追加関税15％超", "추가 관세 15% 초과", "加征关税15%以上")),
    ]
    return "{" + names.filter { !others.contains($0.0) }.map { "\($0): \"\($1)\"" }.joined(separator: ", ") + "}"
  }

  /// Three stages, with a flow that leaves one out.
  static func sankeyStages(_ language: Language) -> Sample {
    let rows: [(String, String, Double)] = [
      ("CHN", "machines", 182), ("CHN", "textiles", 61), ("JPN", "cars", 49), ("JPN", "machines", 47),
      ("KOR", "cars", 44), ("KOR", "machines", 31), ("machines", "low", 151), ("machines", "high", 109),
      ("cars", "low", 20), ("cars", "high", 73), ("textiles", "high", 61), ("CHN", "high", 30),
    ]
    return Sample(
      name: "sankey-stages",
      yaml: """
        id: stages
        type: sankey
        data: goods
        from: from
        to: to
        y: imports
        format: usd
        labels: \(goods(language, but: ["metals", "chemicals"]))
        title: "\(words(language, "Most of the goods bear a tariff above 15%", "大半の品目の関税は15％超", "대부분의 품목 관세 15% 초과", "多数商品关税超过15%"))"
        subtitle: "\(words(language, "US imports by country, product and tariff, USD billion, 2024", "米国の輸入額、国・品目・関税率別、億ドル、2024年", "미국의 국가·품목·관세율별 수입액, 억 달러, 2024년", "美国进口额，按国家、商品和关税，亿美元，2024年"))"
        """, columns: columns("from", "to", "imports"), rows: rows.map { [.text($0), .text($1), .real($2 * 1e9)] })
  }

  /// Lanes of spans and events, one of them open.
  static func timeline(_ language: Language) -> Sample {
    let rows: [(String, String, String, String)] = [
      ("2025-02-04", "2026-02-20", "CHN", words(language, "Emergency tariff", "緊急関税", "긴급 관세", "紧急关税")),
      (
        "2025-04-08", "2025-05-12", "CHN",
        words(
          language, "Reciprocal tariff raised in steps to 125%", "相互関税を段階的に125％へ引き上げ", "상호관세 125%까지 단계적 인상",
          "对等关税逐步提高到125%")
      ),
      ("2025-11-01", "", "CHN", words(language, "Truce of one year", "1年間の休戦", "1년간 휴전", "休战一年")),
      (
        "2025-08-07", "2026-02-20", "JPN",
        words(language, "Rate of the agreement: 15%", "合意税率15％", "합의 세율 15%", "协议税率15%")
      ),
      ("2025-04-09", "2025-08-07", "JPN", words(language, "Pause at 10%", "10％で一時停止", "10%로 유예", "暂停，税率10%")),
      (
        "2025-12-04", "2026-02-20", "KOR",
        words(language, "Rate of the agreement: 15%", "合意税率15％", "합의 세율 15%", "协议税率15%")
      ),
      (
        "2026-02-20", "", "ALL",
        words(language, "Court ends the emergency tariffs", "最高裁、緊急関税を無効と判断", "대법원, 긴급 관세 무효 판결", "最高法院判定紧急关税无效")
      ),
      (
        "2026-02-24", "open", "ALL",
        words(language, "Surcharge of 10% on all goods", "全品目に10％の課徴金", "모든 상품에 10% 부과금", "对所有商品加征10%附加税")
      ),
    ]
    return Sample(
      name: "timeline-tariffs",
      yaml: """
        id: tariffs
        type: timeline
        data: actions
        x: start
        end: until
        label: what
        series: country
        labels: {ALL: "\(words(language, "All countries", "すべての国", "모든 국가", "所有国家"))"}
        title: "\(words(language, "One ruling ended a year of emergency tariffs", "一つの判決で終わった緊急関税の1年", "판결 하나로 끝난 1년간의 긴급 관세", "一纸判决终结一年的紧急关税"))"
        subtitle: "\(words(language, "US tariff measures by country, February 2025 to February 2026", "米国の関税措置、国別、2025年2月～2026年2月", "미국의 국가별 관세 조치, 2025년 2월~2026년 2월", "美国关税措施，按国家，2025年2月—2026年2月"))"
        """, columns: columns("start", "until", "country", "what"),
      rows: rows.map { [.text($0), .text($1), .text($2), .text($3)] })
  }

  /// Events without lanes, by year.
  static func timelineEvents(_ language: Language) -> Sample {
    let rows: [(Int, String)] = [
      (1992, words(language, "China and South Korea take up relations", "中韓国交樹立", "한중 수교", "中韩建交")),
      (
        1999,
        words(
          language, "First breakfast of the three leaders in Manila", "マニラで初の3カ国首脳朝食会", "마닐라에서 첫 3국 정상 조찬",
          "三国领导人在马尼拉首次早餐会")
      ),
      (2008, words(language, "First summit of the three", "初の日中韓首脳会議", "첫 한중일 정상회의", "首次中日韩领导人会议")),
      (2011, words(language, "The three open a secretariat in Seoul", "ソウルに事務局を開設", "서울에 사무국 개설", "三国合作秘书处在首尔成立")),
      (2012, words(language, "Talks on a free trade agreement begin", "自由貿易協定の交渉開始", "자유무역협정 협상 개시", "启动自贸协定谈判")),
      (2022, words(language, "RCEP enters into force", "RCEP発効", "RCEP 발효", "RCEP生效")),
    ]
    return Sample(
      name: "timeline-events",
      yaml: """
        id: events
        type: timeline
        data: events
        x: year
        label: what
        title: "\(words(language, "Three neighbours, thirty years of meetings", "隣国3カ国、30年の対話", "이웃 세 나라, 30년의 대화", "三个邻国，三十年对话"))"
        subtitle: "\(words(language, "Steps of cooperation between China, Japan and South Korea, 1992–2022", "日中韓協力の歩み、1992～2022年", "한중일 협력의 발걸음, 1992~2022년", "中日韩合作历程，1992—2022年"))"
        """, columns: columns("year", "what"), rows: rows.map { [.integer($0), .text($1)] })
  }
}

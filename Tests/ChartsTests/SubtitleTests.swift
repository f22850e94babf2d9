// SPDX-License-Identifier: MIT
import Testing

@testable import Charts

@Suite("subtitles")
struct SubtitleTests {
  private func reading(_ text: String) -> (place: Bool, unit: Bool, period: Bool, measure: Bool) {
    let reading = SubtitleReading(text)
    return (
      reading.namesPlace || reading.isRate, reading.namesUnit,
      !years(in: text.plainWidth).isEmpty || reading.says(.period),
      reading.namesMeasure
    )
  }

  @Test(
    "all four are found as authors write them, in every language",
    arguments: [
      "US goods imports by country of origin, US dollars, 2013 to 2024",
      "Calculated duty as a share of US imports for consumption, per cent, by partner, January 2013 to June 2021",
      "Number of proposals in the tracker, by field, China, Japan and South Korea, all dates",
      "U.S. imports, % of GDP, 2024", "Exports of Guangdong, US$bn, 2024", "Ghana’s exports, US dollars, 2000",
      "Vietnamese exports, million tonnes, FY2023/24", "Yen per US dollar, monthly averages from 2022",
      "South Korea’s exports of goods by month, August 2025 = 100, August 2025 to July 2026",
      "Number of people, Japan, 2024",
      "米国の平均関税率、全輸入先、輸入額による加重平均、輸入額比（%）、2025～26年", "日中韓の名目GDP、米ドル、2005～23年",
      "行の国から列の国への財の輸出額、億ドル、2024年", "1ドル当たりの円、月平均、2022年以降と、直近の相場に過去の変動幅を当てた範囲",
      "タイの輸出額、億円、２０２４年", "広東省の輸出額、億元、2024年", "韓国の輸出件数、2024年",
      "한국의 상품 수출액, 달러, 2026년 7월", "한·중·일 명목 GDP, 미국 달러, 2005~2023년", "1달러당 엔, 월평균, 2022년 이후와 최근 환율에 과거 변동폭을 적용한 범위",
      "행의 나라에서 열의 나라로의 상품 수출액, 억 달러, 2024년", "미국 수입에서 차지하는 비중, %, 2017년과 2024년", "대미수출액, 10억원, 2024년",
      "占中日韩国内生产总值（现价美元）合计的比重，%，2005—2023年", "八个贸易伙伴按美国货物进口额的排名，2013—2024年",
      "各行国家对各列国家的货物出口额，亿美元，2024年", "1美元兑日元汇率，月均值，2022年以来，以及按以往波动推算的区间", "韩国出口额，亿元，2024年",
    ])
  func whole(subtitle: String) {
    let (place, unit, period, measure) = reading(subtitle)
    #expect(place && unit && period && measure, "\(SubtitleReading(subtitle).parts)")
  }

  @Test(
    "no part of a word is a word",
    arguments: [
      // partners, western, uses · generation, operation
      "Exports to partners in western uses, generation of operations, 2024",
      "They told us of trade and shareholders, 2024",
      // 国 and 中 and 数 alone, タイ in タイヤ, 円 in 円滑, 元 in 多元化
      "国内総生産のうち途中の多数、円滑な多元化、タイヤ、2024年", "相手国別の輸出、原産国別、2024年",
      // 국내총생산, 대중교통, ~에 대한
      "국내총생산에 대한 대중교통 수요, 2024년", "国内生产总值中的多元化，按来源国，2024年",
    ])
  func partial(subtitle: String) {
    let (place, unit, period, measure) = reading(subtitle)
    #expect(!place && !unit && period && measure, "\(SubtitleReading(subtitle).parts)")
  }

  @Test(
    "what is left when unit, place and period are taken away is the measure, or it is missing",
    arguments: [
      "South Korea, US dollars a month, January to July 2026", "China and Japan: per cent, 2024", "韓国、米ドル、2024年7月",
      "한국, 억 달러, 2024년", "韩国，亿美元，2024年", "Share, Japan, %, 2024",
    ])
  func measureless(subtitle: String) { #expect(reading(subtitle) == (true, true, true, false)) }

  @Test("an abbreviation is one in capitals only, and a currency's country is no place")
  func capitals() {
    #expect(!SubtitleReading("told us so").namesPlace)
    #expect(SubtitleReading("told the US so").namesPlace)
    #expect(!SubtitleReading("Exports, Hong Kong dollars").namesPlace)
    #expect(!SubtitleReading("수출, 미국 달러").namesPlace)
    #expect(!SubtitleReading("輸出、米ドル").namesPlace)
  }
}

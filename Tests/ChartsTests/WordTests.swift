// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import Charts

@Suite("words and data")
struct WordTests {
  private func drawn(_ sample: Sample, _ language: Language) throws -> DrawnChart {
    var diagnostics: [Diagnostic] = []
    let drawn = sample.drawn(language, &diagnostics)
    return try #require(drawn, "\(diagnostics)")
  }

  @Test(
    "a description says kind, measure, range, trend, extremes and who leads, in the reader's language",
    arguments: [
      (
        Language.english,
        "Line chart. China’s goods trade with each, exports and imports, USD billion, 2015–2024. From 2015 to 2024. South Korea: up from $275.8 billion in 2015 to $328.1 billion in 2024, highest at $362.4 billion in 2021, lowest at $252.7 billion in 2016. Japan: up from $278.5 billion in 2015 to $308.3 billion in 2024, highest at $371.4 billion in 2021, lowest at $274.8 billion in 2016. In 2024 the highest is South Korea, at $328.1 billion, and the lowest Japan, at $308.3 billion. Marked: US tariffs on China begin (2018)."
      ),
      (
        .japanese,
        "折れ線グラフ。中国の対韓・対日貿易額(輸出入合計)、億ドル、2015～2024年。期間は2015年から2024年まで。韓国は2015年の2,758億ドルから2024年の3,281億ドルに増加。最高は2021年の3,624億ドル、最低は2016年の2,527億ドル。日本は2015年の2,785億ドルから2024年の3,083億ドルに増加。最高は2021年の3,714億ドル、最低は2016年の2,748億ドル。2024年に最も高いのは韓国の3,281億ドル、最も低いのは日本の3,083億ドル。目印：米国の対中追加関税が始まる（2018年）。"
      ),
      (
        .korean,
        "꺾은선 그래프. 중국의 대한국·대일본 교역액(수출입 합계), 억 달러, 2015~2024년. 기간: 2015년~2024년. 한국: 2015년 2758억 달러에서 2024년 3281억 달러로 증가, 최고 2021년 3624억 달러, 최저 2016년 2527억 달러. 일본: 2015년 2785억 달러에서 2024년 3083억 달러로 증가, 최고 2021년 3714억 달러, 최저 2016년 2748억 달러. 2024년 최고: 한국 3281억 달러, 최저: 일본 3083억 달러. 표시: 미국의 대중 추가 관세 시작(2018년)."
      ),
      (
        .chinese,
        "折线图。中国与两国货物贸易额(进出口合计)，亿美元，2015—2024年。时间范围为2015年至2024年。韩国从2015年的2758亿美元增至2024年的3281亿美元；最高为2021年的3624亿美元；最低为2016年的2527亿美元。日本从2015年的2785亿美元增至2024年的3083亿美元；最高为2021年的3714亿美元；最低为2016年的2748亿美元。2024年最高的是韩国，为3281亿美元；最低的是日本，为3083亿美元。标注：美国开始对华加征关税（2018年）。"
      ),
    ])
  func descriptions(language: Language, expected: String) throws {
    #expect(try drawn(Samples.partners(language), language).description == expected)
  }

  @Test("bars are told by rank")
  func ranking() throws {
    #expect(
      try drawn(Samples.diverging(.english), .english).description
        == "Bar chart. Change in exports on a year earlier, per cent, July 2026. 6 entries. Highest: Semiconductors, +41.2%; Ships, +12.7%; Motor vehicles, −3.1%. Lowest: Batteries, −20.1%."
    )
  }

  @Test("an author's own description stands in the place of the computed one")
  func alt() throws {
    let sample = BindTests.sample([[.integer(2000), .null, .integer(1)]], more: "alt: As I see it.")
    #expect(try drawn(sample, .english).description == "As I see it.")
  }

  @Test("the data table has a row for each position, and the file plain values")
  func data() throws {
    let sample = BindTests.sample(
      [
        [.integer(2023), .text("KOR"), .real(310.7e9)], [.integer(2024), .text("KOR"), .real(328.1e9)],
        [.integer(2024), .text("a, \"b\""), .null], [.integer(2023), .text("a, \"b\""), .real(0.25)],
      ], more: "series: s\nformat: usd")
    let data = try drawn(sample, .japanese).data
    #expect(data.headers == ["x", "韓国", "a, \"b\""])
    #expect(data.rows.map { $0.map(\.text) } == [["2023年", "3,107億ドル", "0.25ドル"], ["2024年", "3,281億ドル", "–"]])
    #expect(
      String(decoding: data.csv, as: UTF8.self)
        == "x,KOR,\"a, \"\"b\"\"\"\r\n2023,310700000000,0.25\r\n2024,328100000000,\r\n")
  }

  @Test("a unit is stated where it is a word of the subtitle, and not a part of one")
  func stated() {
    let measure = Measure(format: FigureFormat(.usd), unit: nil, largest: 3e12, language: .english)
    #expect(measure.isStated(in: "Exports, USD tn, 2024") && measure.isStated(in: "Exports in trillion dollars"))
    #expect(!measure.isStated(in: "Exports to partners, US dollars"))
  }

  @Test("widths: six Han characters at 13 px are 78 px before safety")
  func widths() {
    let width = TextWidth(language: .japanese)
    #expect(width.em("韓国貿易統計") * 13 == 78)
    #expect(width.em("ｱｲｳ") == 1.5)
    #expect(width.em("e\u{301}") == width.em("e"))
    #expect(width.em("한국") == 1.84 && width.em("한국", isBold: true) == 1.84)
    #expect(width.em("①") == 1 && TextWidth(language: .english).em("①") == 0.84)
    #expect(width.em("×") == 0.584 && width.em("2024") == 4 * 0.556)
    #expect(width.em("Wirtschaft", isBold: true) > width.em("Wirtschaft"))
  }

  @Test("lines break where a language lets them")
  func breaking() {
    let lines = { (text: String, language: Language, width: Double) in
      LineBreaking(language: language, size: 10).lines(text, width: width)
    }
    #expect(lines("半導体、電池。自動車", .japanese, 45) == ["半導体、", "電池。", "自動車"])
    #expect(lines("半導体と電池、自動車", .japanese, 65) == ["半導体と", "電池、自動車"])
    #expect(lines("開始は2024年", .japanese, 45) == ["開始は", "2024年"])
    #expect(lines("수출입 통계", .korean, 40) == ["수출입", "통계"])
    #expect(lines("완구·스포츠용품", .korean, 55) == ["완구·", "스포츠용품"])
    #expect(lines("한·중·일", .korean, 20).joined() == "한·중·일")
    #expect(lines("한·중·일 수출", .korean, 40) == ["한·중·일", "수출"])
    #expect(lines("Motor vehicles", .english, 60) == ["Motor", "vehicles"])
    #expect(lines("", .english, 60) == [])
    #expect(lines("最高裁「緊急権限法で関税は課せない」", .japanese, 170) == ["最高裁「緊急権限法で", "関税は課せない」"])
    #expect(lines("玩具与体育用品", .chinese, 65) == ["玩具与", "体育用品"])
    #expect(lines("その他90項目", .japanese, 45) == ["その他", "90項目"])
    #expect(LineBreaking.breaksAtPhrases(["その他", "90項目"], .japanese))
    #expect(!LineBreaking.breaksAtPhrases(["自動", "車"], .japanese))
    #expect(lines("one two three four five six", .english, 95) == ["one two three", "four five six"])
  }

  @Test(
    "an axis is scaled once, in the unit of the language",
    arguments: [
      (Language.english, "usd", 3.2e11, "$320bn"), (.japanese, "usd", 3.2e11, "3,200億ドル"),
      (.korean, "usd", 3.2e11, "3200억 달러"),
      (.chinese, "usd", 3.2e11, "3200亿美元"), (.english, "krw", 5e12, "5tn won"), (.english, "percent", 0.25, "25%"),
      (.english, "number", 2.5e6, "2.5m"), (.japanese, "number", 25_000, "25,000"), (.english, "usd", 0.5, "$0.5"),
    ])
  func measures(language: Language, format: String, value: Double, expected: String) throws {
    let format = try FigureFormat(parsing: format)
    let measure = Measure(format: format, unit: nil, largest: value, language: language)
    let places = measure.places(for: [value], format: format)
    #expect(measure.headText(value, places: places, isStated: false) == expected)
  }

  @Test("beyond ten thousand 億 or 억, figures count on in 兆 or 조; the scale stays that of the others")
  func myriads() throws {
    func text(_ value: Double, _ language: Language) throws -> String {
      Measure(format: try FigureFormat(parsing: "usd"), unit: nil, largest: 5e11, language: language)
        .text(value, places: 0, withUnit: true)
    }
    #expect(try text(3.2664e12, .japanese) == "3兆2664億ドル" && text(9.999e11, .japanese) == "9,999億ドル")
    #expect(try text(3.2664e12, .korean) == "3조2664억 달러" && text(-2e12, .korean) == "−2조 달러")
    #expect(try text(3.2664e12, .chinese) == "32664亿美元")
  }

  @Test("a word that is longer than a line is known to be cut")
  func cutWords() {
    let breaking = LineBreaking(language: .english, size: 46, isBold: true)
    #expect(breaking.cutsWord(of: "Semiconductors made half", width: 340))
    #expect(!breaking.cutsWord(of: "Semiconductors made half", width: 460))
    #expect(breaking.lines("Semiconductors made half", width: 340)[0] != "Semiconductors")
    #expect(breaking.lines("Semiconductors made half", width: 460)[0] == "Semiconductors")
  }
}

// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import Figures

/// The written form in English, Japanese, Korean and Chinese, by the conventions of the business press.
private func forms(_ format: String, _ value: Cell) throws -> [String] {
  let format = try FigureFormat(parsing: format)
  return try [Language.english, .japanese, .korean, .chinese].map { try format.text(value, in: $0) }
}

@Suite("How figures are written")
struct FigureFormatTests {
  @Test("amounts take the scale words of each language")
  func amounts() throws {
    #expect(try forms("usd", .real(328.08e9)) == ["$328.1 billion", "3,281億ドル", "3281억 달러", "3281亿美元"])
    #expect(try forms("usd 3", .real(328.08e9)) == ["$328 billion", "3,280億ドル", "3280억 달러", "3280亿美元"])
    #expect(try forms("usd", .real(1.234e12)) == ["$1.23 trillion", "1.23兆ドル", "1.23조 달러", "1.23万亿美元"])
    #expect(try forms("usd 4", .real(1.234e12)) == ["$1.234 trillion", "1.234兆ドル", "1.234조 달러", "1.234万亿美元"])
    #expect(try forms("usd", .real(123.4e9)) == ["$123.4 billion", "1,234億ドル", "1234억 달러", "1234亿美元"])
    #expect(try forms("cny", .real(2.3346e12)) == ["2.33 trillion yuan", "2.33兆元", "2.33조 위안", "2.33万亿元"])
    #expect(try forms("jpy", .integer(45_600)) == ["¥45,600", "4.56万円", "4.56만 엔", "4.56万日元"])
    #expect(try forms("krw", .integer(9_870)) == ["9,870 won", "9,870ウォン", "9,870 원", "9,870韩元"])
    #expect(try forms("eur", .real(-1.5e6)) == ["−€1.5 million", "−150万ユーロ", "−150만 유로", "−150万欧元"])
  }

  @Test("an amount is rounded once, then gets its unit")
  func unitsAfterRounding() throws {
    #expect(try forms("usd", .real(999.96e9)) == ["$1 trillion", "1兆ドル", "1조 달러", "1万亿美元"])
    #expect(try forms("usd", .real(99_996)) == ["$99,996", "10万ドル", "10만 달러", "10万美元"])
    #expect(try forms("usd 4", .real(328e9))[0] == "$328.0 billion")
  }

  @Test("percentages round what people see, not the binary fraction")
  func percentages() throws {
    #expect(try forms("percent", .real(0.226)) == Array(repeating: "22.6%", count: 4))
    #expect(try forms("percent", .real(0.2855))[0] == "28.6%")
    #expect(try forms("percent 2", .real(0.285))[0] == "28.50%")
    #expect(try forms("percent", .real(1.04))[0] == "104%")
    #expect(try forms("signed-percent", .real(0.031))[0] == "+3.1%")
    #expect(try forms("signed-percent", .real(-0.031))[0] == "−3.1%")
    #expect(try forms("signed-percent", .integer(0))[0] == "0%")
    #expect(
      try forms("percentage-points", .real(0.032)) == ["3.2 percentage points", "3.2ポイント", "3.2%포인트", "3.2个百分点"])
    #expect(try forms("percentage-points", .real(0.01))[0] == "1 percentage point")
  }

  @Test("dates, months and years follow each language")
  func dates() throws {
    #expect(
      try forms("date", .text("2025-04-28")) == ["28 April 2025", "2025年4月28日", "2025년 4월 28일", "2025年4月28日"])
    #expect(try forms("month", .text("2026-07")) == ["July 2026", "2026年7月", "2026년 7월", "2026年7月"])
    #expect(try forms("month", .text("2026-07-15"))[0] == "July 2026")
    #expect(try forms("year", .integer(2024)) == ["2024", "2024年", "2024년", "2024年"])
    #expect(throws: FormatFault.mismatch(value: "2024", expected: "a month")) { try forms("month", .integer(2024)) }
  }

  @Test("plain numbers, integers and ratios")
  func numbers() throws {
    #expect(try forms("number", .real(1234.567))[0] == "1,235")
    #expect(try forms("number", .real(0.12345))[0] == "0.12")
    #expect(try forms("number 2", .real(0.12345))[0] == "0.12")
    #expect(try forms("integer", .real(-1234.5))[0] == "−1,235")
    #expect(try forms("ratio", .real(1.0643))[0] == "1.06")
  }

  @Test("what cannot be shown says why")
  func faults() {
    #expect(throws: FormatFault.missing) { try forms("usd", .null) }
    #expect(throws: FormatFault.mismatch(value: "n/a", expected: "a number")) { try forms("usd", .text("n/a")) }
    #expect(throws: FormatFault.unknown("dollars")) { try FigureFormat(parsing: "dollars") }
    #expect(throws: FormatFault.digits("many")) { try FigureFormat(parsing: "usd many") }
    #expect(throws: FormatFault.digits("99")) { try FigureFormat(parsing: "usd 99") }
  }

  @Test(
    "dates and grouped integers agree with CLDR",
    arguments: [
      (Language.english, "en_GB"), (.japanese, "ja_JP"), (.korean, "ko_KR"), (.chinese, "zh_CN"),
    ])
  func cldr(_ language: Language, _ locale: String) throws {
    let style = Date.FormatStyle(
      date: .long, time: .omitted, locale: Locale(identifier: locale), calendar: Calendar(identifier: .gregorian),
      timeZone: .gmt)
    for period in ["2025-04-28", "2024-02-29", "1999-12-31"].compactMap({ Period($0) }) {
      let date = Date(timeIntervalSince1970: Double(period.firstDay) * 86_400)
      #expect(period.text(in: language) == date.formatted(style))
    }
    for number in [0, 999, 1_000, 1_234_567, 999_999_999] {
      let expected = number.formatted(.number.locale(Locale(identifier: locale)))
      #expect(try FigureFormat(.integer).text(.integer(number), in: language) == expected)
    }
  }
}

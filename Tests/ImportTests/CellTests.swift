// SPDX-License-Identifier: MIT
import Figures
import Foundation
import Testing

@testable import Import

@Suite("cells")
struct CellTests {
  @Test(
    "a period is read in every form that portals use",
    arguments: [
      ("2024", "2024"), ("2024-03", "2024-03"), ("2024M03", "2024-03"), ("2024.03", "2024-03"), ("2024. 3", "2024-03"),
      ("2024/03", "2024-03"), ("202403", "2024-03"), ("2024-Q1", "2024-Q1"), ("2024Q1", "2024-Q1"),
      ("2024-03-15", "2024-03-15"), ("January 2001", "2001-01"), ("Dec-2001", "2001-12"), ("2019 [YR2019]", "2019"),
      ("YR2019", "2019"), ("2025년 12월", "2025-12"), ("2024年3月", "2024-03"), (" 2024 ", "2024"),
    ])
  func periods(text: String, iso: String) { #expect(PeriodText(text)?.period.iso == iso) }

  @Test(
    "what is no period is none",
    arguments: ["", "2024-13", "202413", "TOTAL 2024", "2024.03.45", "Q1", "12345", "2024 about", "Value", "25.08"])
  func noPeriods(text: String) { #expect(PeriodText(text) == nil) }

  @Test("a mark behind a period or a figure is parted from it")
  func marks() {
    #expect(PeriodText("2019.12 p)")?.mark == .provisional)
    #expect(PeriodText("2019.12(p)")?.mark == .provisional)
    #expect(PeriodText("2019.12")?.mark == nil)
    #expect(Mark.split("1,187.5 (R)").text == "1,187.5")
    #expect(Mark.split("1,187.5 (R)").mark == .revised)
    #expect(Mark.split("12e").mark == .estimated)
    #expect(Mark.split("Europe").mark == nil)
  }

  @Test(
    "a figure moves its point and keeps its digits",
    arguments: [
      ("1,187.5", 6, "1187500000"), ("582.4", 8, "58240000000"), ("       14279900.00", 6, "14279900000000"),
      ("-5,085.8", 6, "-5085800000"), ("6804128143.0", 0, "6804128143"), ("0.07", 0, "0.07"), ("0.070", 0, "0.07"),
      ("0", 6, "0"), ("-0.0", 0, "0"), (".5", 0, "0.5"), ("1.2E+05", 0, "120000"), ("12.5e-3", 0, "0.0125"),
      ("99999999999999999999.25", 3, "99999999999999999999250"), ("+7", 0, "7"), ("1,234,567", 0, "1234567"),
    ])
  func figures(text: String, power: Int, plain: String) {
    #expect(NumberText(text)?.scaled(byPowerOfTen: power) == plain)
  }

  @Test(
    "what is no number is none",
    arguments: ["", "-", "1.2.3", "12,34", "1,2345", ",123", "abc", "1e", "0x10", "1 2", "1e999"])
  func noFigures(text: String) { #expect(NumberText(text) == nil) }

  @Test("scaling by a power and back gives the digits back, for random figures")
  func scaling() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let text = "\(Int.random(in: 1...999_999, using: &generator)).\(Int.random(in: 1...9, using: &generator))"
      let power = Int.random(in: 0...12, using: &generator)
      let scaled = NumberText(text)?.scaled(byPowerOfTen: power) ?? ""
      #expect(NumberText(scaled)?.scaled(byPowerOfTen: -power) == text)
    }
  }

  @Test(
    "a unit and its multiplier are found in the words of each country",
    arguments: [
      ("GDP (current US$ Mil)", "USD", 6), ("Duty Free Imports (US$ Thousand)", "USD", 3), ("천달러", "USD", 3),
      ("단위: 백만달러", "USD", 6), ("억 달러", "USD", 8), ("単位:千円", "JPY", 3), ("1,000 yen", "JPY", 3),
      ("Unit: million yen", "JPY", 6), ("100 million USD", "USD", 8), ("亿元", "CNY", 8), ("백만원", "KRW", 6),
      ("USD", "USD", 0),
    ])
  func units(text: String, unit: String, power: Int) {
    #expect(ScaledUnit(text: text) == ScaledUnit(unit, power: power))
  }

  @Test("a text without a currency has no unit of account")
  func noUnit() { #expect(ScaledUnit(text: "Exports, index") == nil) }

  @Test("a label becomes a column's name")
  func names() {
    #expect(snakeCase("Export Partner Share ") == "export_partner_share")
    #expect(snakeCase("2nd Partner") == "n2nd_partner")
    #expect(snakeCase("국가") == "value")
  }
}

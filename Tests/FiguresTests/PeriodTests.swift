// SPDX-License-Identifier: MIT
import Testing

@testable import Figures

@Suite("Periods and cells")
struct PeriodTests {
  @Test(
    "years, quarters, months and days are read and written back",
    arguments: ["2024", "2024-Q3", "2024-09", "2024-02-29"])
  func roundTrip(_ text: String) throws {
    #expect(try #require(Period(text)).iso == text)
  }

  @Test(
    "what is no period is none",
    arguments: [
      "", "24", "2024-13", "2024-00", "2023-02-29", "2024-1", "2024-04-31", "2024-Q5", "2024-04-28T00", "abcd",
    ])
  func rejects(_ text: String) { #expect(Period(text) == nil) }

  @Test("days are counted from 1970")
  func days() {
    #expect(Period("1970-01-01")?.firstDay == 0)
    #expect(Period("2000-03-01")?.firstDay == 11017)
    #expect(Period("2025-04-28")?.firstDay == 20206)
    #expect(Period("1969-12-31")?.firstDay == -1)
  }

  @Test("a cell's plain form has its exact shortest digits")
  func plain() {
    #expect(Cell.real(328.08e9).plain == "328080000000")
    #expect(Cell.real(0.10866).plain == "0.10866")
    #expect(Cell.real(-0.000001).plain == "-0.000001")
    #expect(Cell.null.plain == "")
  }

  @Test("rounding is half away from zero on the decimal digits")
  func rounding() throws {
    #expect(try #require(Decimals(0.285)).rounded(toPlaces: 2).plain == "0.29")
    #expect(try #require(Decimals(-2.5)).rounded(toPlaces: 0).plain == "-3")
    #expect(try #require(Decimals(9.995)).rounded(toPlaces: 2).plain == "10")
    #expect(try #require(Decimals(1e21)).text(grouping: ",") == "1,000,000,000,000,000,000,000")
    #expect(try #require(Decimals(0.04)).rounded(toPlaces: 1).isZero)
    #expect(Decimals(.infinity) == nil)
  }
}

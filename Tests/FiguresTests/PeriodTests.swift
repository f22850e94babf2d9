// SPDX-License-Identifier: MIT
import Testing

@testable import Figures

@Suite("Periods and cells")
struct PeriodTests {
  @Test(
    "years, halves, quarters, months and days are read and written back",
    arguments: ["2024", "2024-H2", "2024-Q3", "2024-09", "2024-02-29"])
  func roundTrip(_ text: String) throws {
    #expect(try #require(Period(text)).iso == text)
  }

  @Test(
    "what is no period is none",
    arguments: [
      "", "24", "2024-13", "2024-00", "2023-02-29", "2024-1", "2024-04-31", "2024-Q5", "2024-H3", "2024-H0",
      "2024-04-28T00", "abcd",
    ])
  func rejects(_ text: String) { #expect(Period(text) == nil) }

  @Test("halves are written as each language's press writes them, and sort and subtract")
  func halves() throws {
    let (first, second) = (try #require(Period("2024-H1")), try #require(Period("2024-H2")))
    #expect(
      Language.allCases.sorted().map { first.text(in: $0) } == ["H1 2024", "2024年1～6月期", "2024년 상반기", "2024年上半年"])
    #expect(
      Language.allCases.sorted().map { second.text(in: $0) } == ["H2 2024", "2024年7～12月期", "2024년 하반기", "2024年下半年"])
    let (next, march) = (try #require(Period("2025-H1")), try #require(Period("2025-03")))
    #expect(first < second && second < next)
    #expect(first.iso < second.iso)
    let december = try #require(Period("2024-12"))
    #expect(next.number - first.number == 2)
    #expect(march.number - december.number == 3)
  }

  @Test(
    "periods are read in the forms of statistical offices",
    arguments: [
      ("2024H1", "2024-H1"), ("2024-S2", "2024-H2"), ("H1 2024", "2024-H1"), ("2024Q1", "2024-Q1"),
      ("Q4 2024", "2024-Q4"),
      ("2024q1", "2024-Q1"), ("2024M03", "2024-03"), ("2023.01", "2023-01"), ("2001/01", "2001-01"),
      ("202403", "2024-03"),
      ("Jan-2024", "2024-01"), ("January 2024", "2024-01"), ("Sept 2024", "2024-09"), ("02-Jan-2001", "2001-01-02"),
      ("15 March 2024", "2024-03-15"), ("March 15, 2024", "2024-03-15"), ("20240315", "2024-03-15"),
      ("2024/3/5", "2024-03-05"), ("YR2019", "2019"), ("2024年", "2024"), ("2024年3月15日", "2024-03-15"),
      ("2024년 3월", "2024-03"), ("2024년 1분기", "2024-Q1"), ("2024년 하반기", "2024-H2"), ("2024年第2季度", "2024-Q2"),
      ("2024年上半年", "2024-H1"),
    ])
  func written(_ text: String, iso: String) { #expect(Period(written: text)?.iso == iso) }

  @Test(
    "what may be two periods, or is none, is none",
    arguments: [
      "", "Jan-24", "25.08", "24/03", "2024-13", "20241301", "20240230", "Marble 2024", "2024 augm", "12345", "Q1",
      "3/4/2024", "2024Q5", "H3 2024", "2024.5.x", "spring 2024",
    ])
  func unwritten(_ text: String) { #expect(Period(written: text) == nil) }

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

// SPDX-License-Identifier: MIT
import Testing

@testable import Figures

@Suite("decimals")
struct DecimalsTests {
  @Test(
    "a number has the digits that it is written with",
    arguments: [
      (0.285, "0.285", -1), (328_080_000_000, "328080000000", 11), (-0.5, "-0.5", -1), (1e-7, "0.0000001", -7),
      (0, "0", -1),
      (1.5e21, "1500000000000000000000", 21), (9_007_199_254_740_991, "9007199254740991", 15),
      (0.1 + 0.2, "0.30000000000000004", -1),
    ] as [(Double, String, Int)])
  func digits(value: Double, plain: String, magnitude: Int) throws {
    let decimals = try #require(Decimals(value))
    #expect(decimals.plain == plain)
    #expect(decimals.magnitude == magnitude)
    #expect(Decimals(.infinity) == nil && Decimals(.nan) == nil)
  }

  @Test(
    "halves are rounded away from zero, and a carry moves the first digit",
    arguments: [
      (0.285, 2, "0.29"), (-0.285, 2, "-0.29"), (999.96, 1, "1000"), (0.04, 1, "0"), (0.05, 1, "0.1"),
      (1234.5, -2, "1200"),
      (96, -2, "100"), (44, -2, "0"), (2.5, 0, "3"), (-0.4, 0, "0"),
    ] as [(Double, Int, String)])
  func rounding(value: Double, places: Int, expected: String) throws {
    #expect(try #require(Decimals(value)).rounded(toPlaces: places).plain == expected)
  }

  @Test("thousands are grouped and places filled")
  func text() throws {
    let decimals = try #require(Decimals(1_234_567.5))
    #expect(decimals.text(places: 2, grouping: ",") == "1,234,567.50")
    #expect(decimals.scaled(byPowerOfTen: -9).text() == "0.0012345675")
    #expect(try #require(Decimals(0)).text(places: 1) == "0.0")
  }
}

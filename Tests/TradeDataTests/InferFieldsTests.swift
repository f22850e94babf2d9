// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import TradeData

@Test("a column gets the narrowest type that all its values have")
func narrowestTypes() throws {
  let text = """
    \u{FEFF}year,month,day,count,usd,code,open,note,"a, b",none
    2024,2024-01,2024-01-31,1,1.5,01,true,1,x,
    2023,2024-02,2024-02-01,-20,,84,false,y,"1,2",

    """
  let fields = try inferFields(Array(text.utf8), path: "a.csv")
  #expect(
    fields.map(\.kind) == [.year, .yearmonth, .date, .integer, .number, .string, .boolean, .string, .string, .string])
}

@Test("a file that is no table says where")
func noTable() {
  let cases = [("a,b\n1\n", "csv-ragged", 2), ("a,b\n\"1,2\n", "csv-form", 2), ("", "csv-empty", 0)]
  for (text, rule, line) in cases {
    let fault = #expect(throws: Diagnostic.self) { try inferFields(Array(text.utf8), path: "a.csv") }
    #expect(fault?.rule == rule)
    #expect(fault?.place.line == line)
  }
  let fault = #expect(throws: Diagnostic.self) { try inferFields([0x61, 0xFF], path: "a.csv") }
  #expect(fault?.rule == "csv-encoding")
}

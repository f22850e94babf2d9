// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Testing

@testable import Import

@Suite("guards")
struct GuardTests {
  private let header =
    "period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,cmdCode,customsCode,motCode,primaryValue\n"

  @Test("Comtrade's total is taken, and its parts are not added")
  func total() throws {
    let text =
      header + "2024,392,JPN,X,410,KOR,0,TOTAL,C01,0,60\n2024,392,JPN,X,410,KOR,0,TOTAL,C00,0,100\n"
      + "2024,392,JPN,X,410,KOR,0,TOTAL,C00,2100,70\n2024,392,JPN,X,410,KOR,344,TOTAL,C00,0,10\n"
    #expect(try rows(text, as: .comtrade).dropFirst() == ["2024,JPN,KOR,export,,TOTAL,,,100,,,,"])
  }

  @Test("Comtrade's parts without their total are refused at the first part, once a figure")
  func parts() throws {
    let text =
      header + "2024,392,JPN,X,410,KOR,0,TOTAL,C01,0,60\n2024,392,JPN,X,410,KOR,0,TOTAL,C04,0,40\n"
      + "2024,392,JPN,X,156,CHN,0,TOTAL,C00,0,40\n"
    let found = try faults(text, as: .comtrade)
    #expect(found.map(\.short) == ["download.csv:2:38 import-parts"])
    #expect(found[0].message == "only parts of a total for 2024, JPN, KOR, export, TOTAL; parts are not added up")
    #expect(found[0].hint == "download it with customsCode=C00, motCode=0 and partner2Code=0")
  }

  @Test("Comtrade's World stays a partner, with a caveat, and is not summed")
  func world() throws {
    var diagnostics: [Diagnostic] = []
    let text = header + "2024,392,JPN,X,0,W00,0,TOTAL,C00,0,900\n2024,392,JPN,X,410,KOR,0,TOTAL,C00,0,100\n"
    let new = try #require(try read(Array(text.utf8), as: .comtrade, &diagnostics))
    let csv = String(decoding: new.csv, as: UTF8.self)
    #expect(csv.contains("2024,JPN,World,export,,TOTAL,,,900,"))
    #expect(csv.split(separator: "\n").count == 3)
    #expect(new.entry.contains("  - 'The partner World is the total of all partners: never add it to them.'"))
  }

  @Test("a figure that is there twice is an error that names both places")
  func duplicate() throws {
    let row = "2024,392,JPN,X,410,KOR,0,TOTAL,C00,0,100\n"
    let found = try faults(header + row + row, as: .comtrade)
    #expect(found.map(\.short) == ["download.csv:3:38 import-duplicate"])
    #expect(found[0].notes == ["the first is at download.csv:2:38"])
  }

  @Test("an answer of Comtrade with fewer records than it states was cut")
  func count() throws {
    let text =
      #"{"count": 3, "data": [{"period": "2024", "reporterCode": 1, "flowCode": "X", "partnerCode": 2, "#
      + #""cmdCode": "TOTAL", "primaryValue": 5}]}"#
    let found = try faults(text, as: .comtrade)
    #expect(found.map(\.short) == ["download.csv:1:11 import-cut"])
  }

  @Test("newest-first rows and columns come out oldest first")
  func order() throws {
    let across = "Country Name,Country Code,Series Name,Series Code,2024 [YR2024],2023 [YR2023]\nJapan,JPN,GDP,G,2,1\n"
    #expect(try rows(across, as: .databank).dropFirst() == ["2023,JPN,Japan,G,GDP,1,1", "2024,JPN,Japan,G,GDP,2,1"])
    #expect(
      try rows("Date,Exports,Imports\n2024/02,2,2\n2024/01,1,1\n", as: .japanCustoms, partner: "CHN").dropFirst()
        == ["2024-01,JPN,CHN,1000,1000,", "2024-02,JPN,CHN,2000,2000,"])
  }

  @Test("what the editor says of the unit wins over the portal's custom, and a zero in the middle is a zero")
  func unit() throws {
    let text = "Date,Exports,Imports\n2024/01,0,0\n2024/02,2.5,3\n"
    #expect(
      try rows(text, as: .japanCustoms, unit: "100 million JPY").dropFirst()
        == ["2024-01,JPN,0,0,", "2024-02,JPN,250000000,300000000,"])
  }

  @Test("an option that the portal's files answer themselves is refused")
  func option() throws {
    var diagnostics: [Diagnostic] = []
    let fixture = Fixture(file: "sdmx-1.csv", portal: .sdmx)
    #expect(try read(fixture.bytes(), as: .sdmx, partner: "CHN", unit: "USD", &diagnostics) == nil)
    #expect(diagnostics.map(\.hint) == ["leave --partner out", "leave --unit out"])
  }

  @Test("rows of SDMX that delete figures are refused")
  func delete() throws {
    let text = "STRUCTURE,STRUCTURE_ID,ACTION,AREA,TIME_PERIOD,OBS_VALUE\ndataflow,A:B(1),D,KOR,2024,1\n"
    #expect(try faults(text, as: .sdmx).map(\.short) == ["download.csv:2:17 import-delete"])
  }

  @Test("a list of Korean items without a period asks for one")
  func period() throws {
    let found = try faults(#"{"a": [{"name": "b", "value": 1, "share": 2}]}"#, as: .koreaCustoms)
    #expect(found.map(\.short) == ["download.csv import-period"])
    #expect(found.first?.hint == "add --period 2026-07")
  }
}

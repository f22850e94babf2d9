// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Testing

@testable import Import

@Suite("bad files")
struct BadFileTests {
  @Test("a fixture read as any other portal is refused, and the error names the right one", arguments: Fixture.all)
  func closest(fixture: Fixture) throws {
    for other in Portal.all where other.name != fixture.portal.name {
      var diagnostics: [Diagnostic] = []
      // The encoding is the other portal's too, so that the labels can be read.
      let encoding = ["japan-customs.csv": "shift_jis", "kosis-across.csv": "euc-kr"][fixture.file]
      let new = try read(fixture.bytes(), as: other, file: fixture.file, encoding: encoding, &diagnostics)
      #expect(new == nil)
      #expect(diagnostics.map(\.short) == ["\(fixture.file) import-portal"])
      #expect(diagnostics.first?.hint?.contains("briefing import \(fixture.portal.name) \(fixture.file)") == true)
    }
  }

  @Test("a file of no portal shows its columns")
  func unknown() throws {
    let found = try faults("apples,pears\n1,2\n", as: .kosis)
    #expect(found.map(\.short) == ["download.csv import-portal"])
    #expect(found.first?.message == "this is no file of Statistics Korea, KOSIS that is understood")
    #expect(found.first?.notes == ["its columns are apples, pears"])
    #expect(found.first?.hint == "the portals are listed by: briefing import --list")
  }

  @Test("a file with a column missing says which")
  func missing() throws {
    let found = try faults("Date,Exports\n2024/01,1\n", as: .japanCustoms)
    #expect(found.first?.notes.last == "a file of Japan Customs, Trade Statistics of Japan also has imports")
  }

  @Test("every bad cell is reported with line and column, the first twenty of a kind")
  func cells() throws {
    let text = "Month;Exports;Imports;Balance\nJanuary 2024;1.2.3;2;3\nSmarch 2024;1;2;3\n" + "March 2024;x;2;3\n"
    #expect(
      try faults(text, as: .usCensus).map(\.short) == [
        "download.csv:2:14 import-number", "download.csv:3:1 import-period", "download.csv:4:12 import-number",
      ])
    let many = "Month;Exports;Imports;Balance\n" + (2000..<2030).map { "May \($0);x;2;3\n" }.joined()
    let found = try faults(many, as: .usCensus)
    #expect(found.count == 20)
    #expect(found.last?.notes == ["and 10 more of this kind in this file"])
  }

  @Test("a row cut short, a quote never closed and a NUL byte have their places")
  func form() throws {
    let header = "Date,Exports,Imports\n2024/01,1,1\n"
    #expect(try faults(header + "2024/02,2\n", as: .japanCustoms).map(\.short) == ["download.csv:3:1 csv-ragged"])
    #expect(try faults(header + "2024", as: .japanCustoms).map(\.short) == ["download.csv:3:1 csv-ragged"])
    #expect(try faults(header + "\"2024,2,3\n", as: .japanCustoms).map(\.short) == ["download.csv:3:1 csv-form"])
    #expect(try faults(header + "2024/02,\0,3\n", as: .japanCustoms).map(\.short) == ["download.csv:3:9 csv-form"])
  }

  @Test("a JSON file cut short at any byte is an error at its end, and no crash")
  func json() throws {
    let whole = try Fixture(file: "comtrade-api.json", portal: .comtrade).bytes()
    for end in stride(from: 20, to: whole.count - 2, by: 97) {
      let found = try faults(Array(whole[..<end]), as: .comtrade)
      #expect(found.map(\.rule) == ["import-json"])
      #expect(found.first?.message == "the JSON ends before it is whole")
    }
    let text = "{\n \"a\": [1, 2}\n}\n"
    #expect(try faults(text, as: .comtrade).map(\.short).first?.hasSuffix("import-json") == true)
  }

  @Test("bytes of another encoding say where they are and what the file looks like")
  func encoding() throws {
    let korean = try Fixture(file: "kosis-across.csv", portal: .kosis).bytes()
    let found = try faults(korean, as: .databank)
    #expect(found.map(\.short) == ["download.csv:1:2 import-encoding"])
    #expect(found.first?.message == "the byte 0xB1 is not utf-8")
    #expect(found.first?.hint == "the file looks like euc-kr: add --encoding euc-kr")
    let japanese = try Fixture(file: "japan-customs.csv", portal: .japanCustoms).bytes()
    #expect(try faults(japanese, as: .kosis).first?.hint == "the file looks like shift_jis: add --encoding shift_jis")
    #expect(try faults([0x43, 0xF4, 0x74, 0x65] + Array(",1\n".utf8), as: .comtrade).first?.rule == "import-encoding")
  }

  @Test("an encoding said wrongly is an error at the first byte that is not in it")
  func declared() throws {
    var diagnostics: [Diagnostic] = []
    let korean = try Fixture(file: "kosis-across.csv", portal: .kosis).bytes()
    #expect(try read(korean, as: .kosis, encoding: "latin1", &diagnostics) == nil)
    #expect(try read(korean, as: .kosis, encoding: "utf-8", &diagnostics) == nil)
    #expect(diagnostics.map(\.message) == ["the encoding 'latin1' is not known", "the byte 0xB1 is not utf-8"])
  }

  @Test(
    "a file that is no text says what it is",
    arguments: [
      ([0x50, 0x4B, 5, 6], "the file is an empty zip archive, not CSV"),
      (
        [0xD0, 0xCF, 0x11, 0xE0],
        "the file is an Excel workbook of the old kind (.xls), or one with a password, not CSV"
      ),
      ([0xFF, 0xFE, 0x41, 0], "the file is UTF-16, not CSV"), ([], "the file is empty, not CSV"),
      (Array("<!DOCTYPE html><p>".utf8), "the file is a web page, not CSV"),
      (Array("<?xml version='1.0'?>".utf8), "the file is XML, not CSV"),
      ([0x1F, 0x8B, 8], "the file is compressed by gzip, not CSV"),
      (Array("{\"header\": {}, \"dataSets\": []}".utf8), "the file is SDMX-JSON, not SDMX-CSV"),
      (Array("{\"data\": {\"dataSets\": []}}".utf8), "the file is SDMX-JSON, not SDMX-CSV"),
    ] as [([UInt8], String)])
  func foreign(bytes: [UInt8], message: String) throws {
    #expect(try faults(bytes, as: .comtrade).map(\.message) == [message])
  }

  @Test("a header without rows is an error")
  func empty() throws {
    #expect(try faults("Date,Exports,Imports\n", as: .japanCustoms).map(\.short) == ["download.csv import-empty"])
    #expect(
      try faults("Date,Exports,Imports\n2024/01,0,0\n", as: .japanCustoms).map(\.short) == ["download.csv import-empty"]
    )
  }

  @Test("random bytes and random cuts of every fixture never crash", arguments: Fixture.all)
  func noise(fixture: Fixture) throws {
    let bytes = try fixture.bytes()
    for _ in 0..<30 {
      var broken = Array(bytes.prefix(Int.random(in: 1...bytes.count)))
      for _ in 0..<3 { broken[Int.random(in: 0..<broken.count)] = UInt8.random(in: 0...255) }
      var diagnostics: [Diagnostic] = []
      let new = try read(broken, as: fixture.portal, &diagnostics)
      #expect((new == nil) == !diagnostics.isEmpty)
    }
  }
}

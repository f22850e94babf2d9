// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

@Suite struct CSVTests {
  @Test("rows become typed cells, and an empty field is missing, not zero")
  func typedRows() {
    let fields = """
      {name: y, type: year}, {name: m, type: yearmonth}, {name: d, type: date}, {name: i, type: integer, unit: '1'},
      {name: n, type: number, unit: USD}, {name: b, type: boolean}, {name: s}
      """
    let (package, diagnostics) = load(
      csv: "y,m,d,i,n,b,s\n2024,2024-03,2024-02-29,-12,1.5e3,TRUE,a\n,,,,,,\n",
      descriptor(fields: fields, schema: ""))
    #expect(diagnostics == [])
    let table = package.resources[0].table
    #expect(
      Array(table[row: 0]) == [
        .integer(2024), .text("2024-03"), .text("2024-02-29"), .integer(-12), .real(1500), .integer(1), .text("a"),
      ])
    #expect(table[row: 1].allSatisfy { $0 == .null })
    #expect(table.rowCount == 2)
  }

  @Test("quotes, doubled quotes, line breaks in fields, CR LF, a byte order mark and markup survive")
  func form() {
    let csv =
      "\u{FEFF}year,partner,value\r\n2024,\"a \"\"b\"\", <c> & 'd'\",1\r\n2024,\"two\r\nlines\",2\r\n2024,대한민국,3\r\n2024,日本,4"
    let (package, diagnostics) = load(csv: csv)
    #expect(diagnostics == [])
    let table = package.resources[0].table
    #expect((0..<table.rowCount).map { table[$0, 1].plain } == ["a \"b\", <c> & 'd'", "two\r\nlines", "대한민국", "日本"])
  }

  @Test(
    "a field of the wrong type is named at its first character",
    arguments: [
      ("2024,KOR,▶n/a", "'n/a' is not a number (field 'value', declared as number)"),
      ("2024,\"대한\n민국\",▶1x", "'1x' is not a number (field 'value', declared as number)"),
      ("2024,대한민국,▶\"1,234\"", "'1,234' is not a number (field 'value', declared as number)"),
      ("▶24,KOR,1", "'24' is not a year such as 2024 (field 'year', declared as year)"),
      ("2024,KOR,▶1e999", "'1e999' is not a number (field 'value', declared as number)"),
      ("2024,KOR,▶NaN", "'NaN' is not a number (field 'value', declared as number)"),
      ("2024,KOR,▶-", "'-' is not a number (field 'value', declared as number)"),
    ])
  func wrongType(row: String, message: String) {
    let marked = Marked("year,partner,value\n2023,JPN,1\n\(row)\n", in: tradePath)
    let (_, diagnostics) = load(csv: marked.text)
    #expect(diagnostics.map(line) == ["\(marked.place): \(message) [csv-type]"])
  }

  @Test(
    "each type has its own words",
    arguments: [
      ("integer, unit: '1'", "1.5", "a whole number"), ("integer, unit: '1'", "99999999999999999999", "a whole number"),
      ("boolean", "maybe", "true or false"), ("date", "2024-02-30", "a date such as 2024-03-15"),
      ("date", "15/03/2024", "a date such as 2024-03-15"), ("yearmonth", "2024-13", "a month such as 2024-03"),
      ("yearmonth", "2024-3", "a month such as 2024-03"),
    ])
  func typeWords(type: String, value: String, example: String) {
    let (_, diagnostics) = load(
      csv: "v\n\(value)\n", descriptor(fields: "{name: v, type: \(type)}", schema: ""))
    #expect(
      diagnostics.map(\.message) == [
        "'\(value)' is not \(example) (field 'v', declared as \(type.prefix { $0 != "," }))"
      ])
    #expect(diagnostics.map(\.place) == [Place(tradePath, line: 2, column: 1)])
  }

  @Test("a hint says how a number with separators, spaces or a mark for missing is written")
  func hints() {
    let csv = "year,partner,value\n2024,A,\"1,234\"\n2024,B, 12\n2024,C,n/a\n2024,D,abc\n"
    #expect(
      load(csv: csv).diagnostics.map(\.hint) == [
        "write it without thousands separators: 1234", "write it without spaces: 12",
        "where it means missing, add it to the schema's missingValues",
        "mend the value, or the field's type or format in the data package",
      ])
  }

  @Test("values listed as missing are null")
  func missingValues() {
    let schema = "missingValues: ['', 'n/a', '..']"
    let (package, diagnostics) = load(
      csv: "year,partner,value\n2024,A,n/a\n2024,B,..\n2024,C,\n", descriptor(schema: schema))
    #expect(diagnostics == [])
    #expect((0..<3).allSatisfy { package.resources[0].table[$0, 2] == .null })
  }

  @Test(
    "a row of the wrong form is named where the form breaks",
    arguments: [
      ("2024,KOR▶", "2 fields in a row of 3 ('value' is the first that is missing)", "csv-ragged"),
      ("2024,\"K\"▶", "2 fields in a row of 3 ('value' is the first that is missing)", "csv-ragged"),
      ("2024,KOR,1,▶2", "4 fields in a row of 3", "csv-ragged"),
      ("2024,▶\"KOR,1", "a quote is opened here and never closed", "csv-form"),
      ("2024,\"KOR\"▶x,1", "text after a closing quote", "csv-form"),
      ("2024,5▶\" pipe,1", "a quote inside a field that does not begin with one", "csv-form"),
      ("2024,K▶\u{0}R,1", "a NUL character", "csv-form"),
      ("2024,\"K▶\u{0}R\",1", "a NUL character", "csv-form"),
      ("2024,대한▶\u{FEFF},1", "a byte order mark in the middle of the file (field 'partner')", "csv-encoding"),
      ("▶\n2025,KOR,1", "a blank line", "csv-blank-line"),
      ("▶,KOR,1", "the field 'year' is missing, but required", "csv-required"),
    ])
  func malformed(row: String, message: String, rule: String) {
    let marked = Marked("year,partner,value\n2023,JPN,1\n\(row)\n", in: tradePath)
    let (_, diagnostics) = load(csv: marked.text)
    #expect(diagnostics.map(line) == ["\(marked.place): \(message) [\(rule)]"])
  }

  @Test("a byte that is not UTF-8 is named with its line and column")
  func invalidUTF8() {
    var bytes = Array("year,partner,value\n2024,대한".utf8)
    bytes += [0xB9, 0xCE] + Array(",1\n".utf8)
    let (_, diagnostics) = load(bytes: [descriptorPath: Array(descriptor().utf8), tradePath: bytes])
    let place = Marked("year,partner,value\n2024,대한▶", in: tradePath).place
    #expect(diagnostics.map(line) == ["\(place): the byte 0xB9 is not UTF-8 (field 'partner') [csv-encoding]"])
  }

  @Test("a field beyond a hundred kilobytes is an error where it begins")
  func hugeField() {
    let (_, diagnostics) = load(csv: "year,partner,value\n2024,\"\(String(repeating: "한", count: 40_000))\",1\n")
    #expect(
      diagnostics.map(line) == [
        "\(tradePath):2:6: a field of 120000 bytes (field 'partner') [csv-form]"
      ])
  }

  @Test("blank lines at the end of a file are ignored")
  func trailingBlankLines() {
    #expect(load(csv: "year,partner,value\n2024,KOR,1\n\n\r\n").diagnostics == [])
  }

  @Test(
    "a file without rows is an error",
    arguments: [
      ("", "the file is empty", "csv-empty"), ("\u{FEFF}", "the file is empty", "csv-empty"),
      ("year,partner,value\n", "the file has a header, but no rows", "csv-no-rows"),
      ("year,partner,value", "the file has a header, but no rows", "csv-no-rows"),
    ])
  func noRows(csv: String, message: String, rule: String) {
    #expect(load(csv: csv).diagnostics.map(line) == ["\(tradePath): \(message) [\(rule)]"])
  }

  @Test("a UTF-16 file is told from UTF-8")
  func utf16() {
    let (_, diagnostics) = load(bytes: [descriptorPath: Array(descriptor().utf8), tradePath: [0xFF, 0xFE, 0x79, 0]])
    #expect(diagnostics.map(line) == ["\(tradePath): the file is UTF-16 [csv-encoding]"])
  }

  @Test("a renamed column asks what was meant")
  func renamedColumn() {
    let marked = Marked("year,▶partnr,value\n2024,KOR,1\n", in: tradePath)
    let (_, diagnostics) = load(csv: marked.text)
    #expect(
      diagnostics.map(line) == [
        "\(tradePath):1:1: the column 'partner' of the schema is missing from the header [csv-header]",
        "\(marked.place): the schema has no field 'partnr' [csv-header]",
      ])
    #expect(diagnostics[1].hint == "did you mean 'partner'?")
  }

  @Test("columns in another order, or twice, are an error")
  func columnOrder() {
    let swapped = Marked("year,▶value,partner\n2024,1,KOR\n", in: tradePath)
    #expect(
      load(csv: swapped.text).diagnostics.map(line) == [
        "\(swapped.place): the column 'value' stands where the schema has 'partner' [csv-header]"
      ])
    let twice = Marked("year,partner,value,▶value\n2024,KOR,1,1\n", in: tradePath)
    #expect(
      load(csv: twice.text).diagnostics.map(line) == [
        "\(twice.place): the column 'value' stands a second time [csv-header]"
      ])
  }

  @Test("all errors are told at once, twenty of a kind in full and the others counted")
  func limit() {
    let csv = "year,partner,value\n" + (0..<50).map { "2024,P\($0),x\n" }.joined() + "2024\n"
    let (_, diagnostics) = load(csv: csv)
    #expect(diagnostics.count == 21)
    #expect(diagnostics.map(\.rule).filter { $0 == "csv-ragged" }.count == 1)
    #expect(diagnostics[19].notes == ["and 30 more of this kind in this file"])
    #expect(diagnostics[18].notes == [])
  }

  @Test("another delimiter and quote are read as the dialect declares them")
  func dialect() {
    let (package, diagnostics) = load(
      csv: "year;partner;value\n2024;'a;b';1\n",
      descriptor(resource: "dialect: {delimiter: ';', quoteChar: \"'\"}"))
    #expect(diagnostics == [])
    #expect(package.resources[0].table[0, 1] == .text("a;b"))
  }

  @Test(
    "numbers are read to the last digit",
    arguments: [
      "0.1", "328.08", "-0.285", "123456789012345678901", "1e22", "1.7976931348623157e308", "5e-324",
      "9007199254740993",
      "0.000001", "12345678901234567.89", ".5", "+3",
    ])
  func exactNumbers(text: String) {
    #expect(parseCell(text, as: .number) == Double(text).map(Cell.real))
  }

  /// `한국` in CP949, `日本` in Shift_JIS, `中国` in GB18030.
  @Test(
    "older encodings are read as declared",
    arguments: [
      ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"), ("CP949", [0x8C, 0x63], "똠"),
      ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("shift_jis", [0x83, 0x5C], "ソ"),
      ("GB18030", [0xD6, 0xD0, 0xB9, 0xFA], "中国"),
    ])
  func encodings(encoding: String, bytes: [UInt8], text: String) {
    let csv = Array("year,partner,value\n".utf8) + Array("2024,".utf8) + bytes + Array(",1\n".utf8)
    let (package, diagnostics) = load(
      bytes: [descriptorPath: Array(descriptor(resource: "encoding: \(encoding)").utf8), tradePath: csv])
    #expect(diagnostics == [])
    #expect(package.resources[0].table[0, 1] == .text(text))
  }

  @Test("a byte that is not in the declared encoding is named with its line and column")
  func invalidByte() {
    let csv = Array("year,partner,value\n2024,".utf8) + [0xC7, 0xD1, 0xFF, 0x2C] + Array("1\n".utf8)
    let (_, diagnostics) = load(
      bytes: [descriptorPath: Array(descriptor(resource: "encoding: euc-kr").utf8), tradePath: csv])
    let place = Marked("year,partner,value\n2024,한▶", in: tradePath).place
    #expect(diagnostics.map(line) == ["\(place): the byte 0xFF is not euc-kr [csv-encoding]"])
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Import

@Suite("workbooks")
struct WorkbookTests {
  private let header = #"<row r="2">\#(["Date", "Exports", "Imports"].map(inline).joined())</row>"#

  @Test("texts, runs, readings, numbers, dates, skipped columns and failed cells are read as they are shown")
  func cells() throws {
    let strings =
      "<si><r><t>A &amp; </t></r><r><t>B</t></r><rPh sb='0'><t>えー</t></rPh></si><si><t><![CDATA[<C>]]></t></si>"
    let styles =
      #"<numFmts><numFmt numFmtId="164" formatCode="[$-412]yyyy&quot;년&quot;\ m&quot;월&quot;"/></numFmts>"#
      + #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs>"#
    let rows =
      #"<row r="3"><c r="A3" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="D3"><v>64022.779999999999</v></c>"#
      + #"<c r="AA3"><v>1E5</v></c></row><row><c s="1"><v>45292</v></c><c s="2"><v>45350.5</v></c>"#
      + #"<c s="3"><v>2024.1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c s="1"/></row>"#
    var archive = try ZipArchive(WorkbookFile(rows).bytes())
    let part = try #require(try archive.part("xl/sheet1.xml"))
    let sheet = try Sheet(
      part, part: "p", strings: sharedStrings(Array("<sst>\(strings)</sst>".utf8), part: "s"),
      styles: CellStyles(Array("<styleSheet>\(styles)</styleSheet>".utf8), part: "f", isFrom1904: false))
    #expect(sheet.rows.map(\.number) == [3, 4])
    #expect(sheet.rows[0].cells.map(\.column) == [1, 2, 4, 27])
    #expect(sheet.rows[0].cells.map(\.text) == ["A & B", "<C>", "64022.78", "100000"])
    #expect(sheet.rows[1].cells.map(\.text) == ["2024-01-01", "2024-02", "2024.10", "TRUE"])
    #expect(sheet.failed.map { "\($0.cell) \($0.text)" } == ["E4 #N/A"])
  }

  @Test("a number format says whether a number is a date")
  func formats() {
    let days = ["yyyy-mm-dd", "m/d/yy h:mm", "[Red]d", #"ge"."m"."d"#]
    #expect(days.map { CellFormat(code: $0) } == [.day, .day, .day, .day])
    #expect(
      ["mmm-yy", "yyyy", "0.00", "#,##0.000;-0"].map { CellFormat(code: $0) } == [
        .month, .year, .decimals(2), .decimals(3),
      ])
    let plain = ["General", "h:mm", "mm:ss", "[h]:mm", #"0" days""#, "0.0%", "0.00E+00", #"\d0"#, "@"]
    #expect(plain.allSatisfy { CellFormat(code: $0) == .plain })
  }

  @Test(
    "a portal that comes as CSV may come as a workbook, known by its bytes, with titles, failed cells and two sheets")
  func otherPortal() throws {
    let rows =
      #"<row r="1">\#(inline("(thousand JPY)"))</row>"# + header
      + #"<row r="3">\#(inline("2024/01"))<c><v>5</v></c><c><v>7</v></c></row>"#
      + #"<row r="4">\#(inline("2024/02"))<c><v>6</v></c><c t="e"><v>#DIV/0!</v></c></row>"#
    let file = WorkbookFile(sheets: [("Cover", ""), ("Trade", rows)])
    var diagnostics: [Diagnostic] = []
    let new = try #require(
      try read(file.bytes(), as: .japanCustoms, file: "d42.csv", partner: "CHN", &diagnostics))
    #expect(diagnostics == [])
    let csv = String(decoding: new.csv, as: UTF8.self)
    #expect(csv.contains("5000") && csv.contains("7000") && csv.contains("6000"))
    #expect(new.understanding.contains("of the sheets 'Cover', 'Trade', 'Trade' was read, the first with cells"))
    #expect(new.understanding.contains("errors of the spreadsheet, read as missing: C4 #DIV/0!"))
  }

  @Test("a bad cell is told by its name")
  func badCells() throws {
    let good = #"<row r="5">\#(inline("2024/01"))<c><v>5</v></c><c><v>7</v></c></row>"#
    let rows =
      header + good + #"<row r="7">\#(inline("2024/02"))<c><v>5</v></c><c t="str"><v>x</v></c></row>"#
      + #"<row r="9">\#(inline("2024/13"))<c><v>5</v></c><c><v>7</v></c></row>"#
    let found = try told(WorkbookFile(rows).bytes()).map(\.short)
    #expect(found == ["t.xlsx:C7 import-number", "t.xlsx:A9 import-period"])
    let wide = header + good + #"<row r="6"><c r="AB6"><v>1</v></c></row>"#
    let beside = try told(WorkbookFile(wide).bytes()).map(\.short)
    #expect(beside == ["t.xlsx:AB6 csv-ragged"])
  }

  @Test(
    "a cell that is wrong is an error at its place",
    arguments: [
      (
        #"<row r="3"><c r="B3" t="s"><v>9</v></c></row>"#, "t.xlsx:B3",
        "the workbook is damaged: the cell is text 9 of 0"
      ),
      (#"<row r="3"><c r="B3"><v>1,5</v></c></row>"#, "t.xlsx:B3", "the workbook is damaged: '1,5' is no number"),
      (#"<row r="3"><c r="B3"><f>A1</f></c></row>"#, "t.xlsx:B3", "the formula of the cell has no result"),
      (
        #"<row r="3"><c r="C3"><v>1</v></c><c r="B3"><v>1</v></c></row>"#, "t.xlsx",
        "the workbook is damaged: the cell 'B3' of 'xl/sheet1.xml' is not behind the cell before it, in row 3"
      ),
      (
        #"<row r="3"/><row r="2"/>"#, "t.xlsx", "the workbook is damaged: row 2 of 'xl/sheet1.xml' stands behind row 3"
      ),
      (
        "<row><c></row>", "t.xlsx",
        "the workbook is damaged: 'xl/sheet1.xml' is no XML that is understood, '</row>' ends nothing"
      ),
    ])
  func cellFaults(rows: String, place: String, message: String) throws {
    let found = try told(WorkbookFile(rows).bytes())
    #expect(found.map { "\($0.place) \($0.message)" } == ["\(place) \(message)"])
  }

  @Test("a container that is wrong says what is wrong with it")
  func containers() throws {
    let file = WorkbookFile(header)
    let whole = file.bytes()
    #expect(
      try message([0x50, 0x4B, 3, 4, 1]) == "the workbook is damaged: its list of parts is missing, so it was cut short"
    )
    #expect(
      try message(Array(whole.dropLast(30)))
        == "the workbook is damaged: its list of parts is missing, so it was cut short")
    #expect(try message(file.bytes(flags: 1)) == "the workbook is encrypted ('_rels/.rels')")
    #expect(try message(file.bytes(count: 0xFFFF)) == "the workbook is in zip64, which is not read")
    #expect(try message(file.bytes(count: 20_000)) == "the workbook has 20000 parts; no more than 10000 are read")
    #expect(
      try message(file.bytes(declared: 600 << 20))
        == "'xl/sheet1.xml' of the workbook would unpack to 600 MB; no more than 512 are read in all")
    // A stream that gives more than its list of parts says is stopped where that ends.
    var bomb = file
    bomb.parts[5].xml = String(repeating: " ", count: 1 << 20)
    #expect(
      try message(bomb.bytes(declared: 10))
        == "the workbook is damaged: 'xl/sheet1.xml' does not unpack to what its list of parts says")
    var other = file
    other.parts[0].name = "data.csv"
    #expect(try message(other.bytes()) == "the file is a zip archive without a workbook")
    var missing = file
    missing.parts[5].name = "xl/other.xml"
    #expect(try message(missing.bytes()) == "the workbook is damaged: its sheet 'Data' is missing ('xl/sheet1.xml')")
    #expect(try message(WorkbookFile("").bytes()) == "no sheet of the workbook has a table")
    #expect(throws: WorkbookFault.self) { try ZipArchive([UInt8](repeating: 0, count: 64 << 20 | 1)) }
  }

  @Test("XML with a DOCTYPE, an unknown reference, an open element or another encoding is an error")
  func xml() throws {
    for (text, words) in [
      ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "it has a DOCTYPE"), ("<a>&b;</a>", "it has a reference to nothing"),
      ("<a><b></b>", "it ends before it is whole"), ("<a b></a>", "an attribute has no value"),
      ("<a>\u{1}</a>", "it has a control character"), ("<a>&#0;</a>", "it has a reference to nothing"),
    ] {
      let fault = #expect(throws: WorkbookFault.self) { _ = try sharedStrings(Array(text.utf8), part: "p") }
      #expect(fault?.message == "the workbook is damaged: 'p' is no XML that is understood, \(words)")
    }
  }

  private func told(_ bytes: [UInt8]) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    #expect(try read(bytes, as: .japanCustoms, file: "t.xlsx", partner: "CHN", &diagnostics) == nil)
    return diagnostics
  }

  private func message(_ bytes: [UInt8]) throws -> String? { try told(bytes).first?.message }
}

private func inline(_ text: String) -> String { #"<c t="inlineStr"><is><t>\#(text)</t></is></c>"# }

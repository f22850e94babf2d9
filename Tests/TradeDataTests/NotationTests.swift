// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

@Suite("Dialects and notations")
struct NotationTests {
  private static let header = "year,partner,value\n"

  private func rows(_ csv: String, dialect: String) -> ([[Cell]], [String]) {
    let (package, diagnostics) = load(csv: csv, descriptor(resource: "dialect: {\(dialect)}"))
    let table = package.resources[0].table
    return ((0..<table.rowCount).map { Array(table[row: $0]) }, diagnostics.map(line))
  }

  @Test(
    "every dialect that can be declared is read as declared",
    arguments: [
      ("delimiter: ';'", "year;partner;value\n2024;K,R;1.5\n"),
      ("delimiter: \"\\t\"", "year\tpartner\tvalue\n2024\tK,R\t1.5\n"),
      ("quoteChar: \"'\"", "year,partner,value\n2024,'K,R',1.5\n"),
      ("escapeChar: \"\\\\\"", "year,partner,value\n2024,K\\,R,1.5\n"),
      ("escapeChar: \"\\\\\", doubleQuote: false", "year,partner,value\n2024,\"K\\,R\",1.5\n"),
      ("commentChar: '#'", "# a title\nyear,partner,value\n# \"more\n2024,\"K,R\",1.5\n#end\n"),
      ("commentRows: [1, 3]", "A title\nyear,partner,value\nanother line, of it\n2024,\"K,R\",1.5\n"),
      ("skipInitialSpace: true", "year, partner, value\n2024, \"K,R\",  1.5\n"),
      ("header: false", "2024,\"K,R\",1.5\n"), ("headerRows: [3]", "A title\n\nyear,partner,value\n2024,\"K,R\",1.5\n"),
      ("caseSensitiveHeader: false", "Year,PARTNER,value\n2024,\"K,R\",1.5\n"),
      ("lineTerminator: \"\\r\\n\"", "year,partner,value\r\n2024,\"K,R\",1.5\r\n"),
      ("nullSequence: 'K,R'", "year,partner,value\n2024,\"K,S\",1.5\n"),
    ])
  func dialects(dialect: String, csv: String) {
    let schema = dialect.contains("null") ? "K,S" : "K,R"
    let (rows, faults) = rows(csv, dialect: dialect)
    #expect(faults == [])
    #expect(rows == [[.integer(2024), .text(schema), .real(1.5)]])
  }

  @Test("an escaped quote is part of the text, and an unescaped one ends it")
  func escapedQuotes() {
    let (rows, faults) = rows(Self.header + "2024,\"a \\\"b\\\" \\\\\",1\n", dialect: "escapeChar: \"\\\\\"")
    #expect(faults == [])
    #expect(rows.first?[1] == .text("a \"b\" \\"))
    let (_, strict) = self.rows(Self.header + "2024,\"a\"\"b\",1\n", dialect: "doubleQuote: false")
    #expect(strict == ["\(tradePath):2:9: text after a closing quote [csv-form]"])
  }

  @Test("places behind comment lines are those of the file")
  func places() {
    let (_, faults) = rows("# a\nyear,partner,value\n# b\n2024,KOR,x\n", dialect: "commentChar: '#'")
    #expect(faults == ["\(tradePath):4:10: 'x' is not a number (field 'value', declared as number) [csv-type]"])
  }

  private func value(_ text: String, _ field: String) -> (Cell, [String], [String?]) {
    let (package, diagnostics) = load(
      csv: "v\n\"\(text)\"\n", descriptor(fields: "{name: v, \(field)}", schema: ""))
    return (
      package.resources[0].table.rowCount > 0 ? package.resources[0].table[0, 0] : .null,
      diagnostics.map(\.message), diagnostics.map(\.hint)
    )
  }

  @Test(
    "numbers are read as the field says that they are written",
    arguments: [
      ("1.234,5", "groupChar: '.', decimalChar: ','", 1234.5),
      ("-1.234.567,25", "groupChar: '.', decimalChar: ','", -1234567.25),
      ("0,5", "decimalChar: ','", 0.5), ("1,234,567", "groupChar: ','", 1_234_567), ("1 234", "groupChar: ' '", 1234),
      ("€ 95", "bareNumber: false", 95), ("95%", "bareNumber: false", 95),
      ("-$1,200.5", "bareNumber: false, groupChar: ','", -1200.5),
      ("12", "groupChar: ','", 12), ("1.5e3", "groupChar: ','", 1500),
    ])
  func numbers(text: String, notation: String, number: Double) {
    let (cell, faults, _) = value(text, "type: number, unit: '1', \(notation)")
    #expect(faults == [])
    #expect(cell == .real(number))
  }

  @Test(
    "numbers that are written otherwise are not",
    arguments: [
      ("1,23", "groupChar: ','"), ("1234,567", "groupChar: ','"), ("1,2345", "groupChar: ','"),
      ("1.5", "decimalChar: ','"),
      ("1,5,5", "decimalChar: ','"), ("", "bareNumber: false, missingValues: ['-']"), ("n/a", "bareNumber: false"),
      ("1,,234", "groupChar: ','"), ("12,", "groupChar: ','"),
    ])
  func otherNumbers(text: String, notation: String) {
    let (cell, faults, _) = value(text, "type: number, unit: '1', \(notation)")
    #expect(faults.count == 1)
    #expect(cell == .null)
  }

  @Test("words for true and false, and a field's own missing values, are what it says")
  func words() {
    let field = "type: boolean, trueValues: [ja], falseValues: [nein], missingValues: ['?']"
    #expect(value("ja", field).0 == .integer(1))
    #expect(value("nein", field).0 == .integer(0))
    #expect(value("?", field).0 == .null)
    #expect(value("?", field).1 == [])
    #expect(value("true", field).1 == ["'true' is not true or false (field 'v', declared as boolean)"])
  }

  @Test(
    "periods in the forms of statistical offices are stored in the one that sorts",
    arguments: [
      ("2024.03", "type: yearmonth, format: any", Cell.text("2024-03")),
      ("Jan-2024", "type: yearmonth, format: any", .text("2024-01")),
      ("202403", "type: yearmonth, format: any", .text("2024-03")),
      ("02-Jan-2001", "type: date, format: any", .text("2001-01-02")),
      ("20240315", "type: date, format: any", .text("2024-03-15")),
      ("2024Q1", "type: string, period: true", .text("2024-Q1")),
      ("2024H2", "type: string, period: true", .text("2024-H2")),
      ("2024-S1", "type: string, period: true", .text("2024-H1")),
      ("YR2019", "type: year, format: any", .integer(2019)),
    ])
  func periods(text: String, field: String, cell: Cell) {
    let (found, faults, _) = value(text, field)
    #expect(faults == [])
    #expect(found == cell)
  }

  @Test("a period of another length, or in a form that was not declared, is an error with a hint")
  func otherPeriods() {
    #expect(value("2024Q1", "type: yearmonth, format: any").1.count == 1)
    #expect(
      value("2024.03", "type: yearmonth").2 == [
        "declare the field as type: string, period: true, to read periods in other forms"
      ])
    #expect(
      value("spring", "type: string, period: true").1 == [
        "'spring' is not a period such as 2024-Q1 or 2024-H1 (field 'v', declared as string)"
      ])
  }

  @Test(
    "every constraint is enforced at the value",
    arguments: [
      ("type: number, unit: '1', constraints: {exclusiveMinimum: 0}", "0", "'0' is not above 0 (field 'v')"),
      ("type: number, unit: '1', constraints: {exclusiveMaximum: 5}", "5", "'5' is not below 5 (field 'v')"),
      (
        "type: yearmonth, constraints: {minimum: 2024-02}", "2024-01",
        "'2024-01' is below the minimum 2024-02 (field 'v')"
      ),
      ("type: string, categories: [A, {value: B, label: Bee}]", "C", "'C' is none of the values permitted (field 'v')"),
      ("type: string, format: email", "desk", "'desk' is not an e-mail address (field 'v', declared as string)"),
      (
        "type: string, format: uri", "a b",
        "'a b' is not an address such as https://example.org/ (field 'v', declared as string)"
      ),
      ("type: string, format: uuid", "12", "'12' is not a UUID (field 'v', declared as string)"),
    ])
  func constraints(field: String, text: String, message: String) { #expect(value(text, field).1 == [message]) }

  @Test("texts of a declared form pass")
  func forms() {
    #expect(value("desk@example.org", "type: string, format: email").1 == [])
    #expect(value("https://example.org/a", "type: string, format: uri").1 == [])
    #expect(value("123e4567-e89b-12d3-a456-426614174000", "type: string, format: uuid").1 == [])
  }

  @Test("a further unique key is enforced")
  func uniqueKeys() {
    let (_, diagnostics) = load(
      csv: Self.header + "2024,KOR,1\n2024,JPN,2\n2023,KOR,1\n",
      descriptor(schema: "uniqueKeys: [[partner, value]]"))
    #expect(
      diagnostics.map(line) == [
        "\(tradePath):4:6: a second row with partner = KOR, value = 1; the first is in line 2 [csv-unique]"
      ])
  }

  @Test(
    "hints say what is wrong with a value",
    arguments: [
      ("1.2.3", "type: number, unit: '1'", "it has two decimal points"),
      ("1,2,3", "type: number, unit: '1', decimalChar: ','", "it has two decimal points"),
      ("2024-13", "type: yearmonth", "there is no month 13"), ("2024-13-01", "type: date", "there is no month 13"),
      ("2023-02-29", "type: date", "that month has no day 29"),
    ])
  func hints(text: String, field: String, hint: String) { #expect(value(text, field).2 == [hint]) }

  @Test("a file that ends in the middle of a line may still be being written")
  func cutShort() {
    let hint = "the file ends in the middle of a line: is another program still writing it?"
    #expect(load(csv: Self.header + "2024,KOR,1\n2023,KO").diagnostics.map(\.hint) == [hint])
    #expect(load(csv: Self.header + "2024,KOR,1\n2023,\"KO").diagnostics.map(\.hint) == [hint])
    #expect(
      load(csv: Self.header + "2024,KOR,1\n2023,KO\n").diagnostics.map(\.hint) == [
        "give the row all its fields, empty ones where a value is missing"
      ])
  }

  @Test("bytes of another encoding than the declared one say what they look like")
  func wrongEncoding() {
    func hints(_ bytes: [UInt8], _ resource: String) -> [String?] {
      load(
        bytes: [
          descriptorPath: Array(descriptor(resource: resource).utf8),
          tradePath: Array((Self.header + "2024,").utf8) + bytes + Array(",1\n".utf8),
        ]
      ).diagnostics.map(\.hint)
    }
    let korean: [UInt8] = [0xC7, 0xD1, 0xB1, 0xB9]
    #expect(hints(korean, "") == ["the file looks like euc-kr: declare encoding: euc-kr"])
    #expect(hints([0x93, 0xFA, 0x96, 0x7B], "") == ["the file looks like shift_jis: declare encoding: shift_jis"])
    #expect(
      hints(Array("한국어와 일본".utf8), "encoding: euc-kr") == [
        "the file looks like utf-8: take 'encoding' out of the data package"
      ])
    #expect(
      hints(Array("日本語".utf8), "encoding: gb18030") == [
        "the file looks like utf-8: take 'encoding' out of the data package"
      ])
    #expect(hints(korean, "encoding: euc-kr") == [])
  }

  @Test("a byte order mark in the middle is named in a column of numbers too")
  func mark() {
    let marked = Marked(Self.header + "2024,KOR,1\n▶\u{FEFF}2023,KOR,1\n", in: tradePath)
    #expect(
      load(csv: marked.text).diagnostics.map(line) == [
        "\(marked.place): a byte order mark in the middle of the file (field 'year') [csv-encoding]"
      ])
  }

  @Test("periods can be subtracted in SQL")
  func subtracting() throws {
    let database = try TradeDatabase(load(csv: Self.header + "2024,KOR,1\n").package)
    let place = Place("page.md", line: 3, column: 1)
    func value(_ sql: String) throws -> Cell { try database.evaluate(sql, at: place).cell }
    #expect(try value("period_number('2024-03') - period_number('2023-12')") == .integer(3))
    #expect(try value("period_number('2024-H1') - period_number('2023-H2')") == .integer(1))
    #expect(try value("period_number('2024-Q1') - period_number('2023-Q1')") == .integer(4))
    #expect(try value("period_number(2024) - period_number('2020')") == .integer(4))
    #expect(try value("period_number('2024-03-01') - period_number('2024-02-28')") == .integer(2))
    #expect(try value("period_number(NULL)") == .null)
    let fault = #expect(throws: Diagnostic.self) { try value("1 + period_number('spring')") }
    #expect(fault.map(line) == "page.md:3:5: 'spring' is not a period [sql-period]")
  }
}

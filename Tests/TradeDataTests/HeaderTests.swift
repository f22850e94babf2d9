// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

@Suite("Headers and files")
struct HeaderTests {
  private func rows(_ csv: String, dialect: String = "", fields: String, match: String = "exact") -> (
    [[Cell]], [String]
  ) {
    let (package, diagnostics) = load(
      csv: csv, descriptor(fields: fields, schema: "fieldsMatch: \(match)", resource: "dialect: {\(dialect)}"))
    let table = package.resources[0].table
    return ((0..<table.rowCount).map { Array(table[row: $0]) }, diagnostics.map(line))
  }

  @Test("the labels of a header of several lines are joined, and what a line repeats counts once")
  func severalLines() {
    let csv = "Year,Exports,Exports\nYear,USD,CNY\n2024,1,2\n"
    let fields = "{name: Year, type: year}, {name: 'Exports USD'}, {name: 'Exports CNY'}"
    #expect(
      rows(csv, dialect: "headerRows: [1, 2]", fields: fields) == ([[.integer(2024), .text("1"), .text("2")]], []))
    let joined = fields.replacing("Exports ", with: "Exports/")
    #expect(rows(csv, dialect: "headerRows: [1, 2], headerJoin: /", fields: joined).1 == [])
    #expect(rows(csv, dialect: "headerRows: [1, 2]", fields: joined).1.count == 4)
  }

  @Test("lines between those of the header are passed over, whatever is on them")
  func linesBetween() {
    let csv = "a title \"of\nYear,Value\n\"open\nx,y\n2024,1\n"
    let fields = "{name: Year x}, {name: Value y}"
    #expect(rows(csv, dialect: "headerRows: [2, 4]", fields: fields) == ([[.text("2024"), .text("1")]], []))
  }

  @Test("lines that end with CR are lines for comments too")
  func carriageReturns() {
    let csv = "# title\ra,b\r# more\r1,2\r"
    #expect(
      rows(csv, dialect: "commentChar: '#'", fields: "{name: a}, {name: b}") == ([[.text("1"), .text("2")]], []))
    #expect(
      rows(csv, dialect: "commentRows: [1, 3]", fields: "{name: a}, {name: b}") == ([[.text("1"), .text("2")]], []))
  }

  @Test(
    "fieldsMatch says which columns the file may have",
    arguments: [
      ("equal", "b,a\n2,1\n", ["1", "2"], 0), ("equal", "a\n1\n", [], 1), ("equal", "a,b,c\n1,2,3\n", [], 1),
      ("subset", "c,b,a\n3,2,1\n", ["1", "2"], 0), ("subset", "c,b\n3,2\n", [], 1),
      ("superset", "b\n2\n", ["", "2"], 0), ("superset", "b,c\n2,3\n", [], 1),
      ("partial", "c,b\n3,2\n", ["", "2"], 0), ("partial", "c,d\n3,2\n", [], 2),
      ("[subset]", "c,b,a\n3,2,1\n", ["1", "2"], 0), ("equal", "a,a\n1,2\n", [], 1), ("exact", "b,a\n2,1\n", [], 1),
    ] as [(String, String, [String], Int)])
  func fieldsMatch(match: String, csv: String, row: [String], faultCount: Int) {
    let (rows, faults) = rows(csv, fields: "{name: a}, {name: b}", match: match)
    #expect(faults.count == faultCount)
    #expect(rows == (row.isEmpty ? [] : [row.map { $0.isEmpty ? .null : .text($0) }]))
  }

  @Test("places in a file of another order are those of its columns")
  func places() {
    let (_, faults) = rows(
      "c,b,a\n,x,y\n1,2\n", fields: "{name: a, type: boolean}, {name: b, type: boolean}", match: "subset")
    #expect(
      faults == [
        "\(tradePath):2:2: 'x' is not true or false (field 'b', declared as boolean) [csv-type]",
        "\(tradePath):2:4: 'y' is not true or false (field 'a', declared as boolean) [csv-type]",
        "\(tradePath):3:4: 2 fields in a row of 3 ('a' is the first that is missing) [csv-ragged]",
      ])
    let keyed = load(
      csv: "b,a\nx,1\ny,1\n",
      descriptor(fields: "{name: a}, {name: b}", schema: "primaryKey: a\n      fieldsMatch: equal"))
    #expect(keyed.diagnostics.map(\.place.column) == [3])
  }

  @Test(
    "a file of another size or digest than is declared is an error",
    arguments: [
      ("bytes: 4", 0), ("bytes: 5", 1), ("hash: 34ff2335cbe2045ddc3b78993d1e971d", 0),
      ("hash: 'md5:34FF2335CBE2045DDC3B78993D1E971D'", 0), ("hash: 34ff2335cbe2045ddc3b78993d1e971e", 1),
      ("hash: 'sha256:f0d3f5e4b5d5b3d5'", 1), ("hash: 'sha1:abc'", 1), ("hash: 'crc32:3610a686'", 1),
      ("bytes: many", 1),
      ("hash: 'sha1:462f48ef322fb5799296128071da500d5726cdbc'", 0),
      ("hash: 'sha1:0000000000000000000000000000000000000000'", 1),
      ("hash: 'sha256:309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc'", 0),
      (
        "hash: 'sha512:f56f799c0f8bc6b0618ff99ea2dfea2d3a2efc8e26ac987c1fb82d5e76383d13"
          + "dc8f5d31182d056230289aecb25943e5bce5a1a6075c023834441b99475f279f'", 0
      ),
    ])
  func integrity(declared: String, faultCount: Int) {
    let (_, diagnostics) = load(csv: "a\n1\n", descriptor(fields: "{name: a}", schema: "", resource: declared))
    #expect(diagnostics.count == faultCount)
    #expect(diagnostics.allSatisfy { $0.hint != nil || $0.rule.hasPrefix("settings") })
  }
}

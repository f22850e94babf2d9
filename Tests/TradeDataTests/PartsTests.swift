// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

/// Reading a large file on several threads.
@Suite struct PartsTests {
  private static let schema: Schema = {
    let fields = "{name: month, type: yearmonth}, {name: partner}, {name: value, type: number, unit: USD}"
    let (package, _) = load(csv: "month,partner,value\n2024-01,A,1\n", descriptor(fields: fields, schema: ""))
    return Schema(fields: package.resources[0].fields)
  }()

  /// Rows of which some are faulty, with comments, CR LF and texts of several bytes a character.
  private static func text(rowCount: Int) -> String {
    var text = "month,partner,value\n"
    for row in 0..<rowCount {
      switch row % 37 {
      case 5: text += "# a comment, of two fields\n"
      case 11: text += "2024-13,대한민국,1\n"
      case 17: text += "2024-01,日本\n"
      case 23: text += "\n"
      case 29: text += "2024-02,a\0b,\(row)\n"
      case 31: text += "2024-02,한국,\(row).5\r\n"
      default: text += "2024-01,Partner \(row),\(row)\n"
      }
    }
    return text
  }

  private func read(_ text: String, threads: Int) -> (table: DataTable?, starts: [Int], faults: [Diagnostic]) {
    var dialect = CSVDialect()
    dialect.comment = Array("#".utf8)
    var file = CSVFile(path: tradePath, bytes: Array(text.utf8), dialect: dialect)
    var log = FaultLog()
    let table = readCSV(&file, schema: Self.schema, threads: threads, log: &log)
    return (table, file.rowStarts, log.diagnostics)
  }

  @Test("rows, places and faults are the same on any number of threads", arguments: [2, 3, 7, 64])
  func sameOnAnyNumber(threads: Int) throws {
    let text = Self.text(rowCount: 1000)
    let (one, several) = (read(text, threads: 1), read(text, threads: threads))
    let (table, other) = (try #require(one.table), try #require(several.table))
    #expect(table.rowCount == other.rowCount)
    #expect((0..<table.rowCount).allSatisfy { Array(table[row: $0]) == Array(other[row: $0]) })
    #expect(one.starts == several.starts)
    #expect(one.faults == several.faults)
    #expect(one.faults.count == 4 * FaultLog.limit)
    #expect(one.faults.filter { $0.notes == ["and 7 more of this kind in this file"] }.count == 4)
  }

  @Test("a file of fewer rows than threads, and one without rows, are read")
  func fewRows() {
    #expect(read("month,partner,value\n2024-01,A,1\n", threads: 64).table?.rowCount == 1)
    #expect(read("month,partner,value\n", threads: 64).faults.map(\.rule) == ["csv-no-rows"])
  }

  @Test("each part begins with a row; what may hide a line's end is one part")
  func wholeRows() {
    func rows(_ text: String, _ dialect: CSVDialect = CSVDialect()) -> [String] {
      let bytes = Array(text.utf8)
      return bytes.withUnsafeBufferPointer { buffer in
        dialect.wholeRows((0..<bytes.count).parts(3), of: buffer).map { String(decoding: buffer[$0], as: UTF8.self) }
      }
    }
    #expect(rows("a,b\nc,d\ne,f\ng,h\n") == ["a,b\nc,d\n", "e,f\n", "g,h\n"])
    #expect(rows("a,b\rc,d\re,f\rg,h\r").count == 1)
    #expect(rows("a,b\nc,\"d\ne\",f\ng,h\n").count == 1)
    var dialect = CSVDialect()
    dialect.escape = UInt8(ascii: "\\")
    #expect(rows("a,b\nc,d\ne,f\ng,h\n", dialect).count == 1)
  }
}

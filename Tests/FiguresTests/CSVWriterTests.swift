// SPDX-License-Identifier: MIT
import Testing

@testable import Figures

@Suite("CSV that is written")
struct CSVWriterTests {
  @Test(
    "fields with commas, quotes and line ends are quoted, others are not", arguments: [CSVWriter.LineEnd.lf, .crlf])
  func quoting(end: CSVWriter.LineEnd) {
    var writer = CSVWriter(lineEnd: end)
    writer.row(["a", "b,c", "d \"e\"", "f\ng", "h\r", "", " 한 "])
    writer.append("1")
    writer.append("2")
    writer.endRow()
    let line = end == .lf ? "\n" : "\r\n"
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",\"h\r\",, 한 \(line)1,2\(line)")
  }

  @Test("values are written as machines read them, whole numbers digit by digit")
  func values() {
    let cells: [Cell] = [
      .integer(.min), .integer(.max), .integer(0), .integer(-7), .real(1e15), .real(123_456), .real(-0.5), .real(-0.0),
      .real(0.1 + 0.2), .null, .text("a,b"), .text(""),
    ]
    var (written, expected) = (CSVWriter(lineEnd: .lf), CSVWriter(lineEnd: .lf))
    written.row(cells)
    expected.row(cells.map(\.plain))
    #expect(written.bytes == expected.bytes)
  }
}

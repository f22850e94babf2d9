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
}

// SPDX-License-Identifier: MIT
import CZlib

@testable import Import

/// A workbook made byte by byte, so that each of its bytes can be wrong.
struct WorkbookFile {
  /// Contents of parts by name, in order; the last is deflated, the others are stored.
  var parts: [(name: String, xml: String)]

  /// A workbook of sheets, each given by its rows.
  init(sheets: [(name: String, rows: String)], strings: String = "", styles: String = "", properties: String = "") {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let ids = sheets.indices.map { $0 + 1 }
    let list = zip(ids, sheets).map { #"<sheet name="\#($1.name)" sheetId="\#($0)" r:id="s\#($0)"/>"# }.joined()
    let related = ids.map { #"<Relationship Id="s\#($0)" Type="\#(kinds)worksheet" Target="sheet\#($0).xml"/>"# }
      .joined()
    parts = [
      (
        "_rels/.rels",
        #"<Relationships><Relationship Id="a" Type="\#(kinds)officeDocument" Target="/xl/workbook.xml"/></Relationships>"#
      ),
      ("xl/workbook.xml", "<workbook><workbookPr \(properties)/><sheets>\(list)</sheets></workbook>"),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>\(related)"
          + #"<Relationship Id="t" Type="\#(kinds)sharedStrings" Target="sharedStrings.xml"/>"#
          + #"<Relationship Id="f" Type="\#(kinds)styles" Target="./styles.xml"/></Relationships>"#
      ),
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"), ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
    ]
    parts += zip(ids, sheets).map {
      ("xl/sheet\($0).xml", "<worksheet><sheetData>\($1.rows)</sheetData></worksheet>")
    }
  }

  /// A workbook of one sheet.
  init(_ rows: String, strings: String = "", styles: String = "", properties: String = "") {
    self.init(sheets: [("Data", rows)], strings: strings, styles: styles, properties: properties)
  }

  /// - Parameters:
  ///   - flags: Of every part; 1 is encrypted.
  ///   - declared: The size that the last part is said to have.
  func bytes(flags: Int = 0, declared: Int? = nil, count: Int? = nil) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (index, part) in parts.enumerated() {
      let content = Array(part.xml.utf8)
      let isLast = index == parts.count - 1
      let packed = isLast ? deflated(content) : content
      let size = isLast ? declared ?? content.count : content.count
      let name = Array(part.name.utf8)
      let facts =
        short(20) + short(flags) + short(isLast ? 8 : 0) + long(0) + long(Int(checksum(content))) + long(packed.count)
        + long(size) + short(name.count) + short(0)
      directory += long(0x0201_4B50) + short(20) + facts + short(0) + short(0) + short(0) + long(0) + long(file.count)
      directory += name
      file += long(0x0403_4B50) + facts + name + packed
    }
    let number = short(count ?? parts.count)
    return file + directory + long(0x0605_4B50) + short(0) + short(0) + number + number + long(directory.count)
      + long(file.count) + short(0)
  }
}

private func short(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8 & 255)] }

private func long(_ number: Int) -> [UInt8] { short(number & 0xFFFF) + short(number >> 16) }

private func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  let size = Int32(MemoryLayout<z_stream>.size)
  deflateInit2_(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
  defer { deflateEnd(&stream) }
  var input = bytes
  return [UInt8](unsafeUninitializedCapacity: bytes.count + 64) { output, count in
    input.withUnsafeMutableBufferPointer { input in
      (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
      (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
      deflate(&stream, Z_FINISH)
      count = output.count - Int(stream.avail_out)
    }
  }
}

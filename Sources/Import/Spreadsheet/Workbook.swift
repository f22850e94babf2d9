// SPDX-License-Identifier: MIT

/// The sheets of a workbook and what their cells need to be read.
struct Workbook {
  /// A sheet that has cells and is not hidden.
  struct Listed {
    let name: String
    let part: String
  }

  /// In the order of the workbook.
  let sheets: [Listed]
  private let strings: [String]
  private let styles: CellStyles
  private var archive: ZipArchive

  /// Opens the archive and reads all but the sheets.
  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    var archive = try ZipArchive(bytes)
    let root = try relationships(of: "", in: &archive).first { $0.kind == "officeDocument" }
    guard let part = root?.part, part.hasPrefix("xl/"), let main = try archive.part(part) else {
      throw archive.foreign
    }
    guard !part.hasSuffix(".bin") else {
      throw WorkbookFault(message: "the file is a binary workbook (.xlsb)", hint: "save it as .xlsx or CSV UTF-8")
    }
    let related = try relationships(of: part, in: &archive)
    let list = try Self.list(main, part: part)
    sheets = list.sheets.compactMap { sheet in
      related.first { $0.id == sheet.id && $0.kind == "worksheet" }.map { Listed(name: sheet.name, part: $0.part) }
    }
    let (texts, look) = (related.first { $0.kind == "sharedStrings" }, related.first { $0.kind == "styles" })
    if let texts, let bytes = try archive.part(texts.part) {
      strings = try sharedStrings(bytes, part: texts.part)
    } else {
      strings = []
    }
    styles = try CellStyles(
      look.map { (style) throws(WorkbookFault) in try archive.part(style.part) } ?? nil, part: look?.part ?? "",
      isFrom1904: list.isFrom1904)
    self.archive = archive
  }

  /// The cells of a sheet.
  mutating func cells(of sheet: Listed) throws(WorkbookFault) -> Sheet {
    guard let bytes = try archive.part(sheet.part) else {
      throw .damaged("its sheet '\(sheet.name)' is missing ('\(sheet.part)')")
    }
    return try Sheet(bytes, part: sheet.part, strings: strings, styles: styles)
  }

  /// The sheets that are shown, with their ids, and from which year days are counted.
  private static func list(
    _ bytes: [UInt8], part: String
  ) throws(WorkbookFault) -> (sheets: [(name: String, id: String)], isFrom1904: Bool) {
    var xml = try XMLTokenizer(bytes, part: part)
    var sheets: [(name: String, id: String)] = []
    var isFrom1904 = false
    while let token = try xml.next() {
      if token == .start("workbookPr") {
        isFrom1904 = ["1", "true"].contains(try xml.attribute("date1904"))
      } else if token == .start("sheet"), try xml.attribute("state") ?? "visible" == "visible",
        let name = try xml.attribute("name"), let id = try xml.attribute("id")
      {
        sheets.append((name, id))
      }
    }
    return (sheets, isFrom1904)
  }
}

extension ZipArchive {
  /// What an archive is that is no workbook.
  fileprivate var foreign: WorkbookFault {
    holds("content.xml")
      ? WorkbookFault(message: "the file is an OpenDocument spreadsheet", hint: "save it as .xlsx or CSV UTF-8")
      : WorkbookFault(
        message: "the file is a zip archive without a workbook", hint: "unpack it, and import what it holds")
  }
}

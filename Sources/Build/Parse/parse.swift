// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markdown
import Settings

/// Reads one page's file into a draft. Knows no other page and no data.
///
/// - Returns: nil where the file cannot be read or has no usable front matter; the diagnostics say why.
func parse(_ file: SourceFile, languages: [Language]) -> (draft: Draft?, diagnostics: [Diagnostic]) {
  do {
    let name = try SourceName(file, languages: languages)
    let bytes = try readSource(file)
    let (yaml, bodyStart, firstLine) = try splitFrontMatter(bytes, path: file.path)
    var diagnostics: [Diagnostic] = []
    let origin = Place(file.path, line: 2, column: 1)
    let setting = try Setting(yaml: yaml, at: origin) ?? Setting(.mapping([]), at: origin)
    let isTranslation = name.language != languages.first
    let (front, kind) = FrontMatter.read(
      setting, kind: name.kind, isTranslation: isTranslation, diagnostics: &diagnostics)
    let findsFigures = !front.values.isEmpty || isTranslation
    let options = ReadingOptions(labels: .labels(in: name.language), findsFigures: findsFigures)
    let document = parseMarkdown(
      Array(bytes[bodyStart...]), path: file.path, firstLine: firstLine, options: options, diagnostics: &diagnostics)
    let points = front.points.map { point in
      parseMarkdown(
        Array(point.text.utf8), path: file.path, firstLine: point.place.line, options: options,
        diagnostics: &diagnostics)
    }
    let charts = chartBlocks(of: document, diagnostics: &diagnostics)
    let figures = findsFigures ? typedFigures(in: front, points: points, charts: charts, bytes: bytes) : []
    let draft = Draft(
      source: file, name: name, kind: kind, front: front, document: document, points: points, charts: charts,
      figures: figures, fingerprint: fingerprint(bytes))
    return (draft, diagnostics)
  } catch let fault as Diagnostic {
    return (nil, [fault])
  } catch {
    return (nil, [.error("file-unreadable", "\(error)", at: Place(file.path))])
  }
}

private func readSource(_ file: SourceFile) throws -> [UInt8] {
  do {
    var bytes = try Disk.read(file.location)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return bytes
  } catch {
    throw Diagnostic.error("file-unreadable", "cannot read the file: \(error.reason)", at: Place(file.path))
  }
}

/// Cuts the front matter off: the lines between a first line `---` and the next one.
///
/// - Returns: The YAML, where the body begins, and the number of its first line.
private func splitFrontMatter(
  _ bytes: [UInt8], path: String
) throws(Diagnostic) -> (yaml: String, body: Int, firstLine: Int) {
  func line(at start: Int) -> (end: Int, isRule: Bool) {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    var text = bytes[start..<end]
    while let last = text.last, last == UInt8(ascii: "\r") || last == UInt8(ascii: " ") { text.removeLast() }
    return (min(end + 1, bytes.count), text.elementsEqual("---".utf8))
  }
  let first = line(at: 0)
  guard first.isRule else {
    throw .error(
      "front-matter-missing", "the page has no front matter", at: Place(path, line: 1, column: 1),
      hint: "begin with a line ---, then title: and summary:, then a line ---")
  }
  var (start, number) = (first.end, 2)
  while start < bytes.count {
    let next = line(at: start)
    if next.isRule {
      let yaml = bytes[first.end..<start]
      guard let text = String(validating: yaml, as: UTF8.self) else {
        throw .error("not-utf8", "the front matter is not UTF-8", at: Place(path, line: 2, column: 1))
      }
      return (text, next.end, number + 1)
    }
    (start, number) = (next.end, number + 1)
  }
  throw .error(
    "front-matter-unclosed", "the front matter is not closed", at: Place(path, line: 1, column: 1),
    hint: "end it with a line ---")
}

/// The chart blocks of a page, each with its id.
private func chartBlocks(of document: Document, diagnostics: inout [Diagnostic]) -> [ChartBlock] {
  var blocks: [ChartBlock] = []
  for (index, fence) in document.fences.enumerated() where fence.kind == .chart {
    do {
      guard let setting = try Setting(yaml: fence.textInPlace, at: fence.place) else {
        throw Diagnostic.error("chart-empty", "the chart block is empty", at: fence.place)
      }
      var fields = Fields(of: setting, as: "a chart")
      let id = fields.requiredText("id")
      if id.isEmpty {
        diagnostics += fields.diagnostics
        continue
      }
      blocks.append(ChartBlock(id: id, setting: setting, fence: index))
    } catch let fault as Diagnostic {
      diagnostics.append(fault)
    } catch {
      diagnostics.append(.error("yaml-syntax", "\(error)", at: fence.place))
    }
  }
  return blocks
}

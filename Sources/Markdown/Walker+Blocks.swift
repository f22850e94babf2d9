// SPDX-License-Identifier: MIT
import CMarkGFM
import Diagnostics

extension Walker {
  /// The table that is being written.
  struct OpenTable {
    var isInHeader = false
    var hasBody = false
    var column = 0
    var alignments: UnsafeMutablePointer<UInt8>?
  }

  mutating func enterBlock(_ node: Node, _ kind: NodeKind) {
    switch kind {
    case .paragraph: openParagraph(node)
    case .heading: openHeading(node)
    case .item: openItem(node)
    case .list: openList(node)
    case .blockQuote:
      passage.foreignDepth += 1
      out.startLine()
      out.append("<blockquote>\n")
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    case .thematicBreak:
      out.startLine()
      out.append(isSite ? "<hr>\n" : "<hr />\n")
    case .footnoteDefinition: openFootnote(node)
    case .table: openTable(node)
    case .tableRow: openRow(node)
    case .tableCell: openCell(node)
    default: break
    }
  }

  mutating func leaveBlock(_ node: Node, _ kind: NodeKind) {
    if kind == .paragraph || kind == .heading || kind == .tableCell { endPassage() }
    switch kind {
    case .paragraph: closeParagraph(node)
    case .heading: closeHeading()
    case .item: out.append("</li>\n")
    case .list: out.append(node.pointee.`as`.list.list_type == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n")
    case .blockQuote:
      passage.foreignDepth -= 1
      out.startLine()
      out.append("</blockquote>\n")
    case .footnoteDefinition:
      passage.foreignDepth -= 1
      if writeBacklink(node) { out.append("\n") }
      out.append("</li>\n")
    case .table: closeTable()
    case .tableRow: closeRow(node)
    case .tableCell: out.append(table.isInHeader ? "</th>" : "</td>")
    default: break
    }
  }

  // MARK: Paragraphs and headings

  private func isTight(_ node: Node) -> Bool {
    guard let list = node.pointee.parent?.pointee.parent, NodeKind(list) == .list else { return false }
    return list.pointee.`as`.list.tight
  }

  /// Whether a task's checkbox belongs to this paragraph: its text labels it.
  private func isTaskText(_ node: Node) -> Bool {
    guard isSite, let parent = node.pointee.parent, parent.isTask else { return false }
    return parent.pointee.first_child == node
  }

  private mutating func openParagraph(_ node: Node) {
    if !isTight(node) {
      out.startLine()
      out.append("<p>")
    }
    if isTaskText(node), let task = node.pointee.parent {
      out.append("<label>")
      writeCheckbox(task)
    }
  }

  private mutating func closeParagraph(_ node: Node) {
    if isTaskText(node) { out.append("</label>") }
    if isTight(node) { return }
    if let parent = node.pointee.parent, node.pointee.next == nil, NodeKind(parent) == .footnoteDefinition {
      out.append(" ")
      _ = writeBacklink(parent)
    }
    out.append("</p>\n")
  }

  private static let headingStarts: [StaticString] = ["<h1>", "<h2>", "<h3>", "<h4>", "<h5>", "<h6>"]
  private static let headingEnds: [StaticString] = ["</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"]

  private func level(_ node: Node) -> Int { min(max(Int(node.pointee.`as`.heading.level), 1), 6) }

  private mutating func openHeading(_ node: Node) {
    out.startLine()
    out.append(Self.headingStarts[level(node) - 1])
    if isSite { heading = OpenHeading(level: level(node), offset: out.bytes.count - 1, place: place) }
    openLevel = level(node)
  }

  private mutating func closeHeading() {
    if let open = heading {
      heading = nil
      let id = anchors.unique(String(decoding: open.anchor.bytes, as: UTF8.self))
      out.insert(Array(" id=\"\(id)\"".utf8), at: open.offset)
      headings.append(Heading(level: open.level, id: id, content: open.content.body, place: open.place))
    }
    out.append(Self.headingEnds[openLevel - 1])
  }

  // MARK: Lists

  private mutating func openList(_ node: Node) {
    let list = node.pointee.`as`.list
    out.startLine()
    if list.list_type == CMARK_BULLET_LIST {
      out.append("<ul>\n")
    } else if list.start == 1 {
      out.append("<ol>\n")
    } else {
      out.append("<ol start=\"")
      out.append(Int(list.start))
      out.append("\">\n")
    }
  }

  private mutating func openItem(_ node: Node) {
    out.startLine()
    guard node.isTask else { return out.append("<li>") }
    guard isSite else {
      out.append(
        node.pointee.`as`.list.checked
          ? "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
          : "<li><input type=\"checkbox\" disabled=\"\" /> ")
      return
    }
    out.append("<li class=\"task\">")
    if let first = node.pointee.first_child, NodeKind(first) == .paragraph { return }
    out.append("<label>")
    writeCheckbox(node)
    out.append("</label>")
  }

  private mutating func writeCheckbox(_ task: Node) {
    out.append(
      task.pointee.`as`.list.checked
        ? "<input type=\"checkbox\" checked disabled> " : "<input type=\"checkbox\" disabled> ")
  }

  // MARK: Code and HTML

  private mutating func writeCodeBlock(_ node: Node) {
    let code = node.pointee.`as`.code
    let info = original(code.info.bytes)
    let language = info.prefix { !(9...13 ~= $0 || $0 == 32) }
    if isSite, code.fenced != 0, let kind = Fence.Kind(rawValue: String(decoding: language, as: UTF8.self)) {
      return addFence(kind, info: info.dropFirst(language.count), text: original(code.literal.bytes))
    }
    out.startLine()
    out.append(isSite ? "<pre tabindex=\"0\"><code" : "<pre><code")
    if !info.isEmpty {
      out.append(" class=\"language-")
      language.withUnsafeBufferPointer { out.append(text: $0) }
      out.append("\"")
    }
    out.append(">")
    if marked.hasMarks {
      original(code.literal.bytes).withUnsafeBufferPointer { out.append(text: $0) }
    } else {
      out.append(text: code.literal.bytes)
    }
    out.append("</code></pre>\n")
  }

  private mutating func addFence(_ kind: Fence.Kind, info: ArraySlice<UInt8>, text: [UInt8]) {
    let words = String(decoding: info, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
    switch kind {
    case .query:
      if words.isEmpty {
        report(
          .error("query-name", "the query has no name", at: place, hint: "write '```query name' on its first line"))
      }
    case .chart:
      if let unknown = words.first(where: { $0 != "source" }) {
        report(
          .error(
            "chart-word", "'\(unknown)' behind '```chart' says nothing", at: place,
            hint: closest(to: unknown, among: ["source"]).map { "did you mean '\($0)'?" }
              ?? "only 'source' may stand there, which shows the block under its figure; an id is a line 'id:'"))
      }
      out.startLine()
      out.append(.chart(fences.count))
      out.append("\n")
    }
    fences.append(
      Fence(
        kind: kind, name: kind == .query ? words.joined(separator: " ") : "",
        showsSource: kind == .chart && words == ["source"],
        text: String(decoding: text, as: UTF8.self), place: self.text.place(line: line + 1), margin: margin(of: text)))
  }

  /// How many characters stand before the first line of a block's text that has any.
  private func margin(of block: [UInt8]) -> Int {
    let lines = block.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { !$0.isEmpty }) else { return 0 }
    let whole = text.line(line + 1 + index)
    let source = whole.dropLast(whole.reversed().prefix { $0 == 10 || $0 == 13 }.count)
    let count = source.count - lines[index].count
    guard count > 0, source.suffix(lines[index].count).elementsEqual(lines[index]) else { return 0 }
    return source.prefix(count).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private mutating func writeHTMLBlock(_ node: Node) {
    if isSite, !options.keepsRawHTML { return warnOfHTML(node.literal) }
    out.startLine()
    if options.keepsRawHTML {
      out.bytes += original(node.literal)
    } else {
      out.append("<!-- raw HTML omitted -->")
    }
    out.startLine()
  }

  // MARK: Footnotes

  private mutating func openFootnote(_ node: Node) {
    passage.foreignDepth += 1
    if footnotes == 0 {
      if isSite {
        out.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
        out.append(text: options.labels.notes)
        out.append("\">\n<ol>\n")
      } else {
        out.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
      }
    }
    footnotes += 1
    footnoteHasBacklink = false
    out.append("<li id=\"fn-")
    appendFootnoteID(original(node.literal))
    out.append("\">\n")
  }

  /// The arrows back to where the footnote is referred to; false where they are written already.
  private mutating func writeBacklink(_ node: Node) -> Bool {
    if footnoteHasBacklink { return false }
    footnoteHasBacklink = true
    let label = original(node.literal)
    for reference in 1...max(1, Int(node.pointee.footnote.def_count)) {
      if reference > 1 { out.append(" ") }
      out.append("<a href=\"#fnref-")
      appendFootnoteAddress(label)
      if reference > 1 {
        out.append("-")
        out.append(reference)
      }
      if isSite {
        out.append("\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"")
        out.append(text: options.labels.back)
        if reference > 1 {
          out.append(" ")
          out.append(reference)
        }
        out.append("\">↩")
      } else {
        out.append("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
      }
      if reference > 1 {
        out.append("<sup class=\"footnote-ref\">")
        out.append(reference)
        out.append("</sup>")
      }
      out.append("</a>")
    }
    return true
  }
}

extension Node {
  /// Whether it is a list item that begins with a checkbox.
  fileprivate var isTask: Bool { NodeKind(self) == .item && pointee.`extension` != nil }
}

// SPDX-License-Identifier: MIT
import CMarkGFM
import Diagnostics

typealias Node = UnsafeMutablePointer<cmark_node>

/// Goes through the tree once, and writes the body and the facts.
struct Walker {
  let text: SourceText
  let marked: MarkedText
  let options: ReadingOptions
  var out = BodyWriter()
  private(set) var diagnostics: [Diagnostic] = []
  private var reports: [Diagnostic.Severity: Int] = [:]

  var headings: [Heading] = []
  var fences: [Fence] = []
  var links: [Link] = []
  var images: [Image] = []
  var values: [ValueReference] = []

  /// Whether the text of a link is being written.
  var isInLink = false
  /// The line in which the walk is, from 0.
  var line = 0
  var heading: OpenHeading?
  var anchors = Anchors()
  var table = OpenTable()
  /// The image whose alternative text is being written.
  var image: OpenImage?
  /// Its text while it is being written.
  var alternative = BodyWriter()
  /// How far the addresses of links have been found in a line.
  var found = (line: -1, offset: 0)
  /// The level of the heading that is being written.
  var openLevel = 1
  var footnotes = 0
  var footnoteHasBacklink = false
  /// The last run of text in this block, for the rule of line breaks.
  var lastText: UnsafeBufferPointer<UInt8>?
  var passages: [Passage] = []
  var passage = OpenPassage()
  /// The place of each braced expression in `values`: -1 where it is wrong, nil where it has not come up.
  private var valueNumbers: [Int?]

  var isSite: Bool { options.output == .site }

  init(text: SourceText, marked: MarkedText, options: ReadingOptions) {
    self.text = text
    self.marked = marked
    self.options = options
    valueNumbers = Array(repeating: nil, count: marked.expressions.count)
    out.bytes.reserveCapacity(text.bytes.count + text.bytes.count / 4 + 256)
  }

  /// Follows the tree's own links, so that depth costs no stack.
  mutating func walk(_ tree: borrowing SyntaxTree) {
    guard let root = tree.root else { return }
    var node = root
    while true {
      enter(node, NodeKind(node))
      if let child = node.pointee.first_child {
        node = child
        continue
      }
      leave(node, NodeKind(node))
      while node.pointee.next == nil {
        guard node != root, let parent = node.pointee.parent else { return finish() }
        node = parent
        leave(node, NodeKind(node))
      }
      guard node != root, let next = node.pointee.next else { return finish() }
      node = next
    }
  }

  private mutating func finish() {
    if footnotes > 0 { out.append("</ol>\n</section>\n") }
  }

  func document() -> Document {
    Document(
      body: out.body, headings: headings, fences: fences, links: links, images: images, values: values,
      passages: passages)
  }

  private mutating func enter(_ node: Node, _ kind: NodeKind) {
    if image != nil { return enterAlternative(node, kind) }
    if node.pointee.start_line > 0 { line = Int(node.pointee.start_line) - 1 }
    switch kind {
    case .text: writeText(node.literal)
    case .softBreak: breakSoftly(node)
    case .lineBreak: breakHard()
    case .code: writeCode(node.literal)
    case .emphasis: writeTag("<em>")
    case .strong: writeTag("<strong>")
    case .strikethrough: writeTag("<del>")
    case .link: openLink(node)
    case .image: openImage(node)
    case .htmlInline: writeInlineHTML(node.literal)
    case .footnoteReference: writeFootnoteReference(node)
    case .document, .unknown: break
    default:
      lastText = nil
      enterBlock(node, kind)
    }
  }

  private mutating func leave(_ node: Node, _ kind: NodeKind) {
    if let image {
      if image.node == node { closeImage(node) }
      return
    }
    switch kind {
    case .emphasis: writeTag("</em>")
    case .strong: writeTag("</strong>")
    case .strikethrough: writeTag("</del>")
    case .link:
      out.append("</a>")
      passage.foreignDepth -= 1
      isInLink = false
    case .document, .unknown: break
    default: leaveBlock(node, kind)
    }
  }

  /// How many faults of one severity a text can report; who has more learns that there are more.
  static let reportLimit = 200

  mutating func report(_ diagnostic: Diagnostic) {
    let count = reports[diagnostic.severity, default: 0]
    reports[diagnostic.severity] = count + 1
    if count < Self.reportLimit {
      diagnostics.append(diagnostic)
    } else if count == Self.reportLimit {
      let noun = diagnostic.severity == .error ? "errors" : "warnings"
      diagnostics.append(
        Diagnostic(
          diagnostic.severity, "more-faults", "the text has more \(noun) from here on; mend those above first",
          at: diagnostic.place))
    }
  }

  // MARK: Values

  /// The number of an expression among the values, or nil, with a diagnostic the first time, where it is none.
  mutating func value(_ expression: Int) -> Int? {
    if let known = valueNumbers[expression] { return known < 0 ? nil : known }
    let range = marked.expressions[expression].range
    let place = marked.expressions[expression].place
    guard marked.expressions[expression].isClosed else {
      valueNumbers[expression] = -1
      report(
        .error(
          "value-open", "'{{' has no '}}' on its line", at: place, hint: "for two braces as they are, write '\\{{'"))
      return nil
    }
    let words = text.bytes[range].dropFirst(2).dropLast(2).split { $0 <= 0x20 }
      .map { String(decoding: $0, as: UTF8.self) }
    guard let name = words.first, name.unicodeScalars.allSatisfy(\.isOfValueName) else {
      valueNumbers[expression] = -1
      let written = String(decoding: text.bytes[range].prefix(60), as: UTF8.self)
      report(
        .error(
          "value-name", "'\(written)' names no value", at: place,
          hint: "write '{{ name }}' or '{{ name format }}', and '\\{{' for two braces as they are"))
      return nil
    }
    valueNumbers[expression] = values.count
    values.append(
      ValueReference(name: name, format: words.dropFirst().joined(separator: " "), place: place))
    return values.count - 1
  }

  /// The author's bytes of an expression.
  func source(of expression: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text.bytes[marked.expressions[expression].range])
  }

  /// What the author wrote, without marks.
  func original(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard marked.hasMarks else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    Mark.split(bytes) { piece in
      switch piece {
      case .text(let text): result.append(contentsOf: text)
      case .value(let expression): result.append(contentsOf: source(of: expression))
      }
    }
    return result
  }

  var place: Place { text.place(line: line) }
}

extension Unicode.Scalar {
  fileprivate var isOfValueName: Bool {
    if 0x61...0x7A ~= value { return true }
    return properties.isAlphabetic || properties.numericType != nil || self == "_" || self == "-" || self == "."
  }
}

extension UnsafeMutablePointer<cmark_node> {
  /// The text of a text, code or HTML node, or a footnote's label. Valid as long as the tree is.
  var literal: UnsafeBufferPointer<UInt8> { pointee.`as`.literal.bytes }
}

extension cmark_chunk {
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: data, count: Int(len)) }
}

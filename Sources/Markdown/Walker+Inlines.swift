// SPDX-License-Identifier: MIT
import CMarkGFM
import Diagnostics
import Markup

extension Walker {
  /// A heading whose content is being written.
  struct OpenHeading {
    let level: Int
    /// Where its id goes.
    let offset: Int
    let place: Place
    var content = BodyWriter()
    var anchor = AnchorWriter()
  }

  /// An image whose alternative text is being written.
  struct OpenImage {
    let node: Node
    var alt = BodyWriter()
  }

  // MARK: Text

  mutating func writeText(_ literal: UnsafeBufferPointer<UInt8>) {
    lastText = literal
    guard marked.hasMarks else { return writeRun(literal) }
    Mark.split(literal) { piece in
      switch piece {
      case .text(let run): writeRun(run)
      case .value(let expression): writeValue(expression)
      }
    }
  }

  private mutating func writeRun(_ run: UnsafeBufferPointer<UInt8>, isProse: Bool = true) {
    if isProse { read(run) }
    out.append(text: run)
    if heading != nil {
      heading?.content.append(text: run)
      heading?.anchor.append(run)
    }
  }

  private mutating func writeValue(_ expression: Int) {
    readHole()
    guard let number = value(expression) else { return writeRun(source(of: expression), isProse: false) }
    out.append(heading == nil && !isInLink ? .value(number) : .plainValue(number))
    if heading != nil {
      heading?.content.append(.plainValue(number))
      heading?.anchor.endWord()
      var name = values[number].name
      name.withUTF8 { heading?.anchor.append($0) }
      heading?.anchor.endWord()
    }
  }

  mutating func writeCode(_ literal: UnsafeBufferPointer<UInt8>) {
    lastText = literal
    writeTag("<code>")
    original(literal).withUnsafeBufferPointer { writeRun($0, isProse: false) }
    readHole()
    writeTag("</code>")
  }

  /// A tag that a table of contents keeps.
  mutating func writeTag(_ tag: StaticString) {
    out.append(tag)
    heading?.content.append(tag)
  }

  /// A line break in the source: a line break in the output, and nothing between Han or kana, which need no space.
  mutating func breakSoftly(_ node: Node) {
    line += 1
    defer { lastText = nil }
    readHole(UInt8(ascii: "\n"))
    if text.hasWideBytes, let lastText, isUnspaced(endOf: lastText), let next = textAfter(node),
      isUnspaced(startOf: next)
    {
      return
    }
    out.append("\n")
    heading?.content.append("\n")
    heading?.anchor.endWord()
  }

  mutating func breakHard() {
    line += 1
    lastText = nil
    readHole(UInt8(ascii: "\n"))
    out.append(isSite ? "<br>\n" : "<br />\n")
    heading?.content.append("\n")
    heading?.anchor.endWord()
  }

  private func textAfter(_ node: Node) -> UnsafeBufferPointer<UInt8>? {
    var next = node.pointee.next
    while let child = next?.pointee.first_child { next = child }
    guard let next, [.text, .code].contains(NodeKind(next)) else { return nil }
    return next.literal
  }

  private func isUnspaced(endOf run: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = run.count
    while end >= 3, run[end - 3] == Mark.lead.0, run[end - 2] == Mark.lead.1, run[end - 1] == Mark.emphasis { end -= 3 }
    var start = end - 1
    while start > 0, run[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 && UnsafeBufferPointer(rebasing: run[start..<end]).firstScalar?.isUnspaced == true
  }

  private func isUnspaced(startOf run: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start + 2 < run.count, run[start] == Mark.lead.0, run[start + 1] == Mark.lead.1,
      run[start + 2] == Mark.emphasis
    {
      start += 3
    }
    return UnsafeBufferPointer(rebasing: run[start...]).firstScalar?.isUnspaced == true
  }

  // MARK: Links

  mutating func openLink(_ node: Node) {
    let link = node.pointee.`as`.link
    readHole()
    passage.foreignDepth += 1
    isInLink = true
    out.append("<a href=\"")
    let destination = address(link.url.bytes, of: "link")
    if !isSite {
      if options.keepsRawHTML || !isDangerous(destination) { appendAddress(destination) }
    } else {
      let address = String(decoding: destination, as: UTF8.self)
      let place = place(of: link.url.bytes)
      let isExternal = address.hasScheme
      if !isExternal {
        out.append(.link(links.count))
      } else if ExternalURL(address) != nil {
        appendAddress(destination)
        out.append("\" rel=\"noopener")
      } else {
        report(
          .error(
            "link-scheme", "the link '\(address.prefix(80))' cannot be followed from a page", at: place,
            hint: "use https, http, mailto, or a path in the site"))
      }
      links.append(Link(destination: address, isExternal: isExternal, place: place))
    }
    writeTitle(link.title.bytes)
    out.append("\">")
  }

  private mutating func writeTitle(_ title: UnsafeBufferPointer<UInt8>) {
    if title.isEmpty { return }
    out.append("\" title=\"")
    writeAttribute(title, to: \.out)
  }

  /// Text for a double-quoted attribute.
  mutating func writeAttribute(
    _ bytes: UnsafeBufferPointer<UInt8>, to writer: WritableKeyPath<Walker, BodyWriter>
  ) {
    guard marked.hasMarks else { return self[keyPath: writer].append(text: bytes) }
    Mark.split(bytes) { piece in
      switch piece {
      case .text(let run): self[keyPath: writer].append(text: run)
      case .value(let expression):
        if let number = value(expression) {
          self[keyPath: writer].append(.attributeValue(number))
        } else {
          self[keyPath: writer].append(text: source(of: expression))
        }
      }
    }
  }

  private mutating func appendAddress(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { Markdown.appendAddress($0, to: &out.bytes) }
  }

  /// A destination without marks; a value in it is an error.
  private mutating func address(_ url: UnsafeBufferPointer<UInt8>, of thing: String) -> [UInt8] {
    guard marked.hasMarks else { return Array(url) }
    var expressions: [Int] = []
    Mark.split(url) { if case .value(let expression) = $0 { expressions.append(expression) } }
    for expression in expressions {
      report(
        .error(
          "value-in-link", "a value cannot be part of the address of a \(thing)",
          at: marked.expressions[expression].place,
          hint: "write the address out; the text of a link can have values"))
    }
    return original(url)
  }

  /// Where an address stands; without a column where it stands on another line.
  private mutating func place(of url: UnsafeBufferPointer<UInt8>) -> Place {
    let bytes = text.line(line)
    // Long lines are not searched for each of their links.
    guard bytes.count <= 4_000 else { return place }
    if found.line != line { found = (line, 0) }
    guard let offset = bytes.offset(ofAddress: url, from: found.offset) else { return place }
    found.offset = offset + url.count
    return text.place(line: line, column: text.column(line: line, offset: text.lineStarts[line] + offset))
  }

  // MARK: Images

  mutating func openImage(_ node: Node) {
    lastText = nil
    image = OpenImage(node: node)
  }

  mutating func enterAlternative(_ node: Node, _ kind: NodeKind) {
    switch kind {
    case .text: writeAlternative(node.literal)
    case .code, .htmlInline:
      if isSite, kind == .htmlInline { return warnOfHTML(node.literal) }
      original(node.literal).withUnsafeBufferPointer { image?.alt.append(text: $0) }
    case .softBreak, .lineBreak:
      line += 1
      image?.alt.append(" ")
    default: break
    }
  }

  private mutating func writeAlternative(_ literal: UnsafeBufferPointer<UInt8>) {
    guard var open = image else { return }
    // Out of the walker while it is written to, so that it stays the only owner of its bytes.
    image = nil
    swap(&open.alt, &alternative)
    writeAttribute(literal, to: \.alternative)
    swap(&open.alt, &alternative)
    image = open
  }

  mutating func closeImage(_ node: Node) {
    guard let open = image else { return }
    image = nil
    let link = node.pointee.`as`.link
    let source = address(link.url.bytes, of: "picture")
    let index = images.count
    out.append("<img src=\"")
    if isSite {
      let address = String(decoding: source, as: UTF8.self)
      let place = place(of: link.url.bytes)
      if address.hasScheme {
        report(
          .error(
            "image-remote", "the picture '\(address.prefix(80))' is not in the site", at: place,
            hint: "put the file into the site's folder; a page fetches nothing from other hosts"))
      } else {
        out.append(.imageSource(index))
      }
      images.append(Image(source: address, alt: open.alt.body, place: place))
    } else if options.keepsRawHTML || !isDangerous(source) {
      appendAddress(source)
    }
    out.append("\" alt=\"")
    out.append(open.alt.body)
    writeTitle(link.title.bytes)
    if isSite {
      out.append("\" loading=\"lazy\" decoding=\"async\"")
      out.append(.imageSize(index))
      out.append(">")
    } else {
      out.append("\" />")
    }
    heading?.content.append(open.alt.body.asText)
  }

  // MARK: Raw HTML, footnote references

  mutating func writeInlineHTML(_ literal: UnsafeBufferPointer<UInt8>) {
    if options.keepsRawHTML {
      out.bytes += original(literal)
    } else if isSite {
      warnOfHTML(literal)
    } else {
      out.append("<!-- raw HTML omitted -->")
    }
  }

  mutating func warnOfHTML(_ literal: UnsafeBufferPointer<UInt8>) {
    let written = String(decoding: original(literal), as: UTF8.self)
    let shown = written.prefix { !$0.isNewline }.prefix(40)
    report(
      .warning(
        "raw-html", "HTML is left out of the page: '\(shown)'", at: placeOfHTML(literal),
        hint: "use Markdown; for '<' as it is, write '\\<'"))
  }

  /// Where a tag stands: the parser gives the line; of a tag on several lines, its first.
  private func placeOfHTML(_ literal: UnsafeBufferPointer<UInt8>) -> Place {
    let bytes = text.line(line)
    let tag = literal.prefix { $0 != 0x0A && $0 != 0x0D }
    guard bytes.count <= 4_000, !tag.isEmpty, tag.count <= bytes.count else { return place }
    for offset in 0...bytes.count - tag.count where bytes[offset...].starts(with: tag) {
      return text.place(line: line, column: text.column(line: line, offset: text.lineStarts[line] + offset))
    }
    return place
  }

  mutating func writeFootnoteReference(_ node: Node) {
    guard let definition = node.pointee.parent_footnote_def else { return }
    lastText = nil
    let label = original(definition.literal)
    let reference = Int(node.pointee.footnote.ref_ix)
    out.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    appendAddress(label)
    out.append("\" id=\"fnref-")
    appendFootnoteID(label)
    if reference > 1 {
      out.append("-")
      out.append(reference)
    }
    if isSite {
      out.append("\" role=\"doc-noteref\" aria-label=\"")
      out.append(text: options.labels.note)
      out.append(" ")
      out.append(raw: node.literal)
      out.append("\">")
    } else {
      out.append("\" data-footnote-ref>")
    }
    out.append(raw: node.literal)
    out.append("</a></sup>")
  }

  /// cmark percent-encodes ids too, as if they were addresses; ours are what a decoded `#fragment` is.
  mutating func appendFootnoteID(_ label: [UInt8]) {
    if isSite { label.withUnsafeBufferPointer { out.append(text: $0) } } else { appendAddress(label) }
  }

  mutating func appendFootnoteAddress(_ label: [UInt8]) { appendAddress(label) }
}

/// cmark drops these unless told to keep them.
private func isDangerous(_ address: [UInt8]) -> Bool {
  let start = String(decoding: address.prefix(20), as: UTF8.self).lowercased()
  if ["png", "gif", "jpeg", "webp"].contains(where: { start.hasPrefix("data:image/\($0)") }) { return false }
  return ["javascript:", "vbscript:", "file:", "data:"].contains { start.hasPrefix($0) }
}

extension String {
  /// Whether it leaves the site: `https:`, any other scheme, or `//host`. `dataset:` is the site's own.
  fileprivate var hasScheme: Bool {
    if hasPrefix("//") { return true }
    let scheme = utf8.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.count < utf8.count, let first = scheme.first, isLetter(first) else { return false }
    if scheme.elementsEqual("dataset".utf8) { return false }
    return scheme.allSatisfy { isLetter($0) || 0x30...0x39 ~= $0 || "+-.".utf8.contains($0) }

    func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the bytes first come behind a bracket or a space.
  fileprivate func offset(ofAddress address: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = address.first, address.count <= count else { return nil }
    var offset = start
    while offset <= count - address.count {
      if self[offset] == first, offset == 0 || isBeforeAddress(self[offset - 1]) {
        var length = 1
        while length < address.count, self[offset + length] == address[length] { length += 1 }
        if length == address.count { return offset }
      }
      offset += 1
    }
    return nil
  }

  private func isBeforeAddress(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "<")
  }
}

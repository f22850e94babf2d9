// SPDX-License-Identifier: MIT
import TradeData

/// Reads XML a token at a time: as much of it as workbooks use, which is no DOCTYPE and nothing but UTF-8.
///
/// Names are told without their prefix, since programs choose different ones for the same namespace.
struct XMLTokenizer {
  enum Token: Equatable {
    case start(String)
    case end(String)
    case text(String)
  }

  /// How deep elements may stand in one another.
  private static let depthLimit = 256

  private let part: String
  private let bytes: [UInt8]
  private var position = 0
  /// The elements that are open, by their names as written.
  private var open: [Range<Int>] = []
  private var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  /// Whether the element just told was `<like this/>`, so that its end comes next.
  private var endsAtOnce = false
  private var hasRoot = false

  /// - Parameter part: The name of the part, for messages.
  init(_ bytes: [UInt8], part: String) throws(WorkbookFault) {
    (self.bytes, self.part) = (bytes, part)
    if bytes.starts(with: byteOrderMark) { position = 3 }
    if firstInvalidByte(in: bytes) != nil { throw fault("it is not UTF-8") }
    if bytes.contains(where: { $0 < 32 && !isSpace($0) }) { throw fault("it has a control character") }
  }

  /// The next token; nil at the end of a document that is whole.
  mutating func next() throws(WorkbookFault) -> Token? {
    if endsAtOnce, let name = open.popLast() {
      endsAtOnce = false
      return .end(localName(name))
    }
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        let start = position
        position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        return .text(try text(start..<position))
      }
      if stands("<!--") {
        _ = try skip("<!--", to: "-->")
      } else if stands("<?") {
        _ = try skip("<?", to: "?>")
      } else if stands("<![CDATA[") {
        return .text(String(decoding: bytes[try skip("<![CDATA[", to: "]]>")], as: UTF8.self))
      } else if stands("<!") {
        throw fault("it has a DOCTYPE")
      } else if stands("</") {
        return try endTag()
      } else {
        return try startTag()
      }
    }
    guard hasRoot, open.isEmpty else { throw fault("it ends before it is whole") }
    return nil
  }

  /// The value of an attribute of the element just told.
  func attribute(_ name: String) throws(WorkbookFault) -> String? {
    for attribute in attributes where localName(attribute.name) == name { return try text(attribute.value) }
    return nil
  }

  /// What is wrong with the part as XML.
  func fault(_ message: String) -> WorkbookFault { .damaged("'\(part)' is no XML that is understood, \(message)") }

  private mutating func endTag() throws(WorkbookFault) -> Token {
    let content = try skip("</", to: ">")
    let name = content.lowerBound..<(bytes[content].firstIndex(where: isSpace) ?? content.upperBound)
    guard let last = open.popLast(), bytes[last] == bytes[name] else {
      throw fault("'</\(String(decoding: bytes[name].prefix(40), as: UTF8.self))>' ends nothing")
    }
    return .end(localName(name))
  }

  private mutating func startTag() throws(WorkbookFault) -> Token {
    position += 1
    let name = try take { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") || isSpace($0) }
    guard !name.isEmpty, open.count < Self.depthLimit else { throw fault("its elements are not in order") }
    attributes.removeAll(keepingCapacity: true)
    while true {
      _ = try take { !isSpace($0) }
      if stands(">") || stands("/>") { break }
      let key = try take { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || isSpace($0) }
      _ = try take { !isSpace($0) }
      guard !key.isEmpty, stands("=") else { throw fault("an attribute has no value") }
      position += 1
      _ = try take { !isSpace($0) }
      let quote = bytes[position]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw fault("an attribute has no value") }
      position += 1
      let value = try take { $0 == quote }
      position += 1
      // A namespace is no attribute: `xmlns:r` must not be taken for the `r` of a cell.
      if !bytes[key].starts(with: "xmlns".utf8) { attributes.append((key, value)) }
    }
    endsAtOnce = stands("/>")
    position += endsAtOnce ? 2 : 1
    open.append(name)
    hasRoot = true
    return .start(localName(name))
  }

  /// Goes on to the first byte that ends a run, which has to come, and gives the run.
  private mutating func take(until ends: (UInt8) -> Bool) throws(WorkbookFault) -> Range<Int> {
    let start = position
    while position < bytes.count, !ends(bytes[position]) { position += 1 }
    guard position < bytes.count else { throw fault("it ends before it is whole") }
    return start..<position
  }

  /// Goes behind an end mark, and gives what stands between it and the mark at which the position is.
  private mutating func skip(_ mark: StaticString, to end: String) throws(WorkbookFault) -> Range<Int> {
    let start = position + mark.utf8CodeUnitCount
    let pattern = Array(end.utf8)
    var last = start
    while last + pattern.count <= bytes.count, !bytes[last...].starts(with: pattern) { last += 1 }
    guard last + pattern.count <= bytes.count else { throw fault("it ends before it is whole") }
    position = last + pattern.count
    return start..<last
  }

  private func stands(_ mark: String) -> Bool { bytes[position...].starts(with: mark.utf8) }

  private func localName(_ name: Range<Int>) -> String {
    let colon = bytes[name].firstIndex(of: UInt8(ascii: ":"))
    return String(decoding: bytes[(colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound], as: UTF8.self)
  }

  /// A run of text with its references resolved.
  private func text(_ range: Range<Int>) throws(WorkbookFault) -> String {
    guard bytes[range].contains(UInt8(ascii: "&")) else { return String(decoding: bytes[range], as: UTF8.self) }
    guard let text = resolvingReferences(bytes[range]) else { throw fault("it has a reference to nothing") }
    return text
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || 9...10 ~= byte || byte == 13 }

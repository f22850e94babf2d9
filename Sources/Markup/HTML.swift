// SPDX-License-Identifier: MIT

/// A piece of HTML as UTF-8 bytes.
///
/// Written as a string literal, whose raw markup can come only from source code; what is interpolated is escaped,
/// unless it is `HTML` itself:
///
///     let name = "Ernst & Young"
///     let item: HTML = "<li>\(name)</li>"   // <li>Ernst &amp; Young</li>
public struct HTML: Sendable, Hashable, CustomStringConvertible {
  public package(set) var bytes: [UInt8]

  public init() { bytes = [] }

  /// Text, escaped for any place in which a document may have it: between tags or in a quoted attribute.
  public init(text: some StringProtocol) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count + 8)
    appendEscaped(text, to: &bytes)
  }

  /// Bytes that a writer of this package has made and vouches for.
  package init(trusted bytes: [UInt8]) { self.bytes = bytes }

  public var isEmpty: Bool { bytes.isEmpty }

  public var description: String { String(decoding: bytes, as: UTF8.self) }

  public static func += (a: inout HTML, b: HTML) { a.bytes += b.bytes }

  /// The pieces one after the other.
  public init(_ pieces: some Sequence<HTML>) {
    bytes = []
    for piece in pieces { bytes += piece.bytes }
  }

  /// A structured-data block for the head of a page.
  public static func jsonLD(_ value: JSON) -> HTML {
    HTML(trusted: Array("<script type=\"application/ld+json\">".utf8) + value.bytes + Array("</script>".utf8))
  }
}

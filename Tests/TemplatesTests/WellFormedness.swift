// SPDX-License-Identifier: MIT
import Testing

/// An element of a document, as a strict reader finds it.
struct FoundElement {
  let name: String
  let attributes: [String: String]
}

struct NotWellFormed: Error, CustomStringConvertible {
  let description: String
}

/// Reads a document strictly: every element closed in order, every attribute quoted and named once, every `&` a
/// reference. It knows nothing of the templates or of the checker that reads their literals.
/// - Throws: `NotWellFormed` at the first fault.
func elements(of document: String) throws -> [FoundElement] {
  let void: Set = ["meta", "base", "link", "br", "img", "input", "hr", "path", "rect"]
  var (rest, open, found) = (document[...], [String](), [FoundElement]())
  func fault(_ text: String) -> NotWellFormed { NotWellFormed(description: "\(text) before '\(rest.prefix(60))'") }

  func checkReferences(_ text: Substring) throws {
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
    where piece.prefixMatch(of: /(amp|lt|gt|quot|#39);/) == nil { throw fault("a bare & in '\(text)'") }
  }

  while let start = rest.firstIndex(of: "<") {
    try checkReferences(rest[..<start])
    rest = rest[start...]
    if let match = rest.prefixMatch(of: /<!doctype html>/) {
      rest = rest[match.range.upperBound...]
    } else if let match = rest.prefixMatch(of: /<\/([a-z0-9]+)>/) {
      guard open.popLast() == String(match.1) else { throw fault("</\(match.1)> out of order") }
      rest = rest[match.range.upperBound...]
    } else if let match = rest.prefixMatch(of: /<([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*) ?(\/?)>/) {
      let name = String(match.1)
      var attributes: [String: String] = [:]
      for attribute in match.2.matches(of: /\s([a-zA-Z-]+)(?:="([^"]*)")?/) {
        try checkReferences(attribute.2 ?? "")
        guard attributes.updateValue(String(attribute.2 ?? ""), forKey: String(attribute.1)) == nil else {
          throw fault("'\(attribute.1)' twice")
        }
      }
      found.append(FoundElement(name: name, attributes: attributes))
      rest = rest[match.range.upperBound...]
      if name == "script" || name == "style" {
        guard let end = rest.range(of: "</\(name)>") else { throw fault("<\(name)> without end") }
        rest = rest[end.upperBound...]
      } else if !void.contains(name), match.3.isEmpty {
        open.append(name)
      }
    } else {
      throw fault("no tag")
    }
  }
  try checkReferences(rest)
  guard open.isEmpty else { throw fault("<\(open.joined(separator: "> <"))> left open") }
  return found
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}

// SPDX-License-Identifier: MIT
import Diagnostics

/// A line of plain text with values in it, such as a title: `Trade reached {{ ck usd }}`.
struct TextWithValues: Sendable, Hashable {
  enum Piece: Sendable, Hashable {
    case text(String)
    case value(name: String, format: String, place: Place)
  }

  let pieces: [Piece]
  let place: Place

  /// `\{{` is a literal `{{`. An opening without its end is a fault of rule `value-open`.
  init(_ text: String, at place: Place, diagnostics: inout [Diagnostic]) {
    var pieces: [Piece] = []
    var literal = ""
    var rest = text[...]
    func column(_ index: String.Index) -> Int {
      max(place.column, 1) + text.unicodeScalars.distance(from: text.startIndex, to: index)
    }
    while let open = rest.range(of: "{{") {
      if rest[..<open.lowerBound].hasSuffix("\\") {
        literal += rest[..<open.lowerBound].dropLast() + "{{"
        rest = rest[open.upperBound...]
        continue
      }
      literal += rest[..<open.lowerBound]
      let start = Place(place.path, line: place.line, column: column(open.lowerBound))
      guard let close = rest[open.upperBound...].range(of: "}}") else {
        diagnostics.append(
          .error(
            "value-open", "'{{' has no '}}' on its line", at: start,
            hint: "for two braces as they are, write '\\{{'"))
        literal += rest[open.lowerBound...]
        rest = ""
        break
      }
      let words = rest[open.upperBound..<close.lowerBound].split(separator: " ", omittingEmptySubsequences: true)
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = ""
      pieces.append(
        .value(name: String(words.first ?? ""), format: words.dropFirst().joined(separator: " "), place: start))
      rest = rest[close.upperBound...]
    }
    literal += rest
    if !literal.isEmpty { pieces.append(.text(literal)) }
    self.pieces = pieces
    self.place = place
  }

  /// The text with each value shown.
  func filled(_ show: (_ name: String, _ format: String, _ place: Place) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let name, let format, let place): show(name, format, place)
      }
    }.joined()
  }
}

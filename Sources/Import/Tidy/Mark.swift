// SPDX-License-Identifier: MIT

/// What a portal says of a figure: that it is provisional, estimated or revised.
enum Mark: String, Sendable {
  case provisional, estimated, revised, forecast
  case seriesBreak = "break"

  private init?(letter: Character) {
    switch letter {
    case "p": self = .provisional
    case "e": self = .estimated
    case "r": self = .revised
    case "f": self = .forecast
    case "b": self = .seriesBreak
    default: return nil
    }
  }

  /// Parts `2019.12 p)`, `1,187.5 (R)` and `12.3p` into the text and its mark.
  static func split(_ text: String) -> (text: String, mark: Mark?) {
    var rest = Substring(text)
    if rest.last == ")" { rest.removeLast() }
    guard let last = rest.last, let mark = Mark(letter: Character(last.lowercased())) else { return (text, nil) }
    rest.removeLast()
    if rest.last == "(" { rest.removeLast() }
    let before = String(rest).trimmed
    guard let end = before.unicodeScalars.last, 48...57 ~= end.value || end == "월" else { return (text, nil) }
    return (before, mark)
  }
}

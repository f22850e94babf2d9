// SPDX-License-Identifier: MIT

/// What a number format makes of a number, as far as that matters to a table.
enum CellFormat: Equatable {
  case plain
  /// A date, as much of it as the format shows.
  case day, month, year
  /// As many digits behind the point: `2024.10` is stored as 2024.1.
  case decimals(Int)

  /// A format that needs no code in the file (ECMA-376-1, 18.8.30). Those of hours alone say no date.
  init(builtIn id: Int) {
    switch id {
    case 2, 4: self = .decimals(2)
    case 14, 15, 16, 22: self = .day
    case 17: self = .month
    default: self = .plain
    }
  }

  /// A format by its code: `yyyy-mm-dd`, `[$-412]yyyy"년" m"월"`, `0.00`.
  init(code: String) {
    let letters = Self.letters(code)
    let has = { (letter: Character) in letters.contains(letter) }
    if letters == "general" {
      self = .plain
    } else if has("d") {
      self = .day
    } else if has("m"), !has("h"), !has("s"), !has(":") {
      self = .month
    } else if has("y") {
      self = .year
    } else if letters.allSatisfy({ "#0,.".contains($0) }), let point = letters.firstIndex(of: ".") {
      self = .decimals(letters[point...].filter { $0 == "0" }.count)
    } else {
      self = .plain
    }
  }

  /// The first section of a code in small letters, without what is shown as it stands and without brackets.
  private static func letters(_ code: String) -> String {
    var letters = ""
    var (isQuoted, isBracketed, isLiteral) = (false, false, false)
    for character in code.lowercased() {
      if isLiteral {
        isLiteral = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case ";": return letters
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": isLiteral = true
        default: letters.append(character)
        }
      }
    }
    return letters
  }
}

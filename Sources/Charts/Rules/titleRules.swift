// SPDX-License-Identifier: MIT
import Diagnostics

/// The rules for a title by itself: that it is read at a glance, and as a sentence.
func titleRules(_ title: PlacedText) -> [Diagnostic] {
  var found: [Diagnostic] = []
  let isEastAsian = title.text.isMostlyEastAsian
  if isEastAsian ? title.text.count > 40 : title.text.utf8.split(separator: UInt8(ascii: " ")).count > 15 {
    found.append(
      .warning(
        "chart-title-long", "the title is longer than \(isEastAsian ? "40 characters" : "15 words")", at: title.place,
        hint: "state one finding; measure and period belong into the subtitle"))
  }
  if !isEastAsian, isAllCapitals(title.text) || isShouted(title.text) {
    found.append(
      .warning(
        "chart-title-case",
        "the title \(isAllCapitals(title.text) ? "is all in capitals" : "has a capital on every word")",
        at: title.place, hint: "write it as a sentence"))
  }
  return found
}

/// Whether two texts say the same in other capitals, spaces and full stops.
func isSameText(_ one: String, _ other: String) -> Bool {
  // Where the first letters differ already, nothing else is looked at.
  func first(_ text: String) -> String { String(text.drop { $0.isWhitespace }.prefix(1)).plainWidth.lowercased() }
  return first(one) == first(other) && one.plainWords == other.plainWords
}

/// Whether nearly every longer word of a longer title begins with a capital.
private func isShouted(_ title: String) -> Bool {
  // One word that begins with a small letter is enough, and most titles have it second.
  let words = title.utf8.split(separator: UInt8(ascii: " ")).lazy.map { Substring($0) }.filter { $0.count > 3 }
  return words.allSatisfy { $0.first?.isUppercase == true } && words.count >= 5
}

/// Whether there is no small letter in three words or more; two may be acronyms.
private func isAllCapitals(_ title: String) -> Bool {
  !title.unicodeScalars.contains { $0.properties.isLowercase || $0.isEastAsian }
    && title.split(separator: " ").count { $0.contains(where: \.isUppercase) } >= 3
}

extension String {
  /// Whether most of its letters are Han, kana or Hangul, so that it is counted by characters.
  fileprivate var isMostlyEastAsian: Bool {
    var (letters, eastAsian) = (0, 0)
    for scalar in unicodeScalars where scalar.isLetter {
      letters += 1
      if scalar.isEastAsian { eastAsian += 1 }
    }
    return eastAsian * 2 > letters
  }

  fileprivate var plainWords: String {
    let words = plainWidth.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    return String(words.reversed().drop { ".!?。 ".contains($0) }.reversed())
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics

/// The rules for the words of annotations: one short sentence each.
func annotationRules(_ annotations: [Annotation]) -> [Diagnostic] {
  annotations.flatMap { annotation -> [Diagnostic] in
    let text = annotation.text.text
    let faults = [
      text.count > 50 ? "longer than 50 characters" : nil, endsInside(text) ? "more than one sentence" : nil,
    ]
    return faults.compactMap(\.self).map {
      .warning(
        "chart-annotation-long", "the annotation is \($0)", at: annotation.text.place, hint: "say the rest in the text")
    }
  }
}

/// Whether a sentence ends before the text does: `Cut in Aug. Then up`, but not `vs. Japan`, `No. 1`, `U.S. Supreme Court`.
private func endsInside(_ text: String) -> Bool {
  let inner = text.reversed().drop { ".。！？!?」』”\")".contains($0) }.reversed()
  if inner.contains(where: { "。！？".contains($0) }) { return true }
  let words = String(inner).split(separator: " ")
  return words.indices.dropLast().contains { index in
    let (word, next) = (words[index], words[index + 1])
    guard let last = word.last, ".!?".contains(last) else { return false }
    if last != "." { return true }
    let stem = word.dropLast().lowercased()
    // An ellipsis, the number of a list, and what stands before a name or a number.
    if stem.hasSuffix(".") || index == 0 && stem.allSatisfy(\.isNumber) || Abbreviation.leading.contains(stem) {
      return false
    }
    if stem.contains(".") || stem.count == 1 {
      return Abbreviation.openers.contains(next.lowercased()) && next.isCapital
    }
    return !Abbreviation.months.contains(stem) || next.isCapital
  }
}

private enum Abbreviation {
  static let leading: Set<String> = [
    "vs", "no", "nos", "mr", "mrs", "ms", "dr", "st", "gen", "sen", "gov", "rep", "prof", "fig", "art", "sec", "ch",
    "vol",
    "approx", "ca", "cf", "est", "incl", "excl", "e.g", "i.e",
  ]
  /// What may end a sentence as well as stand in it.
  static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc", "corp", "ltd", "co",
    "pct",
    "govt", "dept", "etc",
  ]
  /// Words that begin a sentence behind `U.S.`, where most capitals are names.
  static let openers: Set<String> = [
    "a", "after", "all", "an", "and", "at", "before", "but", "by", "for", "from", "in", "it", "its", "no", "on",
    "since",
    "so", "that", "the", "then", "there", "these", "they", "this", "until", "when", "while", "with",
  ]
}

extension Substring {
  fileprivate var isCapital: Bool { first?.isUppercase == true }
}

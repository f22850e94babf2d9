// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

/// The numbers of a page: its queries, and its values as the data has them.
struct Numbers: Sendable {
  /// Which edition of each table the page reads.
  var editions = Editions.latest
  /// What the site's latest editions say, where the page reads a number from an earlier one.
  var later: LaterNumbers?
  var queries: [NamedQuery] = []
  var values: [String: Cell] = [:]
  /// The tables that each value was made from, those of the values that it names among them.
  var origins: [String: Set<String>] = [:]
  /// Names whose computation failed; what they would show is left open, without a second error.
  var failed: Set<String> = []
  /// The lines below the headline figures, in their order.
  var sparks: [Spark?] = []
  /// The lines within the text, by what is written behind `spark`: `exports.total usd`.
  var textSparks: [String: Spark] = [:]
  /// Every table that the page reads.
  var tables: Set<String> = []

  /// A value as the page's language writes it.
  ///
  /// - Throws: a `Diagnostic` for an unknown name, an unknown format, a missing value, a value of another type.
  func text(_ name: String, format: String, at place: Place, in language: Language) throws(Diagnostic) -> String {
    guard let cell = values[name] else {
      if failed.contains(name) { return "…" }
      throw .error(
        "value-unknown", name.isEmpty ? "'{{ }}' names no value" : "there is no value '\(name)'", at: place,
        hint: suggestion(for: name, among: values.keys.sorted()) ?? "define it under 'values' in the front matter")
    }
    do throws(FormatFault) {
      let figureFormat = format.isEmpty ? FigureFormat.usual(for: cell) : try FigureFormat(parsing: format)
      return try figureFormat.text(cell, in: language)
    } catch {
      let (rule, hint): (String, String?) =
        switch error {
        case .unknown(let word):
          ("format-unknown", suggestion(for: word, among: FigureFormat.Kind.allCases.map(\.rawValue)))
        case .digits: ("format-value", "for example '\(name) usd 3'")
        case .missing, .mismatch: ("format-value", nil)
        }
      throw .error(rule, "'\(name)' cannot be shown: \(error.message)", at: place, hint: hint)
    }
  }
}

extension Numbers {
  /// Whether an expression uses a value that has failed already: one error is enough for one mistake.
  func refersToFailed(_ expression: String) -> Bool {
    !failed.isEmpty && !failed.isDisjoint(with: valuesNamed(in: expression))
  }

  /// A value as the number that it is, for the place of a mark.
  ///
  /// - Throws: a `Diagnostic` for an unknown name, and for a value that is no number.
  func number(_ name: String, at place: Place) throws(Diagnostic) -> Double {
    guard let cell = values[name] else {
      if failed.contains(name) { return 0 }
      throw .error(
        "value-unknown", "there is no value '\(name)'", at: place,
        hint: suggestion(for: name, among: values.keys.sorted()) ?? "define it under 'values' in the front matter")
    }
    guard let number = cell.number, number.isFinite else {
      throw .error("format-value", "'\(name)' is no number: \(cell.plain)", at: place)
    }
    return number
  }
}

/// A page's queries and values once more, from the latest editions of the data. A class, since `Numbers` holds one.
final class LaterNumbers: Sendable {
  /// Without the values that the latest editions no longer give.
  let numbers: Numbers
  /// The tables of which the page reads an earlier edition.
  let tables: Set<String>

  init(_ numbers: Numbers, tables: Set<String>) {
    self.numbers = numbers
    self.tables = tables
  }
}

/// The values that an expression names: `:ck - :cj` names `ck` and `cj`.
func valuesNamed(in expression: String) -> Set<String> {
  var names: Set<String> = []
  for part in expression.utf8.split(separator: UInt8(ascii: ":")).dropFirst(expression.utf8.first == 0x3A ? 0 : 1) {
    let name = part.prefix { 48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0 || $0 == UInt8(ascii: "_") }
    names.insert(String(decoding: name, as: UTF8.self))
  }
  return names
}

/// The values of one line below a headline figure.
struct Spark: Sendable {
  let definition: SparkDefinition
  /// Empty where the query has values only.
  let positions: [Cell]
  let values: [Double?]
}

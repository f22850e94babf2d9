// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Checks a column's values against the constraints that concern one value alone.
final class ConstraintChecker {
  private let constraints: Field.Constraints
  private let kind: Field.Kind
  private let structure: Structure
  private let regex: Regex<AnyRegexOutput>?
  private var json: JSONSchemaChecker?
  /// What the pattern said of the values met, since a column repeats few of them.
  private var matches: [String: Bool] = [:]

  /// - Returns: nil where there is nothing to check.
  init?(_ field: Field) {
    constraints = field.constraints
    (kind, structure) = (field.kind, field.notation.structure)
    regex = constraints.pattern.flatMap { try? Regex($0) }
    json = constraints.jsonSchema.map(JSONSchemaChecker.init)
    let isFree =
      constraints.minimum == nil && constraints.maximum == nil && constraints.choices.isEmpty && regex == nil
      && constraints.exclusiveMinimum == nil && constraints.exclusiveMaximum == nil
      && constraints.minimumLength == nil && constraints.maximumLength == nil
      && json == nil
    if isFree { return nil }
  }

  /// What is wrong with a value, in words that follow the value.
  func faults(of cell: Cell) -> [(message: String, hint: String?)] {
    if let fault = fault(of: cell) { return [fault] }
    guard json != nil, case .text(let text) = cell else { return [] }
    return json?.faults(of: text).map { ("is not what its JSON Schema asks for: \($0.text)", nil) } ?? []
  }

  private func fault(of cell: Cell) -> (message: String, hint: String?)? {
    if let minimum = constraints.minimum, isLess(cell, minimum) {
      return ("is below the minimum \(minimum.plain)", nil)
    }
    if let maximum = constraints.maximum, isLess(maximum, cell) {
      return ("is above the maximum \(maximum.plain)", nil)
    }
    if let minimum = constraints.exclusiveMinimum, !isLess(minimum, cell) {
      return ("is not above \(minimum.plain)", nil)
    }
    if let maximum = constraints.exclusiveMaximum, !isLess(cell, maximum) {
      return ("is not below \(maximum.plain)", nil)
    }
    if !constraints.choices.isEmpty, !constraints.choices.contains(cell) {
      return ("is none of the values permitted", suggestion(for: cell.plain, among: constraints.choices.map(\.plain)))
    }
    guard case .text(let text) = cell else { return nil }
    if constraints.minimumLength != nil || constraints.maximumLength != nil {
      let parts = kind.isStructured ? structure.parts(text, kind) : nil
      let (length, unit) = (parts ?? text.unicodeScalars.count, parts == nil ? "characters" : "parts")
      if let minimum = constraints.minimumLength, length < minimum {
        return ("is shorter than \(minimum) \(unit)", nil)
      }
      if let maximum = constraints.maximumLength, length > maximum { return ("is longer than \(maximum) \(unit)", nil) }
    }
    if let regex, !matches(text, regex) { return ("does not match the pattern \(constraints.pattern ?? "")", nil) }
    return nil
  }

  private func isLess(_ a: Cell, _ b: Cell) -> Bool {
    guard kind == .duration, case .text(let a) = a, case .text(let b) = b, let a = ISODuration(a),
      let b = ISODuration(b)
    else { return a.isLess(than: b) }
    return a.seconds < b.seconds
  }

  private func matches(_ text: String, _ regex: Regex<AnyRegexOutput>) -> Bool {
    if let known = matches[text] { return known }
    let answer = (try? regex.wholeMatch(in: text)) != nil
    matches[text] = answer
    return answer
  }
}

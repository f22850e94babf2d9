// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

/// Computes the numbers of a page and holds its claims against them.
///
/// - Parameter original: What a translation is a translation of; the draft itself otherwise.
func compute(_ draft: Draft, original: Draft, database: TradeDatabase) -> (page: Page, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var numbers = Numbers()
  for fence in original.document.fences where fence.kind == .query {
    if numbers.queries.contains(where: { $0.name == fence.name }) {
      diagnostics.append(.error("query-name", "there are two queries '\(fence.name)' on this page", at: fence.place))
      continue
    }
    let query = NamedQuery(name: fence.name, sql: fence.text, place: fence.place)
    do {
      let tables = try database.validate(query, prior: numbers.queries)
      numbers.tables.formUnion(tables)
      numbers.queries.append(query)
    } catch {
      diagnostics.append(error)
    }
  }
  for definition in original.front.values { numbers.add(definition, from: database, &diagnostics) }
  if draft.language == original.language {
    for claim in original.front.claims { check(claim, numbers, database, &diagnostics) }
  }
  func filled(_ text: TextWithValues) -> String {
    text.filled { name, format, place in
      do { return try numbers.text(name, format: format, at: place, in: draft.language) } catch {
        diagnostics.append(error)
        return "…"
      }
    }
  }
  let (title, summary) = (filled(draft.front.title), filled(draft.front.summary))
  return (Page(draft: draft, original: original, numbers: numbers, title: title, summary: summary), diagnostics)
}

extension Numbers {
  fileprivate mutating func add(
    _ definition: ValueDefinition, from database: TradeDatabase, _ diagnostics: inout [Diagnostic]
  ) {
    do {
      let (cell, read) = try database.evaluate(
        definition.expression, at: definition.place, prior: queries, values: values)
      values[definition.name] = cell
      tables.formUnion(read)
    } catch {
      failed.insert(definition.name)
      if !refersToFailed(definition.expression) { diagnostics.append(error) }
    }
  }

  /// Whether an expression uses a value that has failed already: one error is enough for one mistake.
  fileprivate func refersToFailed(_ expression: String) -> Bool {
    failed.contains { names($0, in: expression) }
  }
}

/// A claim that the data contradicts is an error at its line, with the sentence and the values that it saw.
private func check(
  _ claim: Claim, _ numbers: Numbers, _ database: TradeDatabase, _ diagnostics: inout [Diagnostic]
) {
  if numbers.refersToFailed(claim.check) { return }
  do {
    let (cell, _) = try database.evaluate(
      claim.check, at: claim.checkPlace, prior: numbers.queries, values: numbers.values)
    if let number = cell.number, number != 0 { return }
    diagnostics.append(
      .error(
        "claim-false",
        "the data \(cell.isNull ? "does not say" : "contradicts") that '\(claim.says)'", at: claim.checkPlace,
        hint: "mend the sentence, or the check, or the data",
        notes: ["\(claim.check) is \(cell.isNull ? "unknown (null)" : "false")"]
          + numbers.seen(in: claim.check)))
  } catch {
    diagnostics.append(error)
  }
}

extension Numbers {
  /// The values that a condition names, as notes: `:ck = 328080000000`.
  func seen(in condition: String) -> [String] {
    values.keys.sorted().filter { names($0, in: condition) }.map { ":\($0) = \(values[$0]?.plain ?? "")" }
  }
}

/// Whether `:name` stands in an expression as a whole word.
private func names(_ name: String, in expression: String) -> Bool {
  expression.ranges(of: ":" + name).contains { range in
    let next = range.upperBound < expression.endIndex ? expression[range.upperBound] : " "
    return !(next.isLetter || next.isNumber || next == "_")
  }
}

// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

/// Computes the numbers of a page and holds its claims against them.
///
/// - Parameters:
///   - original: What a translation is a translation of; the draft itself otherwise.
///   - editions: Those that the page reads, and the site's latest.
func compute(
  _ draft: Draft, original: Draft, database: TradeDatabase, editions: (page: Editions, latest: Editions)
) -> (page: Page, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var numbers = Numbers(original, editions.page, from: database, &diagnostics)
  let revised = editions.page.differing(from: editions.latest)
  if !revised.isEmpty {
    // What they lack is told as such, and no fault of the page.
    var ignored: [Diagnostic] = []
    numbers.later = LaterNumbers(Numbers(original, editions.latest, from: database, &ignored), tables: revised)
  }
  for definition in original.front.headline { numbers.add(definition.spark, from: database, &diagnostics) }
  numbers.addTextSparks(of: draft, from: database, &diagnostics)
  if draft.language == original.language {
    for claim in original.front.claims { check(claim, numbers, database, &diagnostics) }
  }
  func filled(_ text: TextWithValues) -> String {
    text.filled { name, format, place in
      do throws(Diagnostic) { return try numbers.text(name, format: format, at: place, in: draft.language) } catch {
        diagnostics.append(error)
        return "…"
      }
    }
  }
  let (title, summary) = (filled(draft.front.title), filled(draft.front.summary))
  if !numbers.values.isEmpty { diagnostics += checkFigures(draft, original: original, numbers) }
  return (Page(draft: draft, original: original, numbers: numbers, title: title, summary: summary), diagnostics)
}

extension Numbers {
  /// The queries and values of a page, as some editions of the data have them.
  fileprivate init(
    _ original: Draft, _ editions: Editions, from database: TradeDatabase, _ diagnostics: inout [Diagnostic]
  ) {
    self.editions = editions
    for fence in original.document.fences where fence.kind == .query {
      if queries.contains(where: { $0.name == fence.name }) {
        diagnostics.append(.error("query-name", "there are two queries '\(fence.name)' on this page", at: fence.place))
        continue
      }
      let query = NamedQuery(name: fence.name, sql: fence.textInPlace, at: fence.place)
      do {
        let result = try database.query(query.sql, at: query.place, prior: queries, editions: editions)
        tables.formUnion(result.tables)
        queries.append(query)
      } catch {
        diagnostics.append(error)
      }
    }
    for definition in original.front.values { add(definition, from: database, &diagnostics) }
  }

  fileprivate mutating func add(
    _ definition: ValueDefinition, from database: TradeDatabase, _ diagnostics: inout [Diagnostic]
  ) {
    do {
      let result = try database.evaluate(
        definition.expression, at: definition.place, prior: queries, values: values, editions: editions)
      values[definition.name] = result.cell
      origins[definition.name] = valuesNamed(in: definition.expression).reduce(into: result.tables) {
        $0.formUnion(origins[$1] ?? [])
      }
      tables.formUnion(result.tables)
    } catch {
      failed.insert(definition.name)
      if !refersToFailed(definition.expression) { diagnostics.append(error) }
    }
  }

  /// Asks for the values of a headline figure's line: one column of them, behind one of periods or alone.
  fileprivate mutating func add(
    _ definition: SparkDefinition?, from database: TradeDatabase, _ diagnostics: inout [Diagnostic]
  ) {
    sparks.append(nil)
    guard let definition else { return }
    do throws(Diagnostic) {
      let result = try database.query(
        definition.sql, at: definition.place, prior: queries, values: values, editions: editions)
      tables.formUnion(result.tables)
      guard 1...2 ~= result.columns.count,
        result.rows.allSatisfy({ $0.last?.number != nil || $0.last?.isNull ?? false })
      else {
        throw Diagnostic.error(
          "spark-columns", "a spark is drawn from a column of numbers, alone or behind one of periods",
          at: definition.place, hint: "for example SELECT month, exports FROM … ORDER BY month")
      }
      sparks[sparks.count - 1] = Spark(
        definition: definition, positions: result.columns.count == 2 ? result.rows.map { $0[0] } : [],
        values: result.rows.map { $0[$0.count - 1].number })
    } catch {
      diagnostics.append(error)
    }
  }
}

/// A claim that the data contradicts is an error at its line, with the sentence and the values that it saw.
private func check(
  _ claim: Claim, _ numbers: Numbers, _ database: TradeDatabase, _ diagnostics: inout [Diagnostic]
) {
  if numbers.refersToFailed(claim.check) { return }
  do {
    let result = try database.check(
      claim.check, at: claim.checkPlace, prior: numbers.queries, values: numbers.values, editions: numbers.editions)
    if result.holds == true { return }
    diagnostics.append(
      .error(
        "claim-false", "the data \(result.holds == nil ? "does not say" : "contradicts") that '\(claim.says)'",
        at: claim.checkPlace, hint: "mend the sentence, or the check, or the data",
        notes: numbers.verdict(on: claim.check, result)))
  } catch {
    diagnostics.append(error)
  }
}

extension Numbers {
  /// What a condition that does not hold saw, as notes: `:ck > :cj is false`, `:ck = 328080000000`.
  func verdict(on condition: String, _ result: ConditionResult) -> [String] {
    ["\(condition) is \(result.holds == nil ? "unknown (null)" : "false")"]
      + valuesNamed(in: condition).sorted().filter { values[$0] != nil }.map { ":\($0) = \(values[$0]?.plain ?? "")" }
  }
}

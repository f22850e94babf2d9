// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Which rows are no observations: what `dashed` names.
struct Projection: Hashable {
  enum Comparison: String, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="
  }

  private enum Test: Hashable {
    /// The column says yes: `true`, or a number that is not zero.
    case says
    case compares(Comparison, Cell)
  }

  private let column: Int
  private let test: Test

  /// - Throws: where it is neither a column nor `x >= 2026-07`.
  init(_ written: PlacedText, x: Int, table: ChartTable) throws(Diagnostic) {
    let words = written.text.split(separator: " ").map(String.init)
    if words.count == 1, let index = table.columns.firstIndex(where: { $0.name == words[0] }) {
      (column, test) = (index, .says)
      return
    }
    guard words.count == 3, words[0] == "x" || words[0] == table.columns[x].name,
      let comparison = Comparison(rawValue: words[1])
    else {
      throw .error(
        "chart-dashed", "'\(written.text)' names no column and compares nothing", at: written.place,
        hint: suggestion(for: written.text, among: table.columns.map(\.name)) ?? "write it as 'x >= 2026-07'")
    }
    let limit = Int(words[2]).map { Cell.integer($0) } ?? Double(words[2]).map { Cell.real($0) } ?? .text(words[2])
    (column, test) = (x, .compares(comparison, limit))
  }

  func holds(_ row: [Cell]) -> Bool {
    switch test {
    case .says:
      switch row[column] {
      case .null: false
      case .integer(let value): value != 0
      case .real(let value): value != 0
      case .text(let text): text.lowercased() == "true" || text == "1"
      }
    case .compares(let comparison, let limit):
      if let a = row[column].number, let b = limit.number {
        compare(a, comparison, b)
      } else if let a = Period(row[column]), let b = Period(limit) {
        compare(Double(a.firstDay), comparison, Double(b.firstDay))
      } else {
        false
      }
    }
  }

  private func compare(_ a: Double, _ comparison: Comparison, _ b: Double) -> Bool {
    switch comparison {
    case .atLeast: a >= b
    case .atMost: a <= b
    case .above: a > b
    case .below: a < b
    case .equal: a == b
    }
  }
}

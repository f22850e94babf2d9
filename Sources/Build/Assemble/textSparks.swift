// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Markdown
import TradeData

extension Numbers {
  /// Whether `{{ spark … }}` is a line and not a value of that name.
  func isSpark(_ name: String) -> Bool { name == "spark" && values["spark"] == nil && !failed.contains("spark") }

  /// Asks for the lines within a page's text: `{{ spark exports.total usd }}` draws the column `total` of the query or
  /// table `exports` over its first column, in its order; the format is for the words that screen readers get.
  mutating func addTextSparks(of draft: Draft, from database: TradeDatabase, _ diagnostics: inout [Diagnostic]) {
    for value in ([draft.document] + draft.points).flatMap(\.values)
    where isSpark(value.name) && textSparks[value.format] == nil {
      do throws(Diagnostic) { textSparks[value.format] = try textSpark(value, from: database) } catch {
        diagnostics.append(error)
      }
    }
  }

  private mutating func textSpark(
    _ value: ValueReference, from database: TradeDatabase
  ) throws(Diagnostic) -> Spark {
    let words = value.format.split(separator: " ", maxSplits: 1).map(String.init)
    let path = (words.first ?? "").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path.count == 2, path.allSatisfy({ !$0.isEmpty && !$0.contains("\"") }) else {
      throw .error(
        "spark-columns", "a spark names a column of a query or table", at: value.place,
        hint: "write '{{ spark exports.total }}', where exports is a query of the page")
    }
    var format: FigureFormat?
    if words.count > 1 {
      do { format = try FigureFormat(parsing: words[1]) } catch {
        throw .error(
          "format-unknown", "'\(words[1])' is no format", at: value.place,
          hint: suggestion(for: words[1], among: FigureFormat.Kind.allCases.map(\.rawValue)))
      }
    }
    let sql = "SELECT * FROM \"\(path[0])\""
    let result = try database.query(sql, at: value.place, prior: queries, values: values, editions: editions)
    tables.formUnion(result.tables)
    let names = result.columns.map(\.name)
    guard let column = names.firstIndex(of: path[1]) else {
      throw .error(
        "sql-column", "'\(path[0])' has no column '\(path[1])'", at: value.place,
        hint: suggestion(for: path[1], among: names))
    }
    guard result.rows.allSatisfy({ $0[column].isNull || $0[column].number != nil }),
      result.rows.count(where: { $0[column].number != nil }) > 1
    else {
      throw .error(
        "spark-columns", "a spark needs two numbers or more in '\(value.format)'", at: value.place,
        hint: "name a column of numbers")
    }
    return Spark(
      definition: SparkDefinition(sql: sql, place: value.place, format: format, curve: .linear),
      positions: column == 0 ? [] : result.rows.map { $0[0] }, values: result.rows.map { $0[column].number })
  }
}

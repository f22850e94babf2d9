// SPDX-License-Identifier: MIT
import Diagnostics
import GRDBSQLite
import Indicators

/// The error for a function that is not there, with the nearest one and what it takes.
func unknownFunction(_ name: String, at place: Place) -> Diagnostic {
  let message = "there is no function '\(name)'"
  if let transform = Indicator.named(name), let query = transform.query {
    return .error(
      "sql-function", "'\(transform.name)' is a chart's transform and no function", at: place,
      hint: "in a query: \(query)")
  }
  let functions = Indicator.all.filter { $0.signature != nil }
  let nearest = closest(to: name, among: familiarFunctions + functions.map(\.name))
  return .error(
    "sql-function", message, at: place, hint: nearest.map { "did you mean '\(Indicator.named($0)?.signature ?? $0)'?" },
    notes: nearest == nil ? ["the indicators are \(functions.map(\.name).sorted().joined(separator: ", "))"] : [])
}

extension TradeDatabase {
  /// What an indicator complains of, at the place where it is called: the number of its arguments, or one that is text.
  func indicatorFault(_ failure: QueryFailure, _ composed: ComposedQuery, _ place: Place) -> Diagnostic? {
    let arity = "wrong number of arguments to function "
    if failure.message.hasPrefix(arity) {
      let name = String(failure.message.dropFirst(arity.count).prefix { $0 != "(" })
      guard let call = composed.token(of: [name]) else { return nil }
      let found = call.text.argumentCount(of: call.token)
      guard let indicator = Indicator.named(name), let signature = indicator.signature else { return nil }
      let wanted = signature.count { $0 == "," } + 1
      let given = found.map { ", not \($0)" } ?? ""
      return .error(
        "sql-arguments", "'\(name)' takes \(wanted) argument\(wanted == 1 ? "" : "s")\(given)",
        at: call.text.place(call.token.range.lowerBound), hint: "did you mean '\(signature)'?")
    }
    if failure.message.hasPrefix(periodNumber + ": ") {
      return .error(
        "sql-period", String(failure.message.dropFirst(periodNumber.utf8.count + 2)),
        at: composed.place(of: periodNumber) ?? place,
        hint: "\(periodNumber)(period) takes 2024, 2024-H1, 2024-Q1, 2024-03 or a day")
    }
    guard let end = failure.message.firstRange(of: ": "),
      let indicator = Indicator.named(String(failure.message[..<end.lowerBound])), let signature = indicator.signature
    else { return nil }
    return .error(
      "sql-indicator", String(failure.message[end.upperBound...]), at: composed.place(of: indicator.name) ?? place,
      hint: "\(signature) takes numbers; use CAST(… AS REAL), or leave the rows out")
  }
}

extension SQLText {
  /// How many arguments follow a function's name; nil where no bracket does.
  fileprivate func argumentCount(of name: Token) -> Int? {
    guard let index = tokens.firstIndex(where: { $0.range == name.range }), isToken(index + 1, "(") else { return nil }
    if isToken(index + 2, ")") { return 0 }
    var (depth, commas) = (1, 0)
    for token in tokens[(index + 2)...] {
      switch text(token) {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth == 1: commas += 1
      default: break
      }
      if depth == 0 { return commas + 1 }
    }
    return nil
  }
}

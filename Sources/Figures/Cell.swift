// SPDX-License-Identifier: MIT

/// One value of a table: what a query returns, a chart draws and a sentence shows.
public enum Cell: Hashable, Sendable {
  /// Missing; never zero.
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  /// A number, or what is missing.
  public init(_ value: Double?) { self = value.map { .real($0) } ?? .null }

  /// The value as a number; nil for text and for missing values.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value.isFinite ? value : nil
    case .null, .text: nil
    }
  }

  /// The value where it is a whole number and written with all of its digits.
  var whole: Int? {
    switch self {
    case .integer(let value): value
    case .real(let value): abs(value) < 1e15 ? Int(exactly: value) : nil
    case .null, .text: nil
    }
  }

  public var isNull: Bool { if case .null = self { true } else { false } }

  /// The value as a machine reads it, in CSV files and messages: shortest exact digits, nothing for null.
  public var plain: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .real(let value):
      if let whole {
        String(whole)
      } else if abs(value) >= 1e-6, abs(value) < 1e18, let decimal = Decimals(value) {
        decimal.plain
      } else {
        "\(value)"
      }
    case .text(let text): text
    }
  }
}

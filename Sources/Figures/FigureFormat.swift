// SPDX-License-Identifier: MIT

/// How a value is shown, as an author writes it behind the value's name: `{{ ck usd 3 }}`.
public struct FigureFormat: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case text, number, integer, percent
    case signedPercent = "signed-percent"
    case percentagePoints = "percentage-points"
    case usd, cny, jpy, krw, eur
    case year, date, month, ratio
  }

  public let kind: Kind
  /// Significant digits for numbers and amounts, digits after the point for percentages and ratios; nil for the
  /// usual: four significant with at most two after the point, one after the point for percentages, two for ratios.
  public let digits: Int?

  public init(_ kind: Kind, digits: Int? = nil) {
    self.kind = kind
    self.digits = digits
  }

  /// Reads `usd` or `usd 3`.
  /// - Throws: `FormatFault.unknown` with the word that is no format, `.digits` for a count that is none.
  public init(parsing text: some StringProtocol) throws(FormatFault) {
    let words = text.split(separator: " ")
    guard let word = words.first, let kind = Kind(rawValue: String(word)) else {
      throw .unknown(String(words.first ?? ""))
    }
    guard words.count > 1 else {
      self.init(kind)
      return
    }
    guard words.count == 2, let digits = Int(words[1]), 0...15 ~= digits else {
      throw .digits(words.dropFirst().joined(separator: " "))
    }
    self.init(kind, digits: digits)
  }

  /// The format for a value that names none: numbers as numbers, text as text.
  public static func usual(for cell: Cell) -> FigureFormat {
    switch cell {
    case .text, .null: FigureFormat(.text)
    case .integer, .real: FigureFormat(.number)
    }
  }
}

/// Why a value cannot be shown as asked.
public enum FormatFault: Error, Hashable, Sendable {
  case unknown(String)
  case digits(String)
  /// The value is missing.
  case missing
  /// The value is not what the format shows: `expected` is `a number` or `a date`.
  case mismatch(value: String, expected: String)

  public var message: String {
    switch self {
    case .unknown(let word): "'\(word)' is no format"
    case .digits(let word): "'\(word)' is no number of digits (0 to 15)"
    case .missing: "the value is missing (null)"
    case .mismatch(let value, let expected): "'\(value)' is not \(expected)"
    }
  }
}

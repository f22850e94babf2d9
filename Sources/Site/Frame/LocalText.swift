// SPDX-License-Identifier: MIT
import Figures

/// A text in one or several languages.
public struct LocalText: Sendable, Hashable {
  private let first: String
  private let others: [Language: String]

  /// - Parameter others: The text in further languages; where one is missing, `first` stands in.
  public init(_ first: String, _ others: [Language: String] = [:]) {
    self.first = first
    self.others = others
  }

  public func text(in language: Language) -> String { others[language] ?? first }
}

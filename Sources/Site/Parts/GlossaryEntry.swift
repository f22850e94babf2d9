// SPDX-License-Identifier: MIT
import Figures

/// An indicator as the glossary explains it.
public struct GlossaryEntry: Sendable, Hashable {
  /// Its name, which is its anchor.
  public let id: String
  /// In the page's language.
  public let title: String
  /// How it is written in SQL and in charts: `hhi(value)`, `transform: yoy`.
  public let usages: [String]
  /// `_` begins an index and `^` an exponent: a word, or what stands in brackets.
  public let formula: String
  /// The language of the sentences that follow.
  public let language: Language
  public let range: String
  /// What it does not tell.
  public let limits: String
  /// When it is null.
  public let undefined: String
  public let source: String
  /// A transform's form in a query.
  public let query: String?

  public init(
    id: String, title: String, usages: [String], formula: String, language: Language, range: String, limits: String,
    undefined: String, source: String, query: String?
  ) {
    self.id = id
    self.title = title
    self.usages = usages
    self.formula = formula
    self.language = language
    self.range = range
    self.limits = limits
    self.undefined = undefined
    self.source = source
    self.query = query
  }
}

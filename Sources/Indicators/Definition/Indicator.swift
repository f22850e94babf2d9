// SPDX-License-Identifier: MIT
import Figures

/// A trade indicator: one definition, from which SQL functions, chart transforms, notes and the glossary are made.
///
/// Agencies publish different numbers under one name, so each variant is an indicator of its own, with its own name.
public struct Indicator: Sendable {
  /// How an author asks for it.
  public enum Form: Sendable {
    /// A SQL aggregate over rows. The function gets one column for each parameter, all equally long, without the rows
    /// that lack a value, and gives nil where the indicator is undefined.
    case aggregate([String], @Sendable ([[Double]]) -> Double?)
    /// A SQL function of one row's values, none of them missing; nil where it is undefined.
    case scalar([String], @Sendable ([Double]) -> Double?)
    /// A chart's `transform:`, with the name of what stands in its brackets.
    case transform(parameter: String?)
  }

  /// As it is written in SQL and in charts, and the anchor of its entry in the glossary: `hhi_normalised`.
  public let name: String
  /// At least one.
  public let forms: [Form]
  /// What its users call it, in each language.
  let titles: Titles
  /// In the notation of trade statistics, the same in all languages.
  public let formula: String
  /// The values that it can take, and what they mean.
  public let range: String
  /// What it does not tell: the reading that it does not bear.
  public let limits: String
  /// When it is null.
  public let undefined: String
  /// Who defines it so.
  public let source: String
  /// For transforms: the same in a query.
  public let query: String?

  init(
    _ name: String, _ forms: [Form], titles: Titles, formula: String, range: String, limits: String, undefined: String,
    source: String, query: String? = nil
  ) {
    self.name = name
    self.forms = forms
    self.titles = titles
    self.formula = formula
    self.range = range
    self.limits = limits
    self.undefined = undefined
    self.source = source
    self.query = query
  }

  /// What it is called: `Net barter terms of trade`.
  public func title(in language: Language) -> String { titles.text(in: language) }

  /// How it is written: `hhi(value)`, `transform: index(base)`.
  public var usages: [String] {
    forms.map { form in
      switch form {
      case .aggregate(let parameters, _), .scalar(let parameters, _):
        "\(name)(\(parameters.joined(separator: ", ")))"
      case .transform(let parameter): "transform: \(name)\(parameter.map { "(\($0))" } ?? "")"
      }
    }
  }

  /// How it is called in SQL: `hhi(value)`; nil for what is a transform only.
  public var signature: String? { usages.first { !$0.hasPrefix("transform:") } }
}

extension Indicator {
  /// A name in each language.
  struct Titles: Sendable {
    let en, ja, ko, zh: String

    init(_ en: String, ja: String, ko: String, zh: String) { (self.en, self.ja, self.ko, self.zh) = (en, ja, ko, zh) }

    func text(in language: Language) -> String {
      switch language {
      case .english: en
      case .japanese: ja
      case .korean: ko
      case .chinese: zh
      }
    }
  }
}

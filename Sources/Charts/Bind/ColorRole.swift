// SPDX-License-Identifier: MIT

/// What a colour stands for. The stylesheet gives each role its colours for marks and for text, in light and dark.
public enum ColorRole: Hashable, Sendable {
  case country(Country)
  /// A category, 1 to 6, in the order of the data.
  case category(Int)
  /// One of the others, 1 to 3 by rank: dark to light.
  case grey(Int)

  /// A step of a ramp by which values are told.
  case step(ColorStep)

  /// The class of marks and texts: `c-kor`, `k1`, `g1`.
  public var cssClass: String {
    switch self {
    case .country(let country): country.cssClass
    case .category(let rank): Self.categoryClasses[rank - 1]
    case .grey(let rank): Self.greyClasses[rank - 1]
    case .step(let step): step.cssClass
    }
  }

  private static let categoryClasses = (1...6).map { "k\($0)" }
  private static let greyClasses = (1...3).map { "g\($0)" }

  /// The category that no vision takes for a country.
  static let besideCountries = ColorRole.category(4)

  /// The words that authors use in `colors:`.
  public static let names = Country.allCases.map(\.rawValue) + (1...6).map { "category-\($0)" } + ["grey"]

  /// Reads `KOR`, `category-2` or `grey`.
  public init?(name: String) {
    if let country = Country(rawValue: name) {
      self = .country(country)
    } else if name == "grey" {
      self = .grey(1)
    } else if let rank = (1...6).first(where: { name == "category-\($0)" }) {
      self = .category(rank)
    } else {
      return nil
    }
  }

  var isGrey: Bool { if case .grey = self { true } else { false } }
}
